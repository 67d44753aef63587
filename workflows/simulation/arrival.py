"""Arrival: admitted, searched, seen by a nurse, informed, given a lawyer, talked with."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from domain import commands as c
from domain.rules import Place
from domain.rules.calendar import brussels_day
from domain.state.family import ADULT, MINOR
from domain.values import Acknowledgement, CameFrom, Sealed, Sex
from workflows.simulation.figures import chosen, drawn, happens, number
from workflows.simulation.moments import A_DAY, after, desk_hour, minutes
from workflows.simulation.stay import Outcome, Stay

_HARD_TO_RETURN = ("ER", "SD", "ET")
_OTHERS = ("AL", "RO", "MD", "BR", "MA", "DZ", "GE", "TR", "UA", "MN", "SV", "IN")
_LANGUAGES = ("fr", "en", "ar", "ti", "sq", "ro", "pt", "tr", "ru", "es")
_GIVEN = {
    Sex.F: ("Mariam", "Elira", "Awa", "Ioana", "Salma", "Lucia", "Nadia", "Feven"),
    Sex.M: ("Idris", "Arben", "Samir", "Ion", "Tomas", "Yusuf", "Davit", "Bruno"),
}
_LAWYERS = ("Me Test", "Mr. Test", "Mtre Test")
_TALKS = ("return options", "documents and identity", "family and health", "fears about return")


def admit(stay: Stay) -> datetime:
    """Open the dossier, receive the resident and inform; return when that was done."""
    dice = stay.dice
    stay.hard_to_return = stay.outcome is Outcome.RELEASED and happens(
        "released.hard-to-return", dice
    )
    stay.nationality = dice.choice(_HARD_TO_RETURN if stay.hard_to_return else _OTHERS)
    stay.came_from = CameFrom(chosen("came", dice))
    stay.language = dice.choice(_LANGUAGES)
    interpreter = f"I-{dice.randint(10, 40)}"
    stay.interpreter = None if stay.language in ("fr", "en") else interpreter
    person = somebody(dice, stay.place, stay.arrived, minor=False)
    stay.write(
        "open",
        stay.arrived,
        stay.coach,
        c.OpenTrajectory,
        centre=stay.place.code,
        came_from=stay.came_from,
        nationality=Sealed.of(stay.nationality),
        **person,
    )
    if stay.size > 1:
        _link(stay)
    _receive(stay, person["sex"])
    return _inform(stay)


def _link(stay: Stay) -> None:
    """Put the family on record once the last of them is admitted; who belongs to it comes later."""
    at = stay.arrived + minutes(2 * stay.size + 4)
    stay.write("link", at, stay.coach, c.LinkFamily, family=stay.dossier, role="parent", members=())


def _receive(stay: Stay, sex: Sex) -> None:
    """Search, keep property, ask who the resident is; a nurse looks at the resident that day."""
    dice, arrived = stay.dice, stay.arrived
    guard = dice.choice(stay.crew.guards)
    soon = arrived + minutes(dice.randint(35, 50))
    stay.write("search", soon, guard, c.PerformSearch, occasion="arrival", agent_sex=sex)
    stay.write(
        "keep",
        soon + minutes(8),
        guard,
        c.InventoryProperty,
        inventory=stay.number("INV"),
        outcome="kept",
    )
    stay.write(
        "identify",
        soon + minutes(15),
        stay.coach,
        c.RecordIdentity,
        source="own-statement",
        nationality=Sealed.of(stay.nationality),
    )
    seen = arrived + timedelta(hours=drawn("hours.to-intake", dice))
    note = Sealed.of("simulated: nothing to report")
    stay.write("intake", seen, stay.crew.nurse, c.CompleteMedicalIntake, note=note)


def _inform(stay: Stay) -> datetime:
    """Explain everything, ask for a lawyer, and talk about going back of one's own will."""
    dice = stay.dice
    informed = stay.arrived + minutes(drawn("minutes.to-inform", dice))
    stay.write(
        "inform",
        informed,
        stay.coach,
        c.GiveInformation,
        language=stay.language,
        interpreter=stay.interpreter,
        acknowledgement=Acknowledgement.SIGNED,
    )
    asked = informed + minutes(12)
    reference = stay.number("BAJ")
    stay.write("ask-lawyer", asked, stay.coach, c.RequestLegalAid, reference=reference)
    stay.write(
        "lawyer",
        desk_hour(dice, stay.first_day + A_DAY),
        stay.coach,
        c.AssignLegalAid,
        lawyer=Sealed.of(dice.choice(_LAWYERS)),
        bar_number=f"BAR-{dice.randint(1000, 9999)}",
    )
    stay.write(
        "counsel",
        informed + minutes(30),
        stay.coach,
        c.CounselVoluntaryReturn,
        moment="intake",
        language=stay.language,
        interpreter=stay.interpreter,
    )
    return informed


def somebody(dice: Random, place: Place, arrived: datetime, *, minor: bool) -> dict[str, Any]:
    """Make somebody up: sex as the place asks, an age, a name that nobody bears."""
    women = {"men": 0.0, "women": 1.0, "families": 0.5}.get(place.residents, number("women"))
    sex = Sex.F if dice.random() < women else Sex.M
    days = dice.randint(30, 17 * 365) if minor else dice.randint(19 * 365, 60 * 365)
    born = brussels_day(arrived) - timedelta(days=days)
    name = f"{dice.choice(_GIVEN[sex])} Test"
    said = {"sex": sex, "name": Sealed.of(name), "born_on": Sealed.of(born.isoformat())}
    return said | ({"age": MINOR, "unaccompanied": False} if minor else {"age": ADULT})


def talk(stay: Stay, end: datetime) -> None:
    """Hold interviews, from the day after arrival until the resident is gone."""
    dice, n = stay.dice, 1
    at = desk_hour(dice, stay.first_day + A_DAY)
    while at < end:
        if stay.is_free(at, end):
            note = Sealed.of(f"simulated: {dice.choice(_TALKS)}")
            stay.write(f"interview-{n}", at, stay.coach, c.HoldInterview, note=note)
            n += 1
        at = after(dice, at, "days.between-interviews")
