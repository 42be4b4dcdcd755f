"""The command that puts reviews side by side: printed in words, for other programs, or written."""

import shlex
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from matbot.cli.destination import Destination
from matbot.cli.options import (
    again,
    asked_wrongly,
    codes_in,
    format_option,
    name_in,
    reference_in,
    remark_names,
    workspace_of,
)
from matbot.cli.streams import put, put_json, put_lines, remark
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
    _refuse_what_does_not_go_together(as_json, learning_set, leave_out or keep_names, written, elements)
    kind = DocumentKind.LEARNING_SET if learning_set else DocumentKind.COMPARISON
    where = Destination(output, form, overwrite, kind) if written else None
    if where:
        where.check()
    workspace = workspace_of(context)
    sources = _sources(workspace, references)
    codes = codes_in(sources[0].rubric, elements) if elements is not None else ()
    if learning_set:
        from matbot.review.names import names_in_accounts

        names = [name_in("--leave-out", name) for name in leave_out]
        names += [] if keep_names else names_in_accounts(source.account for source in sources)
        _learn(workspace, sources, codes, names, where)
    else:
        _compare(workspace, sources, codes, as_json, where)
        if not (as_json or written):
            remark(
                "Whoever reads this sees what each group rated. To write it, with everybody's words: "
                f"{_to_write(context, references, codes)}"
            )


def _refuse_what_does_not_go_together(
    as_json: bool, learning_set: bool, about_names: object, written: bool, elements: str | None
) -> None:
    if as_json and (written or learning_set):
        raise asked_wrongly("--json is printed, of a comparison alone: leave out what goes with writing it")
    if learning_set and elements is None:
        raise asked_wrongly("A learning set is about chosen elements: --elements 1A,2B")
    if about_names and not learning_set:
        raise asked_wrongly("Names are left out of a learning set alone: --learning-set")


def _sources(workspace: "Workspace", references: Sequence[str]) -> "list[Source]":
    from matbot.review.comparison import check_number
    from matbot.services.joint_reviews import source_of

    check_number(len(references))  # before any of them is read
    return [source_of(workspace, reference_in(reference)) for reference in references]


def _compare(
    workspace: "Workspace",
    sources: "Sequence[Source]",
    codes: Sequence[str],
    as_json: bool,
    where: Destination | None,
) -> None:
    from matbot.review.comparison import compared

    comparison = compared(sources[0].rubric, [source.account for source in sources], codes)
    if as_json:
        from matbot.report.shapes import comparison_shape

        put_json(comparison_shape(comparison))
    elif where:
        from matbot.services.export import comparison_document

        where.put(comparison_document(comparison, date.today()), workspace)
    else:
        from matbot.cli.comparison_words import comparison_in_words

        put_lines(comparison_in_words(comparison))


def _to_write(context: click.Context, references: Sequence[str], codes: Sequence[str]) -> str:
    """The command that writes the same comparison."""
    named = " ".join(map(shlex.quote, references))
    part = f" --elements {','.join(codes)}" if codes else ""
    return f"{again(context)} compare {named}{part} --format md"


def _learn(
    workspace: "Workspace",
    sources: "Sequence[Source]",
    codes: Sequence[str],
    names: Sequence[str],
    where: Destination | None,
) -> None:
    from matbot.review.learning_set import learning_set
    from matbot.review.names import unlike
    from matbot.services.export import learning_set_document

    accounts = [source.account for source in sources]
    remark_names(unlike(names))
    found = learning_set(sources[0].rubric, accounts, codes, names)
    document = learning_set_document(found, date.today())
    if where:
        where.put(document, workspace)
    else:
        put(document.text)
        remark("Look through it for names before you send it. To write it to a file: --format md")
