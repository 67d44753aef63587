"""What may refuse a cost."""

from domain.decide.attempt import Attempt, Failing, Guards, Reasons
from domain.rules.codes import Codes


def billed_once(attempt: Attempt) -> Reasons:
    """CST-01: the same number for the same kind of cost is the same bill."""
    kind, reference = attempt.saying("kind"), attempt.saying("reference")
    if attempt.state is None or reference is None:
        return
    if any((each.kind, each.reference) == (kind, reference) for each in attempt.state.costs):
        yield Failing(
            "CST-01",
            "{kind} {reference} is already on record",
            {"kind": Codes.of("costs.kind", kind), "reference": reference},
        )


GUARDS: Guards = {"RecordCost": (billed_once,)}
