"""Who may run a control or have a report: procedure, table of functions and acts."""

from datetime import UTC, datetime

from cli.base import Desk
from domain.errors import NotAllowed


def only_controllers(desk: Desk) -> None:
    """AUT-02: refuse who holds none of the functions that control, now."""
    from domain.lifecycle.who import CONTROLLERS

    only_registered(desk)
    if CONTROLLERS.isdisjoint(desk.functions()):
        raise NotAllowed(
            "AUT-02: {account} may not run this control; it is for {functions}",
            account=desk.account,
            functions=", ".join(sorted(CONTROLLERS)),
        )


def only_registered(desk: Desk) -> None:
    """AUT-01: refuse an account that nobody registered."""
    from workflows import people

    people.acting(desk.office.journal, desk.account, datetime.now(UTC))
