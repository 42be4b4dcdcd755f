"""The command that compares reviews: printed for people, printed as JSON, or written to a file."""

import shlex
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from matbot.cli.destination import Destination
from matbot.cli.options import (
    format_command,
    format_option,
    parse_codes,
    parse_name,
    parse_reference,
    remark_names,
    usage_error,
    workspace_of,
)
from matbot.cli.streams import print_json, print_lines, print_text, remark
from matbot.report.formats.exporter import DocumentKind

if TYPE_CHECKING:
    from matbot.services.joint_reviews import Source
    from matbot.store.workspace import Workspace


@click.command()
@click.argument("references", metavar="REVIEW REVIEW ...", nargs=-1)
@click.option("--elements", metavar="1A,2B", help="These elements alone.")
@click.option("--json", "as_json", is_flag=True, help="For other programs.")
@click.option("--learning-set", is_flag=True, help="What two trusts can learn from each other.")
@click.option("--leave-out", metavar="NAME", multiple=True, help="A name to leave out of a learning set.")
@click.option("--keep-names", is_flag=True, help="Leave in the names that matbot knows, such as who leads.")
@format_option(DocumentKind.COMPARISON, "Write it, in this format.")
@click.option("--output", metavar="FILE|-", help="The file to write; - prints it instead.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@click.pass_context
def compare(
    context: click.Context,
    references: tuple[str, ...],
    elements: str | None,
    as_json: bool,
    learning_set: bool,
    leave_out: tuple[str, ...],
    keep_names: bool,
    form: str | None,
    output: str | None,
    overwrite: bool,
) -> None:
    """Put two to twelve reviews side by side: where they differ most comes first.

    REVIEW@NAME is a saved version of a review. Nothing is averaged, and the reviews stay as they are.
    """
    written = form is not None or output is not None
    _refuse_conflicting_options(as_json, learning_set, leave_out or keep_names, written, elements)
    kind = DocumentKind.LEARNING_SET if learning_set else DocumentKind.COMPARISON
    where = Destination(output, form, overwrite, kind) if written else None
    if where:
        where.check()
    workspace = workspace_of(context)
    sources = _load_sources(workspace, references)
    codes = parse_codes(sources[0].rubric, elements) if elements is not None else ()
    if learning_set:
        from matbot.review.names import names_in_accounts

        names = [parse_name("--leave-out", name) for name in leave_out]
        names += [] if keep_names else names_in_accounts(source.account for source in sources)
        _write_learning_set(workspace, sources, codes, names, where)
    else:
        _print_comparison(workspace, sources, codes, as_json, where)
        if not (as_json or written):
            remark(
                "Whoever reads this sees what each group rated. To write it, with everybody's words: "
                f"{_format_write_command(context, references, codes)}"
            )


def _refuse_conflicting_options(
    as_json: bool, learning_set: bool, about_names: object, written: bool, elements: str | None
) -> None:
    if as_json and (written or learning_set):
        raise usage_error("--json is printed, of a comparison alone: leave out what goes with writing it")
    if learning_set and elements is None:
        raise usage_error("A learning set is about chosen elements: --elements 1A,2B")
    if about_names and not learning_set:
        raise usage_error("Names are left out of a learning set alone: --learning-set")


def _load_sources(workspace: "Workspace", references: Sequence[str]) -> "list[Source]":
    from matbot.review.comparison import check_number
    from matbot.services.joint_reviews import load_source

    check_number(len(references))  # before any review is read
    return [load_source(workspace, parse_reference(reference)) for reference in references]


def _print_comparison(
    workspace: "Workspace",
    sources: "Sequence[Source]",
    codes: Sequence[str],
    as_json: bool,
    where: Destination | None,
) -> None:
    from matbot.review.comparison import build_comparison

    comparison = build_comparison(sources[0].rubric, [source.account for source in sources], codes)
    if as_json:
        from matbot.report.shapes import comparison_shape

        print_json(comparison_shape(comparison))
    elif where:
        from matbot.services.export import comparison_document

        where.write(comparison_document(comparison, date.today()), workspace)
    else:
        from matbot.cli.comparison_words import format_comparison

        print_lines(format_comparison(comparison))


def _format_write_command(context: click.Context, references: Sequence[str], codes: Sequence[str]) -> str:
    """Format the shell command that writes the same comparison to a file."""
    named = " ".join(map(shlex.quote, references))
    part = f" --elements {','.join(codes)}" if codes else ""
    return f"{format_command(context)} compare {named}{part} --format md"


def _write_learning_set(
    workspace: "Workspace",
    sources: "Sequence[Source]",
    codes: Sequence[str],
    names: Sequence[str],
    where: Destination | None,
) -> None:
    from matbot.review.learning_set import learning_set
    from matbot.review.names import remove_repeats
    from matbot.services.export import learning_set_document

    accounts = [source.account for source in sources]
    remark_names(remove_repeats(names))
    found = learning_set(sources[0].rubric, accounts, codes, names)
    document = learning_set_document(found, date.today())
    if where:
        where.write(document, workspace)
    else:
        print_text(document.text)
        remark("Look through it for names before you send it. To write it to a file: --format md")
