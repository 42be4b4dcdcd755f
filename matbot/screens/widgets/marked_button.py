"""A button that says by a mark, not by colour alone, that it has the focus."""

from rich.segment import Segment
from textual.content import ContentText
from textual.strip import Strip
from textual.widgets import Button
from textual.widgets.button import ButtonVariant


class MarkedButton(Button):
    """Words to press, with `›` before them while Enter presses it; Content where people typed them."""

    def __init__(self, label: ContentText, id: str, variant: ButtonVariant = "default") -> None:
        super().__init__(label, id=id, variant=variant, compact=True)

    def render_line(self, y: int) -> Strip:
        """One line of the button; the mark takes the room that is left before its words."""
        line = super().render_line(y)
        if not self.has_focus or y or line.text[:1].strip():
            return line
        style = next(iter(line)).style
        return Strip.join([Strip([Segment("›", style)], 1), line.crop(1)])
