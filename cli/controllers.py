"""Who may run a control or have a report: procedure, table of functions and acts."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from cli.base import Desk
from domain.errors import NotAllowed

if TYPE_CHECKING:
    from domain.values import Function


def only_controllers(desk: Desk) -> None:
    """AUT-02: refuse who holds none of the functions that control, now."""
    from domain.lifecycle.who import CONTROLLERS

    only_for(
        desk,
        CONTROLLERS,
        "AUT-02: {account} may not run this control; it is for {functions}",
    )


def only_for(desk: Desk, functions: "Collection[Function]", refusal: str) -> None:
    """AUT-02: refuse who holds none of these functions now; AUT-01: or whom nobody registered."""
    actor = desk.in_own_name()
    if actor.functions.isdisjoint(functions):
        raise NotAllowed(refusal, account=actor.account, functions=", ".join(sorted(functions)))
