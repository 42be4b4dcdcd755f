"""What stands above the live turn: what was said, turn by turn, as it was typed."""

from matbot.interview.past import past_turns
from matbot.review.steps import Ask, Step
from matbot.rubric import Rubric
from tests.talk import Talk


def test_answers_about_one_place_are_one_turn(small_rubric: Rubric) -> None:
    """Choice and reason together; rating, rationale and evidence together."""
    talk = Talk(small_rubric).say("", "x", "none here", "4", "").say("2", "why", "shown")
    assert [(turn.place, turn.lines) for turn in past_turns(small_rubric, talk.log)] == [
        ("1A.i", ("Does not apply", "Because: none here")),
        ("1A.ii", ("Like the green",)),
        ("1A", ("Rated Amber Red", "why", "Key evidence: shown")),
    ]


def test_what_was_taken_back_is_gone_and_what_was_said_again_stands_once(small_rubric: Rubric) -> None:
    """In its latest words, where it was first said; those before it are kept beside it."""
    talk = Talk(small_rubric).say("", "1", "a", "2").undo().to("1A.i").say("3", "b")
    assert [(turn.lines, turn.earlier) for turn in past_turns(small_rubric, talk.log)] == [
        (("Nearer the green", "b"), ("Like the red", "a")),
    ]
    talk.say("4", "").to("1A.i").say("x", "none here", "b").to("1A.i").say("1", "b")
    assert [(turn.place, turn.lines) for turn in past_turns(small_rubric, talk.log)] == [
        ("1A.i", ("Like the red", "b")),
        ("1A.ii", ("Like the green",)),
    ]


def test_each_show_of_hands_stays_and_the_rating_after_it_is_the_latest(small_rubric: Rubric) -> None:
    """Both counts are kept; the first rating was changed."""
    talk = Talk(small_rubric, people=3).say("g", "0 1 2 0", "2", "why").to("1A")
    talk.log.append(talk.interview.go_to_step(Step(Ask.HANDS, "1A")))
    talk.say("0 3 0 0", "3", "since")
    (turn,) = past_turns(small_rubric, talk.log)
    assert [line.partition(":")[0] for line in turn.lines] == ["Hands", "Hands", "Rated Amber Green", "since"]
    assert turn.earlier == ("Rated Amber Red", "why")


def test_a_private_note_is_said_to_be_private_before_its_words(small_rubric: Rubric) -> None:
    """However long it is."""
    talk = Talk(small_rubric).say("", "1")
    talk.log.append(talk.interview.answer("ours", private=True))
    assert past_turns(small_rubric, talk.log)[0].lines == ("Like the red", "Private note: ours")


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
