"""The commands about copies of a review: listing and opening them, merging them, and choosing a version."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from matbot.cli.options import format_command, mention_notice, usage_error, workspace_of
from matbot.cli.streams import print_lines, remark

if TYPE_CHECKING:
    from matbot.store.copies import Copy
    from matbot.store.workspace import Workspace


@click.command()
@click.argument("review")
@click.option("--open", "number", metavar="N", help="Open copy N as a new review, and print its id.")
@click.pass_context
def backups(context: click.Context, review: str, number: str | None) -> None:
    """List every copy of a review on this machine, or open one as a new review."""
    from matbot.cli.copy_words import format_copies, format_copy

    workspace = workspace_of(context)
    copies = _find_copies(workspace, review)
    if number is None:
        print_lines(format_copies(copies))
        remark(f"To open one as a new review: {format_command(context)} backups {quote(review)} --open N")
        return
    chosen = _parse_copy_number(copies, number)
    if chosen.contents is None:
        raise click.ClickException(f"Copy {number} cannot be opened: it {chosen.flaw}. Open another.")
    with workspace.copy(chosen.contents) as new_review:
        mention_notice(context, new_review)
        print_lines([new_review.contents.id])
        remark(f"A new review was made of {format_copy(chosen)}. Nothing else was changed.")


@click.command()
@click.argument("references", metavar="FILE FILE", nargs=-1, required=True)
@click.option("--output", metavar="FILE", help="A new file for the result; the first file unless named.")
@click.pass_context
def merge(context: click.Context, references: tuple[str, ...], output: str | None) -> None:
    """Make copies of one review one again, and print where it is. Nothing that either says is lost.

    The result goes into the first file. Others in the same folder are kept under another name, so that
    the review is listed once; files elsewhere stay as they are. With --output all of them stay. An id
    stands for all the copies of that review in the workspace. A copy that cannot be read is named, and
    the others are merged without it.
    """
    from matbot.cli.copy_words import format_merged
    from matbot.store.file_merge import merge_files

    workspace = workspace_of(context)
    paths = [path for reference in references for path in workspace.files_to_merge(reference)]
    if len(paths) < 2:
        raise usage_error(
            f"Name two files that are copies of one review: {format_command(context)} merge FILE FILE"
        )
    joined = merge_files(paths, Path(output).expanduser() if output else None)
    print_lines([str(joined.path)])
    for words in format_merged(joined):
        remark(words)


@click.command()
@click.argument("review")
@click.option("--take", type=click.Choice(("changed", "saved")), help="Which version counts from now on.")
@click.pass_context
def settle(context: click.Context, review: str, take: str | None) -> None:
    """Say which version counts, where something other than matbot changed a review's file.

    The other one is kept beside it under another name.
    """
    from matbot.cli.copy_words import format_versions

    with workspace_of(context).open(review) as file:
        if file.changed is None:
            raise click.ClickException("Nothing waits for a choice: nothing but matbot changed the file.")
        if take is None:
            print_lines(format_versions(file))
            remark(
                f"To choose: {format_command(context)} settle {quote(review)} --take changed, or --take saved"
            )
            return
        if take == "changed":
            file.take_theirs()
        else:
            file.keep_ours()
        remark(f"The {take} version counts now. {file.notice}")


def _find_copies(workspace: "Workspace", review: str) -> "list[Copy]":
    """Return every copy of a review; if its own file is gone, the copies that this machine still has.

    Raises:
        NotFound: There is no such review, and no copy of it.

    """
    from matbot.store.copies import find_copies, find_remaining_copies
    from matbot.store.errors import NotFound

    try:
        return find_copies(workspace.find(review))
    except NotFound:
        if remaining := find_remaining_copies(review.strip().lower()):
            return remaining
        raise


def _parse_copy_number(copies: "list[Copy]", number: str) -> "Copy":
    if not (number.isascii() and number.isdigit() and len(number) < 9 and 1 <= int(number) <= len(copies)):
        raise usage_error(f"--open is the number of a copy in the list, 1 to {len(copies)}")
    return copies[int(number) - 1]
