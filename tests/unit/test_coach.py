"""Pulling an element together names a range and never a rating."""

import pytest

from matbot.review.coach import coach, range_of
from matbot.review.heat_map import heat_map
from matbot.rubric import Rubric
from tests.talk import Talk


def _talk(rubric: Rubric, *choices: str) -> Talk:
    """1A of the framework version that ships with these choices."""
    talk = Talk(rubric, ["1A"]).say("")
    for choice in choices:
        talk.say(choice, "no sixth form" if choice == "x" else "")
    return talk


@pytest.mark.parametrize(
    ("choices", "letters"),
    [
        ("333434", ["AG", "G"]),
        ("112112", ["R", "AR"]),
        ("434312", ["AR", "AG"]),
        ("111114", ["R", "AR"]),
        ("112433", ["AR", "AG"]),
        ("111400", ["R", "AR"]),
        ("114000", ["AR", "AG"]),
        ("444410", ["AG", "G"]),
        ("100000", ["R", "AR"]),
        ("000000", []),
    ],
)
def test_the_range_follows_the_leanings(rubric: Rubric, choices: str, letters: list[str]) -> None:
    """All or three quarters nearer one end: that end; else the ambers; no answer nearer either: no range."""
    record = _talk(rubric, *choices).interview.review.elements["1A"]
    assert [level.letters for level in range_of(rubric, record)] == letters


def test_the_coach_says_which_questions_lean_where(rubric: Rubric) -> None:
    """With their numerals, and what is not sure or does not apply apart."""
    record = _talk(rubric, *"4312x0").interview.review.elements["1A"]
    assert coach(rubric, record) == [
        "Two of five are nearer Green; iii and iv are nearer Red.",
        "Not sure: vi.",
        "Does not apply: v.",
        "Between Amber Red and Amber Green: which end is it closer to?",
    ]


def test_leanings_alone_never_rate(rubric: Rubric) -> None:
    """The colour is chosen by people."""
    review = _talk(rubric, *"444444").interview.review
    assert review.elements["1A"].rating is None
    assert heat_map(rubric, review)[0].cells[0].words == "Not rated yet"


def test_the_map_tells_not_reviewed_from_red_and_from_out_of_scope(rubric: Rubric) -> None:
    """Never the same thing."""
    cells = {
        cell.code: cell.words
        for row in heat_map(rubric, Talk(rubric, ["1A"]).interview.review)
        for cell in row.cells
    }
    assert cells["1A"] == "Not reviewed"
    assert cells["1B"] == "Not in this review"
