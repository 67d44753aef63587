"""
XES (IEEE 1849): a trace for each dossier.

One element a line: a widely used reader looks at lines, and finds nothing in a file that is
laid out otherwise.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TextIO

from projections.export.deeds import About, Deed, Value, own, said, utc

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<global scope="trace">
<string key="concept:name" value="unknown"/>
</global>
<global scope="event">
<string key="concept:name" value="unknown"/>
<date key="time:timestamp" value="1970-01-01T00:00:00.000000Z"/>
<string key="org:resource" value="unknown"/>
<int key="index" value="0"/>
</global>
<classifier name="Activity" keys="concept:name"/>
"""


def write(file: TextIO, about: About, dossiers: Iterable[tuple[str, Iterable[Deed]]]) -> None:
    """Write the dossiers one after the other, each with its acts in the order of the log."""
    file.write(_HEAD)
    for name, value in about._asdict().items():
        file.write(_element(name, value))
    for dossier, deeds in dossiers:
        file.write(f"<trace>\n{_element('concept:name', dossier)}")
        for one in deeds:
            file.write("<event>\n")
            file.writelines(_element(name, value) for name, value in _attributes(one))
            file.write("</event>\n")
        file.write("</trace>\n")
    file.write("</log>\n")


def _attributes(one: Deed) -> Iterator[tuple[str, Value]]:
    yield "concept:name", one.activity
    yield "time:timestamp", one.occurred
    yield "org:resource", one.account
    yield "org:role", one.role
    yield from own(one)
    yield from said(one)


def _element(key: str, value: Value) -> str:
    match value:
        case bool():
            return f'<boolean key="{key}" value="{str(value).lower()}"/>\n'
        case int():
            return f'<int key="{key}" value="{value}"/>\n'
        case datetime():
            return f'<date key="{key}" value="{utc(value)}"/>\n'
        case _:
            return f'<string key="{key}" value="{escaped(value)}"/>\n'


def escaped(text: str) -> str:
    """Write a text as it may stand between the quotes of an attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
