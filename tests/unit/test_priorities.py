"""The draft priorities table: chosen by people, drafted from what they said."""

from datetime import date

import pytest

from matbot.cli.review_words import format_review
from matbot.interview.past import past_turns
from matbot.report.formats.markdown import to_markdown
from matbot.report.shapes import review_shape
from matbot.report.transcript import transcript
from matbot.review.events import ElementDeferred, PrioritiesOrdered, PriorityDropped, PriorityWritten
from matbot.review.priorities import (
    build_deferral_undo,
    candidates,
    draft_priority,
    edit_priority,
    find_earlier_row,
    move_priority,
    order_priorities,
    strengths,
)
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
    talk.log += [row, edit_priority(row, issues="Our own words", action="Agree it", progress=row.progress)]
    (kept,) = talk.interview.review.priorities
    assert (kept.issues, kept.action, kept.drafted) == ("Our own words", "Agree it", ("progress",))
    assert kept.priority == row.priority


def test_rows_keep_the_order_that_people_give_them(rubric: Rubric, talk: Talk) -> None:
    """Moved as far as there is room, and taken off again."""
    rows = [draft_priority(rubric, talk.interview.review, code) for code in ("1C", "2B", "3A")]
    talk.log += rows
    talk.log.append(PrioritiesOrdered(priorities=move_priority(rows, rows[2].priority, -5)))
    assert [row.elements for row in talk.interview.review.priorities] == [("3A",), ("1C",), ("2B",)]
    talk.log.append(PriorityDropped(priority=rows[0].priority))
    assert [row.elements for row in talk.interview.review.priorities] == [("3A",), ("2B",)]
    assert candidates(rubric, talk.interview.review) == ["1C"]


def test_a_red_left_for_later_says_why_until_it_becomes_a_priority(rubric: Rubric, talk: Talk) -> None:
    """Knowingly not now."""
    talk.log.append(
        ElementDeferred(element="1C", why="Too soon", mitigation="The chair watches it", look_again="Easter")
    )
    assert talk.interview.review.deferred[0].why == "Too soon"
    talk.log.append(draft_priority(rubric, talk.interview.review, "1C"))
    assert talk.interview.review.deferred == ()


def test_strengths_are_the_strong_end_strongest_first(rubric: Rubric, talk: Talk) -> None:
    """Green before Amber Green."""
    assert strengths(rubric, talk.interview.review) == ["3A", "2B"]


def test_a_green_can_be_a_priority_with_nothing_drafted(rubric: Rubric, talk: Talk) -> None:
    """Nothing leans red in it, so nothing is said to be a draft."""
    row = draft_priority(rubric, talk.interview.review, "3A")
    assert (row.elements, row.issues, row.progress, row.drafted) == (("3A",), "", "", ())


def test_a_row_about_several_elements_names_each_beside_its_numerals(rubric: Rubric, talk: Talk) -> None:
    """A row about none is drafted from nothing, and keeps its focus area."""
    row = draft_priority(rubric, talk.interview.review, ["1C", "3A"], "Who decides")
    assert row.issues.splitlines()[1] == "1C (ii) and 1C (iii) Schools wait."
    assert row.focus == "Who decides"
    alone = draft_priority(rubric, talk.interview.review, focus="The sixth form")
    assert (alone.elements, alone.focus, alone.drafted) == ((), "The sixth form", ())


def test_groups_say_the_issues_where_together_they_have_no_note(rubric: Rubric, talk: Talk) -> None:
    """Whose words they are stands before them, private notes are not among them; own notes go before."""
    together = Talk(rubric, ["1C"], group="Together", review="t2t2", groups=[talk.account])
    together.say("g", "2", "why", "")
    row = draft_priority(rubric, together.interview.review, "1C")
    assert row.issues.splitlines() == ["(i) Heads: Views are mixed.", "(ii) and (iii) Heads: Schools wait."]
    assert row.progress.splitlines()[0] == f"(i) {rubric.questions['1C.i'].green}"
    own = Talk(rubric, ["1C"], group="Together", review="t2t2", groups=[talk.account])
    own.say("", "1", "Ours.")
    assert draft_priority(rubric, own.interview.review, "1C").issues == "(i) Ours."


def test_a_row_comes_back_as_it_was_taken_off(rubric: Rubric, talk: Talk) -> None:
    """If people had written in it; one that was made into a row about something else is no longer it."""
    row = edit_priority(draft_priority(rubric, talk.interview.review, "1C"), lead="Jo")
    talk.log += [row, PriorityDropped(priority=row.priority)]
    assert find_earlier_row(talk.log, ("1C",)) == row
    talk.log.append(edit_priority(row, ("1C", "3A")))
    assert find_earlier_row(talk.log, ("1C",)) is None
    only_drafted = draft_priority(rubric, talk.interview.review, "2B")
    assert find_earlier_row([*talk.log, only_drafted], ("2B",)) is None


def test_the_named_rows_stand_first_and_the_others_follow() -> None:
    """Each once."""
    rows = [PriorityWritten(priority=name, elements=()) for name in "abcd"]
    assert order_priorities(rows, ["c", "a", "c"]) == ("c", "a", "b", "d")


def test_what_was_left_for_later_can_be_taken_back(talk: Talk) -> None:
    """Every event that says so, or an earlier one would come to count again."""
    talk.log += [ElementDeferred(element="1C", why="one"), ElementDeferred(element="1C", why="two")]
    talk.log += build_deferral_undo(talk.log, "1C")
    assert talk.interview.review.deferred == ()


def test_a_year_on_a_row_of_peoples_own_is_asked_about_in_their_words(rubric: Rubric) -> None:
    """It has no element to be called by."""
    then = Talk(rubric, ["1A"])
    then.log.append(
        PriorityWritten(priority="p", elements=(), focus="The sixth form", progress="Twice as many")
    )
    now = Talk(rubric, ["1A"], review="n2n2", since=then.account)
    assert now.interview.turn.says[0].endswith(": The sixth form.")
    now.say("1")
    assert past_turns(rubric, now.log)[0].title == "The sixth form Twice as many"


def test_rows_of_peoples_own_stand_in_every_report(rubric: Rubric, talk: Talk) -> None:
    """In the transcript with what follows it up, among what is still to settle, and in what `show` says."""
    row = PriorityWritten(
        priority="p", elements=("1C",), focus="Who decides", milestones="By May", issues="x"
    )
    talk.log += [row, PriorityWritten(priority="q", elements=(), focus="The sixth form")]
    review = talk.interview.review
    text = to_markdown(transcript(rubric, review, date(2026, 11, 22)))
    assert "| Who decides / 1C Leading a culture of improvement (Red) | x |" in text
    assert "How you will know it worked | Milestones | Who leads" in text
    assert "**What to do about it:** 1C Leading a culture of improvement; The sixth form" in text
    assert "  2. The sixth form\n" in format_review(talk.interview)
    shape = review_shape(rubric, review)["priorities"]
    assert [(one["id"], one["focus"], one["milestones"]) for one in shape] == [
        ("p", "Who decides", "By May"),
        ("q", "The sixth form", ""),
    ]
