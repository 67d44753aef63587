"""
Reading a centre's act register and staff list, as centres keep them.

Semicolons (or commas, tabs, bars), Windows-1252 or UTF-8 or UTF-16, French headers and
labels, dates in Brussels time. A row is either understood or rejected with its line
and the reason; nothing is guessed about what happened, nothing that was written is lost.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from pydantic import TypeAdapter, ValidationError

from domain import events as e
from domain import values as v
from domain.errors import BadInput
from domain.lifecycle import REGISTER
from domain.rules import place
from domain.rules.calendar import BRUSSELS, start_of_day

COLUMNS = (
    "dossier",
    "personne",
    "ne_le",
    "nationalite",
    "sexe",
    "centre",
    "date",
    "heure",
    "acte",
    "agent",
    "fonction",
    "reference",
    "precision",
    "remarque",
)
NEEDED = ("dossier", "date", "acte", "agent")
REASON_COLUMN = "motif"
_ROW_IDS = UUID("6f0b9a52-6f2e-5c0f-9a3e-1f6b4a0d7c11")
"""Namespace of the command ids made from rows: the same row is the same command, for ever."""

_DOSSIER: TypeAdapter[str] = TypeAdapter(v.DossierNumber)
_ACCOUNT: TypeAdapter[str] = TypeAdapter(v.Account)
_PERSON: TypeAdapter[str] = TypeAdapter(v.Person)
_REFERENCE: TypeAdapter[str] = TypeAdapter(v.Reference)
_FORM: TypeAdapter[str] = TypeAdapter(v.FormCode)
_LANGUAGE: TypeAdapter[str] = TypeAdapter(v.Language)


class Unreadable(Exception):
    """A row cannot be understood: the column, and why as a template with its values."""

    def __init__(self, column: str, template: str, **values: str) -> None:
        super().__init__(f"{column}: {template.format(**values)}")
        self.column = column
        self.template = template
        self.values = values


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A file of rows: how it is written, its header and its records with their first line.

    ``names`` are the header's columns in plain letters: ``né_le`` is ``ne_le``.
    """

    encoding: str
    delimiter: str
    header: list[str]
    names: list[str]
    records: list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Act:
    """One understood row: the dossier, what happened, when, by whom."""

    dossier: str
    event: e.DossierEvent
    at: datetime
    whole_day: bool
    account: str
    role: str
    command_id: str


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Fold case, accents and spacing away, for comparing what people type."""
    return " ".join(_folded(text).split())


def _folded(text: str) -> str:
    """Fold case and accents away."""
    letters = text.casefold().replace("’", "'")
    if letters.isascii():
        return letters
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", letters))


_ACCENTS = re.compile("[\u0300-\u036f]+")


def read_sheet(path: Path, needed: tuple[str, ...]) -> Sheet:
    """
    Read a delimited file whole.

    Raises :class:`BadInput` for a file that cannot be opened, is empty, is no text or
    lacks a needed column.
    """
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        raise BadInput("{file} cannot be read", file=path.name) from trouble
    text, encoding = _decoded(raw, path.name)
    if not text.strip():
        raise BadInput("{file} is empty", file=path.name)
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(";,\t|", key=first.count)
    records = _split(text, delimiter, path.name)
    header = records[0][1]
    names = [plain(name).replace(" ", "_") for name in header]
    missing = [name for name in needed if name not in names]
    if missing:
        raise BadInput(
            "{file} line 1: missing column {missing}; found: {found}",
            file=path.name,
            missing=", ".join(missing),
            found=", ".join(header),
        )
    twice = next((name for name in COLUMNS if names.count(name) > 1), None)
    if twice:
        raise BadInput("{file} line 1: column {name} is there twice", file=path.name, name=twice)
    return Sheet(encoding, delimiter, header, names, records[1:])


_END = "\x1e"
"""Put below a text: a quotation mark left open takes it in."""


def _split(text: str, delimiter: str, name: str) -> list[tuple[int, list[str]]]:
    """
    Split a text into records with their first line.

    A quotation mark that is not closed would swallow the rows below it: a cell that
    holds lines which look like rows, or runs over the end, is refused.
    """
    lines = list(io.StringIO(text.rstrip("\r\n") + "\r\n", newline=""))
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.reader(iter([*lines, _END]), delimiter=delimiter)
    records: list[tuple[int, list[str]]] = []
    first = 1
    for record in reader:
        last = reader.line_num
        # A row swallowed by the cell in this place brings at least as many separators.
        swallowed = any(
            below.count(delimiter) >= max(place, 1)
            for place, cell in enumerate(record)
            if "\n" in cell or "\r" in cell
            for below in cell.splitlines()[1:]
        )
        if swallowed or (last > len(lines) and record != [_END]):
            raise BadInput(
                "{file} line {line}: a quotation mark is opened and not closed",
                file=name,
                line=first,
            )
        if any(cell.strip() for cell in record) and last <= len(lines):
            records.append((first, record))
        first = last + 1
    return records


def _decoded(raw: bytes, name: str) -> tuple[str, str]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = ["utf-16"]
    elif b"\0" in raw:
        candidates = []
    else:
        candidates = ["utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "utf-8", "cp1252"]
    for encoding in candidates:
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise BadInput("{file} is not text in UTF-8, UTF-16 or Windows-1252", file=name)


def row_of(sheet: Sheet, record: list[str]) -> dict[str, str]:
    """Name a record's cells by the register's columns; what is missing is empty."""
    cells = dict(zip(sheet.names, record, strict=False))
    return {name: " ".join(cells.get(name, "").split()) for name in COLUMNS}


def command_id(row: dict[str, str]) -> str:
    """Return the command id of a row: the same content gives the same id, however typed."""
    return str(uuid5(_ROW_IDS, _folded("\x1f".join(row.values()))))


def understand(sheet: Sheet, record: list[str]) -> Act:
    """Turn a record into what happened; :class:`Unreadable` if it cannot be understood."""
    if any(cell.strip() for cell in record[len(sheet.header) :]):
        raise Unreadable("precision", "more cells than columns")
    row = row_of(sheet, record)
    if not row["dossier"]:
        raise Unreadable("dossier", "no dossier number")
    dossier = _valid(_DOSSIER, row["dossier"].upper(), "dossier", "not a dossier number: '{text}'")
    at, whole_day = _moment(row["date"], row["heure"])
    build = _ACTS.get(plain(row["acte"]))
    if build is None:
        raise Unreadable("acte", "unknown act '{text}'", text=row["acte"])
    if not row["agent"]:
        raise Unreadable("agent", "no agent")
    account = _valid(_ACCOUNT, row["agent"].lower(), "agent", "not an account: '{text}'")
    cells = _Cells(row)
    event = build(cells)
    role = function_of(row["fonction"])
    if kept := cells.kept(role):
        event = event.model_copy(update={"remark": v.Sealed.of(" | ".join(kept))})
    return Act(dossier, event, at, whole_day, account, role, command_id(row))


def function_of(label: str) -> v.Function:
    """Return the function a label stands for; what we do not know has no power."""
    return _FUNCTIONS.get(plain(label), v.Function.UNLISTED)


def read_staff(path: Path) -> Iterator[tuple[int, str, str, v.Function, str]]:
    """
    Yield line, account, person, function and label of a staff list.

    Raises :class:`BadInput` naming the line of an account or person that cannot be one.
    """
    sheet = read_sheet(path, ("compte", "personne", "fonction"))
    for line, record in sheet.records:
        cells = dict(zip(sheet.names, (cell.strip() for cell in record), strict=False))
        try:
            account = _valid(
                _ACCOUNT, cells.get("compte", "").lower(), "compte", "not an account: '{text}'"
            )
            person = _valid(
                _PERSON, cells.get("personne", ""), "personne", "not a person's code: '{text}'"
            )
        except Unreadable as trouble:
            raise BadInput(
                "{file} line {line}, column {column}: {what}",
                file=path.name,
                line=line,
                column=trouble.column,
                what=trouble.template.format(**trouble.values),
            ) from trouble
        label = " ".join(cells.get("fonction", "").split())
        yield line, account, person, function_of(label), label[:80]


@lru_cache(maxsize=4096)
def _valid(shape: TypeAdapter[str], text: str, column: str, reason: str) -> str:
    try:
        return shape.validate_python(text)
    except ValidationError as wrong:
        raise Unreadable(column, reason, text=text) from wrong


_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})$", re.ASCII)
_TIME = re.compile(r"(\d{1,2})[:hH](\d{2})(?::(\d{2}))?$", re.ASCII)
_YEARS = range(1900, 2200)


def _moment(day: str, hour: str) -> tuple[datetime, bool]:
    """Read a day and an hour in Brussels; without hour only the day is known."""
    if not day:
        raise Unreadable("date", "no date")
    if found := _DATE.match(day):
        parts = (int(found[3]), int(found[2]), int(found[1]))
    elif found := _ISO_DATE.match(day):
        parts = (int(found[1]), int(found[2]), int(found[3]))
    else:
        raise Unreadable("date", "not a date: '{text}'", text=day)
    try:
        if parts[0] not in _YEARS:
            raise ValueError("no year of ours")
        calendar_day = date(*parts)
    except ValueError as wrong:
        raise Unreadable("date", "no such day: '{text}'", text=day) from wrong
    if not hour:
        return start_of_day(calendar_day), True
    clock = _TIME.match(hour)
    hours, minutes, seconds = (int(part or 0) for part in clock.groups()) if clock else (99, 0, 0)
    try:
        moment = time(hours, minutes, seconds)
    except ValueError as wrong:
        raise Unreadable("heure", "not a time: '{text}'", text=hour) from wrong
    return datetime.combine(calendar_day, moment, BRUSSELS).astimezone(UTC), False


class _Cells:
    """A row's details while they are being understood; what is not goes, sealed, to the remark."""

    def __init__(self, row: dict[str, str]) -> None:
        self.row = row
        self.parts = [part.strip() for part in row["precision"].split(";") if part.strip()]
        self.number = row["reference"]

    def reference(self) -> str | None:
        """Take the number, if it is one."""
        found = _fitting(_REFERENCE, self.row["reference"])
        if found:
            self.number = ""
        return found

    def form(self) -> str | None:
        """Take the details as the annex a decision is written on, if they are one."""
        found = _fitting(_FORM, self.row["precision"].replace(" ", "").lower())
        if found:
            self.parts = []
        return found

    def text(self) -> v.Sealed | None:
        """Take the details whole, as the free text they are."""
        self.parts = []
        return _sealed(self.row["precision"])

    def language(self) -> str | None:
        """Take a ``langue=…`` part out of the details, if it names a language."""
        for part in self.parts:
            name, _, value = part.partition("=")
            found = _fitting(_LANGUAGE, value.strip().lower())
            if plain(name) == "langue" and found:
                self.parts.remove(part)
                return found
        return None

    def one_of(self, labels: dict[str, Any]) -> Any:
        """Take the first part with a known meaning out of the details."""
        for part in self.parts:
            if plain(part) in labels:
                self.parts.remove(part)
                return labels[plain(part)]
        return None

    def all_of(self, labels: dict[str, Any]) -> tuple[Any, ...]:
        """Take every part with a known meaning out of the details, each meaning once."""
        found: list[Any] = []
        while (one := self.one_of(labels)) is not None:
            if one not in found:
                found.append(one)
        return tuple(found)

    def kept(self, role: v.Function) -> list[str]:
        """Return what was written and has no field of its own, so that nothing is lost."""
        function = self.row["fonction"] if role is v.Function.UNLISTED else ""
        sex = "" if plain(self.row["sexe"]) in _SEX else self.row["sexe"]
        told = (self.row["remarque"], *self.parts, self.number, sex, function)
        return [text for text in told if text]


