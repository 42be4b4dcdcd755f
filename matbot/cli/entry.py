"""The `matbot` command itself, and the registry of its subcommands, which are imported on first use."""

import sys
from contextlib import AbstractContextManager
from importlib import import_module
from typing import TYPE_CHECKING

import click

from matbot import __version__
from matbot.cli.opening import open_app
from matbot.cli.options import usage_error, workspace_of
from matbot.cli.streams import is_at_terminal, prepare_typing

if TYPE_CHECKING:
    from matbot.line import ReadLine
    from matbot.store.workspace import Workspace

LOST = "Your last entries could not be saved. Make room, and enter them again."

COMMANDS = {
    "archive": "housekeeping.archive",
    "ask": "commands.ask",
    "backups": "copies.backups",
    "carry": "migration.migrate",
    "compare": "compare.compare",
    "delete": "housekeeping.delete",
    "demo": "commands.demo",
    "list": "commands.list_reviews",
    "merge": "copies.merge",
    "name": "versions.name",
    "new": "new.new",
    "pack": "pack.pack",
    "plan": "priorities.plan",
    "priority": "priorities.priority",
    "reality": "versions.reality",
    "rename": "housekeeping.rename",
    "restore": "housekeeping.restore",
    "rubric": "rubrics.entry",
    "serve": "serve.serve",
    "settle": "copies.settle",
    "show": "commands.show",
    "tour": "commands.tour",
    "transcript": "commands.transcript",
}
"""The module of each command below `matbot.cli`, and its name there."""


class Commands(click.Group):
    """The group of commands; a command's module is imported only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command by its name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(".")
        command = getattr(import_module(f"matbot.cli.{module}"), name)
        assert isinstance(command, click.Command), f"{cmd_name} is a command"
        return command


@click.group("matbot", cls=Commands, invoke_without_command=True)
@click.version_option(__version__, message="matbot %(version)s")
@click.option("--workspace", metavar="DIR", envvar="MATBOT_WORKSPACE", help="The folder of your reviews.")
@click.option("--plain", is_flag=True, help="Line by line: for a screen reader, a pipe, a slow connection.")
@click.pass_context
def entry(context: click.Context, workspace: str | None, plain: bool) -> None:
    """Take your trust through the MAT School Improvement Capacity Framework, one question at a time.

    Without a command, matbot opens the app; with --plain, the same line by line.
    """
    context.obj = workspace
    if context.invoked_subcommand is not None:
        if plain:
            raise usage_error("--plain opens matbot itself, line by line: leave out the command")
        return
    if plain:
        _run_line_mode(workspace_of(context))
        return
    context.exit(open_app(context.obj))


def open_input() -> "tuple[ReadLine, bool]":
    """Return the source of input lines, and whether it is an interactive terminal."""
    from matbot import line

    if is_at_terminal():
        prepare_typing()
        return line.at_terminal(click.echo), True
    return line.from_lines(sys.stdin, click.echo), False


def _run_line_mode(workspace: "Workspace") -> None:
    """Run the home page of line mode."""
    from matbot.line.home.home import Home

    read_line, is_interactive = open_input()
    if not Home(workspace, read_line, click.echo, is_interactive, _create_sample).run():
        raise click.ClickException(LOST)


def _create_sample() -> "AbstractContextManager[Workspace]":
    """Create a temporary workspace with sample reviews for the tour."""
    from matbot.demo.tour import sample

    return sample()
