"""Leads: patterns over many decisions, with the numbers behind them, for a person to look at."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.base import Desk, Moment, TrajetCommand, end_of, option, place_named, print_json
from cli.controllers import only_for
from cli.restricted import closed_ever, kept_back
from cli.words import colon, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from projections.leads import Approval, Key, PairLead
    from projections.separation import DecisionRound

Day = tuple[datetime, bool]


class Share(click.ParamType[Any]):
    """A share of the whole, more than nothing and less than all: ``0.05``."""

    name = "share"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the share."""
        try:
            share = float(value)
        except ValueError:
            share = 0.0
        if not 0 < share < 1:
            self.fail(
                say("{value} is not a share between 0 and 1; write 0.05", value=value), param, ctx
            )
        return share


class Asked(NamedTuple):
    """What one looks at: a centre or all, a period or everything on record, how sure."""

    centre: str | None
    since: datetime | None
    until: datetime | None
    level: float

    def includes(self, each: "Approval") -> bool:
        """Tell a decision that is meant."""
        return (
            (self.centre is None or each.centre == self.centre)
            and (self.since is None or each.taken.at >= self.since)
            and (self.until is None or each.taken.at < self.until)
        )


@click.command("leads", cls=TrajetCommand)
@option("--centre", metavar="CODE", help="Only decisions on residents of this centre.")
@option("--from", "since", type=Moment(), metavar="DATE", help="The first day.")
@option("--to", "until", type=Moment(), metavar="DATE", help="The last day; included.")
@option(
    "--level",
    type=Share(),
    default=0.05,
    show_default=True,
    metavar="SHARE",
    help="What share of the pairs told may be chance.",
)
def leads(
    desk: Desk, centre: str | None, since: Day | None, until: Day | None, level: float
) -> None:
    """Show quick decisions and striking pairs: questions to ask, with the numbers behind them."""
    from domain.lifecycle.who import CONTROLLERS

    only_for(desk, CONTROLLERS, "AUT-02: {account} may not look at leads; this is for {functions}")
    asked = Asked(
        place_named(centre).code if centre else None,
        since[0] if since else None,
        end_of(until),
        level,
    )
    if asked.since and asked.until and asked.since >= asked.until:
        raise BadInput("--to: the period ends before it begins")
    report = _report(on_record(desk), asked)
    if desk.as_json:
        print_json(report)
    else:
        for line in _lines(report):
            click.echo(line)


def on_record(desk: Desk) -> "list[DecisionRound]":
    """Read the decision rounds of all dossiers that may be shown to who asks."""
    from projections.separation import SEPARATION, all_rows

    with desk.office.reading(SEPARATION) as connection:
        rounds = all_rows(connection)
    hidden = kept_back(desk, closed_ever(desk))
    return [each for each in rounds if each.dossier not in hidden] if hidden else rounds


# --- the report -----------------------------------------------------------------------------


class _Found(NamedTuple):
    """What is in the decisions looked at."""

    everything: "list[Approval]"
    pairs: "list[PairLead]"
    twos: list[Any]
    cycles: list[Any]
    tests: dict[str, int]

    @property
    def shown(self) -> "list[PairLead]":
        """Every pair of which numbers are told."""
        pairs = [*self.pairs, *(pair for two in self.twos for pair in (two.one, two.other))]
        return list({(pair.centre, pair.drafter, pair.decider): pair for pair in pairs}.values())


def _found(several: "list[Approval]", level: float) -> _Found:
    from projections import leads as l

    compared = l.concentrated(several)
    told = l.far_beyond_chance(compared, level)
    twos = l.reciprocal(compared, level)
    tests = {"pairs": len(compared), "reciprocal": l.two_way(compared)}
    return _Found(several, told, twos, l.cycles(told), tests)


