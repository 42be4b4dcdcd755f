"""The schema of a review file: its version number, and the steps that upgrade older files to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matbot.store.checks import Tables

    Step = Callable[[Tables], Tables]
    """Converts tables of one schema version to the next, without side effects."""

STEPS: Sequence[Step] = ()
"""The first step upgrades from version 1 to version 2, and so on."""

SCHEMA = 1 + len(STEPS)
"""The schema version that this matbot writes; a file with a higher one is read-only."""


def upgrade_tables(tables: Tables, number: int, steps: Sequence[Step] = STEPS) -> Tables:
    """Return the tables of an older schema version, upgraded to the newest; Flawed if they do not match it.

    `tables` itself is not changed.
    """
    import copy

    from matbot.store.checks import Flawed  # not at the top: listing reviews needs only `SCHEMA`

    try:
        for step in steps[number - 1 :]:
            tables = step(copy.deepcopy(tables))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Flawed(f"does not have the form {number} that it says it has") from error
    return tables
