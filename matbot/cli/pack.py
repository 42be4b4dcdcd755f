"""The command about workshop packs: writing one, reading a completed one, and confirming its answers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matbot.cli.destination import Destination
from matbot.cli.options import (
    format_command,
    format_option,
    mention_notice,
    parse_codes,
    parse_name,
    parse_people_option,
    refuse_read_only,
    usage_error,
    workspace_of,
)
from matbot.cli.streams import print_lines, remark
from matbot.report.formats.exporter import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matbot.importers.packs.interpretation import PackReading
    from matbot.presenters.packs import PackSummary


@click.command()
@click.option("--elements", metavar="1A,2B", help="Which elements to ask about; all unless named.")
@click.option("--rubric", "framework", metavar="ID", help="Which framework version to use.")
@click.option("--audience", metavar="WHOM", help="Whom it is for, such as Headteachers.")
@format_option(DocumentKind.PACK, f"Which format to write it in; {DocumentKind.PACK.usual} unless named.")
@click.option("--output", metavar="FILE|-", help="The file to write; - prints it instead.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@click.option(
    "--read", "filled", metavar="FILE", help="Read a pack that was filled in with Word or as Markdown."
)
@click.option("--trust", help="With --read: the name of your trust.")
@click.option("--group", help="With --read: who filled it in.")
@click.option("--people", metavar="N", help="With --read: how many they are.")
@click.option(
    "--into", metavar="REVIEW", help="With --read: the review to read it into; a new one unless named."
)
@click.option("--confirm", metavar="REVIEW", help="Say yes to all that was read into a review.")
@click.pass_context
def pack(
    context: click.Context,
    elements: str | None,
    framework: str | None,
    audience: str | None,
    form: str | None,
    output: str | None,
    overwrite: bool,
    filled: str | None,
    trust: str | None,
    group: str | None,
    people: str | None,
    into: str | None,
    confirm: str | None,
) -> None:
    """Write a workshop pack to fill in on paper or on screen, or read one that comes back.

    A pack has the questions, both descriptors, and room for evidence and a rating. What a filled one says
    is read as drafts, which people confirm: one by one in the conversation, or all with --confirm. What
    cannot be read is listed, with its place.
    """
    group_options = {"--trust": trust, "--group": group, "--people": people, "--into": into}
    what: dict[str, object] = {"--elements": elements, "--rubric": framework, "--audience": audience}
    what |= {"--format": form, "--output": output, "--overwrite": overwrite}
    if confirm is not None:
        _refuse({"--read": filled, **group_options, **what}, "--confirm")
        _confirm_drafts(context, confirm)
    elif filled is None:
        _refuse(group_options, "a pack to fill in: it goes with --read")
        destination = Destination(output, form, overwrite, DocumentKind.PACK)
        _write_blank_pack(context, elements, framework, parse_name("--audience", audience or ""), destination)
    else:
        _refuse(what, "--read")
        _read_completed(context, filled, trust, group, people, into)


def _refuse(given: "Mapping[str, object]", beside: str) -> None:
    for name, value in given.items():
        if value is not None and value is not False:
            raise usage_error(f"{name} does not go with {beside}. Leave it out")


def _write_blank_pack(
    context: click.Context,
    elements: str | None,
    framework: str | None,
    audience: str,
    destination: Destination,
) -> None:
    from matbot.rubric.library import DEFAULT, find
    from matbot.services.blank_pack import build_blank_pack

    destination.check()
    workspace = workspace_of(context)
    rubric = find(DEFAULT if framework is None else framework, workspace.rubrics)
    destination.write(build_blank_pack(rubric, parse_codes(rubric, elements), audience), workspace)


def _read_completed(
    context: click.Context,
    filled: str,
    trust: str | None,
    group: str | None,
    people: str | None,
    into: str | None,
) -> None:
    path = Path(filled).expanduser()
    if into is None:
        _begin_review(context, path, trust, group, people)
        return
    _refuse({"--trust": trust, "--group": group, "--people": people}, "--into: the review says who you are")
    _read_into(context, path, into)


def _begin_review(
    context: click.Context, path: Path, trust: str | None, group: str | None, people: str | None
) -> None:
    from matbot.importers.packs.opening import read_pack
    from matbot.presenters.packs import ARE_DRAFTS
    from matbot.services.pack_import import begin_from_pack

    name = parse_name("--trust", trust or "")
    if not name:
        raise usage_error("Say whose review to begin: --trust NAME, or which to read it into: --into REVIEW")
    label, count = parse_name("--group", group or ""), parse_people_option("1" if people is None else people)
    workspace = workspace_of(context)
    rubric, found = read_pack(path, workspace.rubrics)
    reading = _print_unread(found)
    _remark_if_any(reading.for_others(label))
    with begin_from_pack(workspace, rubric, found, name, label, count) as file:
        mention_notice(context, file)
        print_lines([file.contents.id])
        _print_next_steps(context, file.contents.id, ARE_DRAFTS)
    _print_unread_count(reading)


def _read_into(context: click.Context, path: Path, into: str) -> None:
    from matbot.importers.packs.opening import read_pack
    from matbot.presenters.packs import present_outcome
    from matbot.services.pack_import import add_pack

    with workspace_of(context).open(into) as file:
        refuse_read_only(context, file, into)
        mention_notice(context, file)
        _, found = read_pack(path, framework=file.rubric)
        reading = _print_unread(found)
        _remark_if_any(reading.for_others(file.projection.review.group))
        outcome = present_outcome(add_pack(file, found), file.projection.review)
        for line in outcome.lines:
            remark(line)
        print_lines([file.contents.id])
        _remark_if_any("" if outcome.added else outcome.summary)
        _print_next_steps(context, file.contents.id, outcome.drafts)
    _print_unread_count(reading)


def _remark_if_any(words: str) -> None:
    if words:
        remark(words)


def _print_unread_count(reading: "PackSummary") -> None:
    """Print last how much could not be read, as the list of it has often scrolled off the screen."""
    if reading.unread:
        remark(f"{reading.left_out}, as listed above.")


def _print_unread(found: "PackReading") -> "PackSummary":
    """Print everything that could not be read; raise an error if nothing is filled in."""
    from matbot.presenters.packs import present_reading

    reading = present_reading(found)
    for line in reading.unread:
        remark(line)
    if reading.nothing_filled_in:
        raise click.ClickException(reading.nothing_filled_in)
    return reading


def _print_next_steps(context: click.Context, review: str, words: str) -> None:
    if words:
        remark(
            f"{words}, one by one: {format_command(context)} ask {review} "
            f"or all at once: {format_command(context)} pack --confirm {review}"
        )


def _confirm_drafts(context: click.Context, review: str) -> None:
    from matbot.interview import Interview
    from matbot.presenters.packs import format_confirmed

    with workspace_of(context).open(review) as file:
        refuse_read_only(context, file, review)
        mention_notice(context, file)
        events = Interview.of(file.projection).confirm()
        file.append(*events)
        remark(format_confirmed(events))
