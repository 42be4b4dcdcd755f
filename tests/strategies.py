"""Hypothesis strategies for hostile texts, and for any events, accounts and logs."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import wraps
from typing import TypeVar

from hypothesis import strategies as st

from matbot.review import events
from matbot.review.account import OUTCOMES, Account
from matbot.review.account_building import account_of
from matbot.review.events import LEANINGS, PROGRESS, Event
from matbot.review.priorities import FIELDS
from matbot.rubric import Rubric

TRICKS = (
    *(
        "# ",
        "## x #",
        "#",
        "- ",
        "+ ",
        "* ",
        "1. ",
        "2) ",
        "> ",
        ":",
        ": x",
        "---",
        "===",
        "```",
        "~~~",
        "    x",
    ),
    *("|", "| - |", "\\", "\\|", "*a*", "**b**", "_c_", "__d__", "~~e~~", "`f`", "$x$", "'", '"', " / "),
    *("[g](h)", "![i](j)", "[k]: l", "[ ] ", "[^1]", "[/red]", "https://x.org", "www.x.org", "a@b.org"),
    *("<b>", "<!--", "-->", "</table>", "<script>alert(1)</script>", "&amp;", "&#35;", "R&D", "(draft) "),
    *("\n", "\r\n", "\t", "\u2028", "\x85", "\x00", "\x1b[31m", "\x1b]0;t\x07", "\u00a0"),
    *("\u202e", "\u2066", "\ufeff", "\u200d", "\u200f", "👩‍🏫", "🟥", "漢字", "é"),
)
"""Fragments with a special meaning in Markdown, HTML or terminals, and control and unusual characters."""

hostile = st.lists(st.sampled_from(TRICKS) | st.text(max_size=6), max_size=12).map("".join)
"""Text with markup, control characters and other fragments that a program may misread."""

words = st.sampled_from(("", "Clear to all.", "Two schools\ndo not.")) | hostile
"""Text that a user may have typed."""

moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


Drawn = TypeVar("Drawn")
OfRubric = Callable[[Rubric], st.SearchStrategy[Drawn]]


def made_once(make: OfRubric[Drawn]) -> OfRubric[Drawn]:
    """Cache the strategy that a function builds for a rubric.

    Hypothesis validates a strategy before it draws from it for the first time. If each example builds a new
    one, that takes more than a third of the time, and much memory.
    """
    made: dict[int, tuple[Rubric, st.SearchStrategy[Drawn]]] = {}

    @wraps(make)
    def kept(rubric: Rubric) -> st.SearchStrategy[Drawn]:
        if id(rubric) not in made:
            made[id(rubric)] = rubric, make(rubric)  # keep the rubric alive, so that its id is not reused
        return made[id(rubric)][1]

    return kept


@made_once
def any_event(rubric: Rubric) -> st.SearchStrategy[Event]:
    """Draw any event, about places that the rubric has or does not have."""
    codes = st.sampled_from([*rubric.elements, "9Z", ""])
    ids = st.sampled_from([*rubric.questions, "1A.xx"])
    letters = st.sampled_from([*rubric.levels, "Z"])
    rows = st.sampled_from(("p1", "p2", "p3"))
    of_questions = (
        st.builds(
            events.QuestionAnswered, question=ids, leaning=st.sampled_from(LEANINGS), drafted=st.booleans()
        ),
        st.builds(events.ReasonGiven, question=ids, reason=words),
        st.builds(events.NoteWritten, question=ids, note=words, private=st.booleans(), drafted=st.booleans()),
    )
    of_elements = (
        st.builds(events.ElementBegun, element=codes, way=st.sampled_from(("questions", "glance"))),
        st.builds(
            events.HandsShown, element=codes, votes=st.tuples(*[st.integers(0, 9)] * len(rubric.scale))
        ),
        st.builds(events.ElementRated, element=codes, rating=letters, drafted=st.booleans()),
        st.builds(events.RationaleGiven, element=codes, rationale=words),
        st.builds(events.EvidenceNamed, element=codes, evidence=words),
        st.builds(events.DissentNoted, element=codes, differs=words, drafted=st.booleans()),
        st.builds(events.PlaceParked, place=codes | ids, parked=st.booleans()),
        st.builds(events.ElementDeferred, element=codes, why=words, mitigation=words, look_again=words),
    )
    checks = st.builds(
        events.RealityChecked,
        element=codes,
        with_whom=words,
        when=words,
        outcome=st.sampled_from(OUTCOMES),
        said=words,
    )
    looking_back = (
        st.builds(events.PromiseReviewed, priority=rows, met=st.sampled_from(PROGRESS)),
        st.builds(events.PromiseEvidenced, priority=rows, shows=words),
    )
    row = st.builds(
        events.PriorityWritten,
        priority=rows,
        elements=st.lists(codes, max_size=3).map(tuple),
        **dict.fromkeys(("focus", *FIELDS), words),
        drafted=st.lists(st.sampled_from(("issues", "progress")), unique=True).map(tuple),
    )
    of_review = (
        st.builds(events.ScopeChosen, elements=st.lists(codes, max_size=6).map(tuple)),
        st.builds(events.PriorityDropped, priority=rows),
        st.builds(events.ReviewDateSet, when=words),
        st.builds(events.ReviewDetailsChanged, trust=words, group=words, people=st.integers(1, 40)),
        st.builds(events.ReviewArchived, archived=st.booleans()),
        st.builds(events.VersionSaved, name=words, at=moments),
    )
    return st.one_of(*of_questions, *of_elements, checks, *looking_back, row, *of_review)


@made_once
def accounts(rubric: Rubric) -> st.SearchStrategy[Account]:
    """Draw the account of any log."""
    return logs(rubric).map(lambda log: account_of(rubric, log))


@made_once
def logs(rubric: Rubric) -> st.SearchStrategy[list[Event]]:
    """Draw any log: the event that opens a review, then any events in any order."""
    opened = st.builds(
        events.ReviewOpened,
        review=st.just("k7m2"),
        trust=words,
        group=words,
        people=st.integers(1, 40),
        rubric=st.just(rubric.id),
        since=st.none() | st.just("a2b3"),
        at=moments,
    )
    return st.tuples(opened, st.lists(any_event(rubric), max_size=60)).map(lambda log: [log[0], *log[1]])


def without_renaming(log: Sequence[Event]) -> list[Event]:
    """A log under its first names, for tests that find a review by its label."""
    return [event for event in log if not isinstance(event, events.ReviewDetailsChanged)]
