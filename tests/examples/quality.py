"""Control of quality: one order for each command, and the acts of the specs."""

from dossier import DIRECTOR, NUMBER
from examples.affairs import HERE
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

__all__ = ["HERE", "ORDERS"]

CONTROLLER = Actor("s.peeters", "P-030", frozenset({Function.QUALITY_CONTROLLER}))
SECOND_CONTROLLER = Actor("r.maes", "P-031", frozenset({Function.QUALITY_CONTROLLER}))
COACH_AS_CONTROLLER = Actor("lambertd", "P-001", frozenset({Function.QUALITY_CONTROLLER}))
"""The coach again, called in to control under another account."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


DRAWN = _act(e.QualitySampleDrawn(sample="Q-2026-1"), CONTROLLER, "2026-03-16 09:00")
FOUND = _act(
    e.QualityFindingRecorded(
        number=1,
        kind="motivation",
        severity="shortcoming",
        sample="Q-2026-1",
        finding=Sealed.of("the motives are those of another dossier, word for word"),
    ),
    CONTROLLER,
    "2026-03-16 11:00",
)
ANSWERED = _act(
    e.QualityFindingAnswered(number=1, answer=Sealed.of("the decision is annulled and redone")),
    DIRECTOR,
    "2026-03-20 11:00",
)
ACCEPTED = _act(e.QualityFindingAccepted(number=1), CONTROLLER, "2026-03-23 11:00")
REOPENED = _act(
    e.QualityFindingReopened(number=1, reason=Sealed.of("the new one says the same")),
    CONTROLLER,
    "2026-03-24 11:00",
)
EXAMINED = _act(e.MotivesExamined(act=2, outcome="stereotyped"), CONTROLLER, "2026-03-18 09:00")

DRAW = c.DrawSample(dossier=NUMBER, sample="Q-2026-1")
ADD = c.AddFinding(
    dossier=NUMBER,
    kind="motivation",
    severity="shortcoming",
    sample="Q-2026-1",
    finding=Sealed.of("the motives are those of another dossier, word for word"),
)
ANSWER = c.AnswerFinding(dossier=NUMBER, answer=Sealed.of("the decision is annulled and redone"))
ACCEPT = c.AcceptFinding(dossier=NUMBER)
EXAMINE = c.ExamineMotives(dossier=NUMBER, act=2, outcome="stereotyped")
REOPEN = c.ReopenFinding(dossier=NUMBER, reason=Sealed.of("the new one says the same"))

ORDERS: tuple[c.Command, ...] = (DRAW, ADD, ANSWER, ACCEPT, REOPEN, EXAMINE)
