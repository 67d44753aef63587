"""The work that is measured: fourteen acts a dossier, through the whole path of a command."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from bench import raw

from cli.settings import StorePaths, locate
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.values import Acknowledgement, DepartureMode, Evidence, Function, Means, Sealed
from workflows import intake, people, staffing
from workflows.handle import Occasion, handle
from workflows.where import is_server

SAMPLE = Path(__file__).parents[2] / "cli" / "sample"
DAY = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
WEIGHED = ("best-interest", "family-life", "health")


class Step(NamedTuple):
    """Who asks for what, so many hours after the dossier was opened."""

    account: str
    hours: int
    command: c.Command


def steps(dossier: str) -> list[Step]:
    """
    Tell a voluntary return in fourteen acts, several with personal content.

    The first takes a bed at the centre and the last frees it: each records a second line in
    the stream of the place, in the same transaction.
    """
    note = Sealed.of(raw.NOTE)
    return [
        Step(
            "k.declercq",
            0,
            c.OpenTrajectory(
                dossier=dossier, centre="HOL", age="adult", name=Sealed.of("Saba Ahmadi")
            ),
        ),
        Step("d.lambert", 3, c.GiveInformation(dossier=dossier, language="fr")),
        Step("d.lambert", 24, c.HoldHearing(dossier=dossier, language="fr", note=note)),
        Step(
            "a.janssens",
            48,
            c.DraftDecision(
                dossier=dossier,
                form="13septies",
                kind="return-decision",
                articles=("7-1-1",),
                motives=note,
            ),
        ),
        Step("e.claes", 72, c.TakeDecision(dossier=dossier, considered=WEIGHED, remark=note)),
        Step(
            "m.vandamme",
            96,
            c.NotifyDecision(
                dossier=dossier,
                means=Means.BY_HAND,
                language="fa",
                remedies_stated=True,
                notifier="centre-director",
                acknowledgement=Acknowledgement.SIGNED,
            ),
        ),
        Step(
            "d.lambert",
            100,
            c.OpenIomFile(dossier=dossier, own_request=True, language="fa", interpreter="I-17"),
        ),
        Step("d.lambert", 120, c.ConfirmIomEligibility(dossier=dossier)),
        Step("d.lambert", 144, c.SignDeclaration(dossier=dossier, language="fa")),
        Step("e.claes", 168, c.StateNoIomObjection(dossier=dossier, remark=note)),
        Step(
            "d.lambert",
            200,
            c.RecordTravelDocument(dossier=dossier, kind="passport", valid_until="2027-06-30"),
        ),
        Step("d.lambert", 300, c.BookIomTravel(dossier=dossier)),
        Step("f.goossens", 480, c.CertifyFitToTravel(dossier=dossier)),
        Step(
            "d.lambert",
            500,
            c.ConfirmDeparture(
                dossier=dossier,
                mode=DepartureMode.VOLUNTARY_IOM,
                evidence=(Evidence.IOM_CONFIRMATION,),
            ),
        ),
    ]


STEPS = len(steps("HOL-2025-0001"))


def number(serial: int) -> str:
    """Name the dossier with a serial number."""
    return f"HOL-{2000 + serial // 900_000}-{100_000 + serial % 900_000}"


def record(office: Office, serials: range) -> None:
    """Record dossiers, act by act, each in a transaction of its own."""
    for serial in serials:
        for account, hours, command in steps(number(serial)):
            ask(office, account, command, hours)


def ask(office: Office, account: str, command: c.Command, hours: int = 0) -> None:
    """Have one command done."""
    occasion = Occasion(account, DAY + timedelta(hours=hours))
    handle(office.journal, office.vault, command, occasion)


def paths(where: str, key: Path) -> StorePaths:
    """Name the parts of a store that is a file or the URL of a database."""
    if is_server(where):
        return StorePaths(where, where, key, where)
    return locate(f"sqlite:///{where}")


def founded(paths: StorePaths) -> Office:
    """Make a store with the sample's staff."""
    office = Office(paths)
    office.create()
    founder = c.AddStaff(account="registrar", person="R-1", function=Function.REGISTRAR)
    staffing.register(office.journal, founder, None)
    registrar = people.acting(office.journal, "registrar", datetime.now(UTC))
    intake.import_staff(office.journal, SAMPLE / "staff-holsbeek.csv", registrar)
    return office


def record_quickly(office: Office, serials: range) -> None:
    """
    Record dossiers to be read later: the first act by act, the rest as copies of its lines.

    The beds of the copies are left out, as they are from the plain twin that is read.
    """
    first = serials[0]
    record(office, range(first, first + 1))
    pattern = office.journal.history(number(first))
    for at in range(1, len(serials), 100):
        lines = []
        for serial in serials[at : at + 100]:
            stream = number(serial)
            lines += [
                line._replace(
                    stream=stream,
                    command_id=str(uuid5(NAMESPACE_URL, f"{stream}/{line.version}")),
                    event=renamed(line.event, stream),
                )
                for line in pattern
            ]
        office.journal.append(lines)


def renamed(event: e.Event, stream: str) -> e.Event:
    """Give an admission the number of its own dossier."""
    if isinstance(event, e.ResidentAdmitted):
        return event.model_copy(update={"resident": stream})
    return event
