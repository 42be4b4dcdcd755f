"""One element of a comparison, with the answers of all groups side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, zip_longest
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.commands.compare import COMPARED_ELEMENT
from matbot.presenters.comparison import (
    format_difference,
    format_letters,
    present_element,
    side_name,
    side_state,
)
from matbot.report.words import format_leaning
from matbot.review.account import Check, ElementAccount, QuestionAccount
from matbot.review.comparison import Comparison, Difference, Side
from matbot.review.outcomes import CHECK_OUTCOMES
from matbot.review.unrated import NO_RATING_MARK
from matbot.rubric import Question, Rubric
from matbot.screens.keys import bindings_of
from matbot.screens.themes import chip_or_mark, rating_chip
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import hang_lines
from matbot.screens.widgets.top_line import TopLine
from matbot.text import lines, one_line, shortened


class ComparedElementScreen(Screen[str]):
    """The elements of a comparison, one at a time; returns the code of the last one in view."""

    CSS_PATH = "compare.tcss"
    HELP = (
        "At the top, how many groups chose each rating, and which. Below, what each group said, and the "
        "questions they answer differently. Ask each other what you saw that led you there; no side has to "
        "be persuaded here. Left and right go through the elements."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARED_ELEMENT)

    def __init__(self, comparison: Comparison, order: Sequence[Difference], at: int) -> None:
        """Create the page; `order` is the sequence of elements, `at` the index of the first one to show."""
        super().__init__()
        self._comparison = comparison
        self._order = order
        self._at = at

    @property
    def _element(self) -> Difference:
        return self._order[self._at]

    def compose(self) -> ComposeResult:
        """Lay out the element's name and everything recorded about it, in a scrolling area."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="title")
            with VerticalScroll(id="said"):
                yield FittedText()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first element."""
        self._draw()
        self.query_one("#said").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether there is an element in that direction."""
        if action == "go":
            (by,) = parameters
            return isinstance(by, int) and 0 <= self._at + by < len(self._order)
        return True

    def action_go(self, by: int) -> None:
        """Go to the next or previous element."""
        self._at += by
        self._draw()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Go back to the grid, where this element is highlighted."""
        self.dismiss(self._element.code)

    def _draw(self) -> None:
        element = self._element
        self.query_one(TopLine).title = f"{element.code} {element.name}"
        self.query_one(TopLine).state = f"{self._at + 1} of {len(self._order)}"
        self.query_one("#title", Static).update(Content(format_difference(element).capitalize()))
        self.query_one(FittedText).show(partial(draw_element, self._comparison, element))
        self.query_one("#said").scroll_home(animate=False)


LEAST, GOOD = 36, 44
"""The minimum columns per side if all sides fit in one row, and if they are wrapped into several rows."""

_GAP = " │ "


def draw_element(comparison: Comparison, element: Difference, width: int) -> Content:
    """Render the spread of ratings, each side's answers, and the questions answered differently."""
    parts = [
        _render_spread(comparison, element, width),
        _render_remarks(comparison, element, width),
        _render_sides(comparison, element, width),
        _render_questions(comparison.rubric, element, width),
    ]
    return Content("\n\n").join(Content("\n").join(part) for part in parts if part)


