"""The priorities of a walk, read from plain text and made by the functions that the app uses."""

from collections.abc import Iterable, Iterator

from matbot.review.priorities import draft_priority, edited
from matbot.review.replies import NotNow, Reply
from matbot.review.review import Review
from matbot.rubric import Rubric

_COLUMNS = {
    "Key issues": "issues",
    "What to do": "action",
    "Progress": "progress",
    "Success measure": "success_measure",
    "Lead": "lead",
    "Next look": "next_look",
}

_NOT_NOW = {"Why": "why", "Mitigation": "mitigation", "Look again": "look_again"}


def chosen(lines: Iterable[str], rubric: Rubric, review: Review) -> Iterator[Reply]:
    """The replies that choose what the lines name: a row drafted, then edited where they say how."""
    for (label, code), *fields in _rows(lines):
        if label == "Not now":
            yield NotNow(element=code, **{_NOT_NOW[name]: words for name, words in fields})
            continue
        row = draft_priority(rubric, review, code).model_copy(update={"priority": f"row-{code.lower()}"})
        yield row
        if fields:
            yield edited(row, **{_COLUMNS[name]: words for name, words in fields})


def _rows(lines: Iterable[str]) -> Iterator[list[tuple[str, str]]]:
    """What is named and said, row by row: an empty line ends a row."""
    row: list[tuple[str, str]] = []
    for line in [*lines, ""]:
        label, _, words = line.partition(": ")
        if words:
            row.append((label, words))
        elif row:
            yield row
            row = []
