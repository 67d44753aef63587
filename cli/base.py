"""
What every command shares: the options that go everywhere, and how errors are told.

Common options may stand before the command or after it; after wins.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NoReturn

import click

from cli import words
from cli.words import colon, say
from domain.errors import BadInput, TrajetError

if TYPE_CHECKING:
    from cli.wiring import Office
    from domain.authority import Actor
    from domain.rules import Place
    from domain.values import Function
    from workflows.pen import Pen
    from workflows.sshsig import Signer


class Desk:
    """One call of the command line: what was asked everywhere, and the office it is asked of."""

    def __init__(
        self,
        store: str | None = None,
        acting_as: str | None = None,
        on_behalf_of: str | None = None,
        as_json: bool = False,
        key: str | None = None,
    ) -> None:
        self._store = store
        self._acting_as = acting_as
        self.on_behalf_of = on_behalf_of
        self.as_json = as_json
        self._key = key or os.environ.get("TRAJET_KEY")
        self.read: set[str] = set()
        """The dossiers of which it is on record that this call reads them."""

    @property
    def pen(self) -> "Pen":
        """What the caller may sign with: the key file named, else what the ssh agent has."""
        from workflows.pen import Pen

        return Pen(self._keys, named=self._key is not None)

    @property
    def key_file(self) -> str | None:
        """The key file named with ``--key`` or ``TRAJET_KEY``, if one is."""
        return self._key

    def _keys(self) -> "list[Signer]":
        from pathlib import Path

        from workflows.sshsig import agent_signers, signer_from_file

        if self._key is None:
            return agent_signers()
        return [signer_from_file(Path(self._key))]

    @cached_property
    def office(self) -> "Office":
        """The store asked for."""
        from cli.settings import locate
        from cli.wiring import Office

        return Office(locate(self._store), self.pen)

    @property
    def names_its_store(self) -> bool:
        """Tell a store that was named for this call from the usual one."""
        return bool(self._store or os.environ.get("TRAJET_STORE"))

    @cached_property
    def account(self) -> str:
        """Who acts: ``--as``, ``TRAJET_AS``, else the account the system knows."""
        from cli.settings import system_account

        return (self._acting_as or os.environ.get("TRAJET_AS") or system_account()).lower()

    def functions(self) -> "frozenset[Function]":
        """Return the functions the account holds now; none for an unknown account."""
        from workflows import people

        found = people.find(self.office.journal, self.account)
        return found.functions(datetime.now(UTC)) if found else frozenset()

    def in_own_name(self) -> "Actor":
        """Say who is at the desk now; raises :class:`NotAllowed` for an unknown account."""
        return self._acting(None)

    def acting(self) -> "Actor":
        """Say who acts now, in the name of whoever is named with ``--for``; raises as above."""
        return self._acting(self.on_behalf_of)

    def _acting(self, on_behalf_of: str | None) -> "Actor":
        from workflows import people

        return people.acting(
            self.office.journal, self.account, datetime.now(UTC), on_behalf_of=on_behalf_of
        )

    def close(self) -> None:
        """Close what was opened."""
        if "office" in self.__dict__:
            self.office.close()


class TrajetOption(click.Option):
    """An option whose help is told in the chosen language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Translate before laying out."""
        kept = self.help
        self.help = say(kept) if kept else kept
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = kept

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        """Say in our words what click adds in brackets."""
        extra = super().get_help_extra(ctx)
        notes = []
        if "default" in extra:
            notes.append(say("default: {default}", default=extra["default"]))
        if "required" in extra:
            notes.append(say("required"))
        return {"required": "; ".join(notes)} if notes else {}


def option(*names: str, **settings: Any) -> Callable[[Any], Any]:
    """Declare an option of ours."""
    return click.option(*names, cls=TrajetOption, **settings)


class _Language(click.ParamType[Any]):
    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value not in words.LANGUAGES:
            self.fail(say("{value} is not one of: {known}", value=value, known="fr, nl, en"))
        words.choose(value)
        return value


def common_options() -> list[click.Option]:
    """Make the options that every command takes."""
    return [
        TrajetOption(
            ["--store"],
            metavar="URL",
            help="The store: sqlite:///FILE or postgresql://HOST/DATABASE.",
        ),
        TrajetOption(["--as", "acting_as"], metavar="ACCOUNT", help="Who acts."),
        TrajetOption(["--for", "on_behalf_of"], metavar="ACCOUNT", help="On whose behalf."),
        TrajetOption(
            ["--key"],
            metavar="FILE",
            help="Sign with this ssh key; without it, with the agent's where a signature is asked.",
        ),
        TrajetOption(["--json", "as_json"], is_flag=True, help="Answer in JSON."),
        TrajetOption(
            ["--lang"],
            type=_Language(),
            metavar="fr|nl|en",
            is_eager=True,
            expose_value=False,
            help="Language of labels, refusals and help.",
        ),
    ]


@cache
def _common_options() -> list[click.Option]:
    return common_options()


_answers_in_json: list[bool] = []
"""Whether the command being run was asked to answer in JSON; errors then do too."""

_COMMON = ("store", "acting_as", "on_behalf_of", "key", "as_json")


class _Formatter(click.HelpFormatter):
    """Lays help out under titles in the chosen language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say("usage:") + " ")

    def section(self, name: str) -> Any:
        titles = {"Options": say("options"), "Commands": say("commands")}
        return super().section(titles.get(name, name))


