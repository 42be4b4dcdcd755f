"""Words in a list that are put together when they first come into view."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class LazyText(Visual):
    """Words whose number of lines is known before the words are: most of a long list is never looked at."""

    def __init__(self, words: Callable[[], Content], lines: int, width: int) -> None:
        """`words` gives so many `lines`, none wider than `width` cells; 0 lines if it is not known."""
        self._words = words
        self._lines = lines
        self._width = width

    @cached_property
    def content(self) -> Content:
        """The words themselves."""
        return self._words()

    def __str__(self) -> str:
        return self.content.plain

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines they take; where there is no room for a whole line, the words say it themselves."""
        if self._lines and width >= self._width:
            return self._lines
        return self.content.get_height(rules, width)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The cells of the widest line."""
        return self._width

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The words as they come into view."""
        return self.content.render_strips(width, height, style, options)
