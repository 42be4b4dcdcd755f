"""A button that shows its focus by a mark as well as by colour."""

from rich.segment import Segment
from textual.content import ContentText
from textual.strip import Strip
from textual.widgets import Button
from textual.widgets.button import ButtonVariant


class MarkedButton(Button):
    """A compact button with `›` before its label while focused; use Content for labels with user input."""

    def __init__(self, label: ContentText, id: str, variant: ButtonVariant = "default") -> None:
        super().__init__(label, id=id, variant=variant, compact=True)

    def render_line(self, y: int) -> Strip:
        """Render a line of the button, with the mark in the space before its label."""
        line = super().render_line(y)
        if not self.has_focus or y or line.text[:1].strip():
            return line
        style = next(iter(line)).style
        return Strip.join([Strip([Segment("›", style)], 1), line.crop(1)])