@lru_cache(maxsize=4096)
def _fitting(shape: TypeAdapter[str], text: str) -> str | None:
    try:
        return shape.validate_python(text) if text else None
    except ValidationError:
        return None


def _sealed(text: str) -> v.Sealed | None:
    return v.Sealed.of(text) if text else None


def _arrival(cells: _Cells) -> e.DossierEvent:
    row = cells.row
    where = place(row["centre"])
    if where is None:
        raise Unreadable("centre", "not on the list of places: '{text}'", text=row["centre"])
    came_from = cells.one_of(_CAME_FROM)
    if came_from is None and any(plain(part).startswith("transfert") for part in cells.parts):
        came_from = v.CameFrom.TRANSFER  # the remark keeps from which centre
    return e.ResidentAdmitted(
        procedure=REGISTER,
        centre=where.code,
        resident=row["dossier"].upper(),
        came_from=came_from or v.CameFrom.OTHER,
        sex=_SEX.get(plain(row["sexe"])),
        name=_sealed(row["personne"]),
        born_on=_sealed(row["ne_le"]),
        nationality=_sealed(row["nationalite"]),
    )


def _information(cells: _Cells) -> e.DossierEvent:
    remark = plain(cells.row["remarque"])
    language = cells.language()
    kinds = cells.all_of(_KINDS)
    return e.InformationGiven(
        language=language,
        kinds=kinds,
        interpreter="present" if "interprete present" in remark else None,
        acknowledgement=_ACKNOWLEDGED.get(remark),
    )


