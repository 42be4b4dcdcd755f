"""The commands about priorities: choosing and editing them, deferring elements, and exporting the table."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from matbot.cli.destination import Destination
from matbot.cli.options import (
    Decorated,
    format_command,
    format_option,
    mention_notice,
    parse_codes,
    parse_words,
    refuse_read_only,
    usage_error,
    workspace_of,
)
from matbot.cli.streams import print_lines
from matbot.report.formats.exporter import DocumentKind
from matbot.review.priority_fields import COLUMNS, DEFERRED, FOCUS, WRITTEN, DeferredField, PriorityField

if TYPE_CHECKING:
    from matbot.review.events import Event, PriorityWritten
    from matbot.review.review import Review
    from matbot.store.review_file import ReviewFile

Typed = Mapping[str, str | None]
"""The value of each option; None if it was left out."""

_FIELDS = {field.flag.removeprefix("--").replace("-", "_"): field.name for field in WRITTEN}
"""The field of a row that each option sets."""

_DEFERRAL_FIELDS = tuple(field.name for field in DEFERRED)

_CHANGES = {
    "drop": (),
    "not_now": _DEFERRAL_FIELDS,
    "order": (),
    "next_review": (),
    "element": ("row", *_FIELDS),
    "row": ("element", *_FIELDS),
    "focus": tuple(_FIELDS),
}
"""The options that each make one change, in order of precedence, with the options allowed next to it."""


def _options_for(*fields: PriorityField | DeferredField) -> Callable[[Decorated], Decorated]:
    """Build a decorator that adds an option for each of these fields, in their order."""

    def with_options(command: Decorated) -> Decorated:
        for field in reversed(fields):
            command = click.option(field.flag, metavar="WORDS", help=field.help)(command)
        return command

    return with_options


@click.command()
@click.argument("review")
@click.option("--element", metavar="2B", help="The element it is about; several with commas between.")
@_options_for(FOCUS)
@click.option("--row", metavar="ID", help="A row that is there already, by its id.")
@_options_for(*COLUMNS)
@click.option("--drop", metavar="2B", help="Take a row off the table, by its element or its id.")
@click.option("--defer", "--not-now", "not_now", metavar="2B", help="Defer an element.")
@_options_for(*DEFERRED)
@click.option("--next-review", metavar="WHEN", help="When to review again.")
@click.option("--order", metavar="2B,1C", help="Which rows come first, by element or id; the others follow.")
@click.pass_context
def priority(context: click.Context, /, review: str, **typed: str | None) -> None:
    """Choose a priority or edit its row, and print the row's id; or drop, leave or order them.

    A strength can be one too. What is left out of a new row is drafted from your notes, as in the app.
    """
    from matbot.review.events import PriorityWritten

    change = _find_change(typed)
    build_events = {
        "drop": _build_removal,
        "not_now": _build_deferral,
        "order": _build_order,
        "next_review": _build_review_date,
    }.get(change, _build_row)
    with workspace_of(context).open(review) as file:
        refuse_read_only(context, file, review)
        mention_notice(context, file)
        events = build_events(file, typed)
        unchanged = [_dump_fields(row) for row in _review_of(file).priorities]
        if new := [event for event in events if _dump_fields(event) not in unchanged]:
            file.append(*new)
    print_lines(event.priority for event in events if isinstance(event, PriorityWritten))


@click.command()
@click.argument("review")
@format_option(DocumentKind.PRIORITIES, "Which format to write it in.")
@click.option("--by-heading", is_flag=True, help="The rows under the framework's headings.")
@click.option("--output", metavar="FILE|-", help="The file to write; - prints it instead.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@click.pass_context
def plan(
    context: click.Context,
    review: str,
    form: str | None,
    by_heading: bool,
    output: str | None,
    overwrite: bool,
) -> None:
    """Write the priorities as a table alone, to paste into your trust's development plan.

    What you deferred comes last, with the reason.
    """
    from matbot.report.plan_export import PlanTable

    destination = Destination(output, form, overwrite, DocumentKind.PRIORITIES)
    destination.check()
    workspace = workspace_of(context)
    with workspace.open(review) as file:
        table = PlanTable(file.rubric, file.projection.review, by_heading)
    if not table.review.priorities:
        raise click.ClickException(
            "This review has no priorities yet, so there is no table. "
            f"Choose one: {format_command(context)} priority {table.review.id} --element CODE"
        )
    destination.write(table, workspace)


def _find_change(typed: Typed) -> str:
    """Find the requested change; a usage error if there is none, or more than one."""
    given = [name for name, words in typed.items() if words is not None]
    change = next((change for change in _CHANGES if change in given), None)
    if change is None:
        raise usage_error("Say what to do: --element 2B, --drop 2B, --defer 2B or --order 2B,1C")
    conflicting = [name for name in given if name != change and name not in _CHANGES[change]]
    if conflicting:
        raise usage_error(
            f"{_format_flag(conflicting[0])} does not go with {_format_flag(change)}: one thing at a time"
        )
    return change


def _build_review_date(file: "ReviewFile", typed: Typed) -> "list[Event]":
    """Build the event that sets the review date."""
    from matbot.review.events import ReviewDateSet

    return [ReviewDateSet(when=_parse_option("next_review", typed["next_review"]))]


def _build_row(file: "ReviewFile", typed: Typed) -> "list[Event]":
    """Build the event of a new or edited row."""
    from matbot.review.priorities import draft_priority, edit_priority, find_earlier_row, is_about

    review, focus = _review_of(file), _parse_option("focus", typed["focus"])
    codes = parse_codes(file.rubric, typed["element"], "--element") if typed["element"] is not None else None
    if typed["row"] is not None:
        row: PriorityWritten | None = _find_row(review, typed["row"], "--row")
    else:
        row = next((row for row in review.priorities if is_about(row, codes or (), focus)), None)
    before = row or find_earlier_row(file.log, codes or (), focus)
    before = before or draft_priority(file.rubric, review, codes or (), focus)
    fields = {
        field: _parse_option(name, typed[name]) for name, field in _FIELDS.items() if typed[name] is not None
    }
    new = edit_priority(before, codes, **fields)
    if not (new.elements or new.focus):
        raise usage_error("Say what it is about: --element 2B, or --focus 'in your own words'")
    return [new]


def _build_removal(file: "ReviewFile", typed: Typed) -> "list[Event]":
    """Build the events that remove a row from the table, or bring back a deferred element."""
    from matbot.review.events import PriorityDropped
    from matbot.review.priorities import build_deferral_undo

    named = typed["drop"] or ""
    deferral_undo = build_deferral_undo(file.log, named.strip().upper())
    if deferral_undo and not _find_rows(_review_of(file), named):
        return [*deferral_undo]
    return [PriorityDropped(priority=_find_row(_review_of(file), named, "--drop").priority)]


def _build_deferral(file: "ReviewFile", typed: Typed) -> "list[Event]":
    """Build the event that defers an element; earlier answers about it are the defaults."""
    from matbot.review.events import ElementDeferred
    from matbot.review.priorities import find_earlier_deferral

    (code, *more) = parse_codes(file.rubric, typed["not_now"], "--defer")
    if more:
        raise usage_error("Defer one element at a time, so that each has its reason: --defer 2B")
    if any(code in row.elements for row in _review_of(file).priorities):
        raise usage_error(f"{code} is among your priorities. Take it off first: --drop {code}")
    before = find_earlier_deferral(file.log, code)
    given = {name: getattr(before, name) for name in _DEFERRAL_FIELDS}
    given |= {name: _parse_option(name, typed[name]) for name in _DEFERRAL_FIELDS if typed[name] is not None}
    if not given["why"]:
        raise usage_error("Say why, so that the board can read it: --why 'the contract runs until June'")
    return [ElementDeferred(element=code, **given)]


def _build_order(file: "ReviewFile", typed: Typed) -> "list[Event]":
    """Build the event that orders the rows: those named come first."""
    from matbot.review.events import PrioritiesOrdered
    from matbot.review.priorities import order_priorities

    rows = _review_of(file).priorities
    names = [name for name in (typed["order"] or "").split(",") if name.strip()]
    if not names:
        raise usage_error("Name the rows in their order, with commas between: --order 2B,1C")
    first = [_find_row(_review_of(file), name, "--order").priority for name in names]
    return [PrioritiesOrdered(priorities=order_priorities(rows, first))]


def _find_row(review: "Review", named: str, option: str) -> "PriorityWritten":
    """Find the row that an element or an id names; a usage error if there is none, or several."""
    from matbot.text import shortened

    found, name = _find_rows(review, named), shortened(named, 20) or "That"
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(row.priority for row in found)
        raise usage_error(f"{name} is in several rows. Name one by its id, {option} ID: {ids}")
    known = ", ".join(
        row.elements[0] if len(row.elements) == 1 else row.priority for row in review.priorities
    )
    on_it = f"On it: {known}." if known else "Nothing is on it yet."
    raise usage_error(f"{name} is not on the table of priorities. {on_it}")


def _find_rows(review: "Review", named: str) -> "Sequence[PriorityWritten]":
    """Find the row with an id, or the rows about an element, preferring those about it alone."""
    name = named.strip()
    by_id = [row for row in review.priorities if row.priority == name]
    alone = [row for row in review.priorities if row.elements == (name.upper(),)]
    return by_id or alone or [row for row in review.priorities if name.upper() in row.elements]


def _review_of(file: "ReviewFile") -> "Review":
    return file.projection.review


def _parse_option(name: str, typed: str | None) -> str:
    return parse_words(_format_flag(name), typed or "")


def _format_flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _dump_fields(event: "Event") -> dict[str, object]:
    """Return the fields of an event without its id and time."""
    return event.model_dump(exclude={"id", "at"})
