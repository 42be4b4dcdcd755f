"""What a walk chose and what came later, read from plain text and made by the functions that the app uses."""

from collections.abc import Iterable, Iterator
from datetime import date

from matbot.interview import Interview
from matbot.review.events import ElementDeferred, Event, PriorityWritten, ReviewDateSet
from matbot.review.priorities import draft_priority, edit_priority
from matbot.review.priority_fields import WRITTEN
from matbot.text import file_stem

Row = list[tuple[str, str]]
"""What is named and said in one row: a label and words, line by line."""

_COLUMNS = {field.label: field.name for field in WRITTEN}

_DEFERRED = {"Why": "why", "Mitigation": "mitigation", "Look again": "look_again"}

_REALITY_CHECK = {"With": "with_whom", "When": "when", "Outcome": "outcome", "Said": "words"}


def parse_days(lines: Iterable[str]) -> Iterator[tuple[date | None, list[Row]]]:
    """The rows of each day; None for the day on which the elements were talked about."""
    day: date | None = None
    rows: list[Row] = []
    for row in _rows(lines):
        (label, words), *_fields = row
        if label == "On":
            yield day, rows
            day, rows, row = date.fromisoformat(words), [], row[1:]
        rows += [row] if row else []
    yield day, rows


def build_priority_events(rows: Iterable[Row], interview: Interview) -> Iterator[Event]:
    """The events that rows make: a priority or not now, a reality check, a saved version."""
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
            yield from _priority(interview, named, fields)


def _priority(interview: Interview, named: str, fields: Row) -> Iterator[PriorityWritten]:
    """A row of the table drafted, then edited where the fields say how.

    It is about the elements that are named, `1A and 1B`; other words name a row about none.
    """
    codes = [code for code in named.split(" and ") if code in interview.rubric.elements]
    drafted = draft_priority(interview.rubric, interview.review, codes)
    row = drafted.model_copy(update={"priority": f"row-{file_stem(named)}"})
    yield row
    if fields:
        yield edit_priority(row, **{_COLUMNS[name]: words for name, words in fields})


def _rows(lines: Iterable[str]) -> Iterator[Row]:
    """What is named and said, row by row: an empty line ends a row."""
    row: Row = []
    for line in [*lines, ""]:
        label, _, words = line.partition(": ")
        if words:
            row.append((label, words))
        elif row:
            yield row
            row = []
