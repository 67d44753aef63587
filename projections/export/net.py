"""
The stages of the procedure as a Petri net (PNML): which act may follow which.

Made from the table of stages alone. A place for each stage and one token in all; a transition
for each act that may follow in a stage. Where the table asks a condition, the net lets both ways
stand: it knows no more of a dossier than the acts. A silent way leads from every stage to the
end, for a trajectory that goes on is not unlawful.
"""

from collections.abc import Iterator
from typing import NamedTuple, TextIO

from domain.events import EVENTS
from domain.lifecycle import EVENT_OF, RAISED, STEPS, stages_of, ways
from projections.export.deeds import activity
from projections.export.xes import escaped

START, END = "start", "end"


class Way(NamedTuple):
    """A transition: from a place to a place, by an act, or silently."""

    source: str
    to: str
    activity: str | None


def write(file: TextIO, version: int) -> None:
    """Write the net of a version of the procedure."""
    stages = [str(stage) for stage in stages_of(version)]
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<pnml>\n')
    file.write(
        f'<net id="trajet-procedure-{version}" type="http://www.pnml.org/version-2009/grammar/'
        f'pnmlcoremodel">\n<name><text>trajet, procedure {version}</text></name>\n<page id="all">\n'
    )
    for place in (START, *stages, END):
        token = "<initialMarking><text>1</text></initialMarking>" if place == START else ""
        file.write(f'<place id="{place}"><name><text>{place}</text></name>{token}</place>\n')
    for number, way in enumerate(transitions(version)):
        file.write(_transition(f"t{number}", way))
    file.write("</page>\n<finalmarkings>\n<marking>\n")
    for place in (START, *stages, END):
        file.write(f'<place idref="{place}"><text>{int(place == END)}</text></place>\n')
    file.write("</marking>\n</finalmarkings>\n</net>\n</pnml>\n")


def transitions(version: int) -> list[Way]:
    """List the transitions of a version: what opens a dossier, the steps, the silent ends."""
    name_of = {event.__name__: activity(topic) for topic, event in EVENTS.items()}
    stages = stages_of(version)
    opens = (
        Way(START, str(step.to), name_of[step.event])
        for step in STEPS
        if not step.after and step.to and step.is_in(version)
    )
    steps = (
        Way(str(stage), str(to), name_of[EVENT_OF[command]])
        for (stage, command), leads in ways(version).items()
        for to, _ in leads
    )
    beside = (Way(str(stage), str(stage), name_of[event]) for stage in stages for event in RAISED)
    ends = (Way(str(stage), END, None) for stage in stages)
    return list(dict.fromkeys((*opens, *steps, *beside, *ends)))


def _transition(name: str, way: Way) -> str:
    label = way.activity or f"end of {way.source}"
    silent = "" if way.activity else _SILENT
    return (
        f'<transition id="{name}"><name><text>{escaped(label)}</text></name>{silent}'
        f"</transition>\n" + "".join(_arcs(name, way))
    )


_SILENT = '<toolspecific tool="ProM" version="6.4" activity="$invisible$"/>'


def _arcs(name: str, way: Way) -> Iterator[str]:
    yield f'<arc id="{name}-in" source="{way.source}" target="{name}"/>\n'
    yield f'<arc id="{name}-out" source="{name}" target="{way.to}"/>\n'
