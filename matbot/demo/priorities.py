"""Parses a group's priorities and later events from text, and builds them with the functions of the app."""

from collections.abc import Iterable, Iterator
from datetime import date

from matbot.interview import Interview
from matbot.review.events import ElementDeferred, Event, PriorityWritten, ReviewDateSet
from matbot.review.priorities import draft_priority, edit_priority
from matbot.review.priority_fields import WRITTEN
from matbot.text import file_stem

Row = list[tuple[str, str]]
"""An entry of the text: the label and the words of each of its lines."""

_COLUMNS = {field.label: field.name for field in WRITTEN}

_DEFERRED = {"Why": "why", "Mitigation": "mitigation", "Look again": "look_again"}

_REALITY_CHECK = {"With": "with_whom", "When": "when", "Outcome": "outcome", "Said": "words"}


def parse_days(lines: Iterable[str]) -> Iterator[tuple[date | None, list[Row]]]:
    """Yield the rows of each day with its date, which is None for the day of the conversation itself."""
    day: date | None = None
    rows: list[Row] = []
    for row in _parse_rows(lines):
        (label, words), *_fields = row
        if label == "On":
            yield day, rows
            day, rows, row = date.fromisoformat(words), [], row[1:]
        rows += [row] if row else []
    yield day, rows


def build_priority_events(rows: Iterable[Row], interview: Interview) -> Iterator[Event]:
    """Build the events that rows describe: priorities, deferrals, reality checks, saved versions, dates."""
    for (label, named), *fields in rows:
        if label == "Not now":
            yield ElementDeferred(element=named, **{_DEFERRED[name]: words for name, words in fields})
        elif label == "Reality check":
            yield interview.check_rating(named, **{_REALITY_CHECK[name]: words for name, words in fields})
        elif label == "Moment":
            yield interview.save_version(named)
        elif label == "Next review":
            yield ReviewDateSet(when=named)
        else:
            yield from _build_priority(interview, named, fields)


def _build_priority(interview: Interview, named: str, fields: Row) -> Iterator[PriorityWritten]:
    """Draft a priority, then edit the fields that its row contains.

    `named` lists its elements, such as `1A and 1B`; any other text names a priority about no element.
    """
    codes = [code for code in named.split(" and ") if code in interview.rubric.elements]
    drafted = draft_priority(interview.rubric, interview.review, codes)
    row = drafted.model_copy(update={"priority": f"row-{file_stem(named)}"})
    yield row
    if fields:
        yield edit_priority(row, **{_COLUMNS[name]: words for name, words in fields})


def _parse_rows(lines: Iterable[str]) -> Iterator[Row]:
    """Yield the rows, each as the labels and words of its lines; an empty line ends a row."""
    row: Row = []
    for line in [*lines, ""]:
        label, _, words = line.partition(": ")
        if words:
            row.append((label, words))
        elif row:
            yield row
            row = []
