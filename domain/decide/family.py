"""
What may refuse an act about who belongs together, of what age, and who cares for whom.

Where children may stay is told in :mod:`domain.decide.places`, that a family leaves together
in :mod:`domain.decide.unity`.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from domain.decide.attempt import (
    Attempt,
    Clocks,
    Due,
    Failing,
    Guards,
    Moments,
    Reasons,
    RestsOn,
)
from domain.lifecycle import follows
from domain.lifecycle.family import SEPARATION, SeparationState
from domain.rules.calendar import brussels_day, known, start_of_day
from domain.rules.codes import Codes
from domain.state.family import ADULT, DISPUTED
from domain.trajectory import Trajectory, day_of

# --- who belongs together -------------------------------------------------------------------


def in_one_family(attempt: Attempt) -> Reasons:
    """FAM-04: a resident belongs to one family, and is no member beside oneself."""
    state, asked = attempt.state, attempt.saying("family")
    if state is None:
        return
    known = state.family
    if asked is not None and known.id is not None and asked != known.id:
        yield Failing(
            "FAM-04",
            "the resident is on record in family {family}; unlink that first",
            {"family": known.id},
        )
    if state.dossier in _named(attempt):
        yield Failing("FAM-04", "{dossier} is named twice", {"dossier": state.dossier})


def born_once(attempt: Attempt) -> Reasons:
    """FAM-04: a child is born once, under a number of its own."""
    state, child = attempt.state, attempt.saying("child")
    if state is None or child is None:
        return
    if child == state.dossier or child in state.family.members:
        yield Failing("FAM-04", "{dossier} is named twice", {"dossier": child})


def born_when_it_is_said(attempt: Attempt) -> Reasons:
    """FAM-06: the eighteenth birthday of who is born lies in the future."""
    eighteen = day_of(attempt.saying("majority_on"))
    if eighteen is not None and eighteen <= brussels_day(attempt.context.at):
        yield Failing(
            "FAM-06", "who is born now does not become eighteen on {day}", {"day": eighteen}
        )


def are_members(attempt: Attempt) -> Reasons:
    """FAM-04: who is named belongs to the family."""
    if attempt.state is None:
        return
    strangers = [one for one in _named(attempt) if one not in attempt.state.family.members]
    if strangers or not attempt.state.family.members:
        yield Failing(
            "FAM-04",
            "not of the family on record: {members}",
            {"members": ", ".join(strangers) or "-"},
        )


def unlinked_by_another(attempt: Attempt) -> Reasons:
    """SEP-02: by natural person, who made the link does not take it away."""
    linked = attempt.state.family.linked if attempt.state else ()
    if theirs := attempt.own_part(*linked):
        yield Failing(
            "SEP-02",
            "{person} recorded this family; another person must take the link away",
            {"person": theirs.person},
            about_people=True,
        )


def _named(attempt: Attempt) -> tuple[str, ...]:
    return attempt.saying("members") or ()


# --- ages -----------------------------------------------------------------------------------


def of_the_family(attempt: Attempt) -> Reasons:
    """FAM-04: whose age it is, is the resident or belongs to the family."""
    member = attempt.saying("member")
    if member is None or attempt.state is None:
        return
    if member not in attempt.state.family.members:
        yield Failing("FAM-04", "not of the family on record: {members}", {"members": member})


def has_turned_eighteen(attempt: Attempt) -> Reasons:
    """FAM-06: majority is reached on the eighteenth birthday, which is on record or is said."""
    whose = _whose(attempt)
    if whose is None:
        return
    if whose.age == ADULT:
        yield Failing("FAM-06", "{member} is on record as of age", {"member": whose.dossier})
        return
    said, known = attempt.saying("majority_on"), whose.family.majority_on
    if said is not None and known is not None and said != known:
        yield Failing(
            "FAM-06",
            "the eighteenth birthday of {member} on record is {known}, not {said}",
            {"member": whose.dossier, "known": known, "said": said},
        )
        return
    day = day_of(known) or day_of(said)
    if day is None:
        if attempt.said is not None:
            yield Failing(
                "FAM-06",
                "the eighteenth birthday of {member} is not on record; say it",
                {"member": whose.dossier},
            )
    elif brussels_day(attempt.context.at) < day:
        yield Failing(
            "FAM-06",
            "{member} is eighteen on {day} only",
            {"member": whose.dossier, "day": day},
            passes_on=day,
        )


def age_is_not_in_dispute(attempt: Attempt) -> Reasons:
    """FAM-05: a doubt is recorded once, until it is settled; a member's in each dossier."""
    whose = _whose(attempt)
    if whose is not None and whose.age == DISPUTED and not _untold(attempt, whose):
        yield Failing(
            "FAM-05", "the age of {member} is in dispute already", {"member": whose.dossier}
        )


def _untold(attempt: Attempt, whose: Trajectory) -> bool:
    """Tell a doubt that this dossier does not know of: one about the age of another member."""
    state = attempt.state
    if state is None or whose.dossier == state.dossier:
        return False
    return whose.dossier not in state.family.minors


def age_is_in_dispute(attempt: Attempt) -> Reasons:
    """FAM-05: what is settled was in doubt."""
    whose = _whose(attempt)
    if whose is not None and whose.age != DISPUTED:
        yield Failing("FAM-05", "the age of {member} is not in dispute", {"member": whose.dossier})


