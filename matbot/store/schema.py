"""The form of a review file: its number, and the steps that bring an older one up to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matbot.store.checks import Tables

    Step = Callable[[Tables], Tables]
    """Turns tables of one form into tables of the next, and does nothing else."""

STEPS: Sequence[Step] = ()
"""The first leads from form 1 to form 2, and so on."""

SCHEMA = 1 + len(STEPS)
"""The form of a review file that this version writes; a higher number is only read."""


def upgrade_tables(tables: Tables, number: int, steps: Sequence[Step] = STEPS) -> Tables:
    """Tables of an older form in the newest, those given left alone; Flawed if they never had that form."""
    import copy

    from matbot.store.checks import Flawed  # a list asks for the number alone

    try:
        for step in steps[number - 1 :]:
            tables = step(copy.deepcopy(tables))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Flawed(f"does not have the form {number} that it says it has") from error
    return tables
