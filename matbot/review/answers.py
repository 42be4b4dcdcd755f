"""Where a question can sit between its two descriptors."""

from typing import Literal, get_args

Leaning = Literal["red", "nearer red", "nearer green", "green", "not sure", "does not apply"]
"""Where a question sits between its two descriptors."""

LEANINGS: tuple[Leaning, ...] = get_args(Leaning)