def _report(rounds: "Iterable[DecisionRound]", asked: Asked) -> dict[str, Any]:
    from projections import leads as l

    house = l.approvals(rounds)
    found = _found([each for each in house if asked.includes(each)], asked.level)
    period = [each for each in house if asked._replace(centre=None).includes(each)]
    quick = {each.key for each in l.hurried(period)}  # told one by one, whatever their number
    slow = {each.key for each in l.considered(period)}
    unknown = {each.key for each in found.everything} - slow - quick
    # What the house has beside the centre asked for comes out by subtraction: guarded as well.
    rest = slow - {each.key for each in found.everything}
    others = [{each.key for each in theirs} & slow for theirs in l.centres(period).values()]
    told = l.may_tell(_groups(found, period), found.shown, [unknown, rest, *others])
    return {
        "centre": asked.centre,
        "from": _iso(asked.since),
        "to": _iso(asked.until and asked.until - timedelta(microseconds=1)),
        "level": asked.level,
        "decisions": told.number(("all", None), found.everything),
        "tests": found.tests,
        "haste": _haste(found.everything, period, told),
        "leads": [
            *(_hurried_json(each) for each in l.hurried(found.everything)),
            *(_pair_lead("pair", [pair], pair, told) for pair in found.pairs),
            *(_pair_lead("two", [two.one, two.other], two, told) for two in found.twos),
            *(_pair_lead("cycle", each.pairs, each, told) for each in found.cycles),
        ],
    }


Groups = dict[tuple[str, object], "frozenset[Key]"]


def _groups(found: _Found, period: "Sequence[Approval]") -> Groups:
    """Name every number one would like to tell, the most telling first."""
    from projections import leads as l

    def keys(several: "Iterable[Approval]") -> "frozenset[Key]":
        return frozenset(each.key for each in several)

    slow = l.considered(found.everything)
    quick = keys(l.hurried(found.everything))
    groups: Groups = {("all", None): keys(found.everything) - quick}
    groups |= {("together", _name(pair)): pair.drafted & pair.taken for pair in found.shown}
    groups |= {("house", None): keys(l.considered(period)), ("slow", None): keys(slow)}
    groups |= {("centre", at): keys(each) for at, each in l.centres(slow).items()}
    groups |= {("class", each.start): each.rounds for each in l.classes(slow)}
    for what in ("drafted", "taken", "decisions"):
        groups |= {(what, _name(pair)): getattr(pair, what) for pair in found.shown}
    return groups


def _name(pair: "PairLead") -> object:
    return pair.centre, pair.drafter, pair.decider


def _haste(
    several: "Sequence[Approval]", period: "Sequence[Approval]", told: Any
) -> dict[str, Any]:
    """Tell how long decisions took, those under a minute aside, which are told one by one."""
    from projections import leads as l

    slow, house = l.considered(several), l.considered(period)
    return {
        "house": _spread_json(house, told.number(("house", None), house)),
        **_spread_json(slow, told.number(("slow", None), slow)),
        "classes": [
            {"from_seconds": each.start, "to_seconds": each.end, "decisions": number}
            for each in l.classes(slow)
            if (number := told.number(("class", each.start), each.rounds)) is not None
        ],
        "centres": [
            {"centre": at, **_spread_json(each, number)}
            for at, each in l.centres(slow).items()
            if (number := told.number(("centre", at), each)) is not None
        ],
    }


def _spread_json(several: "Sequence[Approval]", number: int | None) -> dict[str, Any]:
    from projections.leads import spread

    found = spread(several) if number is not None else None
    return {
        "decisions": number,
        "median_seconds": found and found.median,
        "lower_quarter_seconds": found and found.lower_quarter,
        "upper_quarter_seconds": found and found.upper_quarter,
    }


def _hurried_json(each: "Approval") -> dict[str, Any]:
    return {
        "code": "RUBBER_STAMP",
        "severity": "lead",
        "centre": each.centre,
        "persons": list(dict.fromkeys((each.last.person, each.taken.person))),
        "accounts": list(dict.fromkeys((each.last.account, each.taken.account))),
        "p": None,
        "q": None,
        "pairs": [],
        "rounds": [_round_json(each, each.last)],
    }


def _pair_lead(kind: str, pairs: "Sequence[PairLead]", lead: Any, told: Any) -> dict[str, Any]:
    """Tell a pair, two that decide each other's drafts, or a cycle, pair by pair."""
    from projections.leads import CODES

    told_pairs = [_pair_json(pair, told) for pair in pairs]
    guarded = any(pair["q"] is None for pair in told_pairs)
    return {
        "code": CODES[kind],
        "severity": "lead",
        "centre": pairs[0].centre,
        "persons": list(dict.fromkeys(p for pair in pairs for p in (pair.drafter, pair.decider))),
        "accounts": list(
            dict.fromkeys(
                each for pair in pairs for each in (*pair.drafter_accounts, *pair.decider_accounts)
            )
        ),
        "p": None if guarded else _rounded(lead.p),
        "q": None if guarded else _rounded(lead.q),
        "pairs": told_pairs,
        "rounds": [_round_json(each, each.drafted) for pair in pairs for each in pair.rounds],
    }


