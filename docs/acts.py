"""
How each rule acts, read from the code that acts: never from what is said about it.

A rule acts as a *guard* where a reason to refuse quotes it, as a *clock* where something runs
out by it, as *missing* where a dossier is said to lack what it asks for, as a *number* where only
its length or its dates are used. Docstrings and comments are no code, and neither is a
comparison with a rule. Where a reason is made with a rule that is computed elsewhere, what
computes it is followed to whoever calls it, by name.
"""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeGuard

GUARD, CLOCK, MISSING, NUMBER = "guard", "clock", "missing", "number"

MAKES = {
    "Failing": GUARD,
    "NotAllowed": GUARD,
    "Due": CLOCK,
    "Missing": MISSING,
}
"""What is made with a rule as its first argument, and what the rule acts as then."""

_ROW = "rule"
"""The function that looks a row up."""

_ID = re.compile(r"([A-Z]{3}-\d{2}[a-z]?)(?::|$)")
"""A rule, alone or at the head of what it says."""

_COMMON = frozenset(name for kind in (dict, list, set, str, tuple) for name in dir(kind))
"""What any value has: a method of ours that is called so too cannot be told from it."""

Name = tuple[str, str]
"""The module a name is private to, or nothing, and the name."""


@dataclass
class _Piece:
    """
    A function, or a statement that stands outside any: what it makes, names and refers to.

    ``quoted`` are rules written where something is made with them, ``made`` what is made with a
    rule that is written elsewhere; ``named`` are rules it hands on, each with what it hands them
    to, ``counted`` those it looks up. ``of`` is the class a method belongs to.
    """

    names: frozenset[Name]
    of: str | None = None
    is_table: bool = False
    quoted: set[tuple[str, str]] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    named: set[tuple[str, Name | None]] = field(default_factory=set)
    counted: set[str] = field(default_factory=set)
    refers: set[Name] = field(default_factory=set)

    @property
    def makes(self) -> bool:
        """Tell whether anything is made here, with whichever rule."""
        return bool(self.made or self.quoted)


