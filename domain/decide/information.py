"""What may refuse an act that needs a resident who has been told."""

from domain.decide.attempt import Attempt, Failing, Guards, Reasons
from domain.lifecycle import ENDED
from domain.values import InformationKind


def informed(attempt: Attempt) -> Reasons:
    """INT-02, INF-01: the seven kinds of information were given before notification."""
    state = attempt.state
    if state is None or state.stage in ENDED:
        return
    missing = [kind for kind in InformationKind if kind not in state.informed]
    if missing:
        yield Failing(
            "INF-01" if missing == [InformationKind.DUTY_TO_COOPERATE] else "INT-02",
            "not yet given: {missing}",
            {"missing": ", ".join(missing)},
            finding="ILLEGAL_TRANSITION" if state.informed else "NOTIFIED_UNINFORMED",
        )


GUARDS: Guards = {}