def outcome_fits_the_birthday(attempt: Attempt) -> Reasons:
    """FAM-06: by the eighteenth birthday that is said with it, the outcome is what it says."""
    day, outcome = day_of(attempt.saying("majority_on")), attempt.saying("outcome")
    if day is not None and (outcome == ADULT) is not (day <= brussels_day(attempt.context.at)):
        yield Failing(
            "FAM-06",
            "the outcome is {age}, and the eighteenth birthday {day}",
            {"age": Codes.of("family.age-outcome", outcome), "day": day},
        )


def settled_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who doubted an age does not settle it."""
    whose = _whose(attempt)
    if theirs := attempt.own_part(whose.family.doubted if whose else None):
        yield Failing(
            "SEP-01",
            "{person} doubted this age as {account}; another person must settle it",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def _whose(attempt: Attempt) -> Trajectory | None:
    """Find whose age an act is about: the resident, or a member whose dossier was looked at."""
    member = attempt.saying("member")
    if member is None:
        return attempt.state
    return next((one for one in attempt.context.members if one.dossier == member), None)


# --- apart ----------------------------------------------------------------------------------


def in_separation_order(attempt: Attempt) -> Reasons:
    """FAM-07: proposed, on a report, then decided; over when they are together again."""
    state = attempt.state
    if state is None:
        return
    wish = state.family.separation
    now: StrEnum | None = wish.state if wish else None
    passes, after = follows(SEPARATION, now, attempt.act)
    if not passes:
        yield Failing(
            "FAM-07",
            "the separation is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )
    elif attempt.act in _DECIDING and wish is not None:
        others = set(_named(attempt)) - set(wish.members)
        if others:
            yield Failing(
                "FAM-07",
                "a separation from {members} was not proposed",
                {"members": ", ".join(sorted(others))},
            )


_DECIDING = ("SeparateFamily", "KeepTogether")


def not_yet_apart(attempt: Attempt) -> Reasons:
    """FAM-07: a separation is from members who are together, and from somebody."""
    if attempt.state is None or attempt.said is None:
        return
    named, apart = _named(attempt), attempt.state.family.apart
    if not named or any(one in apart for one in named):
        yield Failing("FAM-07", "say from which members, not apart yet, the resident is separated")


def are_apart(attempt: Attempt) -> Reasons:
    """FAM-07: reunited are those who were apart."""
    if attempt.state is None:
        return
    apart = attempt.state.family.apart
    together = [one for one in _named(attempt) if one not in apart]
    if together or not apart:
        yield Failing("FAM-07", "not apart: {members}", {"members": ", ".join(together) or "-"})


def separated_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who proposed a separation does not authorise it."""
    wish = attempt.state.family.separation if attempt.state else None
    waits = wish is not None and wish.state is SeparationState.PROPOSED
    if theirs := attempt.own_part(wish.proposed if wish and waits else None):
        yield Failing(
            "SEP-01",
            "{person} proposed this separation as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


# --- guardians ------------------------------------------------------------------------------


def guardian_known(attempt: Attempt) -> Reasons:
    """FAM-03: who is heard was appointed."""
    if attempt.state is not None and attempt.state.family.guardian is None:
        yield Failing("FAM-03", "no guardian is appointed for the unaccompanied minor")


GUARDS_FROM_2: Guards = {
    "LinkFamily": (in_one_family,),
    "UnlinkFamily": (are_members, unlinked_by_another),
    "RecordBirth": (in_one_family, born_once, born_when_it_is_said),
    "ReachMajority": (of_the_family, has_turned_eighteen),
    "DisputeAge": (of_the_family, age_is_not_in_dispute),
    "EstablishAge": (
        of_the_family,
        age_is_in_dispute,
        outcome_fits_the_birthday,
        settled_by_another,
    ),
    "ProposeSeparation": (are_members, not_yet_apart, in_separation_order),
    "SeparateFamily": (in_separation_order, separated_by_another),
    "KeepTogether": (in_separation_order,),
    "ReuniteFamily": (are_apart,),
    "HearGuardian": (guardian_known,),
}


# --- when -----------------------------------------------------------------------------------


def _links_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.family.unlinked


def _family_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.family.since
    yield state.family.unlinked


def _age_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    whose = _whose(attempt)
    yield whose.age_since if whose else None
    yield from _family_so_far(state, attempt)


def _separation_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    yield from _family_so_far(state, attempt)
    yield state.family.separation.since if state.family.separation else None


def _guardian_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.family.guardian.appointed if state.family.guardian else None


_SO_FAR: dict[Moments, tuple[str, ...]] = {
    _links_so_far: ("LinkFamily", "RecordBirth"),
    _family_so_far: ("UnlinkFamily",),
    _age_so_far: ("ReachMajority", "DisputeAge", "EstablishAge"),
    _separation_so_far: ("ProposeSeparation", "SeparateFamily", "KeepTogether", "ReuniteFamily"),
    _guardian_so_far: ("HearGuardian",),
}

RESTS_ON: RestsOn = {act: moments for moments, acts in _SO_FAR.items() for act in acts}


# --- what is due ----------------------------------------------------------------------------


def _comes_of_age(state: Trajectory, _now: datetime) -> Iterator[Due]:
    day = day_of(state.family.majority_on)
    begins = known(start_of_day, day) if day else None
    if begins is not None and state.age != ADULT:
        since = state.age_since or state.family.since or state.opened
        yield Due("FAM-06", begins, "majority to be recorded", since, is_duty=True)


CLOCKS: Clocks = (_comes_of_age,)
