"""Limits on how much of one file is read, counted during reading, and the position reached."""

import time
import traceback
from collections.abc import Callable
from pathlib import PurePath

from matbot.importers.readers.files import UnreadableSource

MOST_CELLS = 200_000
"""The most cells and paragraphs a file may have: a hundred times what any framework has."""
LETTERS_OF_A_CELL = 20
"""A longer text counts as several cells, one for every this many characters."""
SECONDS = 60.0
"""How long reading a file may take."""
_EVERY = 64
"""How many cells are read between checks of the clock."""

TOO_MUCH = "There is far more in it than in any framework or pack. Save the pages that are needed alone."
TOO_LONG = f"Reading it took longer than {SECONDS:.0f} seconds. Save the pages that are needed alone."


class Budget:
    """The remaining allowance for reading a file, and the place reached in it."""

    def __init__(
        self, cells: int = MOST_CELLS, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._cells, self._clock = cells, clock
        self._ends = clock() + seconds
        self.place = ""
        """The last place read, as a user would find it; empty at the start."""

    def read(self, text: str) -> str:
        """Count a text that was read and return it unchanged.

        Raises:
            UnreadableSource: as for `count`.

        """
        self.count(cells=1 + len(text) // LETTERS_OF_A_CELL)
        return text

    def count(self, place: str = "", cells: int = 1) -> None:
        """Count what is read at a place.

        Raises:
            UnreadableSource: the file holds more than is allowed, or reading took too long.

        """
        self.place = place or self.place
        before, self._cells = self._cells, self._cells - cells
        if self._cells < 0:
            raise UnreadableSource(TOO_MUCH)
        if before // _EVERY != self._cells // _EVERY:
            self.check()

    def check(self, place: str = "") -> None:
        """Record the place reached.

        Raises:
            UnreadableSource: reading took too long.

        """
        self.place = place or self.place
        if self._clock() > self._ends:
            raise UnreadableSource(TOO_LONG)


def fault_in_words(fault: Exception, budget: Budget) -> str:
    """Explain that a bug in matbot, or lack of memory, stopped the reading, with the place in the file."""
    if isinstance(fault, MemoryError):
        return "It could not be read, because it needs more memory than there is."
    place = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"near this place: {budget.place}" if budget.place else "at its beginning"
    return (
        f"It could not be read, because of a fault of matbot's own {where} ({type(fault).__name__} at "
        f"{PurePath(place.filename).name}:{place.lineno}). Please report it. "
        "You may go on without what is there: take it out of a copy of the file, and read that."
    )
