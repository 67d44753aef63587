"""What an auditor brings along when he verifies: whom to believe, and what he kept himself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cli.base import option

_FILE: Any = click.Path(path_type=Path)


def with_policy(*, required: bool = False) -> Callable[[Any], Any]:
    """Give a command the file that says whom to believe, as ``policy``."""
    return option(
        "--policy",
        required=required,
        metavar="FILE",
        type=_FILE,
        help="Whose checkpoints count: keys of the log and of witnesses, quorum, age.",
    )


def with_checkpoints(text: str) -> Callable[[Any], Any]:
    """Give a command the checkpoints somebody kept, as ``checkpoints``; ``text`` explains them."""
    return option(
        "--checkpoint", "checkpoints", multiple=True, metavar="NOTE", type=_FILE, help=text
    )


def with_receipts(command: Any) -> Any:
    """Give a command the receipts somebody kept, as ``receipts``."""
    return option(
        "--receipts",
        "receipts",
        multiple=True,
        metavar="FILE",
        type=_FILE,
        help="Receipts of recorded acts, as JSON.",
    )(command)