def _pair_json(pair: "PairLead", told: Any) -> dict[str, Any]:
    """
    Tell the numbers behind a pair.

    What chance gives is worked out month by month from numbers that are not told; of one month
    alone it would give away a total that may not be told, and is left out with it.
    """
    name = _name(pair)
    totals = {
        what: told.number((what, name), getattr(pair, what))
        for what in ("drafted", "taken", "decisions")
    }
    guarded = len(pair.months) == 1 and None in totals.values()
    return {
        "drafter": pair.drafter,
        "drafter_accounts": pair.drafter_accounts,
        "decider": pair.decider,
        "decider_accounts": pair.decider_accounts,
        "together": told.number(("together", name), pair.drafted & pair.taken),
        "expected": None if guarded else round(pair.expected, 1),
        "p": None if guarded else _rounded(pair.p),
        "q": None if guarded else _rounded(pair.q),
        **totals,
        "deciders": list(pair.deciders),
        "months": list(pair.months),
    }


def _round_json(each: "Approval", first: Any) -> dict[str, Any]:
    waited = each.waited
    return {
        "dossier": each.dossier,
        "round": each.round,
        "decided_at": _iso(each.taken.at),
        "seconds": None if waited is None else round(waited.total_seconds()),
        "persons": [first.person, each.taken.person],
        "versions": [first.version, each.taken.version],
        "log_index": [first.log_index, each.taken.log_index],
    }


def _rounded(share: float) -> float:
    return float(f"{share:.2g}")


def _iso(moment: datetime | None) -> str | None:
    from cli.render import instant

    return None if moment is None else instant(moment)


# --- in words -------------------------------------------------------------------------------


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield say("leads are questions to ask: none is a breach, none is a mark on anybody")
    yield say("{n} decisions on a draft", n=_number(report["decisions"]))
    quick = [lead for lead in report["leads"] if lead["code"] == "RUBBER_STAMP"]
    others = [lead for lead in report["leads"] if lead["code"] != "RUBBER_STAMP"]
    yield ""
    yield from _haste_lines(report["haste"], quick)
    yield ""
    yield from _pattern_lines(report, others)


def _haste_lines(haste: dict[str, Any], quick: list[dict[str, Any]]) -> Iterator[str]:
    yield say("{n} taken within a minute of the last word of the draft", n=len(quick))
    for lead in quick:
        (one,) = lead["rounds"]
        where, who = say("round {n}", n=one["round"]), ", ".join(lead["accounts"])
        after = say("after {span}", span=_span(one["seconds"]))
        yield f"  RUBBER_STAMP  {one['dossier']} {where}{colon()} {who} {after} {_places(one)}"
    yield say("the others, where the hour is known:")
    yield "  " + _spread_told(say("whole house"), haste["house"])
    for each in haste["centres"] if len(haste["centres"]) > 1 else ():
        yield "  " + _spread_told(each["centre"] or "-", each)
    for each in haste["classes"]:
        yield f"  {_class_told(each)}{colon()} {each['decisions']}"


def _spread_told(what: str, found: dict[str, Any]) -> str:
    if found["median_seconds"] is None:
        return f"{what}{colon()} {say('fewer than 5, not told')}"
    return f"{what}{colon()} " + say(
        "{n} decisions, {median} in the middle; half of them between {lower} and {upper}",
        n=found["decisions"],
        median=_span(found["median_seconds"]),
        lower=_span(found["lower_quarter_seconds"]),
        upper=_span(found["upper_quarter_seconds"]),
    )


def _class_told(each: dict[str, Any]) -> str:
    start, end = _span(each["from_seconds"]), each["to_seconds"]
    if end is None:
        return say("{start} or more", start=start)
    return say("{start} to {end}", start=start, end=_span(end))


