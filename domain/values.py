"""Small immutable values the events and commands are made of, and the code lists they use."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict
from pydantic_core import CoreSchema, core_schema


class Shaped:
    """
    Marks a text by the pattern it must match.

    Says what ``StringConstraints`` says, without the module it comes from, which
    takes a quarter of a recording command's start.
    """

    __slots__ = ("pattern",)

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        """Match the whole text."""
        return core_schema.str_schema(pattern=f"^(?:{self.pattern})$")


class Between:
    """Marks a whole number by its bounds, both included."""

    __slots__ = ("least", "most")

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least = least
        self.most = most

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        """Accept whole numbers within the bounds."""
        return core_schema.int_schema(ge=self.least, le=self.most)


class Listed:
    """Marks a code by the list it must be on: see :mod:`domain.rules.codes`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        """Accept what looks like a code; whether it is on the list depends on the day."""
        return core_schema.str_schema(pattern="^[a-z0-9][a-z0-9-]{0,39}$")


class ToldTo:
    """Marks an open code that is shown only to those who may read sealed content of a category."""

    __slots__ = ("category",)

    def __init__(self, category: "Category") -> None:
        self.category = category


DossierNumber = Annotated[str, Shaped(r"[A-Z0-9]{2,5}-[0-9]{4}-[0-9]{4,6}")]
"""A centre's own number: centre code, year of opening, serial number (``VOT-2026-0042``)."""

Account = Annotated[str, Shaped(r"[a-z0-9][a-z0-9._@-]{0,63}")]
"""A login. Several accounts may belong to one person."""

