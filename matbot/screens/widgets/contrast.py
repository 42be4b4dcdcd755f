"""What each level looks like, the two ends side by side."""

from collections.abc import Collection, Sequence

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from matbot.rubric.model import Descriptor
from matbot.screens.themes import COLOURS, rating_colour

BESIDE = 28
"""The fewest columns of a panel where more than two stand side by side."""


class Contrast(Vertical):
    """The descriptors of one question: its ends side by side where there is room, those between below them.

    A question with but one descriptor has it over the whole width.
    """

    def __init__(
        self, descriptors: Sequence[Descriptor] = (), scale: Collection[str] = (), id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._descriptors = descriptors
        self._scale = scale
        self._beside = Grid(classes="beside")

    def compose(self) -> ComposeResult:
        """The panels that stand side by side; `show` puts others below them."""
        yield self._beside

    def on_mount(self) -> None:
        """Fill the panels."""
        self._arrange()

    def on_resize(self) -> None:
        """Lay the panels out for another width."""
        self._arrange()

    def show(self, descriptors: Sequence[Descriptor], scale: Collection[str]) -> None:
        """Show another question's descriptors, weakest first; `scale` has the letters of the levels."""
        self._descriptors, self._scale = descriptors, scale
        self._arrange()

    def _arrange(self) -> None:
        """More than two stand side by side where they fit; else those between stand below the ends."""
        across = 2 < len(self._descriptors) <= self.content_size.width // BESIDE
        ends, between = self._ends()
        beside = self._descriptors if across else ends
        self._beside.styles.grid_size_columns = len(beside) if len(beside) != 2 else None
        self._fill(self._beside, beside)
        self._fill(self, () if across else between)

    def _ends(self) -> tuple[list[Descriptor], list[Descriptor]]:
        """The descriptors of the weakest and the strongest level, and those of the levels between."""
        ends = [*self._scale][:: max(len(self._scale) - 1, 1)]
        return (
            [one for one in self._descriptors if one.level.letters in ends],
            [one for one in self._descriptors if one.level.letters not in ends],
        )

    def _fill(self, place: Widget, descriptors: Sequence[Descriptor]) -> None:
        """Show descriptors in the panels of a place; panels that are not needed wait for another question."""
        panels = [child for child in place.children if isinstance(child, Panel)]
        new = [Panel() for _ in descriptors[len(panels) :]]
        for panel in panels[len(descriptors) :]:
            panel.display = False
        for panel, one in zip([*panels, *new], descriptors, strict=False):
            panel.display = True
            panel.show(one, rating_colour(one.level.letters, self._scale))
        place.mount_all(new)


class Panel(Vertical):
    """One level's name, and what it looks like."""

    def __init__(self) -> None:
        super().__init__(classes="side")
        self._title = Static(classes="side-name")
        self._words = Static(classes="descriptor")
        self._shown: tuple[Descriptor, str] | None = None

    def compose(self) -> ComposeResult:
        """The name above the words."""
        yield self._title
        yield self._words

    def show(self, descriptor: Descriptor, colour: str) -> None:
        """Show a descriptor; `colour` is what its level's colour is called."""
        if self._shown == (descriptor, colour):
            return  # to draw the same again would lay the whole screen out anew
        self._shown = (descriptor, colour)
        self._title.update(Content(descriptor.label))
        self._words.update(Content(descriptor.text))
        for one in COLOURS:
            self.set_class(one == colour, one)
