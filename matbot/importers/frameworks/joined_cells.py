"""Descriptors in cells merged over the rows of several questions: they apply to each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.importers.frameworks.cells import SortedRow
from matbot.importers.frameworks.notes import Notes
from matbot.importers.readers.items import Item, ItemReading, readings
from matbot.rubric import Level
from matbot.text import shortened

_EACH = "The {} descriptor of the row above stands beside this question too: {}"
_WHY = "Its cell is joined over both rows."
_PARTED = "The {} descriptors in a cell over {} rows stand beside their questions."
_WHY_PARTED = "The cell is joined over these rows, and has as many descriptors as they have questions."
_QUOTED = 60


@dataclass(frozen=True)
class _Span:
    """A descriptor cell that is merged over several rows."""

    level: int
    words: str
    rows: Sequence[SortedRow]
    """The rows with questions, from the top."""


def spread_joined(rows: Sequence[SortedRow], scale: Sequence[Level], notes: Notes) -> None:
    """Copy the words of merged cells to each question they apply to, and note it."""
    for span in _spans(rows):
        name = scale[span.level].name
        if parts := _split_by_row(span):
            for row, words in zip(span.rows, parts, strict=True):
                row.descriptors[span.level] = words
            notes.correct(span.rows[0].place, _PARTED.format(name, len(span.rows)), _WHY_PARTED)
            continue
        for row in span.rows:
            if span.level not in row.descriptors:
                row.descriptors[span.level] = span.words
                quoted = f"“{shortened(span.words, _QUOTED)}”"
                notes.correct(row.place, _EACH.format(name, quoted), _WHY)


def _spans(rows: Sequence[SortedRow]) -> list[_Span]:
    """The merged cells of an element's rows, each with the rows it spans."""
    spans = list[_Span]()
    levels = sorted({level for row in rows for level in row.joined})
    for level in levels:
        begun = list[SortedRow]()
        for row in [*rows, None]:
            goes_on = row is not None and level in row.joined
            if row is not None and goes_on:
                begun.append(row)
                continue
            if any(level in one.joined for one in begun):
                words = next(one.joined[level] for one in begun if level in one.joined)
                spans.append(_Span(level, words, [one for one in begun if one.question]))
            begun = [row] if row is not None else []
    return [span for span in spans if span.rows]


def _split_by_row(span: _Span) -> list[str]:
    """The descriptors for each row if a cell has one for each question of its rows; otherwise none."""
    question_readings = [readings(row.question, one_each=True)[0] for row in span.rows]
    count = sum(len(one.items) for one in question_readings)
    found = [way for way in readings(span.words) if len(way.items) == count and not way.lead]
    first, *others = (row.descriptors.get(span.level, "") for row in span.rows)
    has_more = first not in ("", span.words) or any(others)  # the words of another row were added to them
    if count < 2 or not found or not others or has_more:
        return []
    items, parts = list(found[0].items), list[str]()
    for one in question_readings:
        parts.append("\n".join(_format_item(item, found[0]) for item in items[: len(one.items)]))
        del items[: len(one.items)]
    return parts


def _format_item(item: Item, reading: ItemReading) -> str:
    """An item with its numeral, as it would be written in a separate cell."""
    return f"{reading.sign(item)} {item.text}" if item.numeral else item.text