def _pattern_lines(report: dict[str, Any], others: list[dict[str, Any]]) -> Iterator[str]:
    tests = report["tests"]
    if not others:
        yield say(
            "no pair stands out among {pairs} pairs of drafter and decider compared",
            pairs=tests["pairs"],
        )
    shown: set[str] = set()
    for lead in others:
        yield from _lead_lines(lead, shown)
    if others:
        yield say(
            "{pairs} pairs compared, {twos} of them both ways; of what is told with a q of at most",
            pairs=tests["pairs"],
            twos=tests["reciprocal"],
        )
        yield say("{level}, no more than that share is chance, on average", level=report["level"])
    yield say("small teams make pairs: months in which nobody else could have decided, or in which")
    yield say(
        "nothing else was there to decide, are left out; rosters and languages make pairs too"
    )
    yield say("numbers under 5, and others from which one could be worked out, are not told")


def _lead_lines(lead: dict[str, Any], shown: set[str]) -> Iterator[str]:
    """Tell a lead; a pair that stands above already is told by its first line."""
    who = f"{', '.join(lead['persons'])} ({', '.join(lead['accounts'])})"
    yield f"{lead['code']}  {lead['centre'] or '-'}  {who}"
    if lead["code"] == "RECIPROCAL_PAIR":
        yield "  " + say("each decided the other's drafts beyond chance")
    if lead["code"] == "APPROVAL_CYCLE":
        yield "  " + say("each decided beyond chance what the one before drafted, and so round")
    for pair in lead["pairs"]:
        theirs = [pair["drafter"], pair["decider"]]
        rounds = [each for each in lead["rounds"] if each["persons"] == theirs]
        first, *further = (*_pair_lines(pair), *_round_lines(rounds))
        told = f"{lead['centre']} {first}"
        yield f"  {first}"
        yield from () if told in shown else (f"    {line}" for line in further)
        shown.add(told)


def _pair_lines(pair: dict[str, Any]) -> Iterator[str]:
    told = {name: f"{' + '.join(pair[f'{name}_accounts'])}" for name in ("drafter", "decider")}
    yield say(
        "{decider} decided {n} drafts of {drafter}; chance gives {expected} (p {p}, q {q})",
        **told,
        n=_number(pair["together"]),
        **{name: _known(pair[name]) for name in ("expected", "p", "q")},
    )
    if None not in (pair["drafted"], pair["taken"], pair["decisions"]):
        yield say(
            "of {drafted} drafts of {drafter} and {taken} decisions of {decider}, among "
            "{decisions} that either could have had",
            drafter=told["drafter"],
            decider=told["decider"],
            **{name: pair[name] for name in ("drafted", "taken", "decisions")},
        )
    least, most = pair["deciders"]
    several = str(most) if least == most else say("{start} to {end}", start=least, end=most)
    yield say(
        "in {n} months, {first} to {last}; besides the drafter {persons} decided there a month",
        n=len(pair["months"]),
        first=pair["months"][0],
        last=pair["months"][-1],
        persons=several,
    )


def _round_lines(rounds: list[dict[str, Any]]) -> Iterator[str]:
    """Name the first rounds, several on a line."""
    told = [f"{each['dossier']}/{each['round']} {_places(each)}" for each in rounds]
    for at in range(0, min(len(told), _NAMED), _ON_A_LINE):
        yield "; ".join(told[at : at + _ON_A_LINE])
    if len(told) > _NAMED:
        yield say("and {n} more, which --json names", n=len(told) - _NAMED)


_NAMED, _ON_A_LINE = 9, 3


def _places(one: dict[str, Any]) -> str:
    return "(" + ", ".join(f"#{index}" for index in one["log_index"]) + ")"


def _known(number: float | None) -> str:
    return say("not told") if number is None else f"{number:g}"


def _number(number: int | None) -> str:
    return say("fewer than 5") if number is None else str(number)


def _span(seconds: float) -> str:
    """Tell a length of time in its two largest units."""
    left = round(seconds)
    told: list[str] = []
    for unit, words in ((86_400, "{n} d"), (3_600, "{n} h"), (60, "{n} min"), (1, "{n} s")):
        if left >= unit and len(told) < _TWO:
            told.append(say(words, n=left // unit))
            left %= unit
    return " ".join(told) or say("{n} s", n=0)


_TWO = 2