def _interview(cells: _Cells) -> e.DossierEvent:
    return e.InterviewHeld(note=cells.text())


def _decision(shape: type[e.DossierEvent]) -> Callable[[_Cells], e.DossierEvent]:
    return lambda cells: shape.model_validate(
        {"form": cells.form(), "reference": cells.reference()}
    )


def _notification(cells: _Cells) -> e.DossierEvent:
    language = cells.language()
    stated = cells.one_of(_REMEDIES_STATED)
    means = cells.one_of(_MEANS)
    acknowledgement = cells.one_of(_ACKNOWLEDGED)
    return e.DecisionNotified(
        reference=cells.reference(),
        means=means,
        acknowledgement=acknowledgement,
        language=language,
        remedies_stated=stated,
    )


def _annulled(cells: _Cells) -> e.DossierEvent:
    return e.DecisionAnnulled(annulled_by=v.AnnulledBy.AUTHORITY, reason=cells.text())


def _appeal(shape: type[e.DossierEvent]) -> Callable[[_Cells], e.DossierEvent]:
    def build(cells: _Cells) -> e.DossierEvent:
        kind = cells.one_of(_APPEALS) or v.AppealKind.UNKNOWN
        return shape.model_validate({"kind": kind, "reference": cells.reference()})

    return build