class _Context(click.Context):
    formatter_class = _Formatter


class _Translated:
    """Tells help in the chosen language."""

    context_class: type[click.Context] = _Context
    help: str | None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if found is not None:
            found.help = say("Show this help.")
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        kept = self.help
        self.help = say(_joined(kept)) if kept else kept
        try:
            super().format_help_text(ctx, formatter)  # type: ignore[misc]
        finally:
            self.help = kept

    def get_short_help_str(self, limit: int = 45) -> str:
        first = say(_joined(self.help or "")).partition("\n\n")[0]
        return first.partition(". ")[0].rstrip(".")


def _joined(text: str | None) -> str:
    """Undo the line breaks a docstring has inside a paragraph."""
    paragraphs = (text or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


class TrajetCommand(_Translated, click.Command):
    """A command with the common options, called with its :class:`Desk` first."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Put the options that are not this command's own between its own and ``--help``."""
        *own, help_option = super().get_params(ctx)
        return [*own, *self.shared_options(), help_option]

    def shared_options(self) -> list[click.Option]:
        """Return the options of every command, made when first used."""
        return _common_options()

    def invoke(self, ctx: click.Context) -> Any:
        """Join the common options given before and after the command."""
        before = ctx.find_root().params
        asked: dict[str, Any] = {name: ctx.params.pop(name) or before.get(name) for name in _COMMON}
        _answers_in_json[:] = [bool(asked["as_json"])]
        desk = Desk(**asked)
        ctx.call_on_close(desk.close)
        ctx.params["desk"] = desk
        return super().invoke(ctx)


class TrajetGroup(_Translated, click.Group):
    """A group of our commands."""

    command_class = TrajetCommand

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command typed, or say in our words that there is none."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            self._no_command(ctx, args[0])
        return super().resolve_command(ctx, args)

    def _no_command(self, ctx: click.Context, typed: str) -> NoReturn:
        """Say that there is no such command, and which there are: of many only the nearest."""
        from difflib import get_close_matches

        known = self.list_commands(ctx)
        if len(known) <= _FEW:
            raise BadInput(
                "there is no command {name}; there are: {known}",
                name=typed,
                known=", ".join(known),
            )
        near = get_close_matches(typed.lower().replace("_", "-"), known, n=_NEAREST)
        if near:
            raise BadInput(
                "there is no command {name}; did you mean {near}? all are listed by: {help}",
                name=typed,
                near=", ".join(near),
                help=f"{ctx.command_path} --help",
            )
        raise BadInput(
            "there is no command {name}; all are listed by: {help}",
            name=typed,
            help=f"{ctx.command_path} --help",
        )


_FEW, _NEAREST = 20, 3
"""So many commands are all named; of more, so many that sound like what was typed."""


def command(name: str) -> Callable[[Callable[..., Any]], TrajetCommand]:
    """Declare a command that stands at the top."""
    return click.command(name, cls=TrajetCommand)


def options_of(*declarations: Callable[[Any], Any]) -> list[click.Option]:
    """Make options out of their declarations, in that order."""

    def bearer() -> None:
        """Bear the declarations, as a command would."""

    for declare in reversed(declarations):
        declare(bearer)
    declared: list[click.Option] = bearer.__dict__["__click_params__"]
    return declared[::-1]


class Code(click.ParamType[Any]):
    """A value of a code list, named by its enum in :mod:`domain.values`; read when first used."""

    name = "code"

    def __init__(self, enum: str) -> None:
        self.enum = enum

    def _values(self) -> dict[str, Any]:
        from domain import values

        return {str(one): one for one in getattr(values, self.enum)}

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show the codes in help."""
        return "[" + "|".join(self._values()) + "]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a code, in any case, with ``_`` or blank for ``-``."""
        known = self._values()
        folded = {re.sub(r"[\s_]+", "-", key).casefold(): one for key, one in known.items()}
        found = folded.get(re.sub(r"[\s_]+", "-", str(value).strip()).casefold())
        if found is None:
            self.fail(
                say("{value} is not one of: {known}", value=value, known=", ".join(known)),
                param,
                ctx,
            )
        return found

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """Complete a code."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(one) for one in self._values() if one.startswith(incomplete)]


class Listed(click.ParamType[Any]):
    """A code of a list, by the list's name; whether it is on the list depends on the day."""

    name = "code"

    def __init__(self, listed: str) -> None:
        self.listed = listed

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show the codes in help."""
        from domain.rules import code_list

        return "[" + "|".join(code_list(self.listed)) + "]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a code, in any case, with ``_`` or blank for ``-``."""
        from domain.rules import code_list

        known = code_list(self.listed)
        found = re.sub(r"[\s_]+", "-", str(value).strip()).casefold()
        if found not in known:
            self.fail(
                say("{value} is not one of: {known}", value=value, known=", ".join(known)),
                param,
                ctx,
            )
        return found

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """Complete a code, with what it is called beside it."""
        from click.shell_completion import CompletionItem

        from domain.rules import code_list

        return [
            CompletionItem(code, help=getattr(one.name, words.language()))
            for code, one in code_list(self.listed).items()
            if code.startswith(incomplete)
        ]


class Choice(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Say in our words what is known."""
        known = ", ".join(self.choices)
        return say("{value} is not one of: {known}", value=value, known=known)


class Number(click.IntRange):
    """A whole number, within limits."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a number, or say in our words that it is none."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(say("{value} is not a number that fits", value=value), param, ctx)


class _DossierType(click.ParamType[Any]):
    name = "dossier"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        kind, colon, name = str(value).strip().rpartition(":")  # place:HOL is a stream too
        return f"{kind.lower()}{colon}{name.upper()}"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        from click.shell_completion import CompletionItem

        from domain.record import is_dossier

        root = ctx.find_root().params
        desk = Desk(ctx.params.get("store") or root.get("store"))
        try:
            names = desk.office.journal.store.stream_names(incomplete.upper(), 60)
        except TrajetError:
            return []
        return [CompletionItem(name) for name in names if is_dossier(name)]


DOSSIER = _DossierType()


def dossier_argument(function: Any) -> Any:
    """Declare the dossier number, completed from the store."""
    return click.argument("dossier", type=DOSSIER)(function)


_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:\d{2})?)?$"
)


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Days outside these years are slips of the keys, and of some no day follows in any calendar."""


class Moment(click.ParamType[Any]):
    """A day, or a day and an hour in Brussels: ``2026-03-02`` or ``2026-03-02T14:05``."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "tuple[datetime, bool]":
        """Return the instant in UTC and whether only the day is known."""
        from domain.rules.calendar import BRUSSELS

        if isinstance(value, tuple):
            return value
        found = _MOMENT.match(str(value).strip())
        try:
            moment = (
                datetime.fromisoformat("T".join(p for p in (found[1], found[2]) if p))
                if found
                else None
            )
            if found and moment and found[3]:
                moment = datetime.fromisoformat(f"{moment.isoformat()}{found[3]}")
        except ValueError:
            moment = None
        if moment is None or found is None:
            self.fail(
                say("{value} is not a date; write 2026-03-02 or 2026-03-02T14:05", value=value),
                param,
                ctx,
            )
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            self.fail(
                say(
                    "{value} is not a day from {first} to {last}",
                    value=value,
                    first=FIRST_YEAR,
                    last=LAST_YEAR,
                ),
                param,
                ctx,
            )
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=BRUSSELS)
        return moment.astimezone(UTC), found[2] is None


