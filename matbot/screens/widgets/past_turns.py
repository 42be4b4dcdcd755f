"""The past turns: one widget for all, so that speed does not depend on their number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, takewhile
from operator import eq

from textual.content import Content
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions
from textual.widget import Widget

from matbot.interview.past import PastTurn
from matbot.text import shown


class PastTurns(Widget):
    """All past turns in order: the question in a muted style, and the answer.

    Only the lines in view are rendered, and each turn is rendered once for each width.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.turns: tuple[PastTurn, ...] = ()
        self.has_history = False
        """Whether earlier versions of changed answers are shown as well."""
        self._words: list[Content] = []
        """The text of each turn, followed by an empty line."""
        self._drawn: dict[tuple[int, int], list[Strip]] = {}
        """The rendered lines of turns that were in view, by index and width."""

    def show(self, turns: Sequence[PastTurn]) -> None:
        """Show these turns; only those not shown yet are formatted."""
        if self.turns == (turns := tuple(turns)):
            return
        same = sum(takewhile(bool, map(eq, self.turns, turns)))
        self.turns = turns
        self._words[same:] = [_format_turn(turn, self.has_history) for turn in turns[same:]]
        self._drawn = {key: lines for key, lines in self._drawn.items() if key[0] < same}
        self.refresh(layout=True)

    def toggle_history(self) -> None:
        """Show earlier versions of changed answers, or only the latest ones again."""
        self.has_history = not self.has_history
        turns, self.turns = self.turns, ()
        self.show(turns)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines of all turns at a width."""
        return self._ends(width)[-1] if self.turns and width > 0 else 0

    def render_line(self, y: int) -> Strip:
        """Render one line."""
        width = self.content_size.width
        ends = self._ends(width) if width > 0 else []
        place = bisect_right(ends, y)
        if place == len(ends):
            return Strip.blank(width, self.visual_style.rich_style)
        first = ends[place - 1] if place else 0
        return self._lines(place, width)[y - first]

    def notify_style_update(self) -> None:
        """Discard the rendered lines, as colours have changed."""
        self._drawn.clear()
        super().notify_style_update()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the text selected with the mouse."""
        return selection.extract("\n".join(words.plain for words in self._words)), "\n"

    def _ends(self, width: int) -> list[int]:
        """Return the line number after each turn."""
        rules = self.styles.get_rules()
        return list(accumulate(words.get_height(rules, width) for words in self._words))

    def _lines(self, place: int, width: int) -> list[Strip]:
        selection = self.text_selection
        if selection is not None:
            return self._draw(place, width, selection)
        key = place, width
        if key not in self._drawn:
            self._drawn[key] = self._draw(place, width, None)
        return self._drawn[key]

    def _draw(self, place: int, width: int, selection: Selection | None) -> list[Strip]:
        """Render the lines of a turn, each with its offset in the text of all turns."""
        above = sum(words.plain.count("\n") + 1 for words in self._words[:place])
        marked = selection and Selection(*(at and at - Offset(0, above) for at in selection))
        colours = self.screen.get_component_styles("screen--selection")
        options = RenderOptions(self._get_style, self.styles.get_rules(), marked, Style.from_styles(colours))
        style = self.visual_style
        lines = self._words[place].render_strips(width, None, style, options)
        return [_offset_line(line, above).extend_cell_length(width, style.rich_style) for line in lines]


def _offset_line(line: Strip, above: int) -> Strip:
    """Add the offset of a turn's text in that of all turns to a line, for selecting with the mouse."""
    first = next(iter(line), None)
    if first is None or first.style is None or "offset" not in first.style.meta:
        return line
    x, y = first.style.meta["offset"]
    return line.apply_offsets(x, y + above)


def _format_turn(turn: PastTurn, has_history: bool) -> Content:
    choice, *words = (Content(shown(line)) for line in turn.lines)
    earlier = turn.earlier if has_history else ()
    before = (Content.styled(f"Before: {shown(line)}", "$secondary") for line in earlier)
    lines = [Content.styled(turn.title, "$secondary"), *before, choice.stylize("bold"), *words, Content("")]
    return Content("\n").join(lines)
