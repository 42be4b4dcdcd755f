"""Text in a list that is rendered when it first comes into view."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class LazyText(Visual):
    """Text whose number of lines is known before it is rendered: most of a long list is never seen."""

    def __init__(self, words: Callable[[], Content], lines: int, width: int) -> None:
        """Create the text.

        Args:
            words: renders the text.
            lines: the number of lines of the text; 0 if unknown.
            width: the maximum width of a line, in cells.

        """
        self._words = words
        self._lines = lines
        self._width = width

    @cached_property
    def content(self) -> Content:
        """The rendered text."""
        return self._words()

    def __str__(self) -> str:
        return self.content.plain

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines; if lines are wider than `width`, render the text to count them."""
        if self._lines and width >= self._width:
            return self._lines
        return self.content.get_height(rules, width)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the widest line, in cells."""
        return self._width

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Render the text as it comes into view."""
        return self.content.render_strips(width, height, style, options)
