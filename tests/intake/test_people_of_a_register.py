"""Who takes a register in, who is in it, and the staff list that comes with it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cabinet import log_is_sound, opened, registrar_of
from registers import arrival, beside, row, taken_in, told, written

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.errors import BadInput, NotAllowed
from domain.staff import Member
from domain.values import Function, Sex
from workflows import intake, people, refusals
from workflows.handle import Occasion, handle
from workflows.journal import Journal

LIST = (
    "compte;personne;fonction\r\n"
    "v.maes;P-101;coach de retour\r\n"
    "w.claes;P-102;migration officer\r\n"
)


def _staff_list(folder: Path, text: str) -> Path:
    file = folder / "staff.csv"
    file.write_bytes(text.encode("cp1252"))
    return file


def _found(office: Office, account: str) -> Member:
    found = people.find(office.journal, account)
    assert found is not None
    return found


# --- who may -------------------------------------------------------------------------------


@pytest.mark.parametrize("function", sorted(set(Function)))
def test_a_register_is_taken_in_by_a_registrar_or_the_director(
    office: Office, function: Function
) -> None:
    actor = Actor("x.test", "P-900", frozenset({function}))
    file = beside(office, "register.csv")
    file.write_bytes(written([arrival(), row("divers")]))
    before = office.journal.newest()

    if function in (Function.REGISTRAR, Function.CENTRE_DIRECTOR):
        tally = intake.import_register(office.journal, office.vault, file, actor)
        assert tally.recorded == 1
        return
    with pytest.raises(NotAllowed, match=r"AUT-02: x\.test may not import a register"):
        intake.import_register(office.journal, office.vault, file, actor)

    assert office.journal.newest() == before
    assert not beside(office, "register.csv.rejects.csv").exists()


def test_the_typist_is_named_beside_the_actor(office: Office) -> None:
    director = people.acting(office.journal, "n.bernard", office.journal.clock())
    file = beside(office, "register.csv")
    file.write_bytes(written([arrival()]))
    intake.import_register(office.journal, office.vault, file, director)

    (line,) = office.journal.history("HOL-2025-0042")
    assert (line.account, line.person, line.recorded_by) == ("k.declercq", "P-013", "n.bernard")


# --- who is in it --------------------------------------------------------------------------


def test_acts_of_an_account_nobody_registered_are_recorded_and_the_account_reported(
    office: Office,
) -> None:
    tally = taken_in(
        office, arrival(), row("information", agent="g.nobody"), row("entretien", agent="h.noone")
    )

    assert (tally.recorded, tally.unknown_accounts) == (3, {"g.nobody", "h.noone"})
    persons = [line.person for line in office.journal.history("HOL-2025-0042")]
    assert persons == ["P-013", "account:g.nobody", "account:h.noone"]
    assert people.find(office.journal, "g.nobody") is None


def test_an_account_is_one_however_it_is_typed(office: Office) -> None:
    tally = taken_in(office, row("entretien", agent=" D.Lambert "))

    assert tally.unknown_accounts == set()
    (line,) = office.journal.history("HOL-2025-0042")
    assert (line.account, line.person) == ("d.lambert", "P-001")


def test_content_taken_in_while_the_desk_opens_the_dossier_is_under_its_residents_keys(
    office: Office,
) -> None:
    opening = c.OpenTrajectory(
        dossier="HOL-2025-0042", resident="HOL-2024-0007", centre="HOL", sex=Sex.F
    )
    moments = []

    def clock() -> datetime:
        # The intake asks for the time when it has seen that the dossier is not there yet.
        moments.append(datetime.now(UTC))
        if len(moments) == 1:
            handle(office.journal, office.vault, opening, Occasion("k.declercq"))
        return moments[-1]

    file = beside(office, "register.csv")
    file.write_bytes(written([row("entretien", précision="peur du frère")]))
    registrar = registrar_of(office)
    journal = Journal(str(office.paths.store), clock=clock)
    assert intake.import_register(journal, office.vault, file, registrar).recorded == 1
    journal.close()

    admission, talk = office.journal.history("HOL-2025-0042")
    assert (admission.version, talk.version) == (1, 2)
    assert opened(office, talk, "HOL-2024-0007") == {"note": "peur du frère"}


# --- the staff list ------------------------------------------------------------------------


def test_a_staff_list_registers_accounts_persons_and_functions(
    office: Office, tmp_path: Path
) -> None:
    file = _staff_list(tmp_path, LIST)

    assert intake.import_staff(office.journal, file, registrar_of(office)) == 2
    assert intake.import_staff(office.journal, file, registrar_of(office)) == 0

    found = _found(office, "w.claes")
    assert found.person == "P-102"
    assert found.functions(office.journal.clock()) == {Function.MIGRATION_OFFICER}


def test_one_account_may_hold_several_functions(office: Office, tmp_path: Path) -> None:
    file = _staff_list(tmp_path, LIST + "v.maes;P-101;médecin\r\n")
    assert intake.import_staff(office.journal, file, registrar_of(office)) == 3

    assert _found(office, "v.maes").functions(office.journal.clock()) == {
        Function.COACH,
        Function.DOCTOR,
    }


@pytest.mark.parametrize(
    ("bad", "column", "saying"),
    [
        ("v maes;P-103;coach de retour", "compte", "v maes"),
        (";P-103;coach de retour", "compte", "compte"),
        ("-x;P-103;coach de retour", "compte", "-x"),
        ("v.peeters;P 103;coach de retour", "personne", "P 103"),
        ("v.peeters;;coach de retour", "personne", "personne"),
    ],
)
def test_a_staff_list_with_a_bad_row_names_its_line_and_registers_nobody(
    office: Office, tmp_path: Path, bad: str, column: str, saying: str
) -> None:
    file = _staff_list(tmp_path, LIST + bad + "\r\nz.last;P-104;médecin\r\n")
    before = office.journal.newest()

    with pytest.raises(BadInput) as refusal:
        intake.import_staff(office.journal, file, registrar_of(office))

    assert str(refusal.value).startswith("staff.csv line 4")
    assert column in str(refusal.value)
    assert saying in str(refusal.value)
    assert office.journal.newest() == before


def test_a_staff_list_that_gives_an_account_to_somebody_else_names_its_line(
    office: Office, tmp_path: Path
) -> None:
    file = _staff_list(tmp_path, LIST + "d.lambert;P-999;médecin\r\n")
    before = office.journal.newest()

    with pytest.raises(NotAllowed, match=r"line 4.*d\.lambert belongs to P-001"):
        intake.import_staff(office.journal, file, registrar_of(office))
    assert office.journal.newest() == before


def test_a_staff_list_is_for_registrars(office: Office, tmp_path: Path) -> None:
    coach = people.acting(office.journal, "d.lambert", office.journal.clock())
    before = people.everybody(office.journal)

    with pytest.raises(NotAllowed, match="AUT-02"):
        intake.import_staff(office.journal, _staff_list(tmp_path, LIST), coach)
    assert people.everybody(office.journal) == before
    (kept,) = refusals.of_register(office.journal)
    assert (kept.account, kept.event) == (
        "d.lambert",
        e.ActRefused(act="AddStaff", rules=("AUT-02",)),
    )


def test_a_function_nobody_knows_gives_no_power(office: Office, tmp_path: Path) -> None:
    file = _staff_list(tmp_path, "compte;personne;fonction\r\nq.vos;P-105;conseiller\r\n")
    intake.import_staff(office.journal, file, registrar_of(office))

    found = _found(office, "q.vos")
    assert found.functions(office.journal.clock()) == {Function.UNLISTED}
    assert [held.label for held in found.holdings] == ["conseiller"]


def test_a_label_of_any_length_or_shape_is_taken(office: Office, tmp_path: Path) -> None:
    label = '"coach\r\nde retour ' + "x" * 200 + '"'
    file = _staff_list(tmp_path, f"compte;personne;fonction\r\nq.vos;P-105;{label}\r\n")

    assert intake.import_staff(office.journal, file, registrar_of(office)) == 1


def test_a_staff_list_that_cannot_be_read_is_told(office: Office, tmp_path: Path) -> None:
    registrar = registrar_of(office)
    with pytest.raises(BadInput, match=r"staff\.csv cannot be read"):
        intake.import_staff(office.journal, tmp_path / "staff.csv", registrar)
    with pytest.raises(BadInput, match="missing column compte"):
        intake.import_staff(office.journal, _staff_list(tmp_path, "account;person\r\n"), registrar)


def test_somebody_registered_later_was_not_known_before(office: Office, tmp_path: Path) -> None:
    taken_in(office, row("entretien", agent="v.maes"))
    intake.import_staff(office.journal, _staff_list(tmp_path, LIST), registrar_of(office))
    tally = taken_in(office, row("information", agent="v.maes"), name="later.csv")

    assert tally.unknown_accounts == set()
    persons = [line.person for line in office.journal.history("HOL-2025-0042")]
    assert persons == ["account:v.maes", "P-101"]
    assert sum(told(office).values()) == 2
    assert log_is_sound(office.paths.store) == office.journal.newest()
