"""
Runs in the room of pm4py: reads exports with it and says what it read, as JSON.

A request a line on standard input, an answer a line on standard output. Everything pm4py makes of
a value is said as text, in one way for all formats.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

ANSWERS = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)  # pm4py greets and draws bars where the answers go

import pandas  # noqa: E402
import pm4py  # noqa: E402 (said where it can greet)
from pm4py.algo.conformance.alignments.petri_net import algorithm as alignments  # noqa: E402
from pm4py.objects.log.importer.xes import importer as xes  # noqa: E402
from pm4py.objects.ocel.validation import ocel20_rel_validation  # noqa: E402

Said = dict[str, str]


def said(values: Iterable[tuple[str, Any]], truths: Iterable[str]) -> Said:
    """Say what there is of some values; ``truths`` names those that are true or false."""
    told = {str(name): text(value, name in truths) for name, value in values}
    return {name: value for name, value in told.items() if value is not None}


def text(value: Any, truth: bool = False) -> str | None:
    """Say one value; ``None`` for one that is not there."""
    if value is None or value != value:  # noqa: PLR0124 (what is no number is not itself)
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat(timespec="microseconds")).replace("+00:00", "Z")
    if truth:
        return "true" if str(value).lower() in ("1", "1.0", "true") else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) or None


def read_xes(file: str, variant: str, truths: list[str]) -> Any:
    """Read each trace with its events, in the order they are read."""
    log = xes.apply(file, variant=xes.Variants[variant], parameters={"show_progress_bar": False})
    about = {key: text(value) for key, value in log.attributes.items()}
    return {
        "about": about,
        "cases": [
            [trace.attributes["concept:name"], [said(event.items(), truths) for event in trace]]
            for trace in log
        ],
    }


def read_csv(file: str, truths: list[str]) -> Any:
    """Read each row as the dataframe of an event log that pm4py makes of it."""
    frame = pandas.read_csv(file, dtype="str", keep_default_na=False, na_values=[""])
    frame = pm4py.format_dataframe(frame)
    return [said(row.items(), truths) for row in frame.to_dict(orient="records")]


def read_ocel(kind: str, file: str, truths: list[str]) -> Any:
    """Read events, objects and what stands between them."""
    read: Callable[[str], Any] = getattr(pm4py, f"read_ocel2_{kind}")
    found = read(file)
    return {
        "events": [said(row.items(), truths) for row in _rows(found.events)],
        "objects": [said(row.items(), truths) for row in _rows(found.objects)],
        "changes": [said(row.items(), truths) for row in _rows(found.object_changes)],
        "relations": sorted(
            [row["ocel:eid"], row["ocel:oid"], row["ocel:type"], row["ocel:qualifier"]]
            for row in _rows(found.relations)
        ),
        "between": sorted(
            [row["ocel:oid"], row["ocel:oid_2"], row["ocel:qualifier"]] for row in _rows(found.o2o)
        ),
    }


def _rows(frame: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = frame.to_dict(orient="records")
    return rows


def broken_rules(file: str) -> Any:
    """Name the rules of the OCEL 2.0 database that a file does not keep."""
    return ocel20_rel_validation.apply(file)[1]


def align(net: str, file: str) -> Any:
    """
    Say of each dossier how many acts the net would have to leave out or put in to be followed.

    Acts are taken in the order in which they happened, as the procedure judges them.
    """
    model = pm4py.read_pnml(net)
    frame = _as_it_happened(file)
    log = pm4py.convert_to_event_log(frame)
    found = alignments.apply_log(
        log,
        *model,
        parameters={"show_progress_bar": False},
        variant=alignments.Variants.VERSION_DIJKSTRA_LESS_MEMORY,
    )
    return {
        trace.attributes["concept:name"]: list(_moves(one["alignment"]))
        for trace, one in zip(log, found, strict=True)
    }


def _moves(alignment: Iterable[tuple[str, str | None]]) -> Iterator[list[str | None]]:
    """Give the moves that only one of the two makes; silent ones of the net are none."""
    for made, allowed in alignment:
        if made != allowed and not (made == ">>" and allowed is None):
            yield [made, allowed]


def _as_it_happened(file: str) -> Any:
    """Read a log in the order in which things happened, with moments corrected as it says."""
    frame = pm4py.read_xes(file, variant="iterparse").set_index(
        ["case:concept:name", "version"], drop=False
    )
    if "said_becomes" in frame:
        for _, row in frame[frame["said_field"] == "occurred_at"].iterrows():
            at = row["case:concept:name"], int(row["said_corrects"])
            frame.loc[at, "time:timestamp"] = pandas.Timestamp(row["said_becomes"])
    later = frame["concept:name"] != "resident-admitted"
    frame = frame.reset_index(drop=True).assign(later=later.to_numpy())
    order = ["case:concept:name", "time:timestamp", "later", "version"]
    return frame.sort_values(order).drop(columns="later")


def same_hands(file: str, first: str, second: str, resource: str) -> Any:
    """Name the dossiers in which one hand did both of two things, by the filter of pm4py."""
    from pm4py.algo.filtering.log.ltl import ltl_checker

    frame = pm4py.read_xes(file, variant="iterparse")
    kept = ltl_checker.four_eyes_principle(
        frame,
        first,
        second,
        parameters={
            ltl_checker.Parameters.POSITIVE: False,
            ltl_checker.Parameters.RESOURCE_KEY: resource,
        },
    )
    return sorted(trace.attributes["concept:name"] for trace in kept)


TASKS: dict[str, Callable[..., Any]] = {
    "xes": read_xes,
    "csv": read_csv,
    "ocel": read_ocel,
    "broken rules": broken_rules,
    "align": align,
    "same hands": same_hands,
}

for line in sys.stdin:
    task, *given = json.loads(line)
    print(json.dumps(TASKS[task](*given)), file=ANSWERS, flush=True)
