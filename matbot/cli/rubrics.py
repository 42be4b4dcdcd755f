"""The commands about editions of the framework: which there are, what one says, what is to be mended."""

from pathlib import Path

import click

from matbot.cli.options import workspace_of
from matbot.cli.streams import put_lines


@click.group("rubric", no_args_is_help=False)
def entry() -> None:
    """Look at the editions of the framework, and check your own."""


@entry.command("list")
@click.pass_context
def list_rubrics(context: click.Context) -> None:
    """List the editions there are, and where."""
    from matbot.cli.plain import rubric_in_brief
    from matbot.rubric.library import folders

    put_lines(rubric_in_brief(folder) for folder in folders(workspace_of(context).rubrics))


@entry.command("show")
@click.argument("edition", metavar="ID")
@click.pass_context
def show_rubric(context: click.Context, edition: str) -> None:
    """Print a whole edition: every element, question and descriptor."""
    from matbot.cli.plain import rubric_in_words
    from matbot.rubric.library import find

    put_lines(rubric_in_words(find(edition, workspace_of(context).rubrics)))


@entry.command("check")
@click.argument("folder")
@click.pass_context
def check_rubric(context: click.Context, folder: str) -> None:
    """Say what is to be mended in an edition, by file and line."""
    from matbot.cli.plain import counts
    from matbot.rubric.checker import check_folder, load

    place = Path(folder).expanduser().resolve()  # the folder's name is the edition's id, for `.` too
    if not place.is_dir():
        raise click.ClickException(f"There is no folder {folder}. Name the one that has rubric.md in it.")
    faults = check_folder(place)
    put_lines(map(str, faults))
    if not all(fault.may_stay for fault in faults):
        context.exit(1)
    put_lines([f"{place.name} is sound: {counts(load(place))}."])
