"""A removal: prepared, checked, planned, announced, tried, and given up or carried out."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from domain import commands as c
from domain.lifecycle.removal import CHECK_LIST, CONSENT_STATEMENT, SECOND_SIGNATURE, Item
from domain.rules.calendar import brussels_day
from domain.values import Sealed
from workflows.simulation.crew import REMOVAL_DIRECTOR
from workflows.simulation.figures import chosen, drawn, happens
from workflows.simulation.moments import A_DAY, minutes, on
from workflows.simulation.rounds import alerts
from workflows.simulation.stay import Act, Outcome, Stay

PREPARED = 6
"""A removal is prepared at least so many days before it takes place."""

APART = 8
"""Days between two attempts."""

MOST_ATTEMPTS = 3

_AT_THE_PLANE = ("refused-to-board", "captain-refused", "destination-refused")
"""Why an attempt fails that has begun; for other reasons it is called off before."""

_KNOWN = (
    *("decision-notification", "fit-to-fly", "travel-document", "lawyer-informed"),
    *("monitor-informed", "flight"),
)
"""Items of the check-list that the dossier itself shows to be done."""

_OF_FEW = ("family-best-interest", "visa-transit", "destination-reception", "interpreter")
"""Items that not every removal has."""

ON_THE_ROAD = minutes(150)
"""The attempt begins so long before the departure."""


def attempts_that_fail(stay: Stay, room: int) -> int:
    """Draw how many attempts come to nothing, as far as there are days for them."""
    failed = 0
    most = min(MOST_ATTEMPTS - 1, room // APART)
    while failed < most and not happens("attempt.succeeds", stay.dice):
        failed += 1
    return failed


def remove(stay: Stay, end: datetime, failed: int) -> None:
    """Prepare, plan and try; all attempts but the last come to nothing."""
    for nth in range(1, failed + 2):
        left = end - (failed + 1 - nth) * timedelta(days=APART)
        _attempt(stay, left, f"-{nth}" if nth > 1 else "", last=nth == failed + 1)


def _attempt(stay: Stay, departs: datetime, nth: str, *, last: bool) -> None:
    day = brussels_day(departs)
    _prepare(stay, day, nth)
    _plan(stay, departs, nth)
    stopped = None if last else chosen("attempt.stopped", stay.dice)
    if stopped is not None and stopped not in _AT_THE_PLANE:
        at = on(stay.dice, day - A_DAY, 17, 18)
        stay.write(f"cancel{nth}", at, stay.coach, c.CancelAttempt, reason=stopped)
        return
    examine(stay, departs, nth, doubt=last)
    _on_the_day(stay, departs, nth)
    if stopped is not None:
        guard = stay.crew.guards[0]
        stay.write(f"fail{nth}", departs, guard, c.FailAttempt, reason=stopped)


def _prepare(stay: Stay, day: date, nth: str) -> None:
    """Prepare, and do on the list what can be done before the departure is planned."""
    at = on(stay.dice, day - PREPARED * A_DAY, 9, 12)
    reference = stay.number(f"REM{nth}")
    stay.write(f"prepare{nth}", at, stay.coach, c.PrepareRemoval, reference=reference)
    at += timedelta(hours=2)
    for item in _listed(stay, on_the_day=False):
        at += minutes(stay.dice.randint(1, 5))
        stay.acts.append(_tick(stay, item, at, nth))
    stay.busy |= {day, day - PREPARED * A_DAY}
    if stay.outcome is Outcome.ESCORTED:
        escort = ("federal-police",) * drawn("escort.officers", stay.dice)
        proposed = on(stay.dice, day - 5 * A_DAY, 9, 16)
        stay.write(f"escort{nth}", proposed, stay.crew.attache, c.ProposeEscort, escort=escort)


def _listed(stay: Stay, *, on_the_day: bool) -> Iterator[Item]:
    """Give the items that somebody has to settle."""
    for item in CHECK_LIST:
        known = item.code in _KNOWN or (item.code == "sis-entry-ban" and _is_alerted(stay))
        briefed = item.code != "escort-briefing" or stay.outcome is Outcome.ESCORTED
        if item.on_the_day is on_the_day and briefed and not known:
            yield item


def _is_alerted(stay: Stay) -> bool:
    return stay.find("alert") is not None


def _tick(stay: Stay, item: Item, at: datetime, nth: str) -> Act:
    """Tick an item, or set it aside with a word on why it does not apply."""
    account = stay.crew.guards[1] if item.code == SECOND_SIGNATURE else stay.coach
    applies = item.code not in _OF_FEW or (item.code == "family-best-interest" and stay.size > 1)
    if item.code == "sis-entry-ban":
        applies = alerts(at)
    said = {} if applies else {"state": "not-applicable", "remark": Sealed.of("simulated: none")}
    if item.code == CONSENT_STATEMENT:
        said = {"statement": "refusal"}  # nobody is removed who would rather go by himself
    return stay.act(f"tick-{item.code}{nth}", at, account, c.TickItem, item=item.code, **said)


def _plan(stay: Stay, departs: datetime, nth: str) -> None:
    """Plan four days before; announce and tell the Inspectorate three days before."""
    day = brussels_day(departs)
    stay.write(
        f"schedule{nth}",
        on(stay.dice, day - 4 * A_DAY, 17, 18),
        REMOVAL_DIRECTOR,
        c.ScheduleRemoval,
        flight=f"SIM-{stay.dice.randint(100, 999)}",
        departs=departs.isoformat(),
        mode="escorted" if stay.outcome is Outcome.ESCORTED else "unescorted",
    )
    at = on(stay.dice, day - 3 * A_DAY, 9, 12)
    stay.write(
        f"announce{nth}",
        at,
        stay.coach,
        c.AnnounceRemoval,
        to_person=True,
        to_lawyer=True,
        language=stay.language,
    )
    told, reference = at + minutes(25), stay.number(f"AIG{nth}")
    stay.write(f"monitor{nth}", told, stay.crew.attache, c.InformMonitor, reference=reference)
    stay.busy |= {day - 4 * A_DAY, day - 3 * A_DAY}


def examine(stay: Stay, end: datetime, nth: str = "", *, doubt: bool = True) -> None:
    """Have the doctor certify fitness the day before; now and then not at the first time."""
    dice, day = stay.dice, brussels_day(end)
    if doubt and happens("unfit", dice):
        at, note = on(dice, day - 2 * A_DAY, 9, 16), Sealed.of("simulated: fever")
        stay.write("unfit", at, stay.crew.doctor, c.RefuseFitToTravel, note=note)
    at, note = on(dice, day - A_DAY, 9, 16), Sealed.of("simulated: fit to fly")
    stay.write(f"fit{nth}", at, stay.crew.doctor, c.CertifyFitToTravel, note=note)


def _on_the_day(stay: Stay, departs: datetime, nth: str) -> None:
    """Give property back, complete and sign the list, begin, look at all conditions again."""
    began, guard = departs - ON_THE_ROAD, stay.crew.guards[0]
    at = began - minutes(70)
    if not stay.find("give-back"):
        give_back(stay, at - minutes(30))
    for item in _listed(stay, on_the_day=True):
        at += minutes(stay.dice.randint(1, 8))
        stay.acts.append(_tick(stay, item, at, nth))
    stay.write(f"start{nth}", began, guard, c.StartAttempt)
    checked = departs - minutes(drawn("minutes.from-check", stay.dice))
    stay.write(f"check{nth}", checked, guard, c.CheckConditions)


def give_back(stay: Stay, at: datetime) -> None:
    """Give back what was kept."""
    stay.write(
        "give-back",
        at,
        stay.dice.choice(stay.crew.guards),
        c.InventoryProperty,
        inventory=stay.number("INV"),
        outcome="returned",
    )
