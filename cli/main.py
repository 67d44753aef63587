"""Entry point of ``trajet``: start reading here."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

import click

from cli import words
from cli.base import TrajetGroup, common_options, option, told

# Looking for plugins of pydantic, of which we use none, reads every installed package; and the
# module that would look takes a tenth of the start of a command even when told not to.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
_NO_PLUGINS = ModuleType("pydantic.plugin._loader")
setattr(_NO_PLUGINS, "get_plugins", tuple)  # noqa: B010 (no such name is declared of a module)
sys.modules.setdefault(_NO_PLUGINS.__name__, _NO_PLUGINS)

_COMMANDS = {
    "set up": {
        "init": "admin:init",
        "demo": "demo:demo",
        "import": "admin:import_",
        "move": "move:move",
        "simulate": "simulate:simulate",
        "staff": "staff:staff",
        "place": "place:place",
    },
    "record": {
        "open": "record.admission:open_",
        "identity": "record.admission:identity",
        "search": "record.admission:search",
        "property": "record.admission:property_",
        "transfer": "record.transfer:transfer",
        "inform": "record.information:inform",
        "interview": "record.information:interview",
        "legal-aid": "record.information:legal_aid",
        "hearing": "record.information:hearing",
        "counsel": "record.information:counsel",
        "vulnerability": "record.information:vulnerability",
        "decision": "record.decision:decision",
        "defect": "record.decision:defect",
        "notification": "record.decision:notification",
        "term": "record.decision:term",
        "ban": "record.decision:ban",
        "regularise": "record.decision:regularise",
        "appeal": "record.remedies:appeal",
        "interim": "record.remedies:interim",
        "asylum": "record.protection:asylum",
        "refoulement": "record.protection:refoulement",
        "postpone": "record.protection:postpone",
        "hold": "record.protection:hold",
        "status": "record.protection:status",
        "dublin": "record.protection:dublin",
        "reception-place": "record.protection:reception_place",
        "document": "record.identification:document",
        "detention": "record.custody:detention",
        "custody": "record.custody:custody",
        "chamber": "record.custody:chamber",
        "restriction": "record.custody:restriction",
        "abscond": "record.custody:abscond",
        "iom": "record.iom:iom",
        "health": "record.health:health",
        "measure": "record.measures:measure",
        "coercion": "record.measures:coercion",
        "incident": "record.incidents:incident",
        "exchange": "record.affairs:exchange",
        "obstacle": "record.affairs:obstacle",
        "authorise": "record.affairs:authorise",
        "crisis": "record.affairs:crisis",
        "complaint": "record.affairs:complaint",
        "assign": "record.affairs:assign",
        "privacy": "record.access:privacy",
        "removal": "record.removal:removal",
        "depart": "record.removal:depart",
        "family": "record.family:family",
        "guardian": "record.family:guardian",
        "reception": "record.family:reception",
        "non-return": "record.ending:non_return",
        "alert": "record.ending:alert",
        "track": "record.ending:track",
        "close": "record.ending:close",
        "reopen": "record.ending:reopen",
        "cost": "record.costs:cost",
        "override": "record.exception:override",
        "answer-alert": "record.exception:answer_alert",
        "correct": "record.correction:correct",
    },
    "look": {
        "show": "show:show",
        "log": "history:log",
        "replay": "history:replay_",
        "caseload": "caseload:caseload",
        "can": "can:can",
        "due": "due:due",
        "check-list": "checklist:check_list",
        "report": "report:report",
    },
    "control": {"control": "control:control"},
    "audit": {"audit": "audit:audit"},
    "run": {"views": "views:views", "procedure": "procedure:procedure"},
}
"""Group → command → the module and name that hold it, read when first used."""

_PLACES = {name: place for group in _COMMANDS.values() for name, place in group.items()}


class _Trajet(TrajetGroup):
    """The top of the command line: loads a command's module when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _PLACES:
            return None
        module, name = _PLACES[cmd_name].split(":")
        found: click.Command = getattr(import_module(f"cli.{module}"), name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, names in _COMMANDS.items():
            with formatter.section(words.say(title)):
                formatter.write_dl(
                    [(name, self.get_command(ctx, name).get_short_help_str()) for name in names]  # type: ignore[union-attr]
                )

    def main(self, args: Sequence[str] | None = None, *rest: Any, **settings: Any) -> Any:
        """Run a command line; errors become messages and exit codes."""
        settings["standalone_mode"] = False
        _write_what_can_be_shown()
        if args is None:
            _leave_at_once(lambda: self.main(sys.argv[1:], *rest, **settings))
        words.choose(None)
        with told():
            result = super().main(args, *rest, **settings)
            raise SystemExit(result if isinstance(result, int) else 0)


def _write_what_can_be_shown() -> None:
    """Let no letter that a terminal does not have stop what is told: it is shown as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def _leave_at_once(run: Callable[[], Any]) -> NoReturn:
    """Run the program and end the process as soon as all is written: nothing is left to tidy."""
    code: Any = 0
    try:
        run()
    except SystemExit as leave:
        code = leave.code
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # whoever read us has gone
            code = code or 0
    os._exit(code if isinstance(code, int) else 1)


def _version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"trajet {version('trajet')}")
        ctx.exit()


@click.group(cls=_Trajet, params=common_options(), name="trajet")
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version.",
)
def main(**_common: Any) -> None:
    """Follow return trajectories, from arrival to departure or non-return."""
