"""Serious incidents: one order for each command, and the acts of the specs."""

from dossier import DIRECTOR, NUMBER, SECURITY
from examples.health import REMOVAL_DIRECTOR
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Sealed


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


STRIKE = _act(
    e.SeriousIncidentReported(
        number=1,
        kind="hunger-strike",
        what="food-refused",
        immediate=("medical-follow-up", "closer-watch"),
        injured=False,
        police_informed=False,
        lawyer_contacted=True,
        family_contacted=False,
        narrative=Sealed.of("refuses meals since breakfast, drinks tea"),
    ),
    SECURITY,
    "2026-03-12 08:00",
)
ESCAPE = STRIKE.but(number=2, kind="escape-attempt", what="over-the-fence", police_informed=True)
STRIKE_OVER = _act(e.IncidentEnded(number=1, outcome="eats-again"), SECURITY, "2026-03-16 18:00")
FED_BACK = _act(
    e.IncidentFeedbackGiven(
        number=1, lessons=("signals-missed",), feedback=Sealed.of("announced on Tuesday")
    ),
    DIRECTOR,
    "2026-03-12 15:00",
)
ANSWERED = _act(
    e.IncidentAnswered(
        number=1, follow_up="instructions", answer=Sealed.of("a doctor sees her each morning")
    ),
    REMOVAL_DIRECTOR,
    "2026-03-13 09:00",
)
CLOSED = _act(e.IncidentClosed(number=1), REMOVAL_DIRECTOR, "2026-03-17 09:00")

REPORT = c.ReportIncident(
    dossier=NUMBER,
    kind="hunger-strike",
    what="food-refused",
    immediate=("medical-follow-up", "closer-watch"),
    injured=False,
    police_informed=False,
    lawyer_contacted=True,
    family_contacted=False,
    narrative=Sealed.of("refuses meals since breakfast, drinks tea"),
)
END = c.EndIncident(dossier=NUMBER, outcome="eats-again")
FEED_BACK = c.GiveIncidentFeedback(
    dossier=NUMBER, lessons=("signals-missed",), feedback=Sealed.of("announced on Tuesday")
)
ANSWER = c.AnswerIncident(
    dossier=NUMBER,
    follow_up="instructions",
    answer=Sealed.of("a doctor sees her each morning"),
)
CLOSE = c.CloseIncident(dossier=NUMBER)

ORDERS: tuple[c.Command, ...] = (REPORT, END, FEED_BACK, ANSWER, CLOSE)
