"""The commands about one review or all reviews. Each imports what it needs when it runs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matbot.cli.entry import LOST, open_input
from matbot.cli.opening import open_app
from matbot.cli.options import (
    format_command,
    format_option,
    parse_codes,
    parse_name,
    parse_saved_version,
    parse_transcript_kind,
    refuse_outside,
    refuse_read_only,
    remark_names,
    workspace_of,
)
from matbot.cli.streams import print_json, print_lines, print_text, remark
from matbot.report.formats.exporter import DocumentKind

if TYPE_CHECKING:
    from matbot.services.export import Document, TranscriptOptions
    from matbot.store.review_file import ReviewFile


@click.command()
@click.pass_context
def tour(context: click.Context) -> None:
    """Look round for two minutes, on sample reviews of which nothing is kept."""
    context.exit(open_app(context.obj, tour=True))


@click.command()
@click.argument("review")
@click.pass_context
def ask(context: click.Context, review: str) -> None:
    """Go through a review, line by line."""
    from matbot import line

    workspace = workspace_of(context)
    with workspace.open(review) as file:
        refuse_read_only(context, file, review)
        read_line, is_interactive = open_input()
        if not line.run_line_mode(
            line.LineMode(file, read_line, click.echo, format_command(context), is_interactive, workspace)
        ):
            raise click.ClickException(LOST)


@click.command("list")
@click.option("--archived", is_flag=True, help="The reviews in the archive, in place of the others.")
@click.option("--json", "as_json", is_flag=True, help="For other programs: all of them.")
@click.pass_context
def list_reviews(context: click.Context, archived: bool, as_json: bool) -> None:
    """List the reviews, the last saved first."""
    from matbot.cli.plain import build_listed_shape, format_copies_hint, format_listed

    workspace = workspace_of(context)
    reviews = workspace.list_reviews()
    if as_json:
        print_json([build_listed_shape(one) for one in reviews])
        return
    shown = [one for one in reviews if one.is_archived is archived]
    print_lines(
        words
        for one in shown
        for words in (format_listed(one), *format_copies_hint(one, format_command(context)))
    )
    if archived and not shown:
        remark("No review is archived.")
    elif others := len(reviews) - len(shown):
        option = "" if archived else " --archived"
        remark(f"{others} more: {format_command(context)} list{option}")
    elif not reviews:
        begin = f"{format_command(context)} new --trust NAME"
        remark(f"There are no reviews in {workspace.root} yet. Begin one: {begin}")


@click.command()
@click.argument("review")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.option("--as-of", "as_of", metavar="NAME", help="As it was in a saved version.")
@click.pass_context
def show(context: click.Context, review: str, as_json: bool, as_of: str | None) -> None:
    """Show what a review says so far."""
    from matbot.interview import Interview
    from matbot.report.shapes import review_shape

    name = parse_saved_version(as_of)
    with workspace_of(context).open(review) as file:
        _print_notice(file.notice)
        then = file.as_of(name) if name else None
        interview = Interview(then.rubric, then.log) if then else Interview.of(file.projection)
        if as_json:
            print_json(review_shape(interview.rubric, interview.review))
        else:
            from matbot.cli.review_words import format_review

            print_text(format_review(interview))
            print_lines([f"To carry on: {format_command(context)} ask {interview.review.id}"])


@click.command()
@click.argument("review")
@click.option(
    "--edition", "kind", default="own", metavar="own|board|learning-set", help="Which document to write."
)
@format_option(DocumentKind.TRANSCRIPT, "Which format to write it in.")
@click.option("--elements", metavar="1A,2B", help="These elements alone.")
@click.option("--as-of", "as_of", metavar="NAME", help="As it was in a saved version.")
@click.option("--leave-out", metavar="NAME", multiple=True, help="A name to leave out of everybody's words.")
@click.option("--keep-names", is_flag=True, help="Leave in the names that matbot knows, such as who leads.")
@click.option("--output", metavar="FILE|-", help="The file to write; - prints it instead.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@click.pass_context
def transcript(
    context: click.Context,
    review: str,
    kind: str,
    form: str | None,
    elements: str | None,
    as_of: str | None,
    leave_out: tuple[str, ...],
    keep_names: bool,
    output: str | None,
    overwrite: bool,
) -> None:
    """Write the transcript of a review, and print where it is.

    The Board paper (board) begins with where you stand and what you propose, then the evidence; the
    Learning-set summary (learning-set) is what you can offer another trust and want help with. Private
    notes are in the Full record (own) alone, and so are names that matbot knows, unless you say
    --keep-names.
    """
    from matbot.cli.destination import Destination
    from matbot.services.export import TranscriptOptions

    destination = Destination(output, form, overwrite, DocumentKind.TRANSCRIPT)
    destination.check()
    parse_transcript_kind(kind)
    name = parse_saved_version(as_of)
    workspace = workspace_of(context)
    with workspace.open(review) as file:
        _print_notice(file.notice)
        codes = None if elements is None else parse_codes(file.rubric, elements)
        refuse_outside(file, codes or ())
        names = tuple(parse_name("--leave-out", one) for one in leave_out)
        options = TranscriptOptions(kind, codes, name, names, keep_names)
        document = _build_transcript(file, options)
    destination.write(document, workspace)


def _build_transcript(file: "ReviewFile", options: "TranscriptOptions") -> "Document":
    """Build the transcript of an open review, and print a remark listing the names left out of it."""
    from datetime import date

    from matbot.presenters.transcripts import present_transcript
    from matbot.review.fold import review_of
    from matbot.services.export import transcript_of

    then = file.as_of(options.saved_version) if options.saved_version else file
    review = review_of(then.rubric, then.log) if options.saved_version else file.projection.review
    remark_names(present_transcript(review, options).names)
    return transcript_of(then.rubric, then.log, date.today(), options, review)


@click.command()
@click.option("--workspace", metavar="DIR", help="Where to put it; ./matbot-demo unless named.")
@click.pass_context
def demo(context: click.Context, workspace: str | None) -> None:
    """Walk a sample trust through the real conversation, and write what comes of it."""
    from matbot.demo import make_samples
    from matbot.store.workspace import Workspace

    root = Path(workspace or context.obj or "matbot-demo").expanduser()
    print_lines(make_samples(Workspace(root)))


def _print_notice(notice: str) -> None:
    if notice:
        remark(notice)
