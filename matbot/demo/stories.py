"""The two stories of the sample: who meets when, what about, and which of their reviews are compared.

They follow the framework's two case studies. The trusts, the schools and all they say are made up.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

NORTHFIELDS = "Northfields Learning Trust"
HARROWMERE = "Harrowmere Schools Trust"


@dataclass(frozen=True)
class Walk:
    """Who walks, when, and through which elements."""

    review: str
    """The id of their review."""
    name: str
    """How the files of what they say begin."""
    trust: str
    group: str
    people: int
    first: datetime
    """When their first afternoon begins; the next ones follow a week apart."""
    elements: tuple[str, ...] = ()
    """The elements they look at; empty for all."""
    groups: tuple[str, ...] = ()
    """The reviews of the groups that they bring together."""
    since: str = ""
    """The review that they look back on, as it stood at a named moment."""


def _half_past_three(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 15, 30, tzinfo=UTC)


APART = ("demoexec", "demoheads", "demomiddle")
"""The three groups of Northfields, who rate apart in one autumn."""

TWICE_APART = ("democeo", "demodirectors", "demofirst", "demosecond")
"""Harrowmere's chief executive, its directors, and its principals in two mixed groups."""

BOARD = "For the board, November 2025"
"""The moment of their review together that they look back on a year later."""

_TOGETHER = "Executive team, chair and heads"

WALKS = (
    Walk(
        "demoexec",
        "executive-team",
        NORTHFIELDS,
        "Executive team",
        4,
        _half_past_three(2025, 10, 7),
        ("1C", "2B", "3B", "3C"),
    ),
    Walk("demoheads", "headteachers", NORTHFIELDS, "Headteachers", 6, _half_past_three(2025, 10, 7)),
    Walk(
        "demomiddle",
        "middle-leaders",
        NORTHFIELDS,
        "Middle leaders",
        12,
        _half_past_three(2025, 10, 21),
        ("1B", "2B", "3B", "3C", "5A"),
    ),
    Walk(
        "demotogether",
        "together",
        NORTHFIELDS,
        _TOGETHER,
        11,
        _half_past_three(2025, 11, 4),
        ("1B", "1C", "2B", "3B", "3C", "5A"),
        groups=APART,
    ),
    Walk(
        "demonext",
        "a-year-on",
        NORTHFIELDS,
        _TOGETHER,
        11,
        _half_past_three(2026, 10, 1),
        ("1B", "1C", "2B", "3B", "3C", "5A", "6A"),
        since=f"demotogether@{BOARD}",
    ),
    Walk(
        "democeo",
        "chief-executive",
        HARROWMERE,
        "Chief executive",
        1,
        _half_past_three(2026, 5, 12),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demodirectors",
        "directors",
        HARROWMERE,
        "Directors",
        3,
        _half_past_three(2026, 5, 14),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demofirst",
        "principals-first",
        HARROWMERE,
        "Principals, first mixed group",
        3,
        _half_past_three(2026, 6, 9),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demosecond",
        "principals-second",
        HARROWMERE,
        "Principals, second mixed group",
        3,
        _half_past_three(2026, 6, 9),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demoeveryone",
        "everyone-together",
        HARROWMERE,
        "Everyone together",
        10,
        _half_past_three(2026, 6, 30),
        ("1A", "2A", "4A"),
        groups=TWICE_APART,
    ),
)
"""In the order they meet: a review that brings others together comes after them."""

COMPARED = (APART, TWICE_APART[:2], TWICE_APART)
"""The reviews that stand side by side in a comparison."""