def count_columns(count: int, width: int) -> int:
    """Return how many sides fit in one row: all if there is room, otherwise as many as remain readable."""
    if count * LEAST + (count - 1) * len(_GAP) <= width:
        return count
    return max(min(width // GOOD, count), 1) if width >= 2 * GOOD + len(_GAP) else 1


# The spread


def _render_spread(comparison: Comparison, element: Difference, width: int) -> list[Content]:
    levels = comparison.rubric.levels
    names = {letters: level.name for letters, level in levels.items()} | {None: "No rating"}
    widest = min(max(len(words) for words in names.values()), width // 2)
    room = len(element.sides)
    chosen = [(side, element.account_of(side).rating) for side in element.sides]
    bars = {rating: [side for side, one in chosen if one == rating] for rating in names}
    return [
        _render_bar(
            chip_or_mark(rating, levels, NO_RATING_MARK),
            f"{shortened(names[rating], widest):<{widest}}",
            sides,
            room,
            width,
        )
        for rating, sides in bars.items()
        if rating or sides
    ]


def _render_bar(chip: tuple[str, str], words: str, sides: Sequence[Side], room: int, width: int) -> Content:
    """Render one level: its letters and name, a block and a letter for each side, and their number."""
    line = Content.assemble(
        chip,
        f"  {words}  ",
        (f"{'■' * len(sides):<{room}}", ""),
        (f" {len(sides):>2}", "bold" if sides else "$secondary"),
        "  ",
    )
    names = ", ".join(side_name(side) for side in sides)
    if line.cell_length + Content(names).cell_length > width:
        names = format_letters(sides)
    return Content.assemble(line, (names, "")).truncate(width, ellipsis=True)


def _render_remarks(comparison: Comparison, element: Difference, width: int) -> list[Content]:
    said = present_element(comparison, element, format_letters).remarks
    return list(chain.from_iterable(Content(words).wrap(width) for words in said))


# What each side recorded


def _render_sides(comparison: Comparison, element: Difference, width: int) -> list[Content]:
    beside = count_columns(len(element.sides), width)
    room = (width - (beside - 1) * len(_GAP)) // beside
    cells = [list(_render_side(comparison, element, side, room)) for side in element.sides]
    rows = [_join_cells(cells[at : at + beside], room) for at in range(0, len(cells), beside)]
    return list(chain.from_iterable([*row, Content("")] for row in rows))[:-1]


def _join_cells(cells: Sequence[Sequence[Content]], room: int) -> Iterator[Content]:
    """Join cells line by line into rows."""
    gap = Content.styled(_GAP, "$secondary")
    for across in zip_longest(*cells, fillvalue=Content("")):
        yield gap.join(line.truncate(room, pad=True) for line in across)


def _render_side(comparison: Comparison, element: Difference, side: Side, width: int) -> Iterator[Content]:
    """Render a side's rating and answers as lines of `width` columns."""
    said = element.account_of(side)
    yield Content.styled(side_name(side), "bold $primary").truncate(width, ellipsis=True)
    yield _render_rating(comparison, element, side)
    if said.votes and any(said.votes):
        yield from Content.styled(_format_hands(comparison.rubric, said), "$secondary").wrap(width)
    evidence = said.evidence if said.evidence.strip() or not said.rating else "None was named."
    labelled = (("Why", said.rationale), ("Key evidence", evidence), ("Seen differently", said.differs))
    for label, words in labelled:
        yield from _render_labelled(label, words, width)
    for check in said.checks:
        yield from _render_labelled(_format_check(check), check.said or "Nothing more was noted.", width)


def _render_rating(comparison: Comparison, element: Difference, side: Side) -> Content:
    state = side_state(comparison, element, side)
    if state.letters:
        return Content.assemble(rating_chip(state.letters, comparison.rubric.levels), f" {state.words}")
    return Content.styled(f" {state.mark}   {state.words}", "$secondary")


def _format_hands(rubric: Rubric, said: ElementAccount) -> str:
    counts = zip(rubric.scale, said.votes, strict=False)
    return f"Hands: {', '.join(f'{level.letters} {count}' for level, count in counts if count)}"


def _format_check(check: Check) -> str:
    when = f", {one_line(check.when)}" if check.when.strip() else ""
    return f"Tested with {one_line(check.with_whom) or 'others'}{when}: {CHECK_OUTCOMES[check.outcome]}"


def _render_labelled(label: str, words: str, width: int) -> Iterator[Content]:
    paragraphs = lines(words)
    if paragraphs:
        yield from Content.styled(label, "bold").wrap(width)
    for paragraph in paragraphs:
        yield from Content(paragraph).wrap(width)


# The questions that the sides answer differently


def _render_questions(rubric: Rubric, element: Difference, width: int) -> list[Content]:
    if not element.apart:
        return []
    drawn = [_render_question(rubric, rubric.questions[id_], element.sides, width) for id_ in element.apart]
    return [Content.styled("What you answer differently", "bold $accent"), *chain.from_iterable(drawn)]


def _render_question(
    rubric: Rubric, question: Question, sides: Sequence[Side], width: int
) -> Iterator[Content]:
    indent = 5
    first = Content.styled(f"{question.numeral:<{indent}}", "bold")
    yield hang_lines(first, Content.styled(question.text, "bold").wrap(width - indent), indent)
    for side in sides:
        said = side.account.question(question.id)
        if said.leaning or said.note.strip():
            leaning = format_leaning(rubric, question.id, said.leaning) if said.leaning else ""
            yield _render_answer(side, said, leaning, width, indent)


def _render_answer(side: Side, said: QuestionAccount, leaning: str, width: int, indent: int) -> Content:
    """Render a side's answer to a question, followed by its reason and note."""
    room = width - indent
    first = Content.assemble(" " * (indent - 2), (f"{side.letter} ", "bold $primary"))
    opening = Content.styled(leaning or "not answered", "bold" if leaning else "$secondary")
    words = [one_line(text) for text in (said.reason, said.note) if text.strip()]
    line = Content.assemble(opening, *(f" · {text}" for text in words))
    return hang_lines(first, line.wrap(room), indent)
