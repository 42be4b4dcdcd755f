"""The commands that keep the list of reviews in order: delete, restore, rename, archive."""

import click

from matbot.cli.options import (
    format_command,
    parse_name,
    parse_people_option,
    usage_error,
    workspace_of,
)
from matbot.cli.streams import print_lines, remark


@click.command()
@click.argument("review")
@click.pass_context
def delete(context: click.Context, review: str) -> None:
    """Move a review to the bin, with every copy of it in the folder of reviews.

    Nothing is lost: `matbot restore REVIEW` brings it back. A review that is named by its file is moved
    without its copies.
    """
    from shlex import quote

    from matbot.presenters.housekeeping import BIN, format_deleted

    workspace = workspace_of(context)
    listed = workspace.find_listed(review)
    workspace.delete(listed)
    remark(format_deleted(listed))
    remark(f"To bring it back: {format_command(context)} restore {quote(listed.id)}")
    remark(f"{BIN} It is {workspace.bin}")


@click.command()
@click.argument("review", required=False)
@click.pass_context
def restore(context: click.Context, review: str | None) -> None:
    """Bring a review back from the bin, and print where it is; without REVIEW, list the bin."""
    from matbot.cli.plain import format_listed
    from matbot.presenters.housekeeping import EMPTY_BIN, format_restored

    workspace = workspace_of(context)
    if review is not None:
        listed = workspace.find_deleted(review)
        print_lines([str(workspace.restore(listed))])
        remark(format_restored(listed))
    elif there := workspace.list_bin():
        print_lines(map(format_listed, there))
        remark(f"To bring one back: {format_command(context)} restore REVIEW")
    else:
        remark(EMPTY_BIN)


@click.command()
@click.argument("review")
@click.option("--trust", metavar="NAME", help="What your trust is called.")
@click.option("--group", metavar="NAME", help="Who is answering; '' for nobody in particular.")
@click.option("--people", metavar="N", help="How many people answer together.")
@click.pass_context
def rename(
    context: click.Context, review: str, trust: str | None, group: str | None, people: str | None
) -> None:
    """Change the names that a review is listed under, or the number of people. Its file keeps its name."""
    from matbot.presenters.housekeeping import format_renamed
    from matbot.services.housekeeping import change_details

    if trust is None and group is None and people is None:
        raise usage_error("Say what to change: --trust NAME, --group NAME or --people N")
    names = (
        None if trust is None else parse_name("--trust", trust),
        None if group is None else parse_name("--group", group),
    )
    count = None if people is None else parse_people_option(people)
    print_lines([format_renamed(change_details(workspace_of(context), review, *names, count))])


@click.command()
@click.argument("review")
@click.option("--undo", is_flag=True, help="Move it back to the current reviews.")
@click.pass_context
def archive(context: click.Context, review: str, undo: bool) -> None:
    """Move a finished review to the archive: it stays as it is, and is listed by `matbot list --archived`."""
    from matbot.presenters.housekeeping import format_archived
    from matbot.services import housekeeping as services

    print_lines([format_archived(services.archive(workspace_of(context), review, not undo))])
