"""What stands above the live turn: what was said, turn by turn, as it was typed."""

from matbot.interview.past import past_turns
from matbot.rubric import Rubric
from tests.talk import Talk


def test_answers_about_one_place_are_one_turn(small_rubric: Rubric) -> None:
    """Choice, reason and note together; rating, rationale and evidence together."""
    talk = Talk(small_rubric).say("", "x", "none here", "[/red]", "4", "").say("2", "why", "shown")
    assert [(turn.place, turn.lines) for turn in past_turns(small_rubric, talk.log)] == [
        ("1A.i", ("Does not apply", "Because: none here", "[/red]")),
        ("1A.ii", ("Like the green",)),
        ("1A", ("Rated Amber Red", "why", "Key evidence: shown")),
    ]


def test_what_was_taken_back_is_gone_and_what_was_said_again_stands_twice(small_rubric: Rubric) -> None:
    """The conversation as it went."""
    talk = Talk(small_rubric).say("", "1", "a", "2").undo().to("1A.i").say("3", "b")
    assert [turn.lines for turn in past_turns(small_rubric, talk.log)] == [
        ("Like the red", "a", "Nearer the green", "b"),
    ]


def test_skips_and_hands_are_said_in_words(small_rubric: Rubric) -> None:
    """Nothing is left unexplained."""
    talk = Talk(small_rubric, people=3).say("n", "").skip().say("4", "").say("0 1 2 0").skip()
    lines = [line for turn in past_turns(small_rubric, talk.log) for line in turn.lines]
    assert lines == [
        "Not this time",
        "Left as it is",
        "Like the green",
        "Hands: Red 0, Amber Red 1, Amber Green 2, Green 0",
        "Left as it is",
    ]
