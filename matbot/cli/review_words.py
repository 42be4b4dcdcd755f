"""The summary of a review that `matbot show` prints, for a terminal of 80 columns."""

from collections.abc import Iterator, Sequence

from matbot.interview import Interview
from matbot.presenters.review_summary import ReviewSummary, present_summary
from matbot.report.columns import TERMINAL, fit, pad, width, wrap
from matbot.review.heat_map import Cell
from matbot.review.unrated import unrated_mark

_MIN_WIDTHS = (4, 4, 0)
"""The minimum width of the heat map's codes, letters and words, in columns."""

_MAX_WORDS_WIDTH = 36
"""The maximum width of the words, in columns; the element's name has the rest."""


def format_review(interview: Interview) -> str:
    """Format the summary of a review: its group, the heat map, the priorities, and what is open."""
    return "\n".join(_format_lines(present_summary(interview))) + "\n"


def _format_lines(shown: ReviewSummary) -> Iterator[str]:
    for words in shown.about:
        yield from wrap(words)
    yield ""
    yield from _format_map(shown)
    yield ""
    yield from _format_priorities(shown)
    for words in shown.notes:
        yield from wrap(words, indent=2)
    yield ""
    for words in shown.open:
        yield from wrap(words, indent=2)


def _format_map(shown: ReviewSummary) -> Iterator[str]:
    """Yield the heat map in letters and words; of the elements not in the review, only the codes."""
    rooms = _column_widths([cell for row in shown.map for cell in row.cells])
    for row in shown.map:
        yield fit(f"{row.number} {row.name}", TERMINAL)
        yield from (_format_cell(cell, rooms) for cell in row.cells)
    if shown.outside:
        yield from wrap(f"Not in this review: {', '.join(shown.outside)}.")


def _column_widths(cells: Sequence[Cell]) -> list[int]:
    """Return the widths of the codes, letters and words of these elements, in columns, gaps included."""
    texts = zip(*map(_list_columns, cells), strict=True)
    widest = [2 + max(map(width, column)) for column in texts]
    return [max(least, most) for least, most in zip(_MIN_WIDTHS, widest, strict=False)]


def _list_columns(cell: Cell) -> tuple[str, str, str]:
    return cell.code, cell.letters or unrated_mark(cell.in_scope), fit(cell.words, _MAX_WORDS_WIDTH)


def _format_cell(cell: Cell, rooms: Sequence[int]) -> str:
    state = "  " + "".join(map(pad, _list_columns(cell), rooms))
    parked = " (parked)" if cell.parked else ""
    return state + fit(cell.name, TERMINAL - width(state) - len(parked)) + parked


def _format_priorities(shown: ReviewSummary) -> Iterator[str]:
    if shown.priorities:
        yield "Priorities"
    for number, (focus, action) in enumerate(shown.priorities, 1):
        yield _format_labelled(f"  {number}. ", focus)
        yield _format_labelled("     What to do: ", action)
    if shown.next_review:
        yield _format_labelled("  Next review: ", shown.next_review)


def _format_labelled(label: str, text: str) -> str:
    """Format a label and a text in one line of the terminal."""
    return label + fit(text, TERMINAL - len(label))
