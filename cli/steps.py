"""What the commands of the procedure are called on the command line."""

STEPS: dict[str, str] = {
    "OpenTrajectory": "open",
    "GiveInformation": "inform",
    "HoldInterview": "interview",
    "DraftDecision": "decision draft",
    "EditDraft": "decision edit",
    "TakeDecision": "decision take",
    "NotifyDecision": "decision notify",
    "AnnulDecision": "decision annul",
    "HandInAppeal": "appeal hand-in",
    "TransmitAppeal": "appeal transmit",
    "LodgeAppeal": "appeal lodge",
    "RejectAppeal": "appeal decide --outcome rejected",
    "GrantAppeal": "appeal decide --outcome granted",
    "WithdrawAppeal": "appeal decide --outcome withdrawn",
    "OpenIomFile": "iom open",
    "ConfirmIomEligibility": "iom eligible",
    "SignDeclaration": "iom sign",
    "BookIomTravel": "iom book",
    "WithdrawIomFile": "iom withdraw",
    "CertifyFitToTravel": "health fit",
    "RefuseFitToTravel": "health unfit",
    "PrepareRemoval": "removal prepare",
    "ConfirmDeparture": "depart",
    "EstablishNonReturn": "non-return",
    "CloseTrajectory": "close",
    "ReopenTrajectory": "reopen",
    "CorrectRecord": "correct",
}
"""Command of the domain → what is typed after ``trajet``."""


def command_named(step: str) -> str | None:
    """Find the domain command meant by a step as people type it."""
    wanted = " ".join(step.replace("_", "-").split()).casefold()
    return next(
        (
            command
            for command, typed in STEPS.items()
            if wanted in (typed, typed.replace(" --outcome", ""), command.casefold())
        ),
        None,
    )
