"""
Taking a centre's act register in: what it says happened is recorded as it says.

Rows go in batches, each one transaction, under command ids made from their content:
a file sent twice, or again after a crash, records nothing twice. A row that cannot be
understood is set aside with its reason; every row is recorded, known already or rejected.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from domain import commands as c
from domain.authority import MAY_IMPORT, Actor
from domain.errors import ConcurrentChange, NotAllowed, OutcomeUnknown, StoreTrouble
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.trajectory import subject_of
from domain.values import Origin
from workflows import people, register, staffing
from workflows.handle import seal_all
from workflows.journal import Journal
from workflows.lines import line_from
from workflows.private import write_private
from workflows.register import Act, Sheet, Unreadable
from workflows.vault import Vault

if TYPE_CHECKING:
    from domain.staff import Member
    from workflows.pen import Pen

BATCH = 2_000
Progress = Callable[[int, int], object]
"""Told how many rows are done of how many."""


@dataclass(slots=True)
class Tally:
    """What became of the rows; ``rows`` is always the sum of the three."""

    rows: int = 0
    recorded: int = 0
    duplicates: int = 0
    rejects: list[tuple[int, str]] = field(default_factory=list)
    dossiers: set[str] = field(default_factory=set)
    unknown_accounts: set[str] = field(default_factory=set)


def import_staff(journal: Journal, path: Path, actor: Actor, pen: "Pen | None" = None) -> int:
    """
    Register everybody on a staff list; return how many accounts or functions were new.

    Raises what :func:`workflows.staffing.register` raises, and :class:`NotAllowed` naming
    the line that gives an account to somebody else, before anybody is registered.
    """
    asked = [
        (line, c.AddStaff(account=account, person=person, function=function, label=label))
        for line, account, person, function, label in register.read_staff(path)
    ]
    belongs: dict[str, str] = {one.account: one.person for one in people.everybody(journal)}
    for line, command in asked:
        if belongs.setdefault(command.account, command.person) != command.person:
            raise NotAllowed(
                "{file} line {line}: the account {account} belongs to {person}",
                file=path.name,
                line=line,
                account=command.account,
                person=belongs[command.account],
            )
    return sum(bool(staffing.register(journal, command, actor, pen)) for _line, command in asked)


def import_register(
    journal: Journal,
    vault: Vault,
    path: Path,
    actor: Actor,
    *,
    progress: Progress | None = None,
    tell: Callable[[Unreadable], str] = str,
    pen: "Pen | None" = None,
) -> Tally:
    """
    Take a register in and write the rejected rows beside it.

    ``tell`` words why a row is rejected; ``pen`` is what the actor may sign with. Rows of a
    dossier that was opened at the desk are rejected: there the rules are asked. Raises
    :class:`NotAllowed` for who may not, :class:`BadInput` for a file that is no register.
    Rejects go to
    ``FILE.rejects.csv``, in the register's own format with the reason as last column,
    so that they can be mended and sent again.
    """
    if MAY_IMPORT.isdisjoint(actor.functions):
        raise NotAllowed(
            "AUT-02: {account} may not import a register; this is for {may}",
            account=actor.account,
            may=", ".join(sorted(MAY_IMPORT)),
        )
    sheet = register.read_sheet(path, register.NEEDED)
    intake = _Intake(journal, vault, actor, path.name, pen)
    tally = intake.tally
    rejected: list[tuple[list[str], str]] = []
    acts: list[Act] = []
    seen: set[str] = set()
    for line, record in sheet.records:
        tally.rows += 1
        try:
            act = register.understand(sheet, record)
            intake.not_of_the_desk(act)
        except Unreadable as trouble:
            tally.rejects.append((line, tell(trouble)))
            rejected.append((record, tell(trouble)))
            continue
        tally.dossiers.add(act.dossier)
        if act.command_id in seen:
            tally.duplicates += 1
            continue
        seen.add(act.command_id)
        acts.append(act)
    put_in_order(acts)
    for start in range(0, len(acts), BATCH):
        if progress:
            progress(start, len(acts))
        intake.take(acts[start : start + BATCH])
    if progress:
        progress(len(acts), len(acts))
    write_rejects(path, sheet, rejected)
    return tally


def put_in_order(acts: list[Act]) -> None:
    """
    Put acts of one dossier and one moment in the order of the procedure, where they stand.

    Where the day alone is known, what is found in a register must not depend on how its rows
    were sorted. Acts stay as they were typed where one of them leads back in the procedure: a
    decision annulled, a dossier taken up again.
    """
    places: dict[tuple[str, datetime], list[int]] = {}
    for place, act in enumerate(acts):
        places.setdefault((act.dossier, act.at), []).append(place)
    for of_one_moment in places.values():
        there = [acts[place] for place in of_one_moment]
        if len(there) > 1 and all(register.rank(act.event) is not None for act in there):
            there.sort(key=_in_procedure)
            for place, act in zip(of_one_moment, there, strict=True):
                acts[place] = act


def _in_procedure(act: Act) -> tuple[int, str, str]:
    return register.rank(act.event) or 0, act.account, act.command_id


class _Intake:
    """The running intake: what it knows of accounts and dossiers, and the tally."""

    def __init__(
        self, journal: Journal, vault: Vault, actor: Actor, file: str, pen: "Pen | None"
    ) -> None:
        self.pen = pen
        self.file = file
        self.journal = journal
        self.vault = vault
        self.actor = actor
        self.tally = Tally()
        self.persons = {member.account: member.person for member in people.everybody(journal)}
        self.subjects: dict[str, str] = {}
        self._of_the_desk: dict[str, bool] = {}

    def not_of_the_desk(self, act: Act) -> None:
        """Refuse a row of a dossier that was opened at the desk: no rule would be asked of it."""
        if act.dossier not in self._of_the_desk:
            rows = self.journal.store.select_from((act.dossier, 1))
            first = line_from(rows[0]) if rows else None
            self._of_the_desk[act.dossier] = first is not None and first.origin is Origin.DESK
        if self._of_the_desk[act.dossier]:
            raise Unreadable(
                "dossier",
                "{dossier} was opened at the desk; record this there",
                dossier=act.dossier,
            )

    def take(self, batch: list[Act]) -> None:
        """Record a batch; if someone records in one of its dossiers meanwhile, read and repeat."""
        while batch:
            ids = {UUID(act.command_id): act for act in batch}
            known = self.journal.store.known_commands(list(ids))
            new = [act for command_id, act in ids.items() if command_id not in known]
            try:
                if new:
                    self.journal.append(self._lines(new))
            except ConcurrentChange:
                self.subjects.clear()  # the other may have told who the resident is
                continue
            except OutcomeUnknown as lost:
                raise OutcomeUnknown(
                    "the connection to the event store broke while recording; send {file} again: "
                    "what is recorded already is not recorded twice",
                    file=self.file,
                ) from lost
            self.tally.recorded += len(new)
            self.tally.duplicates += len(batch) - len(new)
            return

    def _lines(self, acts: list[Act]) -> list[Recorded]:
        versions = self.journal.store.newest_versions(sorted({act.dossier for act in acts}))
        now = self.journal.clock()
        lines = []
        for act in acts:
            version = versions[act.dossier] = versions.get(act.dossier, 0) + 1
            self._learn_subject(act, version)
            lines.append(
                Recorded(
                    stream=act.dossier,
                    version=version,
                    event=act.event,
                    occurred_at=act.at,
                    recorded_at=now,
                    account=act.account,
                    person=self._person(act.account),
                    role=act.role,
                    command_id=act.command_id,
                    rule_set=RULE_SET,
                    origin=Origin.IMPORTED,
                    whole_day=act.whole_day,
                    recorded_by=self.actor.account,
                )
            )
        return self._signed(seal_all(self.vault, lines, self.subjects))

    def _signed(self, lines: list[Recorded]) -> list[Recorded]:
        """Sign rows as who takes them in, where signatures are asked: it is his word for them."""
        there = people.house_of(self.journal)
        if there.signed is None:
            return lines
        from workflows import signing

        who = people.find(self.journal, self.actor.account)
        return signing.signed(lines, cast("Member", who), there, self.pen)

    def _learn_subject(self, act: Act, version: int) -> None:
        """Find whose keys seal the dossier: its resident's, or its own number's until one is."""
        if act.dossier in self.subjects:
            return
        history = self.journal.history(act.dossier) if version > 1 else []
        self.subjects[act.dossier] = subject_of(history) or act.dossier

    def _person(self, account: str) -> str:
        """Return who an account is; one that nobody registered is known by its own name only."""
        known = self.persons.get(account)
        if known is None:
            self.tally.unknown_accounts.add(account)
            return f"account:{account}"
        return known


def write_rejects(path: Path, sheet: Sheet, rejected: list[tuple[list[str], str]]) -> Path | None:
    """Write rejected rows and reasons beside the register; an older file is kept aside."""
    if not rejected:
        return None
    target = path.with_name(path.name + ".rejects.csv")
    width = len(sheet.header)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=sheet.delimiter, lineterminator="\r\n")
    again = register.REASON_COLUMN in sheet.names  # a reject file that was sent
    at = sheet.names.index(register.REASON_COLUMN) if again else width
    writer.writerow(sheet.header if again else [*sheet.header, register.REASON_COLUMN])
    for record, reason in rejected:
        cells = [*record, *[""] * (width - len(record))]
        writer.writerow([*cells[:at], reason, *cells[at + again :]])
    content = text.getvalue().encode(sheet.encoding, errors="replace")
    try:
        if target.exists():
            if target.read_bytes() == content:
                return target
            target.rename(_free_name(target))
        write_private(target, content)
    except OSError as trouble:
        raise StoreTrouble(
            "the rows understood are recorded; the {n} others cannot be written to {file}",
            n=len(rejected),
            file=target.name,
        ) from trouble
    return target


def _free_name(target: Path) -> Path:
    """Find a name for an older reject file, which somebody may be mending."""
    return next(
        candidate
        for number in range(1, 10_000)
        if not (candidate := target.with_suffix(f".{number}.csv")).exists()
    )
