"""What each label of the register means, and what becomes of the details."""

from typing import Any

import pytest
from cabinet import kept_bytes, opened
from registers import arrival, row, taken_in

from cli.wiring import Office
from domain.record import Recorded

LABELS: list[tuple[dict[str, str], str, dict[str, Any]]] = [
    (
        arrival(précision="prison"),
        "resident-admitted.v2",
        {
            "centre": "HOL",
            "procedure": 1,
            "resident": "HOL-2025-0042",
            "came_from": "prison",
            "sex": "F",
            "name": "Lina Shehu",
            "born_on": "25/08/1994",
            "nationality": "Guinée",
        },
    ),
    (
        row(
            "information",
            précision="langue=fr;brochure;recours;aide juridique;plaintes;consulat;"
            "options de retour;devoir de coopération",
            remarque="interprète présent",
        ),
        "information-given.v2",
        {
            "language": "fr",
            "kinds": (
                "brochure",
                "remedies",
                "legal-aid",
                "complaints",
                "consular",
                "return-options",
                "duty-to-cooperate",
            ),
            "interpreter": "present",
            "remark": "interprète présent",
        },
    ),
    (
        row("information", précision="plaintes", remarque="refus de signer"),
        "information-given.v2",
        {
            "kinds": ("complaints",),
            "acknowledgement": "refused-to-sign",
            "remark": "refus de signer",
        },
    ),
    (
        row("entretien", précision="craintes en cas de retour exprimées"),
        "interview-held.v1",
        {"note": "craintes en cas de retour exprimées"},
    ),
    (
        row("projet de décision", précision="13quinquies", référence="DEC-2025-00042"),
        "decision-drafted.v2",
        {"form": "13quinquies", "reference": "DEC-2025-00042"},
    ),
    (
        row("projet modifié", précision="Annexe 13 septies", référence="DEC-2025-00042"),
        "decision-draft-edited.v2",
        {"reference": "DEC-2025-00042", "remark": "Annexe 13 septies"},
    ),
    (
        row("décision", précision="13 septies", référence="DEC-2025-00042"),
        "decision-taken.v2",
        {"form": "13septies", "reference": "DEC-2025-00042"},
    ),
    (
        row(
            "notification",
            précision="main propre;refus de recevoir;langue=ka;recours mentionnés",
            référence="DEC-2025-00042",
        ),
        "decision-notified.v2",
        {
            "reference": "DEC-2025-00042",
            "means": "by-hand",
            "acknowledgement": "refused-to-receive",
            "language": "ka",
            "remedies_stated": True,
        },
    ),
    (
        row("notification", précision="recommandé;sans mention des recours"),
        "decision-notified.v2",
        {"means": "registered", "remedies_stated": False},
    ),
    (
        row("décision annulée", précision="adresse connue"),
        "decision-annulled.v1",
        {"annulled_by": "authority", "reason": "adresse connue"},
    ),
    (row("décision retirée"), "decision-annulled.v1", {"annulled_by": "authority"}),
    (
        row("recours remis", précision="extrême urgence", référence="REC-2025-7"),
        "appeal-handed-in.v1",
        {"kind": "extreme-urgency", "reference": "REC-2025-7"},
    ),
    (
        row("recours introduit", précision="annulation"),
        "appeal-lodged.v1",
        {"kind": "annulment"},
    ),
    (row("recours remis"), "appeal-handed-in.v1", {"kind": "unknown"}),
    (
        row("recours transmis", référence="REC-2025-7"),
        "appeal-transmitted.v1",
        {"reference": "REC-2025-7"},
    ),
    (
        row("recours rejeté", référence="REC-2025-7"),
        "appeal-rejected.v1",
        {"reference": "REC-2025-7"},
    ),
    (
        row("recours accueilli", référence="REC-2025-7"),
        "appeal-granted.v1",
        {"reference": "REC-2025-7"},
    ),
    (
        row("recours retiré", référence="REC-2025-7"),
        "appeal-withdrawn.v1",
        {"reference": "REC-2025-7"},
    ),
    (
        row("dossier OIM ouvert", référence="OIM-2025-3"),
        "iom-file-opened.v1",
        {"reference": "OIM-2025-3"},
    ),
    (
        row("déclaration signée", précision="langue=AR", référence="OIM-2025-3"),
        "voluntary-declaration-signed.v2",
        {"reference": "OIM-2025-3", "language": "ar"},
    ),
    (
        row("voyage OIM réservé", référence="OIM-2025-3"),
        "iom-travel-booked.v1",
        {"reference": "OIM-2025-3"},
    ),
    (
        row("dossier OIM retiré", référence="OIM-2025-3"),
        "iom-file-withdrawn.v1",
        {"reference": "OIM-2025-3"},
    ),
    (row("apte au voyage"), "fit-to-travel-certified.v1", {}),
    (row("inapte au voyage", précision="fièvre"), "fit-to-travel-refused.v1", {"note": "fièvre"}),
    (
        row("éloignement préparé", référence="VOL-88213"),
        "removal-prepared.v1",
        {"reference": "VOL-88213"},
    ),
    (
        row("départ", précision="éloignement avec escorte;carte d'embarquement"),
        "departure-confirmed.v2",
        {
            "mode": "removal-escorted",
            "statistical_category": "forced",
            "evidence": ("boarding-card",),
        },
    ),
    (
        row("départ", précision="volontaire OIM;confirmation OIM"),
        "departure-confirmed.v2",
        {
            "mode": "voluntary-iom",
            "statistical_category": "forced",
            "evidence": ("iom-confirmation",),
        },
    ),
    (
        row("non-retour", précision="libéré par l’OE"),
        "non-return-established.v1",
        {"reason": "released-by-office"},
    ),
    (
        row("non-retour", précision="durée maximale atteinte"),
        "non-return-established.v1",
        {"reason": "maximum-reached"},
    ),
    (row("clôture"), "trajectory-closed.v1", {}),
    (
        row("réouverture", précision="refoulé à Istanbul"),
        "trajectory-reopened.v1",
        {"reason": "refoulé à Istanbul"},
    ),
]


