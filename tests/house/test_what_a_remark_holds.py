"""A remark is free text beside an act: it is sealed as narrowly as what the act itself tells."""

from typing import Any

import pytest
from dossier import NUMBER
from given import known_as, there

from domain import events as e
from domain.authority import may_see
from domain.values import Category, Function, Identity, Sealed, sealed_fields
from workflows.upcasts import event_from
from workflows.vault import Vault

NARROW = (Category.PROTECTED, Category.MEDICAL, Category.ASYLUM)
"""What fewer people read than who somebody is, the narrowest first."""

ALSO = {
    "RemovalPostponed": Category.ASYLUM,
    "ReceptionPlaceAssigned": Category.ASYLUM,
    "ReceptionExceptionAsked": Category.ASYLUM,
    "ReceptionExceptionRuled": Category.ASYLUM,
}
"""Events with no other free text, of which the remark holds why: a risk, a state of health."""


def narrowest(event):
    texts = {each for name, each in sealed_fields(event).items() if name != "remark"}
    return next((one for one in NARROW if one in texts), None)


@pytest.mark.parametrize(
    "event",
    [each for each in e.DOSSIER_EVENTS if narrowest(each) and each is not e.RecordCorrected],
    ids=lambda each: each.__name__,
)
def test_a_remark_is_for_no_more_people_than_the_text_of_its_act(event):
    assert sealed_fields(event)["remark"] is narrowest(event)


@pytest.mark.parametrize("name", ALSO)
def test_what_protects_has_its_reasons_in_the_remark(name):
    assert sealed_fields(getattr(e, name))["remark"] is ALSO[name]


@pytest.mark.parametrize(
    "function", [Function.COACH, Function.SECURITY, Function.AUDITOR, Function.CENTRE_DIRECTOR]
)
def test_nobody_outside_the_medical_service_reads_what_a_doctor_remarked(function):
    assert not may_see([function], sealed_fields(e.FitToTravelRefused)["remark"])
    assert not may_see([function], sealed_fields(e.VulnerabilityAssessed)["remark"])


class _AsItWas(e.FitToTravelRefused):
    """The event as it was while its remark was sealed with who the resident is."""

    remark: Identity | None = None


def test_a_remark_sealed_as_identity_before_still_opens(tmp_path):
    vault = Vault.create(tmp_path / "keys.db", tmp_path / "trajet.kek")
    place: dict[str, Any] = {"subject": NUMBER, "stream": NUMBER, "version": 7}
    old = vault.seal(_AsItWas(remark=Sealed.of("calm, slept well")), **place)
    said = {name: value for name, value in old.model_dump(mode="json").items() if value}
    event = known_as(e.FitToTravelRefused, event_from(_AsItWas.TOPIC, said))
    remark = there(event.remark)
    assert remark.stored().startswith("s1.identity.")
    assert vault.read(remark, name="remark", **place) == "calm, slept well"
    vault.close()
