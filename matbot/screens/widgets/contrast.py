"""A widget for the descriptors of a question, with the two ends of the scale side by side."""

from collections.abc import Collection, Sequence

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from matbot.rubric.model import Descriptor
from matbot.screens.themes import COLOURS, rating_colour

BESIDE = 28
"""The minimum width of a panel if more than two are side by side, in columns."""


class Contrast(Vertical):
    """The descriptors of one question: the ends side by side if there is room, the others below.

    A single descriptor takes the whole width.
    """

    def __init__(
        self, descriptors: Sequence[Descriptor] = (), scale: Collection[str] = (), id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._descriptors = descriptors
        self._scale = scale
        self._beside = Grid(classes="beside")

    def compose(self) -> ComposeResult:
        """Yield the container for panels side by side; `show` adds others below it."""
        yield self._beside

    def on_mount(self) -> None:
        """Fill the panels."""
        self._arrange()

    def on_resize(self) -> None:
        """Lay out the panels for another width."""
        self._arrange()

    def show(self, descriptors: Sequence[Descriptor], scale: Collection[str]) -> None:
        """Show another question's descriptors, weakest first; `scale` has the letters of the levels."""
        self._descriptors, self._scale = descriptors, scale
        self._arrange()

    def _arrange(self) -> None:
        """Put more than two panels side by side if they fit, otherwise those between below the two ends."""
        across = 2 < len(self._descriptors) <= self.content_size.width // BESIDE
        ends, between = self._ends()
        beside = self._descriptors if across else ends
        self._beside.styles.grid_size_columns = len(beside) if len(beside) != 2 else None
        self._fill(self._beside, beside)
        self._fill(self, () if across else between)

    def _ends(self) -> tuple[list[Descriptor], list[Descriptor]]:
        """Split the descriptors into those of the weakest and strongest level, and those between."""
        ends = [*self._scale][:: max(len(self._scale) - 1, 1)]
        return (
            [one for one in self._descriptors if one.level.letters in ends],
            [one for one in self._descriptors if one.level.letters not in ends],
        )

    def _fill(self, place: Widget, descriptors: Sequence[Descriptor]) -> None:
        """Show descriptors in the panels of a container; surplus panels are hidden for reuse."""
        panels = [child for child in place.children if isinstance(child, Panel)]
        new = [Panel() for _ in descriptors[len(panels) :]]
        for panel in panels[len(descriptors) :]:
            panel.display = False
        for panel, one in zip([*panels, *new], descriptors, strict=False):
            panel.display = True
            panel.show(one, rating_colour(one.level.letters, self._scale))
        place.mount_all(new)


class Panel(Vertical):
    """The name of one level, and its descriptor."""

    def __init__(self) -> None:
        super().__init__(classes="side")
        self._title = Static(classes="side-name")
        self._words = Static(classes="descriptor")
        self._shown: tuple[Descriptor, str] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the name above the text."""
        yield self._title
        yield self._words

    def show(self, descriptor: Descriptor, colour: str) -> None:
        """Show a descriptor; `colour` is the name of its level's colour."""
        if self._shown == (descriptor, colour):
            return  # updating with the same content would lay out the whole screen again
        self._shown = (descriptor, colour)
        self._title.update(Content(descriptor.label))
        self._words.update(Content(descriptor.text))
        for one in COLOURS:
            self.set_class(one == colour, one)
