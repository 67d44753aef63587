"""What a user may ask for, in the imperative. One command, one decision."""

from typing import TYPE_CHECKING, Any

from domain.commands.base import Command, StaffCommand
from domain.regions import finder

if TYPE_CHECKING:
    from domain.commands.admission import *
    from domain.commands.affairs import *
    from domain.commands.correction import *
    from domain.commands.custody import *
    from domain.commands.decision import *
    from domain.commands.ending import *
    from domain.commands.exception import *
    from domain.commands.family import *
    from domain.commands.health import *
    from domain.commands.identification import *
    from domain.commands.information import *
    from domain.commands.iom import *
    from domain.commands.measures import *
    from domain.commands.protection import *
    from domain.commands.remedies import *
    from domain.commands.removal import *
    from domain.commands.staff import *
    from domain.commands.transfer import *

    DOSSIER_COMMANDS: tuple[type[Command], ...]

__all__ = ["WORDS", "Command", "StaffCommand"]

WORDS: dict[str, tuple[str, ...]] = {
    "admission": ("OpenTrajectory",),
    "information": ("GiveInformation", "HoldInterview"),
    "decision": (
        "DraftDecision",
        "EditDraft",
        "TakeDecision",
        "NotifyDecision",
        "AnnulDecision",
    ),
    "remedies": (
        "HandInAppeal",
        "TransmitAppeal",
        "LodgeAppeal",
        "RejectAppeal",
        "GrantAppeal",
        "WithdrawAppeal",
    ),
    "protection": (),
    "custody": (),
    "transfer": (),
    "identification": (),
    "iom": (
        "OpenIomFile",
        "ConfirmIomEligibility",
        "SignDeclaration",
        "BookIomTravel",
        "WithdrawIomFile",
    ),
    "health": ("CertifyFitToTravel", "RefuseFitToTravel"),
    "measures": (),
    "removal": ("PrepareRemoval", "ConfirmDeparture"),
    "family": (),
    "affairs": (),
    "ending": ("EstablishNonReturn", "CloseTrajectory", "ReopenTrajectory"),
    "exception": (),
    "correction": ("CorrectRecord",),
    "staff": ("AddStaff",),
}
"""Region → its commands, in the order of the procedure."""

_find = finder(__name__, WORDS)


def __getattr__(name: str) -> Any:
    if name == "DOSSIER_COMMANDS":
        found = (_find(each) for names in WORDS.values() for each in names)
        return tuple(command for command in found if issubclass(command, Command))
    return _find(name)
