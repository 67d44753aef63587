"""A page to print is well formed, in its language, needs nothing else, and says what was given."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from cli import words
from cli.paper import Facts, Grid, Lines, Paper, page

ALONE = {"meta", "!doctype"}
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=40)
ATTACK = (
    "</td><script src='https://example.test/a.js'>alert(1)</script><img src=x onerror=y> & \" '"
)


class Reader(HTMLParser):
    """Reads a page back: its text by element, what was opened and closed, every attribute."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ALONE:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.texts.get(self.open[-1]):
            self.texts[self.open[-1]][-1] += data


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    monkeypatch.setattr(words, "_chosen", ["en"])


def report(*parts, title="VOT-2025-0042", under=()):
    return Paper(title, under, parts)


@settings(max_examples=150, deadline=None)
@for_all(title=texts, label=texts, cells=st.lists(texts.filter(bool), min_size=1, max_size=4))
@example(title=ATTACK, label=ATTACK, cells=[ATTACK, "<!-- ", "]]>", "&amp;", "</style></html>"])
def test_whatever_is_written_on_a_page_is_read_back_as_text(title, label, cells):
    parts = (
        Facts(label, [(label, cells[0])]),
        Grid(title, [label] * len(cells), [cells, cells]),
        Lines(title, cells),
    )
    read = Reader(page(report(*parts, title=title, under=[label])))

    assert read.open == []
    assert read.texts["title"] == read.texts["h1"] == [title]
    assert read.texts["h2"] == [label, title, title]
    assert read.texts["dt"] == [label]
    assert read.texts["td"] == [*cells, *cells]
    assert read.texts["p"][1 : 1 + len(cells)] == cells


@for_all(st.text(max_size=60))
def test_what_no_page_may_hold_is_shown_as_unknown(text):
    told = page(report(Lines("note", [text])))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", told)
    told.encode()  # as it is written to a file


def test_a_page_needs_nothing_from_anywhere_and_runs_nothing():
    told = page(report(Facts("a", [("b", ATTACK)]), Lines("c", [ATTACK])))
    read = Reader(told)
    assert not {"script", "link", "img", "iframe", "object", "embed", "form"} & set(read.tags)
    names = {name for name, _ in read.attributes}
    assert not {"src", "href", "style", "srcset", "action"} & names
    assert not [name for name in names if name.startswith("on")]
    (style,) = read.texts["style"]
    assert "url(" not in style
    assert "@import" not in style
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert ("content", policy) in read.attributes


@pytest.mark.parametrize(
    ("language", "foot"),
    [
        ("en", "Personal data: keep it locked away, and destroy it once it has served."),
        ("fr", "Données personnelles : à garder sous clé, et à détruire après usage."),
        ("nl", "Persoonsgegevens: bewaar ze achter slot en vernietig ze na gebruik."),
    ],
)
def test_a_page_says_its_language(language, foot, monkeypatch):
    monkeypatch.setattr(words, "_chosen", [language])
    read = Reader(page(report(Lines("x", []))))
    assert ("lang", language) in read.attributes
    assert foot in read.texts["p"]


@pytest.mark.parametrize(("wide", "turned"), [(False, "portrait"), (True, "landscape")])
def test_a_page_is_cut_for_a4(wide, turned):
    told = page(Paper("x", (), (), wide=wide))
    assert f"@page {{ size: A4 {turned};" in told


def test_a_right_to_left_name_is_laid_out_by_itself():
    told = page(report(Facts("resident", [("name", "إدريس")])))
    assert '<dd dir="auto">إدريس</dd>' in told
