"""What guards ask of the small tables: whether an act may follow, and from where it may."""

from enum import StrEnum

from domain.lifecycle import EVENT_OF, Course, course_of


def follows(courses: tuple[Course, ...], now: StrEnum | None, act: str) -> tuple[bool, str]:
    """Tell whether an act may follow in a small table, and from which states it may."""
    row = course_of(courses, EVENT_OF[act])
    if row is None or now in row.after:
        return True, ""
    return False, ", ".join(str(state or "none") for state in row.after)