def place_named(text: str) -> "Place":
    """Find a place by its code or name; :class:`BadInput` for one that is not on the list."""
    from domain.rules import place

    found = place(text)
    if found is None:
        raise BadInput("{centre} is not on the list of places", centre=text)
    return found


def end_of(moment: "tuple[datetime, bool] | None") -> datetime | None:
    """Return the first instant after a moment, or after the whole of a day."""
    if moment is None:
        return None
    from datetime import timedelta

    from domain.rules.calendar import brussels_day, start_of_day

    at, whole_day = moment
    if whole_day:
        return start_of_day(brussels_day(at) + timedelta(days=1))
    return at + timedelta(microseconds=1)


def free_text(name: str, help_text: str) -> Callable[[Any], Any]:
    """Declare ``--NAME TEXT`` and ``--NAME-file FILE`` (``-`` for standard input)."""

    def declare(function: Any) -> Any:
        function = option(
            f"--{name}-file",
            metavar="FILE",
            help="The same, read from a file; - for standard input.",
        )(function)
        return option(f"--{name}", metavar="TEXT", help=help_text)(function)

    return declare


def text_of(said: dict[str, Any], name: str) -> str | None:
    """
    Take a free text out of the options, from where it was given.

    :class:`BadInput` for one that is there and says nothing.
    """
    text: str | None = said.pop(name, None)
    file: str | None = said.pop(f"{name}_file", None)
    option = name.replace("_", "-")
    if file is None:
        if text is not None and is_blank(text):
            raise BadInput("--{name} is empty", name=option)
        return text
    if text is not None:
        raise BadInput("give --{name} or --{name}-file, not both", name=name)
    try:
        if file == "-":
            read = sys.stdin.buffer.read()
        else:
            from pathlib import Path

            read = Path(file).read_bytes()
        text = read.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadInput("{file} cannot be read as UTF-8 text", file=file) from trouble
    if is_blank(text):
        raise BadInput("--{name} is empty", name=f"{option}-file")
    return text


