"""How much may be read of one file, counted while it is read; and how far reading has come."""

import time
import traceback
from collections.abc import Callable
from pathlib import PurePath

from matbot.importers.readers.files import UnreadableSource

MOST_CELLS = 200_000
"""How many cells and paragraphs a file may have at most: a hundred times what any framework has."""
LETTERS_OF_A_CELL = 20
"""A longer text counts as several cells: so many letters each."""
SECONDS = 60.0
"""How long a file may take to read."""
_EVERY = 64
"""After how many cells the clock is looked at again."""

TOO_MUCH = "There is far more in it than in any framework or pack. Save the pages that are needed alone."
TOO_LONG = f"Reading it took longer than {SECONDS:.0f} seconds. Save the pages that are needed alone."


class Budget:
    """What may still be read of a file, and the place in it that was reached."""

    def __init__(
        self, cells: int = MOST_CELLS, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._cells, self._clock = cells, clock
        self._ends = clock() + seconds
        self.place = ""
        """Where a person finds what was read last; empty at the beginning."""

    def read(self, text: str) -> str:
        """Count a text that was read, and give it back; UnreadableSource as `count`."""
        self.count(cells=1 + len(text) // LETTERS_OF_A_CELL)
        return text

    def count(self, place: str = "", cells: int = 1) -> None:
        """Count what is read at a place; UnreadableSource, in words, where that is more than there may be."""
        self.place = place or self.place
        before, self._cells = self._cells, self._cells - cells
        if self._cells < 0:
            raise UnreadableSource(TOO_MUCH)
        if before // _EVERY != self._cells // _EVERY:
            self.check()

    def check(self, place: str = "") -> None:
        """Note the place that was reached; UnreadableSource, in words, where that took too long."""
        self.place = place or self.place
        if self._clock() > self._ends:
            raise UnreadableSource(TOO_LONG)


def fault_in_words(fault: Exception, budget: Budget) -> str:
    """Why a file could not be read where matbot itself is at fault, with the place in the file."""
    if isinstance(fault, MemoryError):
        return "It could not be read, because it needs more memory than there is."
    place = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"near this place: {budget.place}" if budget.place else "at its beginning"
    return (
        f"It could not be read, because of a fault of matbot's own {where} ({type(fault).__name__} at "
        f"{PurePath(place.filename).name}:{place.lineno}). Please report it. "
        "You may go on without what is there: take it out of a copy of the file, and read that."
    )
