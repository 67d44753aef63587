"""Stores whose log is cut or rewritten by whoever reads no rules, and trees computed by hand."""

from hashlib import sha256
from pathlib import Path

from cabinet import leaf_by_hand, line, root_by_hand, sql

from cli.settings import StorePaths
from cli.wiring import Office
from domain import events as e
from domain.merkle import Frontier
from workflows.journal import Journal

HERE = "VOT-2026-0001"


def made(paths: StorePaths, acts: int = 3) -> Office:
    """Make a store with one dossier."""
    office = Office(paths)
    office.create()
    record(office.journal, acts)
    return office


def record(journal: Journal, acts: int, stream: str = HERE) -> None:
    """Record so many acts more in a dossier, in one save."""
    before = journal.newest_version(stream)
    journal.append(
        [
            line(version, e.InterviewHeld(), stream)
            for version in range(before + 1, before + acts + 1)
        ]
    )


def hashes(store: Path | str) -> list[bytes]:
    """Read the leaves, in their order."""
    return [bytes(row[0]) for row in sql(store, "SELECT hash FROM tlog_leaf ORDER BY idx")]


def root_in(store: Path | str, size: int) -> bytes:
    """Compute the root over the first leaves, so many of them, by hand."""
    return root_by_hand(hashes(store)[:size])


def heads_in(store: Path | str, size: int) -> list[bytes]:
    """Write the leaves of the tree of heads at a size by hand, in their order."""
    newest: dict[str, tuple[int, int]] = {}
    rows = sql(
        store,
        "SELECT originator_id, originator_version, idx FROM stored_events "
        "JOIN tlog_leaf USING (notification_id) ORDER BY idx",
    )
    for stream, version, index in rows[:size]:
        newest[stream] = (version, index)
    return [
        f"trajet.head/v1\n{stream}\n{version}\n{index}\n".encode()
        for stream, (version, index) in sorted(newest.items(), key=lambda one: one[0].encode())
    ]


def heads_root(store: Path | str, size: int) -> bytes:
    """Compute the root of the tree of heads by hand."""
    return root_by_hand([sha256(b"\0" + text).digest() for text in heads_in(store, size)])


def cut(store: Path | str, size: int) -> None:
    """Take the newest acts away as if they had never been, with all that tells of them."""
    ((last,),) = sql(store, "SELECT notification_id FROM tlog_leaf WHERE idx = ?", size - 1)
    sql(store, "DELETE FROM recorded_command WHERE notification_id > ?", last)
    sql(store, "DELETE FROM stored_events WHERE notification_id > ?", last)
    sql(store, "DELETE FROM tlog_leaf WHERE idx >= ?", size)
    _rebuild(store, hashes(store))


def rewrite(store: Path | str, index: int) -> None:
    """Put another act in the place of one, and recompute all that follows from it."""
    ((position, stream, version, topic),) = sql(
        store,
        "SELECT notification_id, originator_id, originator_version, topic FROM stored_events "
        "JOIN tlog_leaf USING (notification_id) WHERE idx = ?",
        index,
    )
    leaf = leaf_by_hand(index, position, stream, version, topic, b"{}")
    sql(store, "UPDATE stored_events SET state = ? WHERE notification_id = ?", b"{}", position)
    sql(store, "UPDATE tlog_leaf SET hash = ? WHERE idx = ?", leaf, index)
    _rebuild(store, hashes(store))


def _rebuild(store: Path | str, leaves: list[bytes]) -> None:
    tree, nodes = Frontier(), []
    for leaf in leaves:
        nodes += tree.append(leaf)
    sql(store, "DELETE FROM tlog_node")
    for node in nodes:
        sql(store, "INSERT INTO tlog_node VALUES (?, ?, ?)", *node)
    sql(store, "UPDATE tlog_head SET size = ?, frontier = ?", tree.size, tree.pack())
    if isinstance(store, str):
        sql(store, "UPDATE tlog_head SET newest = (SELECT max(notification_id) FROM stored_events)")
