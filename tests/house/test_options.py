"""No option of a command hides another: each name means one thing there."""

from collections import Counter
from collections.abc import Iterator

import click
import pytest

from cli.base import TrajetCommand
from cli.main import main


def below(group: click.Group, typed: str = "") -> Iterator[tuple[str, click.Command]]:
    """Go through every command, by what is typed for it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None, name
        if isinstance(found, click.Group):
            yield from below(found, f"{typed}{name} ")
        else:
            yield f"{typed}{name}", found


COMMANDS = dict(below(main))


@pytest.mark.parametrize("typed", COMMANDS)
def test_a_name_stands_for_one_option(typed):
    params = COMMANDS[typed].get_params(click.Context(COMMANDS[typed]))
    words = Counter(word for one in params for word in (*one.opts, *one.secondary_opts))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("typed", COMMANDS)
def test_a_command_declares_no_option_that_all_have(typed):
    found = COMMANDS[typed]
    assert isinstance(found, TrajetCommand)
    own = {one.name for one in click.Command.get_params(found, click.Context(found))}
    assert own.isdisjoint(one.name for one in found.shared_options())
