"""The options that several recording commands share, each with one text."""

from collections.abc import Callable
from typing import Any

from cli.base import Code, Listed, Number, free_text, option

Declare = Callable[[Any], Any]


def several(*declarations: Declare) -> Declare:
    """Declare several options at once, in that order."""

    def declare(command: Any) -> Any:
        for each in reversed(declarations):
            command = each(command)
        return command

    return declare


def remedies(*, required: bool = False) -> Declare:
    """Declare whether a letter states the remedies."""
    return option(
        "--remedies/--no-remedies",
        "remedies_stated",
        required=required,
        default=None,
        help="Whether it states remedies, body, forms and terms; else the term does not start.",
    )


REFERENCE = option("--reference", metavar="NUMBER", help="The administrative number.")
NUMBER = option(
    "--number", type=Number(min=1), metavar="N", help="Which one, where there are several."
)
REASON = free_text("reason", "Why; sealed.")
MOTIVES = free_text("motives", "The motives; sealed.")

LANGUAGE = option(
    "--language", required=True, metavar="CODE", help="A language the resident understands."
)
INTERPRETER = option("--interpreter", metavar="NUMBER", help="The interpreter's number.")
NO_INTERPRETER = option(
    "--no-interpreter",
    type=Listed("information.no-interpreter"),
    help="Why nobody interpreted; another reason needs a remark.",
)
ACKNOWLEDGEMENT = option(
    "--acknowledgement", type=Code("Acknowledgement"), help="What the resident did."
)
APPEAL_TERM = option(
    "--appeal-term-days",
    type=Number(),
    metavar="DAYS",
    help="The appeal term as printed in the decision.",
)

MINUTES = option(
    "--minutes", required=True, type=Number(min=1), metavar="N", help="How many minutes it lasted."
)
AGENTS = option(
    "--agent",
    "agents",
    multiple=True,
    metavar="PERSON",
    help="A person who used it, by code; again for each one. Without it, who records it.",
)


def means_of_coercion(*, required: bool) -> Declare:
    """Declare by which means somebody was coerced."""
    return option(
        "--means",
        multiple=True,
        required=required,
        type=Listed("measures.means"),
        help="A means of coercion used; again for each one.",
    )
