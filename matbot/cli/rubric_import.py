"""The command that imports a framework from a Word file, a PDF or plain text."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matbot.cli.options import format_command, usage_error, workspace_of
from matbot.cli.streams import print_lines, remark
from matbot.presenters.framework_versions import WHICH_IS_WEAKEST
from matbot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matbot.importers.findings import Found
    from matbot.presenters.framework_versions import Finding

_NOT_SAVED = (
    "Nothing was kept: something may be missing, as is told first above. Look at it in the file. "
    "To keep what was found all the same, say --yes --even-so"
)
_MAX_QUOTE = 60
"""The longest part of a quoted text to print, in characters."""


@click.command("import")
@click.argument("file")
@click.option(
    "--name", metavar="ID", help="What to call the framework version: small letters, digits and hyphens."
)
@click.option("--show", is_flag=True, help="Print every question and descriptor before asking.")
@click.option(
    "--yes", is_flag=True, help="Keep it without asking, unless there is something to look at first."
)
@click.option(
    "--weakest", metavar="LEVEL", help="Which level is the weakest, where the file does not say: its name."
)
@click.option("--even-so", is_flag=True, help="With --yes: keep it even then.")
@click.pass_context
def import_rubric(
    context: click.Context,
    file: str,
    name: str | None,
    show: bool,
    yes: bool,
    weakest: str | None,
    even_so: bool,
) -> None:
    """Make a framework version of one that you have as a Word file, a PDF or plain text.

    It must have tables with a column of questions and columns for what weak and strong look like. What was
    found is shown before it is kept: what to look at first, as where elements seem to be missing; what was
    mended and why; and what could not be read, with its place.
    """
    from matbot.cli.plain import format_framework
    from matbot.importers.frameworks.opening import found_in
    from matbot.importers.frameworks.storage import check_name, keep

    if name is not None and not name.strip():
        raise usage_error("Give the framework version a name, such as: --name our-framework-2026")
    workspace = workspace_of(context)
    path = Path(file).expanduser()
    found = found_in(path, (weakest or "").strip())
    if found.ends:
        found = found_in(path, _ask_weakest(found, yes))
    framework_name = found.rubric.id if name is None else name
    check_name(workspace, framework_name)
    print_lines(_format_found(found))
    if show:
        print_lines([*format_framework(found.rubric), ""])
    if yes and found.doubts and not even_so:
        raise click.ClickException(_NOT_SAVED)
    if not yes and not _confirm(framework_name, found):
        remark("Nothing was kept.")
        return
    folder = keep(found, workspace, framework_name)
    print_lines([f"Kept in {folder}"])
    remark(f"To use it: {format_command(context)} new --rubric {framework_name} --trust NAME")


def _ask_weakest(found: "Found", unasked: bool) -> str:
    """Ask which level is the weakest, as only the user knows that.

    Args:
        found: What was found in the file.
        unasked: Whether --yes rules out questions.

    Raises:
        click.ClickException: The user was not asked or named neither level; nothing is saved.

    """
    first, last = found.ends[0], found.ends[-1]
    if not unasked:
        print_lines([WHICH_IS_WEAKEST, f"  1 {one_line(first)}", f"  2 {one_line(last)}"])
        click.echo("1 or 2: ", err=True, nl=False)
        answer = sys.stdin.readline() if sys.stdin is not None else ""
        if not answer.endswith("\n"):
            click.echo(err=True)
        for name, place in ((first, "1"), (last, "2")):
            if answer.strip().casefold() in (place, name.casefold()):
                return name
    raise click.ClickException(
        f"Nothing was kept: the file does not say which is the weakest, {one_line(first)} or "
        f'{one_line(last)}. Say which, such as: --weakest "{one_line(first)}"'
    )


def _confirm(name: str, found: "Found") -> bool:
    """Ask whether to save the framework version, and print it as often as the user asks for that first."""
    from matbot.cli.plain import format_framework

    while (answer := _read_answer(name, bool(found.doubts))) in ("s", "show"):
        print_lines([*format_framework(found.rubric), ""])
    return answer in ("y", "yes")


def _read_answer(name: str, doubted: bool) -> str:
    click.echo(f"Keep it as {name}{' even so' if doubted else ''}? [y/N/show] ", err=True, nl=False)
    answer = sys.stdin.readline() if sys.stdin is not None else ""
    if not answer.endswith("\n"):
        click.echo(err=True)
    if not answer:
        unasked = "--yes --even-so" if doubted else "--yes"
        raise click.ClickException(
            f"Nothing was kept, since nobody answered. To keep it unasked, say {unasked}"
        )
    return answer.strip().casefold()


def _format_found(found: "Found") -> Iterator[str]:
    """Yield lines on what was found in a file."""
    from matbot.presenters.framework_versions import (
        LEFT_OUT,
        LOOK_FIRST,
        MENDED,
        present_findings,
        version_counts,
    )
    from matbot.report.words import format_count

    rubric, findings = found.rubric, present_findings(found)
    if findings.doubts:
        yield from (*_format_findings(LOOK_FIRST, findings.doubts), "")
    headings = format_count(len(rubric.headings), "heading")
    yield f"{rubric.title}, {rubric.edition}: {headings}, {version_counts(rubric)}."
    yield f"Scale: {', '.join(f'{level.name} ({level.letters})' for level in rubric.scale)}"
    for heading in rubric.headings:
        yield f"\n{heading.title}"
        for element in heading.elements:
            yield f"  {element.title}: {format_count(len(element.questions), 'question')}"
    mended, left_out = (
        _format_findings(MENDED, findings.corrections),
        _format_findings(LEFT_OUT, findings.left_out),
    )
    yield from ("", *(mended or ["Nothing had to be mended."]))
    yield from ("", *(left_out or ["Everything in the file could be read."]), "")


def _format_findings(label: str, findings: "Sequence[Finding]") -> list[str]:
    from matbot.text import shortened

    lines = [
        f"  {one.place}: {f'“{shortened(one.quoted, _MAX_QUOTE)}” ' if one.quoted else ''}{one.words}"
        for one in findings
    ]
    return [f"{label}:", *lines] if lines else []
