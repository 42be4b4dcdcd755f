"""The commands. Each imports what it needs when it runs, so that asking for little costs little."""

import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matbot import __version__
from matbot.cli.options import (
    again,
    asked_wrongly,
    codes_in,
    edition_in,
    moment_in,
    name_in,
    refuse_outside,
    refuse_read_only,
    remark_names,
    workspace_of,
)
from matbot.cli.streams import (
    at_terminal,
    prepare_typing,
    put,
    put_json,
    put_lines,
    remark,
)

if TYPE_CHECKING:
    from matbot.line import Hear
    from matbot.store.workspace import Workspace

_LOST = "Your last replies could not be saved. Make room, and say them again."


@click.group("matbot", invoke_without_command=True)
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
            raise asked_wrongly("--plain opens matbot itself, line by line: leave out the command")
        return
    if plain:
        _speak(workspace_of(context))
        return
    _open_the_app(context)


@entry.command()
@click.pass_context
def tour(context: click.Context) -> None:
    """Look round for two minutes, on sample reviews of which nothing is kept."""
    _open_the_app(context, tour=True)


@entry.command()
@click.argument("review")
@click.pass_context
def ask(context: click.Context, review: str) -> None:
    """Go through a review, line by line."""
    from matbot import line

    workspace = workspace_of(context)
    with workspace.open(review) as file:
        refuse_read_only(context, file, review)
        hear, seen = _heard()
        if not line.LineMode(file, hear, click.echo, again(context), seen, workspace).run():
            raise click.ClickException(_LOST)


@entry.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.pass_context
def list_reviews(context: click.Context, as_json: bool) -> None:
    """List the reviews, the last saved first."""
    from matbot.cli.plain import copies_offered, listed_in_words, listed_shape

    workspace = workspace_of(context)
    reviews = workspace.listed()
    if as_json:
        put_json([listed_shape(one) for one in reviews])
    elif reviews:
        put_lines(
            words for one in reviews for words in (listed_in_words(one), *copies_offered(one, again(context)))
        )
    else:
        remark(f"There are no reviews in {workspace.root} yet. Begin one: matbot new --trust NAME")


@entry.command()
@click.argument("review")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.option("--as-of", "moment", metavar="NAME", help="As it stood at a moment that was named.")
@click.pass_context
def show(context: click.Context, review: str, as_json: bool, moment: str | None) -> None:
    """Show what a review says so far."""
    from matbot.report.shapes import review_in_words, review_shape
    from matbot.review.fold import review_of

    name = moment_in(moment)
    with workspace_of(context).open(review) as file:
        _mention(file.notice)
        told = file.as_of(name) if name else file
        said = review_of(told.rubric, told.log)
        if as_json:
            put_json(review_shape(told.rubric, said))
        else:
            put(review_in_words(told.rubric, said))
            put_lines([f"To carry on: {again(context)} ask {said.id}"])


@entry.command()
@click.argument("review")
@click.option("--edition", default="own", metavar="own|board|learning-set", help="Which edition to write.")
@click.option("--format", "form", metavar="md|html|docx", help="Which format to write it in.")
@click.option("--elements", metavar="1A,2B", help="These elements alone.")
@click.option("--as-of", "moment", metavar="NAME", help="As it stood at a moment that was named.")
@click.option("--leave-out", metavar="NAME", multiple=True, help="A name to leave out of everybody's words.")
@click.option("--keep-names", is_flag=True, help="Leave in the names that matbot knows, such as who leads.")
@click.option("--output", metavar="FILE|-", help="The file to write; - prints it instead.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@click.pass_context
def transcript(
    context: click.Context,
    review: str,
    edition: str,
    form: str | None,
    elements: str | None,
    moment: str | None,
    leave_out: tuple[str, ...],
    keep_names: bool,
    output: str | None,
    overwrite: bool,
) -> None:
    """Write the transcript of a review, and print where it is.

    The board edition begins with where you stand and what you propose, then the evidence; the
    learning-set edition is what you can offer another trust and want help with. Private notes are in
    your own edition alone, and so are names that matbot knows, unless you say --keep-names.
    """
    from datetime import date

    from matbot.cli.destination import Destination
    from matbot.writing import Wanted, names_out, transcript_of

    destination = Destination(output, form, overwrite)
    destination.check()
    edition_in(edition)
    name = moment_in(moment)
    workspace = workspace_of(context)
    with workspace.open(review) as file:
        _mention(file.notice)
        codes = None if elements is None else codes_in(file.rubric, elements)
        refuse_outside(file, codes or ())
        names = tuple(name_in("--leave-out", one) for one in leave_out)
        wanted = Wanted(edition, codes, name, names, keep_names)
        told = file.as_of(name) if name else file
        remark_names(names_out(told.rubric, told.log, wanted))
        document = transcript_of(told.rubric, told.log, date.today(), wanted)
    destination.put(document, workspace)


@entry.command()
@click.option("--workspace", metavar="DIR", help="Where to put it; ./matbot-demo unless named.")
@click.pass_context
def demo(context: click.Context, workspace: str | None) -> None:
    """Walk a sample trust through the real conversation, and write what comes of it."""
    from matbot.demo import make
    from matbot.store.workspace import Workspace

    root = Path(workspace or context.obj or "matbot-demo").expanduser()
    put_lines(make(Workspace(root)))


def _open_the_app(context: click.Context, tour: bool = False) -> None:
    if not at_terminal() or os.environ.get("TERM") == "dumb":
        raise click.ClickException(
            "The app needs a terminal that shows whole screens. `matbot --plain` is the same line by line; "
            "`matbot ask REVIEW` goes straight into a review."
        )
    from matbot.app import run

    context.exit(run(workspace_of(context), tour))


def _speak(workspace: "Workspace") -> None:
    """Be at home, line by line."""
    from matbot.line.home import Home

    hear, seen = _heard()
    if not Home(workspace, hear, click.echo, seen, _sample).run():
        raise click.ClickException(_LOST)


def _heard() -> "tuple[Hear, bool]":
    """Where lines come from, and whether somebody sits there and looks on."""
    from matbot import line

    if at_terminal():
        prepare_typing()
        return line.at_terminal(click.echo), True
    return line.from_lines(sys.stdin, click.echo), False


def _sample() -> "AbstractContextManager[Workspace]":
    """Sample reviews to look round in."""
    from matbot.demo.tour import sample

    return sample()


def _mention(notice: str) -> None:
    if notice:
        remark(notice)
