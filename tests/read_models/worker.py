"""A follower in a process of its own, until as much as was said is applied."""

import sys

from read_models.nursery import follower_of
from together import wait_for_the_others

from projections import base


def main() -> None:
    store, url, size, *names = sys.argv[1:]
    base.BATCH = int(size)
    follower = follower_of(store, url, names)
    wait_for_the_others()
    assert follower.run_once()


if __name__ == "__main__":
    main()
