"""The commands about framework versions: listing, printing, checking and comparing them."""

from pathlib import Path

import click

from matbot.cli.options import workspace_of
from matbot.cli.rubric_import import import_rubric
from matbot.cli.streams import print_json, print_lines


@click.group("rubric", no_args_is_help=False)
def entry() -> None:
    """Look at the framework versions, and check or import your own."""


entry.add_command(import_rubric)


@entry.command("list")
@click.pass_context
def list_rubrics(context: click.Context) -> None:
    """List the framework versions there are, and where."""
    from matbot.cli.plain import format_framework_row
    from matbot.presenters.framework_versions import find_versions

    print_lines(map(format_framework_row, find_versions(workspace_of(context).rubrics).values()))


@entry.command("show")
@click.argument("framework", metavar="ID")
@click.pass_context
def show_rubric(context: click.Context, framework: str) -> None:
    """Print a whole framework version: every element, question and descriptor."""
    from matbot.cli.plain import format_framework
    from matbot.rubric.library import find

    print_lines(format_framework(find(framework, workspace_of(context).rubrics)))


@entry.command("check")
@click.argument("folder")
@click.pass_context
def check_rubric(context: click.Context, folder: str) -> None:
    """Say what is to be mended in a framework version, by file and line."""
    from matbot.presenters.framework_versions import check_version

    place = Path(folder).expanduser().resolve()  # the folder's name is the id, for `.` too
    if not place.is_dir():
        raise click.ClickException(f"There is no folder {folder}. Name the one that has rubric.md in it.")
    found = check_version(place)
    print_lines(found.faults)
    if not found.sound:
        context.exit(1)
    print_lines([found.sound])


@entry.command("compare")
@click.argument("earlier", metavar="EARLIER")
@click.argument("later", metavar="LATER")
@click.option("--output", metavar="FILE|-", help="Also write it as a table that a spreadsheet opens.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@click.option("--keep", is_flag=True, help="Keep it in the workspace: reviews are moved by it.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_context
def compare_rubrics(
    context: click.Context,
    earlier: str,
    later: str,
    output: str | None,
    overwrite: bool,
    keep: bool,
    as_json: bool,
) -> None:
    """Say of each question whether two framework versions ask the same.

    It is comparable, reworded, moved, new or gone.

    A crosswalk that was kept counts; else it is by the words, the numbers and the likeness of questions,
    for you to look through. Mend it in a spreadsheet: a question's counterpart is the one on its line.
    """
    from matbot.cli.crosswalk_words import Sheet, build_crosswalk_shape, format_crosswalk
    from matbot.cli.destination import Destination
    from matbot.report.formats.exporter import DocumentKind
    from matbot.rubric.crosswalk import crosswalk_of
    from matbot.rubric.crosswalk_file import find_crosswalk
    from matbot.rubric.library import find

    destination = Destination(output, None, overwrite, DocumentKind.CROSSWALK)
    destination.check()
    workspace = workspace_of(context)
    one, other = (find(name, workspace.rubrics) for name in (earlier, later))
    crosswalk = find_crosswalk(workspace.rubrics, one, other) or crosswalk_of(one, other)
    if as_json:
        print_json(build_crosswalk_shape(crosswalk))
    elif output != "-":
        print_lines(format_crosswalk(crosswalk))
    sheet = Sheet(crosswalk)
    if output is not None:
        destination.write(sheet, workspace)
    if keep:
        kept = workspace.rubrics / sheet.name(DocumentKind.CROSSWALK.usual)
        Destination(str(kept), None, overwrite, DocumentKind.CROSSWALK).write(sheet, workspace)
