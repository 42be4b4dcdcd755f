"""Update text in place: repaint only if it changed, and lay out again only if its size changed."""

from textual.content import Content
from textual.widgets import Static


def update_in_place(widget: Static, words: Content) -> None:
    """Show other text in a widget that does not wrap its lines.

    A new layout of the whole screen takes six times as long as repainting part of it.
    """
    before = widget.content
    if not isinstance(before, Content):
        widget.update(words)
    elif not before.is_same(words):
        widget.update(words, layout=_line_widths(before) != _line_widths(words))


def _line_widths(words: Content) -> list[int]:
    return [line.cell_length for line in words.split("\n", allow_blank=True)]