def _numbered(shape: type[e.DossierEvent]) -> Callable[[_Cells], e.DossierEvent]:
    return lambda cells: shape.model_validate({"reference": cells.reference()})


def _declaration(cells: _Cells) -> e.DossierEvent:
    language = cells.language()
    return e.VoluntaryDeclarationSigned(reference=cells.reference(), language=language)


def _examined(shape: type[e.DossierEvent]) -> Callable[[_Cells], e.DossierEvent]:
    return lambda cells: shape.model_validate({"note": cells.text()})


def _departure(cells: _Cells) -> e.DossierEvent:
    mode = cells.one_of(_MODES) or v.DepartureMode.OTHER
    evidence = cells.one_of(_EVIDENCE) or v.Evidence.OTHER
    return e.DepartureConfirmed(
        mode=mode, statistical_category=v.StatisticalCategory.FORCED, evidence=(evidence,)
    )


def _non_return(cells: _Cells) -> e.DossierEvent:
    reason = cells.one_of(_REASONS) or v.NonReturnReason.OTHER
    return e.NonReturnEstablished(reason=reason)


def _bare(shape: type[e.DossierEvent]) -> Callable[[_Cells], e.DossierEvent]:
    return lambda _cells: shape()


def _reopened(cells: _Cells) -> e.DossierEvent:
    return e.TrajectoryReopened(reason=cells.text() or v.Sealed.of("-"))


