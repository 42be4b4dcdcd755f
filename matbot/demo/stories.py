"""The two stories of the sample: who meets when and about what, and which of their reviews are compared.

They follow the framework's two case studies. The trusts, the schools and everything they say are made up.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

NORTHFIELDS = "Northfields Learning Trust"
HARROWMERE = "Harrowmere Schools Trust"


@dataclass(frozen=True)
class Walk:
    """A group's review: who meets, when, and about which elements."""

    review: str
    """The id of the review."""
    name: str
    """The first part of the names of the files with what they type."""
    trust: str
    group: str
    people: int
    shows: str
    """What its documents show."""
    first: datetime
    """The start of their first afternoon; further afternoons follow at intervals of a week."""
    elements: tuple[str, ...] = ()
    """The codes of the elements they discuss; empty for all."""
    groups: tuple[str, ...] = ()
    """For a joint review, the reviews of its groups."""
    since: str = ""
    """The earlier review that it follows, as of a saved version."""

    @property
    def folder(self) -> str:
        """The folder for its documents."""
        return f"{self.trust.split()[0].lower()}-{self.name}"


@dataclass(frozen=True)
class SideBySide:
    """Reviews to compare once they are done."""

    folder: str
    title: str
    shows: str
    """What the comparison shows."""
    reviews: tuple[str, ...]
    learning: tuple[str, ...] = ()
    """The elements of a learning set between two trusts; empty for the groups of one trust."""


def _half_past_three(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 15, 30, tzinfo=UTC)


APART = ("demoexec", "demoheads", "demomiddle")
"""The three groups of Northfields, which rate separately in one autumn."""

TWICE_APART = ("democeo", "demodirectors", "demofirst", "demosecond")
"""Harrowmere's chief executive, its directors, and its principals in two mixed groups."""

BOARD = "For the board, November 2025"
"""The saved version of their joint review that they compare with a year later."""

_TOGETHER = "Executive team, chair and heads"

WALKS = (
    Walk(
        "demoexec",
        "executive-team",
        NORTHFIELDS,
        "Executive team",
        4,
        "Four elements in one afternoon. Key issues and progress are drafted from what they said; some "
        "rows are agreed, some still say draft.",
        _half_past_three(2025, 10, 7),
        ("1C", "2B", "3B", "3C"),
    ),
    Walk(
        "demoheads",
        "headteachers",
        NORTHFIELDS,
        "Headteachers",
        6,
        "All 14 elements in two afternoons, and everything there is: each colour, a show of hands, a "
        "glance, a private note, parked and not sure. A strength is a priority; a Red is "
        "deferred, with the reason.",
        _half_past_three(2025, 10, 7),
    ),
    Walk(
        "demomiddle",
        "middle-leaders",
        NORTHFIELDS,
        "Middle leaders",
        12,
        "Five elements, and no priorities: a part of the framework is a finished review too.",
        _half_past_three(2025, 10, 21),
        ("1B", "2B", "3B", "3C", "5A"),
    ),
    Walk(
        "demotogether",
        "together",
        NORTHFIELDS,
        _TOGETHER,
        11,
        "What three groups said apart is beside what they agree, with a second show of hands and "
        "who still sees it differently. They saved the version that the board saw.",
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
        "How far each priority has come, what moved, held or is new, and you said, we did.",
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
        "One leader alone, before anybody else was asked. A private note is in the Full record only.",
        _half_past_three(2026, 5, 12),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demodirectors",
        "directors",
        HARROWMERE,
        "Directors",
        3,
        "The same three elements without the chief executive.",
        _half_past_three(2026, 5, 14),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demofirst",
        "principals-first",
        HARROWMERE,
        "Principals, first mixed group",
        3,
        "A short afternoon: all three elements at a glance.",
        _half_past_three(2026, 6, 9),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demosecond",
        "principals-second",
        HARROWMERE,
        "Principals, second mixed group",
        3,
        "The same afternoon in another room, and Red where others had found strengths.",
        _half_past_three(2026, 6, 9),
        ("1A", "2A", "4A"),
    ),
    Walk(
        "demoeveryone",
        "everyone-together",
        HARROWMERE,
        "Everyone together",
        10,
        "A joint review of four voices: what they agree, what they propose, and who still sees it "
        "differently.",
        _half_past_three(2026, 6, 30),
        ("1A", "2A", "4A"),
        groups=TWICE_APART,
    ),
)
"""In the order in which they are played: a joint review comes after those of its groups."""

COMPARED = (
    SideBySide(
        "northfields-three-groups-apart",
        "Northfields: executive team, headteachers, middle leaders",
        "What to talk about first: Red against Green, then what is nearer together, in everybody's words.",
        APART,
    ),
    SideBySide(
        "harrowmere-chief-executive-and-directors",
        "Harrowmere: chief executive, directors",
        "Two voices, before the principals were asked.",
        TWICE_APART[:2],
    ),
    SideBySide(
        "harrowmere-four-voices-apart",
        "Harrowmere: chief executive, directors, principals in two groups",
        "One purpose: Green where it was written, Red where people have to live by it.",
        TWICE_APART,
    ),
    SideBySide(
        "two-trusts",
        "Northfields and Harrowmere: a learning set",
        "Two trusts in three elements: what is strong in both, and who can offer what the other wants. "
        "Groups are not named.",
        ("demoheads", "demoeveryone"),
        ("1A", "2A", "4A"),
    ),
)
"""The comparisons made once the reviews are done."""
