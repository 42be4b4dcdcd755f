"""The draft priorities table: chosen by people, drafted from what they said."""

import pytest

from matbot.review.priorities import candidates, draft_priority, edited, moved, strengths
from matbot.review.replies import Dropped, NotNow, Ordered
from matbot.rubric import Rubric
from tests.talk import Talk


@pytest.fixture
def talk(rubric: Rubric) -> Talk:
    """1C with three notes that lean red, two of them the same; 2B amber green; 3A green at a glance."""
    talk = Talk(rubric, ["1C", "2B", "3A", "3B"])
    talk.say("", "2", "Views are mixed.", "1", "Schools wait.", "2", "Schools wait.", "4", "Fine.", "1")
    talk.say("between us", private=True).say("1", "why", "shown")
    return talk.say("g", "3", "", "", "g", "4", "", "")


def test_the_weakest_come_first_and_any_can_be_taken(rubric: Rubric, talk: Talk) -> None:
    """Reds and Amber Reds first; what nobody looked at is no candidate."""
    assert candidates(rubric, talk.interview.review) == ["1C", "2B", "3A"]


def test_issues_are_drafted_from_the_notes_that_lean_red_with_their_numerals(
    rubric: Rubric, talk: Talk
) -> None:
    """As the framework's own example has them; a note given twice is named once, a private one never."""
    row = draft_priority(rubric, talk.interview.review, "1C")
    assert row.issues.splitlines() == [
        "(i) Views are mixed.",
        "(ii) and (iii) Schools wait.",
        "(v) no note to quote: say what the issue is",
    ]


def test_progress_is_drafted_from_the_green_descriptors_of_those_questions(
    rubric: Rubric, talk: Talk
) -> None:
    """And both are marked as drafts."""
    row = draft_priority(rubric, talk.interview.review, "1C")
    assert row.progress.splitlines()[0] == f"(i) {rubric.questions['1C.i'].green}"
    assert row.drafted == ("issues", "progress")


def test_an_edited_field_is_a_draft_no_longer(rubric: Rubric, talk: Talk) -> None:
    """The other one still is."""
    row = draft_priority(rubric, talk.interview.review, "1C")
    talk.log += [row, edited(row, issues="Our own words", action="Agree it", progress=row.progress)]
    (kept,) = talk.interview.review.priorities
    assert (kept.issues, kept.action, kept.drafted) == ("Our own words", "Agree it", ("progress",))
    assert kept.priority == row.priority


def test_rows_keep_the_order_that_people_give_them(rubric: Rubric, talk: Talk) -> None:
    """Moved as far as there is room, and taken off again."""
    rows = [draft_priority(rubric, talk.interview.review, code) for code in ("1C", "2B", "3A")]
    talk.log += rows
    talk.log.append(Ordered(priorities=moved(rows, rows[2].priority, -5)))
    assert [row.elements for row in talk.interview.review.priorities] == [("3A",), ("1C",), ("2B",)]
    talk.log.append(Dropped(priority=rows[0].priority))
    assert [row.elements for row in talk.interview.review.priorities] == [("3A",), ("2B",)]
    assert candidates(rubric, talk.interview.review) == ["1C"]


def test_a_red_left_for_later_says_why_until_it_becomes_a_priority(rubric: Rubric, talk: Talk) -> None:
    """Knowingly not now."""
    talk.log.append(
        NotNow(element="1C", why="Too soon", mitigation="The chair watches it", look_again="Easter")
    )
    assert talk.interview.review.not_now[0].why == "Too soon"
    talk.log.append(draft_priority(rubric, talk.interview.review, "1C"))
    assert talk.interview.review.not_now == ()


def test_strengths_are_the_strong_end_strongest_first(rubric: Rubric, talk: Talk) -> None:
    """Green before Amber Green."""
    assert strengths(rubric, talk.interview.review) == ["3A", "2B"]