_ACTS: dict[str, Callable[[_Cells], e.DossierEvent]] = {
    "arrivee": _arrival,
    "information": _information,
    "entretien": _interview,
    "projet de decision": _decision(e.DecisionDrafted),
    "projet modifie": _decision(e.DecisionDraftEdited),
    "decision": _decision(e.DecisionTaken),
    "notification": _notification,
    "decision annulee": _annulled,
    "decision retiree": _annulled,
    "recours remis": _appeal(e.AppealHandedIn),
    "recours transmis": _numbered(e.AppealTransmitted),
    "recours introduit": _appeal(e.AppealLodged),
    "recours rejete": _numbered(e.AppealRejected),
    "recours accueilli": _numbered(e.AppealGranted),
    "recours retire": _numbered(e.AppealWithdrawn),
    "dossier oim ouvert": _numbered(e.IomFileOpened),
    "declaration signee": _declaration,
    "voyage oim reserve": _numbered(e.IomTravelBooked),
    "dossier oim retire": _numbered(e.IomFileWithdrawn),
    "apte au voyage": _examined(e.FitToTravelCertified),
    "inapte au voyage": _examined(e.FitToTravelRefused),
    "eloignement prepare": _numbered(e.RemovalPrepared),
    "depart": _departure,
    "non-retour": _non_return,
    "cloture": _bare(e.TrajectoryClosed),
    "reouverture": _reopened,
}

_IN_ORDER = (
    "ResidentAdmitted",
    "InformationGiven",
    "InterviewHeld",
    "DecisionDrafted",
    "DecisionDraftEdited",
    "DecisionTaken",
    "DecisionNotified",
    "AppealHandedIn",
    "AppealTransmitted",
    "AppealLodged",
    "AppealWithdrawn",
    "AppealRejected",
    "AppealGranted",
    "IomFileOpened",
    "VoluntaryDeclarationSigned",
    "IomTravelBooked",
    "IomFileWithdrawn",
    "FitToTravelRefused",
    "FitToTravelCertified",
    "RemovalPrepared",
    "DepartureConfirmed",
    "NonReturnEstablished",
    "TrajectoryClosed",
)
"""The acts of a register as one follows another; after any other the procedure begins again."""


def rank(event: e.DossierEvent) -> int | None:
    """Say where an act comes in the procedure; ``None`` for one that leads back in it."""
    name = type(event).__name__
    return _IN_ORDER.index(name) if name in _IN_ORDER else None