Person = Annotated[str, Shaped(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")]
"""The natural person behind an account; separation of duties is judged on persons."""

CentreCode = Annotated[str, Shaped(r"[A-Z0-9]{2,5}")]
"""Short code of a closed centre or family site, from the list of places."""

FormCode = Annotated[str, Shaped(r"[0-9]{1,2}[a-z]{0,12}")]
"""Annex of the royal decree of 8 October 1981 a decision is written on (``13septies``)."""

Language = Annotated[str, Shaped(r"[a-z]{2,3}")]
"""ISO 639 code of a language the resident declared to understand."""

Reference = Annotated[str, Shaped(r"[A-Za-z./_-]{0,20}[0-9][A-Za-z0-9./_-]{0,39}")]
"""An administrative number; has a digit and no space, so that no name is kept in clear."""

Day = Annotated[str, Shaped(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")]
"""A calendar day in Brussels, as ISO 8601 text."""

Cents = Annotated[int, Between(1, 100_000_000)]
"""An amount of money in cents of a euro, up to a million euros."""

Country = Annotated[str, Shaped(r"[A-Z]{2}")]
"""A country by its two letters (ISO 3166-1 alpha-2)."""

Instant = Annotated[
    str,
    Shaped(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"),
]
"""A moment with its zone, as ISO 8601 text: one that is planned, not when an act happened."""


class Value(BaseModel):
    """An immutable value compared by its content; built when first used, to start quickly."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def accepted(cls, fields: dict[str, Any], said: set[str]) -> Self:
        """
        Make a value of all its fields, in their order and types, as accepted before.

        ``said`` names those that were given. Does what ``model_construct`` does, which
        goes through the fields again and takes three times as long.
        """
        made = object.__new__(cls)
        _put_fields(made, fields)
        _put_said(made, said)
        _put_extra(made, None)
        _put_private(made, None)
        return made


# The four places a model consists of; set one by one, since a frozen model refuses a name.
_put_fields, _put_said, _put_extra, _put_private = (
    vars(BaseModel)[slot].__set__
    for slot in (
        "__dict__",
        "__pydantic_fields_set__",
        "__pydantic_extra__",
        "__pydantic_private__",
    )
)


class Category(StrEnum):
    """What kind of personal content a sealed field holds; each has a key of its own."""

    IDENTITY = "identity"
    MEDICAL = "medical"
    ASYLUM = "asylum"
    PROTECTED = "protected"


SEALED_PREFIX = "s1."


class Sealed:
    """
    Personal or free text, either in clear on its way in or sealed as it is stored.

    ``place`` is the version and field it was sealed for, where that is not where it
    now stands: a correction keeps what holds instead. Rules never read it, but for a birth
    on its way in: :mod:`domain.decide.birth`. In clear it refuses to be serialised, so that
    an event cannot reach the store with its content readable; ``repr`` shows neither form.
    """

    __slots__ = ("clear", "place", "token")

    def __init__(
        self,
        clear: str | None = None,
        token: str | None = None,
        place: tuple[int, str] | None = None,
    ) -> None:
        self.clear = clear
        self.token = token
        self.place = place

    @classmethod
    def of(cls, text: str) -> "Sealed":
        """Wrap a text that has yet to be sealed."""
        return cls(clear=text)

    def __repr__(self) -> str:
        return "Sealed(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and (self.clear, self.token) == (other.clear, other.token)

    def __hash__(self) -> int:
        return hash((self.clear, self.token))

    def stored(self) -> str:
        """Return the sealed form; ``ValueError`` while the text is still in clear."""
        if self.token is None:
            raise ValueError("a personal field was about to be stored in clear")
        return self.token

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Accept ``Sealed`` as it is and a stored token as text."""
        return core_schema.no_info_plain_validator_function(
            cls._accept,
            serialization=core_schema.plain_serializer_function_ser_schema(
                cls.stored, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def _accept(cls, given: object) -> "Sealed":
        if isinstance(given, cls):
            return given
        if isinstance(given, str):
            return cls(token=given)
        raise ValueError("expected sealed text")


Identity = Annotated[Sealed, Category.IDENTITY]
Medical = Annotated[Sealed, Category.MEDICAL]
Asylum = Annotated[Sealed, Category.ASYLUM]
Protected = Annotated[Sealed, Category.PROTECTED]


InConfidence = Annotated[str, ToldTo(Category.PROTECTED)]
"""A code that says of a witness or an informant what nobody else may know."""


@cache
def confided_fields(model: type[BaseModel]) -> dict[str, Category]:
    """Name the open fields of a model that not everybody is shown, and to whom they are."""
    return {
        name: mark.category
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, ToldTo)
    }


@cache
def sealed_fields(model: type[BaseModel]) -> dict[str, Category]:
    """Name the sealed fields of a model and the category each is sealed under."""
    found: dict[str, Category] = {}
    for name, field in model.model_fields.items():
        marks = [*field.metadata]
        for part in getattr(field.annotation, "__args__", ()):
            marks += getattr(part, "__metadata__", ())
        for mark in marks:
            if isinstance(mark, Category):
                found[name] = mark
    return found


@cache
def listed_fields(model: type[BaseModel]) -> dict[str, str]:
    """Name the fields of a model that hold codes of a list, or several, and their lists."""
    found: dict[str, str] = {}
    for name, field in model.model_fields.items():
        for mark in [*field.metadata, *_marks(field.annotation)]:
            if isinstance(mark, Listed):
                found[name] = mark.name
    return found


def _marks(annotation: Any) -> list[Any]:
    """Gather the marks inside an annotation: of an optional value, of each of several."""
    inner = getattr(annotation, "__args__", ())
    return [*getattr(annotation, "__metadata__", ()), *(m for part in inner for m in _marks(part))]


def with_sealed(model: Any, change: Callable[[str, Category, Sealed], Sealed]) -> Any:
    """Copy a model with every sealed field that is present replaced by ``change`` of it."""
    replaced = {
        name: change(name, category, value)
        for name, category in sealed_fields(model.__class__).items()
        if (value := getattr(model, name)) is not None
    }
    return model.model_copy(update=replaced) if replaced else model


class InformationKind(StrEnum):
    """The seven things a resident must have been told before a decision is notified."""

    BROCHURE = "brochure"
    REMEDIES = "remedies"
    LEGAL_AID = "legal-aid"
    COMPLAINTS = "complaints"
    CONSULAR = "consular"
    RETURN_OPTIONS = "return-options"
    DUTY_TO_COOPERATE = "duty-to-cooperate"


class CameFrom(StrEnum):
    """Where the resident was before admission."""

    POLICE = "police"
    BORDER = "border"
    PRISON = "prison"
    TRANSFER = "transfer"
    OTHER = "other"


class Sex(StrEnum):
    """As recorded by the centre; decides which places are compatible."""

    F = "F"
    M = "M"
    X = "X"


class Acknowledgement(StrEnum):
    """What the resident did with the paper. A refusal is a fact, never a lack of notification."""

    SIGNED = "signed"
    REFUSED_TO_SIGN = "refused-to-sign"
    REFUSED_TO_RECEIVE = "refused-to-receive"


class Means(StrEnum):
    """How a decision was notified; decides when the appeal term starts (rule NOT-02)."""

    BY_HAND = "by-hand"
    REGISTERED_WITH_RECEIPT = "registered-with-receipt"
    REGISTERED = "registered"
    ORDINARY_MAIL = "ordinary-mail"
    FAX = "fax"
    OTHER = "other"


class AppealKind(StrEnum):
    """Kind of remedy before the Council for Alien Law Litigation (CCE/RvV)."""

    ANNULMENT = "annulment"
    ANNULMENT_LISTED = "annulment-listed"
    EXTREME_URGENCY = "extreme-urgency"
    ASYLUM = "asylum"
    UNKNOWN = "unknown"


class AnnulledBy(StrEnum):
    """Who took a decision away."""

    AUTHORITY = "authority"
    COUNCIL = "council"


class DepartureMode(StrEnum):
    """How the resident left, physically and organisationally."""

    VOLUNTARY_IOM = "voluntary-iom"
    REMOVAL_UNESCORTED = "removal-unescorted"
    REMOVAL_ESCORTED = "removal-escorted"
    OTHER = "other"


class StatisticalCategory(StrEnum):
    """How the Immigration Office counts a departure; from a centre always as forced."""

    FORCED = "forced"
    VOLUNTARY = "voluntary"


class Evidence(StrEnum):
    """What shows that the resident left."""

    BOARDING_CARD = "boarding-card"
    EXIT_STAMP = "exit-stamp"
    IOM_CONFIRMATION = "iom-confirmation"
    ESCORT_REPORT = "escort-report"
    OTHER = "other"


class NonReturnReason(StrEnum):
    """Why a trajectory ended without departure."""

    RELEASED_BY_OFFICE = "released-by-office"
    RELEASED_BY_CHAMBER = "released-by-chamber"
    MAXIMUM_REACHED = "maximum-reached"
    RESIDENCE_GRANTED = "residence-granted"
    PROTECTION_GRANTED = "protection-granted"
    DUBLIN_TRANSFER = "dublin-transfer"
    TO_PRISON = "to-prison"
    TO_HOSPITAL = "to-hospital"
    ABSCONDED = "absconded"
    DECEASED = "deceased"
    LEFT_INDEPENDENTLY = "left-independently"
    EU_RIGHT = "eu-right"
    STATELESS = "stateless"
    VICTIM_STATUS = "victim-status"
    SUSPENDED_BY_TREATY_BODY = "suspended-by-treaty-body"
    ADMINISTRATIVE_ERROR = "administrative-error"
    OTHER = "other"


class Function(StrEnum):
    """In what capacity a person acts; powers are in :mod:`domain.authority`."""

    COACH = "coach"
    ATTACHE_COACH = "attache-coach"
    MIGRATION_ASSISTANT = "migration-assistant"
    MIGRATION_OFFICER = "migration-officer"
    INTERVIEWER = "interviewer"
    CENTRE_DIRECTOR = "centre-director"
    REMOVAL_DIRECTOR = "removal-director"
    MINISTER_DELEGATE = "minister-delegate"
    MINISTER = "minister"
    DOCTOR = "doctor"
    NURSE = "nurse"
    PSYCHOLOGIST = "psychologist"
    SECURITY = "security"
    EDUCATOR = "educator"
    TRANSFER = "transfer"
    SUPERVISOR = "supervisor"
    QUALITY_CONTROLLER = "quality-controller"
    AUDITOR = "auditor"
    REGISTRAR = "registrar"
    UNLISTED = "unlisted"


class Origin(StrEnum):
    """Whether an event was decided here under the rules or taken over from a register."""

    DESK = "desk"
    IMPORTED = "imported"
