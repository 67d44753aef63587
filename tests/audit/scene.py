"""
The scene of the attacks: signed acts, sealed texts, a witnessed checkpoint in the auditor's hands.

It is set once for each kind of database and copied for each attack. The auditor's
checkpoint covers 279 events; the last acts of :data:`DOSSIER` came after it.
"""

import json
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from audit.example_store import TOOLS, Base, copy_of, line, sql
from audit.notary import WITNESSES, checkpoint, policy_text, signed
from audit.signed_store import COACH, COLLEAGUE, DOSSIER, Store
from cabinet import office_at, paths_in
from click.testing import CliRunner
from postgres import Cluster

from cli.main import main
from cli.settings import StorePaths
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.note import Note
from domain.values import Sealed
from workflows.vault import Vault

OTHER = "HOL-2026-0002"
LAST = 5
"""The last version of the dossier; up to the third they are under the checkpoint."""

EARLY, BEFORE, COVERED = 270, 275, 279
"""Events under the earlier checkpoint, before the dossier was opened, under the later one."""

POLICY = policy_text("most", "2", "fresh 2d")


class Scene:
    """A store, its vault and the people with their keys; and what the auditor knows of it."""

    def __init__(self, paths: StorePaths, store: Store, notes: tuple[Note, Note]) -> None:
        self.paths = paths
        self.store = store
        self.early, self.late = notes

    @property
    def place(self) -> Any:
        """The store, for attacks."""
        return self.store.place

    @property
    def office(self) -> Office:
        """The store, for work that goes on."""
        return self.store.office

    def sql(self, *statements: str) -> list[Any]:
        """Do what no part of ours would do."""
        return sql(self.place, *statements)

    def in_vault(self, statement: str) -> list[Any]:
        """Do the same to the vault."""
        if isinstance(self.paths.vault, Path):
            return sql(self.paths.vault, statement)
        return sql(self.place, statement.replace("vault_key", "trajet_vault.vault_key"))

    def tells(self, note: str, account: str = COACH) -> None:
        """Record one more interview, signed."""
        self.store.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of(note)), account)

    def found(
        self,
        checkpoints: Sequence[Note] | None = None,
        policy: str = POLICY,
        receipts: Sequence[tuple[int, bytes]] = (),
    ) -> list[str]:
        """Type ``audit verify`` with everything the auditor has; name what is found."""
        files = {"policy": [policy] if policy else [], "receipts": [_lines(receipts)]}
        files["checkpoint"] = [
            str(note) for note in ([self.late] if checkpoints is None else checkpoints)
        ]
        words = ["--json", "audit", "verify", "--vault"]
        for option, texts in files.items():
            for number, text in enumerate(texts):
                file = self.paths.key.with_name(f"{option}-{number}")
                file.write_text(text, encoding="utf-8")
                words += [f"--{option}", str(file)]
        folder = str(self.paths.key.parent)
        place = {"TRAJET_STORE": self.paths.url, "TRAJET_KEK": str(self.paths.key)}
        home = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        done = CliRunner(env=place | home).invoke(main, words)
        found = [one["code"] for one in json.loads(done.stdout)["findings"]]
        assert (done.exit_code, done.stderr) == (int(bool(found)), "")
        return found


def _lines(receipts: Sequence[tuple[int, bytes]]) -> str:
    said = ({"log_index": index, "leaf_hash": leaf.hex()} for index, leaf in receipts)
    return "".join(json.dumps(one) + "\n" for one in said)


def seen(place: Any, size: int | None = None, at: datetime | None = None) -> Note:
    """Have a store's checkpoint signed, and seen by two of three witnesses."""
    return signed(checkpoint(place, size, at), *WITNESSES[:2])


def set_scene(folder: Path, server: Cluster | None) -> Scene:
    """Set the scene in a folder, or on a server."""
    folder.mkdir(exist_ok=True)
    paths = paths_in(folder)
    place: Any = paths.store
    if server is not None:
        place = Base(server, server.database())
        paths = StorePaths(place.url, place.url, folder / "centre.kek", place.url)
    store = Store(office_at(paths), place)
    if server is not None:
        sql(place, *TOOLS)
    opened = c.OpenTrajectory(dossier=OTHER, centre="HOL", age="adult")
    store.do(opened, COACH)
    at = store.office.journal.clock()
    many = [line(OTHER, number, e.InterviewHeld(), occurred_at=at) for number in range(2, 240)]
    store.office.journal.append(many)
    for account, key in store.keys.items():
        store.give(account, key)
    store.ask()
    nothing = signed(checkpoint(place))
    scene = Scene(paths, store, (nothing, nothing))
    store.do(opened.model_copy(update={"dossier": DOSSIER}), COACH)
    scene.tells("he speaks of home")
    scene.tells("he asks for a lawyer", COLLEAGUE)
    scene.early, scene.late = seen(place, EARLY), seen(place)
    scene.tells("he waits")
    scene.tells("he sleeps badly")
    store.office.close()
    return scene


def copied(scene: Scene, folder: Path) -> Scene:
    """Copy a scene, for one attack."""
    place = scene.place
    if isinstance(place, Path):
        shutil.copytree(place.parent, folder, dirs_exist_ok=True)
        paths = paths_in(folder)
        place = paths.store
    else:
        place = copy_of(place)
        key = Path(shutil.copy(scene.paths.key, folder / "centre.kek"))
        Vault.create(place.url, key).close()
        paths = StorePaths(place.url, place.url, key, place.url)
    store = Store(Office(paths), place)
    store.keys = scene.store.keys
    return Scene(paths, store, (scene.early, scene.late))