_CAME_FROM = {
    "police": v.CameFrom.POLICE,
    "frontiere": v.CameFrom.BORDER,
    "prison": v.CameFrom.PRISON,
    "transfert": v.CameFrom.TRANSFER,
}
_SEX = {"f": v.Sex.F, "m": v.Sex.M, "h": v.Sex.M, "x": v.Sex.X}
_KINDS = {
    "brochure": v.InformationKind.BROCHURE,
    "recours": v.InformationKind.REMEDIES,
    "aide juridique": v.InformationKind.LEGAL_AID,
    "plaintes": v.InformationKind.COMPLAINTS,
    "consulat": v.InformationKind.CONSULAR,
    "options de retour": v.InformationKind.RETURN_OPTIONS,
    "devoir de cooperation": v.InformationKind.DUTY_TO_COOPERATE,
    "obligation de cooperer": v.InformationKind.DUTY_TO_COOPERATE,
}
_ACKNOWLEDGED = {
    "signe": v.Acknowledgement.SIGNED,
    "refus de signer": v.Acknowledgement.REFUSED_TO_SIGN,
    "refus de recevoir": v.Acknowledgement.REFUSED_TO_RECEIVE,
}
_MEANS = {
    "main propre": v.Means.BY_HAND,
    "recommande avec accuse de reception": v.Means.REGISTERED_WITH_RECEIPT,
    "recommande": v.Means.REGISTERED,
    "courrier ordinaire": v.Means.ORDINARY_MAIL,
    "courrier": v.Means.ORDINARY_MAIL,
    "fax": v.Means.FAX,
}
_REMEDIES_STATED = {
    "recours mentionnes": True,
    "recours non mentionnes": False,
    "sans mention des recours": False,
}
_APPEALS = {
    "annulation": v.AppealKind.ANNULMENT,
    "annulation suspensive": v.AppealKind.ANNULMENT_LISTED,
    "extreme urgence": v.AppealKind.EXTREME_URGENCY,
    "suspension en extreme urgence": v.AppealKind.EXTREME_URGENCY,
    "plein contentieux": v.AppealKind.ASYLUM,
    "asile": v.AppealKind.ASYLUM,
}
_MODES = {
    "volontaire oim": v.DepartureMode.VOLUNTARY_IOM,
    "eloignement avec escorte": v.DepartureMode.REMOVAL_ESCORTED,
    "eloignement sans escorte": v.DepartureMode.REMOVAL_UNESCORTED,
}
_EVIDENCE = {
    "carte d'embarquement": v.Evidence.BOARDING_CARD,
    "cachet de sortie": v.Evidence.EXIT_STAMP,
    "confirmation oim": v.Evidence.IOM_CONFIRMATION,
    "rapport d'escorte": v.Evidence.ESCORT_REPORT,
}
_REASONS = {
    "duree maximale atteinte": v.NonReturnReason.MAXIMUM_REACHED,
    "libere par l'oe": v.NonReturnReason.RELEASED_BY_OFFICE,
    "libere par la chambre du conseil": v.NonReturnReason.RELEASED_BY_CHAMBER,
    "sejour accorde": v.NonReturnReason.RESIDENCE_GRANTED,
    "protection accordee": v.NonReturnReason.PROTECTION_GRANTED,
    "transfert dublin": v.NonReturnReason.DUBLIN_TRANSFER,
    "transfert en prison": v.NonReturnReason.TO_PRISON,
    "hospitalise": v.NonReturnReason.TO_HOSPITAL,
    "disparu": v.NonReturnReason.ABSCONDED,
    "decede": v.NonReturnReason.DECEASED,
    "parti de lui-meme": v.NonReturnReason.LEFT_INDEPENDENTLY,
    "droit de l'ue reconnu": v.NonReturnReason.EU_RIGHT,
    "apatridie reconnue": v.NonReturnReason.STATELESS,
    "statut de victime": v.NonReturnReason.VICTIM_STATUS,
    "erreur administrative": v.NonReturnReason.ADMINISTRATIVE_ERROR,
}
_FUNCTIONS = {
    "coach de retour": v.Function.COACH,
    "attache coach de retour": v.Function.ATTACHE_COACH,
    "accompagnateur de retour": v.Function.ATTACHE_COACH,
    "migration assistant": v.Function.MIGRATION_ASSISTANT,
    "migration officer": v.Function.MIGRATION_OFFICER,
    "interviewer": v.Function.INTERVIEWER,
    "directeur de centre": v.Function.CENTRE_DIRECTOR,
    "directeur eloignement": v.Function.REMOVAL_DIRECTOR,
    "delegue du ministre": v.Function.MINISTER_DELEGATE,
    "medecin": v.Function.DOCTOR,
    "infirmier": v.Function.NURSE,
    "infirmiere": v.Function.NURSE,
    "psychologue": v.Function.PSYCHOLOGIST,
    "assistant de securite": v.Function.SECURITY,
    "collaborateur de securite": v.Function.SECURITY,
    "educateur": v.Function.EDUCATOR,
    "chauffeur": v.Function.TRANSFER,
    "superviseur": v.Function.SUPERVISOR,
    "controleur qualite": v.Function.QUALITY_CONTROLLER,
    "auditeur": v.Function.AUDITOR,
    "gestionnaire des comptes": v.Function.REGISTRAR,
    **{str(function): function for function in v.Function},
}