def recorded(office: Office, one: dict[str, str]) -> Recorded:
    """Take one row in and return its line."""
    tally = taken_in(office, one, encoding="utf-8")
    assert (tally.recorded, tally.rejects) == (1, [])
    (line,) = office.journal.history("HOL-2025-0042")
    return line


@pytest.mark.parametrize(
    ("one", "topic", "fields"),
    LABELS,
    ids=[f"{one[0]['acte']}-{one[0]['précision'][:20]}" for one in LABELS],
)
def test_an_act_of_the_register_is_this_event(
    office: Office, one: dict[str, str], topic: str, fields: dict[str, Any]
) -> None:
    line = recorded(office, one)

    assert topic == line.event.TOPIC
    assert opened(office, line) == fields


@pytest.mark.parametrize(
    "label", ["Arrivée", "ARRIVÉE", "arrivee", "  arrivée ", "Arrive\u0301e", "ARRIVEE"]
)
def test_an_act_is_known_however_it_is_typed(office: Office, label: str) -> None:
    assert recorded(office, arrival(acte=label)).event.TOPIC == "resident-admitted.v2"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Holsbeek", "HOL"),
        ("HOL", "HOL"),
        ("vottem", "VOT"),
        ("127bis", "127B"),
        ("Caricole", "CAR"),
        ("Centre pour illégaux de Bruges", "BRU"),
        ("Sint-Gillis-Waas", "SGW"),
    ],
)
def test_a_centre_is_known_by_its_name_or_code(office: Office, place: str, code: str) -> None:
    assert opened(office, recorded(office, arrival(centre=place)))["centre"] == code


def test_a_transfer_keeps_from_which_centre(office: Office) -> None:
    fields = opened(office, recorded(office, arrival(précision="transfert 127bis")))
    assert (fields["came_from"], fields["remark"]) == ("transfer", "transfert 127bis")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("coach de retour", "coach"),
        ("Directeur de centre", "centre-director"),
        ("médecin", "doctor"),
        ("migration-officer", "migration-officer"),
        ("homme à tout faire", "unlisted"),
        ("", "unlisted"),
    ],
)
def test_the_function_is_the_registers(office: Office, label: str, role: str) -> None:
    assert recorded(office, row("entretien", fonction=label)).role == role


EVERY_ACT = sorted({one[0]["acte"] for one in LABELS})


@pytest.mark.parametrize("act", EVERY_ACT)
def test_nothing_that_was_written_is_lost(office: Office, act: str) -> None:
    written = arrival(
        acte=act,
        référence="voir armoire 3",
        précision="langue=klingon;brochure;tambour battant;clé=valeur;main propre",
        remarque="le frère était là",
    )
    fields = str(opened(office, recorded(office, written)))

    for text in ("voir armoire 3", "klingon", "tambour battant", "clé=valeur", "le frère était là"):
        assert text in fields


@pytest.mark.parametrize("act", EVERY_ACT)
def test_no_number_that_was_written_is_lost(office: Office, act: str) -> None:
    fields = str(opened(office, recorded(office, arrival(acte=act, référence="XYZ-2025-77"))))
    assert "XYZ-2025-77" in fields


def test_a_function_we_do_not_know_is_kept_in_words(office: Office) -> None:
    line = recorded(office, row("entretien", fonction="homme à tout faire"))
    assert "homme à tout faire" in str(opened(office, line))


def test_a_sex_we_do_not_know_is_kept_in_words(office: Office) -> None:
    line = recorded(office, arrival(sexe="intersexe"))
    assert "intersexe" in str(opened(office, line))


def test_details_of_a_kind_given_twice_are_both_kept(office: Office) -> None:
    line = recorded(office, row("notification", précision="main propre;fax;langue=ar;langue=fr"))
    fields = opened(office, line)

    assert (fields["means"], fields["language"]) == ("by-hand", "ar")
    assert fields["remark"] == "fax | langue=fr"


def test_what_is_kept_is_sealed(office: Office) -> None:
    line = recorded(office, row("décision", précision="13 pour Lina Shehu", remarque="vue"))

    assert opened(office, line)["remark"] == "vue | 13 pour Lina Shehu"
    for content in kept_bytes(office.paths.store):
        assert b"Lina" not in content
        assert b"Shehu" not in content
