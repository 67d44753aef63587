"""A removal while the council chamber has not ruled: the desk is warned, and can see it later."""

from story import Desk, lines_of

D = "MER-2025-0031"
SEIZED = (
    f"chamber seize {D} --by resident --reference RK-2025-9 --on 2025-03-05T09:00 --as d.lambert"
)
TOLD = (
    "no ruling yet on the request of 2025-03-05 09:00 to the council chamber (RK-2025-9): the "
    "removal leaves it without object (CDC-01); "
)
UNCONFIRMED = TOLD + (
    "the hierarchy has not confirmed it: authorise request --kind removal-before-ruling"
)
CONFIRMED = TOLD + "the hierarchy confirmed it (authorisation 1)"
CONFIRMS = (
    f"authorise request {D} --kind removal-before-ruling --motives booked "
    "--on 2025-03-05T10:00 --as d.lambert",
    f"authorise grant {D} --on 2025-03-05T11:00 --as r.wouters",
)


def test_the_start_and_the_departure_warn_and_the_sheet_shows_it(file_desk: Desk) -> None:
    assert warned_in(file_desk, (SEIZED,), UNCONFIRMED) == ["removal", "depart"]
    assert UNCONFIRMED in file_desk.runs(f"show {D} --as d.lambert").stdout


def test_that_the_hierarchy_confirmed_it_is_told_with_the_warning(file_desk: Desk) -> None:
    assert warned_in(file_desk, (SEIZED, *CONFIRMS), CONFIRMED) == ["removal", "depart"]
    assert CONFIRMED in file_desk.runs(f"show {D} --as d.lambert").stdout


def warned_in(desk: Desk, before: tuple[str, ...], what: str) -> list[str]:
    """Type the session with more before the attempt; name the commands that warned of it."""
    warned, asked = [], False
    for line in lines_of("a-removal-with-escort"):
        if line.startswith(f"removal start {D} --on 2025-03-06"):
            for more in before:
                done = desk.runs(more)
                assert done.exit_code == 0, done.output
            asked = True
        run = desk.runs(line)
        if run.exit_code == 0 and f"warning: {what}" in run.stderr:
            warned.append(line.split()[0])
        if line.startswith("depart "):
            break
    assert asked
    return warned
