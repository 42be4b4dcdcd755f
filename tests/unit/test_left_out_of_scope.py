"""What is said of elements that people began, rated or parked, and then left out of the review."""

from datetime import date

import pytest

from matbot.report.board import board
from matbot.report.formats.markdown import to_markdown
from matbot.report.words import format_progress
from matbot.review.events import ElementRated, ScopeChosen
from matbot.rubric import Rubric
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)


@pytest.fixture
def talk(rubric: Rubric) -> Talk:
    """1B is Green, 1A begun, and only 1C is still in the review, of which nothing was said."""
    talk = Talk(rubric, scope=["1A", "1B", "1C"]).to("1B").say("g", "4", "All say so.", "Minutes")
    talk = talk.to("1A").say("", "0", "").park().say("1", "")
    talk.log.append(ScopeChosen(elements=("1C",)))
    return talk


def _board_paper(talk: Talk) -> str:
    return to_markdown(board(talk.rubric, talk.interview.review, WRITTEN))


def test_a_board_paper_says_what_was_rated_and_left_out(talk: Talk) -> None:
    """Its first page has the map of all that was rated, and says nothing that the map denies."""
    paper = _board_paper(talk)
    assert "The one element of this review has no rating yet." in paper
    assert "1 element that was left out of it has a rating." in paper
    assert "was given at a glance, not question by question" in paper
    assert "No element has been looked at yet" not in paper
    assert "None of the 1" not in paper


def test_progress_tells_what_was_left_out(talk: Talk) -> None:
    """What was looked at and rated in all, and how much of it is in this review."""
    assert format_progress(talk.interview.review) == (
        "You have not looked at the one element of this review yet. "
        "You looked at 2 elements that were left out of it; 1 of them has a rating."
    )
    talk.log.append(ScopeChosen(elements=("1A", "1C")))
    assert format_progress(talk.interview.review).endswith(
        "You also looked at 1 element that was left out of it; it has a rating."
    )


@pytest.mark.parametrize(
    ("scope", "says"),
    [
        (("1B",), "The one element of this review has a rating."),
        (("1B", "1C"), "1 of the 2 elements of this review has a rating."),
        (("1A", "1C"), "None of the 2 elements of this review have a rating."),
    ],
)
def test_a_board_paper_counts_in_plain_words(talk: Talk, scope: tuple[str, ...], says: str) -> None:
    """One is the one element, two are both."""
    talk.log.append(ScopeChosen(elements=scope))
    assert says in _board_paper(talk)


def test_two_of_two_are_both(talk: Talk) -> None:
    """Not all 2."""
    talk.log += [ScopeChosen(elements=("1A", "1B")), ElementRated(element="1A", rating="R")]
    assert "Both elements of this review have a rating." in _board_paper(talk)
    assert "You looked at both elements of this review; 2 have a rating." in format_progress(
        talk.interview.review
    )