def is_blank(text: str) -> bool:
    """Tell a text in which nothing is to be seen."""
    return not any(letter.isprintable() and not letter.isspace() for letter in text)


def print_json(document: Any) -> None:
    """Write one JSON document on a line of its own."""
    click.echo(json.dumps(document, ensure_ascii=False, default=str))


@contextmanager
def told() -> Iterator[None]:
    """Turn every error into a message on standard error and the exit code of its kind."""
    try:
        yield
    except click.exceptions.Exit as leave:
        raise SystemExit(leave.exit_code) from leave
    except click.Abort as stop:
        _complain(say("interrupted"))
        raise SystemExit(130) from stop
    except KeyboardInterrupt as stop:
        _complain(say("interrupted"))
        raise SystemExit(130) from stop
    except BrokenPipeError as closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from closed
    except click.ClickException as wrong:
        _complain(_usage(wrong))
        raise SystemExit(2) from wrong
    except TrajetError as refusal:
        from cli.render import complaint

        for line in complaint(refusal, as_json=_answers_in_json[-1:] == [True]):
            click.echo(line, err=True)
        raise SystemExit(refusal.exit_code) from refusal
    except Exception as surprise:
        if isinstance(surprise, UnicodeEncodeError) and "surrogates" in surprise.reason:
            _complain(say("what was typed holds bytes that are no letters"))
            raise SystemExit(2) from surprise
        if os.environ.get("TRAJET_DEBUG"):
            raise
        _complain(
            say(
                "something went wrong that should not have ({kind}); nothing more was recorded. "
                "Set TRAJET_DEBUG=1 and repeat to see where",
                kind=type(surprise).__name__,
            )
        )
        raise SystemExit(6) from surprise


def _complain(message: str) -> None:
    click.echo(f"trajet: {message}", err=True)


def _usage(wrong: click.ClickException) -> str:
    """Say a usage error in our words."""
    match wrong:
        case click.MissingParameter():
            name = wrong.param.opts[0] if wrong.param else "?"
            return say("missing: {name}", name=name if name.startswith("-") else name.upper())
        case click.NoSuchOption():
            near = (
                say("; did you mean {near}?", near=", ".join(wrong.possibilities or ()))
                if wrong.possibilities
                else ""
            )
            return say("no such option: {name}", name=wrong.option_name) + near
        case click.BadParameter():
            name = wrong.param.opts[0] if wrong.param else ""
            return f"{name}{colon()} {wrong.message}" if name else wrong.message
        case click.BadOptionUsage():
            return say("{name} lacks its value, or takes none", name=wrong.option_name)
        case _:
            return say("the command is incomplete or has a part too many; see --help")