class _House:
    """All pieces, and which of them refer to a name."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self.pieces = pieces
        self.users: dict[Name, list[_Piece]] = defaultdict(list)
        self.makers: dict[Name, set[str]] = defaultdict(set)
        for piece in pieces:
            for name in piece.names:
                self.makers[name] |= piece.made
            if piece.of is not None:
                self.makers[_name(piece.of, "")] |= piece.made
        tables = self._tables()
        for piece in pieces:
            for name in piece.refers - tables:
                self.users[name].append(piece)

    def _tables(self) -> set[Name]:
        """
        Find the names that several modules give to a table of their own.

        What a region adds to the tables of all is not used by its neighbours for being there.
        """
        given = [name for piece in self.pieces if piece.is_table for name in piece.names]
        return {name for name, times in Counter(given).items() if times > 1}

    def reached(self, start: _Piece, handed_to: Name | None) -> set[str]:
        """
        Tell what is made with a rule: by what it is handed to, else by the nearest that use it.

        Where nothing that uses it makes anything: by what is called beside it.
        """
        if handed_to is not None and self.makers[handed_to]:
            return self.makers[handed_to]
        users = list(self._upwards(start, lambda each: bool(each.made)))
        made = {kind for piece in users for kind in piece.made}
        called = {name for piece in users for name in piece.refers}
        return made or {kind for name in called for kind in self.makers[name]}

    def acts(self, start: _Piece) -> bool:
        """Tell whether a piece makes anything, or is used by one that does."""
        return any(piece.makes for piece in self._upwards(start, lambda _each: False))

    def _upwards(self, start: _Piece, is_far_enough: Callable[[_Piece], bool]) -> Iterator[_Piece]:
        seen, waiting = {id(start)}, [start]
        while waiting:
            piece = waiting.pop()
            yield piece
            if is_far_enough(piece):
                continue
            for user in chain.from_iterable(self.users[name] for name in piece.names):
                if id(user) not in seen:
                    seen.add(id(user))
                    waiting.append(user)


def how_rules_act(sources: Iterable[str]) -> dict[str, list[str]]:
    """Tell of every rule that acts in the modules, given as their text, what it acts as."""
    texts = enumerate(sources)
    house = _House([piece for n, text in texts for piece in _pieces(ast.parse(text), str(n))])
    found: dict[str, set[str]] = defaultdict(set)
    for piece in house.pieces:
        for rule_id, kind in piece.quoted:
            found[rule_id].add(kind)
        for rule_id, handed_to in piece.named:
            found[rule_id] |= house.reached(piece, handed_to)
    for rule_id in {one for piece in house.pieces if house.acts(piece) for one in piece.counted}:
        if not found[rule_id]:
            found[rule_id].add(NUMBER)
    return {rule_id: sorted(kinds) for rule_id, kinds in sorted(found.items()) if kinds}


def rules_named(source: str) -> set[str]:
    """Name the rules that the code of a module names, in whichever text of it."""
    tree = ast.parse(source)
    said = _said(tree)
    return {
        rule_id
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said
        for rule_id in re.findall(r"\b[A-Z]{3}-\d{2}[a-z]?\b", node.value)
    }


# --- reading --------------------------------------------------------------------------------


def _pieces(tree: ast.Module, module: str) -> Iterator[_Piece]:
    taken_in = frozenset(
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )
    for piece, node in _named_pieces(tree, module):
        _read(piece, node, module, taken_in)
        yield piece


def _named_pieces(tree: ast.Module, module: str) -> Iterator[tuple[_Piece, ast.stmt]]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            for inside in node.body:
                name = _name(node.name, module)
                if _is_function(inside):
                    name = _member(inside.name)
                yield _Piece(frozenset({name}), node.name), inside
        elif _is_function(node):
            yield _Piece(frozenset({_name(node.name, module)})), node
        elif not isinstance(node, ast.Import | ast.ImportFrom):
            names = frozenset(_name(one, module) for one in _bound(node))
            yield _Piece(names, is_table=True), node


def _is_function(node: ast.AST) -> TypeGuard[ast.FunctionDef | ast.AsyncFunctionDef]:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


def _bound(node: ast.stmt) -> set[str]:
    """Name what a statement gives a value to; of a function, what is its own."""
    return {
        each.arg if isinstance(each, ast.arg) else each.id
        for each in ast.walk(node)
        if isinstance(each, ast.arg) or (isinstance(each, ast.Name) and _is_stored(each))
    }


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _read(piece: _Piece, node: ast.stmt, module: str, taken_in: frozenset[str]) -> None:
    """Note what a piece makes, names and refers to."""
    said, parents, own = _said(node), _parents(node), _bound(node)
    for each in ast.walk(node):
        if isinstance(each, ast.Name | ast.Attribute):
            is_own = isinstance(each, ast.Name) and each.id in own
            is_common = isinstance(each, ast.Attribute) and each.attr in _COMMON
            if not (is_own or is_common or _compared(each, parents)):
                piece.refers.add(_meant(each, module, taken_in))
        elif isinstance(each, ast.Call) and (kind := MAKES.get(_called(each) or "")):
            if not _rule_in(_first(each)):
                piece.made.add(kind)
        elif each not in said and (rule_id := _rule_in(each)):
            _place(piece, each, rule_id, parents, module)


def _meant(node: ast.Name | ast.Attribute, module: str, taken_in: frozenset[str]) -> Name:
    """Tell what a name refers to: of a module that was taken in what it has, else a member."""
    if isinstance(node, ast.Name):
        return _name(node.id, module)
    if isinstance(node.value, ast.Name) and node.value.id in taken_in:
        return _name(node.attr, module)
    return _member(node.attr)


def _member(name: str) -> Name:
    """Tell a method or a property, of whichever class."""
    return (".", name)


def _place(
    piece: _Piece, node: ast.AST, rule_id: str, parents: Mapping[ast.AST, ast.AST], module: str
) -> None:
    """Note what a written rule is for: the call it is the argument of tells."""
    above = parents.get(node)
    if isinstance(above, ast.keyword):
        node, above = above, parents.get(above)
    if _compared(node, parents):
        return
    called = _called(above) if isinstance(above, ast.Call) else None
    if called in MAKES and isinstance(above, ast.Call) and _first(above) in (node, _value(node)):
        piece.quoted.add((rule_id, MAKES[called]))
    elif called == _ROW and above is not None:
        piece.counted.add(rule_id)
        if _goes_on(parents.get(above)):
            piece.named.add((rule_id, None))
    else:
        piece.named.add((rule_id, _name(called, module) if called else None))


def _goes_on(above: ast.AST | None) -> bool:
    """Tell a row that is given to somebody else, or of which the id is taken: to be quoted."""
    return isinstance(above, ast.Return) or (
        isinstance(above, ast.Attribute) and above.attr == "id"
    )


def _compared(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> bool:
    """Tell what is only compared with, or looked for among: no rule comes from it."""
    return isinstance(parents.get(node), ast.Compare)


def _first(call: ast.Call) -> ast.AST | None:
    """Return the rule of what is made: its first argument, or the one that is called so."""
    if call.args:
        return call.args[0]
    return next((one.value for one in call.keywords if one.arg == "rule"), None)


def _value(node: ast.AST) -> ast.AST | None:
    return node.value if isinstance(node, ast.keyword) else None


def _called(call: ast.AST | None) -> str | None:
    match call:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
    return None


def _rule_in(node: ast.AST | None) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found = _ID.match(node.value)
        return found[1] if found else None
    return None


def _said(tree: ast.AST) -> set[ast.AST]:
    """Find the docstrings and other texts that stand by themselves."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    return {below: above for above in ast.walk(tree) for below in ast.iter_child_nodes(above)}


def _name(name: str, module: str) -> Name:
    """Tell a name that is private to its module from one that others may use."""
    return (module if name.startswith("_") else "", name)
