"""
A process that raises followers, each of which may be killed at any moment.

Started with a store, the place of the read models and a batch size. For every line on
standard input a child begins to follow; its number is told, and ``gone`` when it is no more.
"""

import os
import sys
import time

from read_models.centre import MODELS as EVERY
from read_models.views import views_at

from projections import anew, base
from projections.follow import Follower
from projections.model import Source
from workflows.journal import Journal

MODELS = {model.name: model for model in EVERY}


def source_of(journal: Journal) -> Source:
    """The journal as a follower needs it, looked at again and again."""

    def wait(seconds: float) -> bool:
        time.sleep(min(seconds, 0.01))
        return False

    return Source(journal.since, journal.history, journal.leaf_at, journal.newest, wait)


def follower_of(store: str, url: str, names: list[str], **more) -> Follower:
    """Open store and views in this very process."""
    models = [MODELS[name] for name in names] or list(MODELS.values())
    stop = more.get("stop", lambda: False)
    tell = more.get("tell", lambda _news: None)
    return Follower(views_at(url).engine, source_of(Journal(store)), models, stop, tell)


def main() -> None:
    store, url, size = sys.argv[1:]
    base.BATCH = anew.BATCH = int(size)
    print("ready", flush=True)  # noqa: T201
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            follower_of(store, url, []).run()
        print(child, flush=True)  # noqa: T201
        os.waitpid(child, 0)
        print("gone", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
