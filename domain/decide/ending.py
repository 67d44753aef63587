"""What may refuse an end without departure, a closing or a reopening."""

from domain.decide.attempt import Guards, RestsOn
from domain.decide.decision import decisions_notified
from domain.decide.removal import after_everything

GUARDS: Guards = {"EstablishNonReturn": (decisions_notified,)}

RESTS_ON: RestsOn = dict.fromkeys(
    ("EstablishNonReturn", "CloseTrajectory", "ReopenTrajectory"), after_everything
)
