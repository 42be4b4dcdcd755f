"""The conversation: what is asked after what, for every turn and every way to move."""

import pytest

from matbot.interview import Unclear
from matbot.review import events
from matbot.rubric import Rubric
from tests.talk import Talk


@pytest.fixture
def talk(small_rubric: Rubric) -> Talk:
    """Two elements of two questions each, one person."""
    return Talk(small_rubric)


def test_a_review_begins_by_opening_its_first_element(talk: Talk) -> None:
    """Nobody is thrown into a question."""
    assert talk.at == "opening:1A"
    assert [choice.key for choice in talk.interview.turn.choices] == ["", "g", "n"]


def test_question_by_question_asks_choice_then_note_then_rating_rationale_evidence(talk: Talk) -> None:
    """The order that a script can speak."""
    asked = []
    for words in ("", "1", "because", "4", "", "2", "why", "what shows it"):
        asked.append(talk.at)
        talk.say(words)
    assert asked == [
        "opening:1A",
        "choice:1A.i",
        "note:1A.i",
        "choice:1A.ii",
        "note:1A.ii",
        "rating:1A",
        "rationale:1A",
        "evidence:1A",
    ]
    assert talk.at == "opening:1B"
    record = talk.interview.review.elements["1A"]
    assert (record.rating, record.rationale, record.evidence) == ("AR", "why", "what shows it")
    assert record.questions["1A.i"].note == "because"
    assert record.questions["1A.ii"].leaning == "green"


def test_at_a_glance_goes_straight_to_the_rating(talk: Talk) -> None:
    """All descriptors on one page, and no questions one by one."""
    assert talk.say("g").at == "rating:1A"
    assert talk.say("3", "", "").at == "opening:1B"


def test_not_this_time_goes_to_the_next_element_and_says_nothing_of_this_one(talk: Talk) -> None:
    """An element left out is not reviewed, never red."""
    assert talk.say("n").at == "opening:1B"
    assert not talk.interview.review.elements["1A"].looked_at


def test_what_does_not_apply_asks_why_once(talk: Talk) -> None:
    """`x` is followed by a line for the reason, and the reason by the next question."""
    talk.say("", "x")
    assert talk.at == "reason:1A.i"
    assert talk.say("We have no sixth form.").at == "choice:1A.ii"
    assert talk.interview.review.question("1A.i").reason == "We have no sixth form."


def test_a_reason_is_needed(talk: Talk) -> None:
    """Does not apply, with a reason."""
    with pytest.raises(Unclear, match="why"):
        talk.say("", "x", "  ")


@pytest.mark.parametrize("typed", ["5", "yes", "11", "[/red]", "\x1b[A", ""])
def test_an_answer_that_is_no_choice_is_told_what_would_be(talk: Talk, typed: str) -> None:
    """And changes nothing."""
    talk.say("")
    with pytest.raises(Unclear, match="1, 2, 3, 4, 0 or x"):
        talk.say(typed)
    assert talk.at == "choice:1A.i"


def test_a_group_shows_hands_before_the_rating_and_says_who_differs_after_it(small_rubric: Rubric) -> None:
    """Hands and agreement are different events."""
    talk = Talk(small_rubric, people=6).say("g")
    assert talk.at == "hands:1A"
    talk.say("0 2 3 1")
    assert talk.at == "rating:1A"
    assert "Amber Red 2" in talk.interview.turn.says[0]
    talk.say("3", "why", "evidence")
    assert talk.at == "differs:1A"
    assert talk.say("One head sees red").at == "opening:1B"
    assert talk.interview.review.elements["1A"].votes == (0, 2, 3, 1)


@pytest.mark.parametrize("typed", ["0 2 3", "a b c d", "1 1 1 -1", "9 9 9 9", ""])
def test_hands_that_do_not_add_up_are_asked_again(small_rubric: Rubric, typed: str) -> None:
    """In a clear word."""
    talk = Talk(small_rubric, people=6).say("g")
    with pytest.raises(Unclear):
        talk.say(typed)


def test_a_rating_may_be_left_open(talk: Talk) -> None:
    """Skipping it asks for no rationale of a rating there is not."""
    assert talk.say("g").skip().at == "opening:1B"
    assert talk.interview.review.elements["1A"].rating is None


def test_a_rating_outside_the_range_is_taken_and_one_neutral_question_asked(talk: Talk) -> None:
    """The coach names a range, and people choose."""
    talk.say("", "4", "", "4", "", "1")
    assert talk.interview.review.elements["1A"].rating == "R"
    assert talk.interview.turn.prompt == "What weighed most in choosing Red?"


def test_skipping_a_choice_goes_to_the_next_question(talk: Talk) -> None:
    """There is nothing to note about a question nobody answered."""
    assert talk.say("").skip().at == "choice:1A.ii"


def test_back_goes_to_the_turn_before_with_its_answer_in_sight(talk: Talk) -> None:
    """Back never loses what was said."""
    talk.say("", "2", "a note").back()
    assert (talk.at, talk.interview.turn.present) == ("note:1A.i", "a note")
    talk.back()
    assert (talk.at, talk.interview.turn.present) == ("choice:1A.i", "nearer red")


def test_a_choice_given_again_asks_for_its_note_again_and_then_goes_on_where_it_was(talk: Talk) -> None:
    """What makes you say that may have changed with what you say."""
    talk.say("", "2", "a note", "3").back().back().back()
    assert talk.at == "choice:1A.i"
    assert talk.say("1").at == "note:1A.i"
    assert talk.interview.turn.present == "a note"
    assert talk.say("a note").at == "note:1A.ii"


def test_back_at_the_very_beginning_says_so(talk: Talk) -> None:
    """In a line, and stays."""
    with pytest.raises(Unclear, match="beginning"):
        talk.back()


def test_back_from_an_opening_goes_to_the_end_of_the_element_before(talk: Talk) -> None:
    """Through the whole review, turn by turn."""
    assert talk.say("g", "1", "why", "evidence").back().at == "evidence:1A"


def test_back_from_the_end_goes_to_the_last_turn(talk: Talk) -> None:
    """Nothing is closed for good."""
    talk.say("n", "g", "1", "", "")
    assert talk.at == "finished:"
    assert talk.back().at == "evidence:1B"


def test_parking_marks_and_stays_and_parking_again_takes_the_mark_off(talk: Talk) -> None:
    """Marked to come back to."""
    talk.say("").park()
    assert talk.at == "choice:1A.i"
    assert talk.interview.review.question("1A.i").parked
    assert not talk.park().interview.review.question("1A.i").parked


@pytest.mark.parametrize("typed", ["1B", "1b", " 1B "])
def test_to_goes_to_an_element_by_its_code(talk: Talk, typed: str) -> None:
    """However it is typed."""
    assert talk.to(typed).at == "opening:1B"


@pytest.mark.parametrize("typed", ["1B.ii", "1b ii", "1B(ii)"])
def test_to_goes_to_a_question_by_its_numeral(talk: Talk, typed: str) -> None:
    """As the framework writes it, or nearly."""
    assert talk.to(typed).at == "choice:1B.ii"


@pytest.mark.parametrize("typed", ["", "9Z", "1A.ix", "[/red]", "1A.i.i", "\x1b"])
def test_to_a_place_that_is_not_there_says_what_is(talk: Talk, typed: str) -> None:
    """And stays."""
    with pytest.raises(Unclear, match="1A to 1B"):
        talk.to(typed)


def test_a_half_done_element_is_taken_up_where_it_was_left(talk: Talk) -> None:
    """After going elsewhere and when going there again."""
    talk.say("", "2").to("1B")
    assert talk.at == "opening:1B"
    assert talk.to("1A").at == "note:1A.i"


def test_what_was_left_half_done_is_asked_before_the_end(talk: Talk) -> None:
    """Nothing is forgotten."""
    talk.say("", "2").to("1B").say("g", "1", "", "")
    assert talk.at == "note:1A.i"


def test_a_finished_element_opened_again_asks_every_step_again(talk: Talk) -> None:
    """With the answers as they stand."""
    talk.say("g", "2", "why", "evidence").to("1A").say("g")
    assert talk.at == "rating:1A"
    assert talk.interview.turn.present == "AR"


def test_changing_the_way_asks_the_questions_too(talk: Talk) -> None:
    """First at a glance, then question by question."""
    talk.say("g", "2", "why", "evidence").to("1A").say("")
    assert talk.at == "choice:1A.i"


def test_going_to_an_element_outside_the_scope_widens_it(small_rubric: Rubric) -> None:
    """Partial scope, changeable later without loss."""
    talk = Talk(small_rubric, scope=["1A"]).say("g", "2", "", "")
    assert talk.at == "finished:"
    assert talk.to("1B").at == "opening:1B"
    assert talk.interview.review.scope == ("1A", "1B")
    assert talk.interview.review.elements["1A"].rating == "AR"


def test_only_elements_in_scope_are_asked(small_rubric: Rubric) -> None:
    """A partial review is a finished product."""
    assert Talk(small_rubric, scope=["1B"]).at == "opening:1B"


def test_a_private_note_is_marked(talk: Talk) -> None:
    """Only for the Full record."""
    talk.say("", "1").say("between us", private=True)
    assert talk.interview.review.question("1A.i").private


def test_undo_takes_back_the_last_thing_and_stands_where_it_was_said(talk: Talk) -> None:
    """And undoing again goes further back."""
    talk.say("", "1", "a note").undo()
    assert (talk.at, talk.interview.review.question("1A.i").note) == ("note:1A.i", "")
    assert talk.undo().at == "choice:1A.i"


def test_undo_goes_to_where_the_last_thing_was_said_and_passes_over_moves(talk: Talk) -> None:
    """Nothing is undone that is not in view then."""
    talk.say("", "1", "a note").to("1A.ii").undo()
    assert (talk.at, talk.interview.review.question("1A.i").note) == ("note:1A.i", "")


def test_redo_says_it_again_and_goes_on_from_there(talk: Talk) -> None:
    """One thing after another, until something else is said."""
    talk.say("", "1", "a note", "2")
    at = talk.at
    talk.undo().undo().undo().redo().redo()
    assert (talk.at, talk.interview.review.question("1A.i").note) == ("choice:1A.ii", "a note")
    assert talk.redo().at == at
    with pytest.raises(Unclear, match="redo"):
        talk.redo()
    talk.undo().say("3")
    with pytest.raises(Unclear, match="redo"):
        talk.redo()


def test_undoing_a_mark_goes_to_the_marked_place(talk: Talk) -> None:
    """Where it is in view already, the conversation stays."""
    talk.say("", "1").park().undo()
    assert (talk.at, talk.interview.turn.parked) == ("note:1A.i", False)
    talk.park().to("1B").undo()
    assert (talk.at, talk.interview.turn.parked) == ("choice:1A.i", False)


def test_undo_of_nothing_says_so(talk: Talk) -> None:
    """The review itself is not taken back."""
    with pytest.raises(Unclear, match="nothing"):
        talk.undo()


def test_words_are_cleaned_as_they_come_in(talk: Talk) -> None:
    """No escape sequence is kept, and everything else is."""
    talk.say("", "1", "\x1b[31mred\x1b[0m [/red] | `x` \u202eabc")
    assert talk.interview.review.question("1A.i").note == "red [/red] | `x` abc"


def test_at_the_end_there_is_nothing_to_answer_skip_or_park(small_rubric: Rubric) -> None:
    """Each says so in words."""
    talk = Talk(small_rubric, scope=["1A"]).say("n")
    with pytest.raises(Unclear):
        talk.say("1")
    with pytest.raises(Unclear):
        talk.skip()
    with pytest.raises(Unclear):
        talk.park()


def test_what_is_parked_is_named_at_the_end(small_rubric: Rubric) -> None:
    """So that it is not forgotten."""
    talk = Talk(small_rubric, scope=["1A"]).park().say("n")
    assert any("1A" in line and "Parked" in line for line in talk.interview.turn.says)


def test_an_event_names_the_step_it_answers() -> None:
    """Which is how drafts are dropped once they are sent."""
    assert events.NoteWritten(question="1A.i", note="x").step == ("note", "1A.i")
    assert events.EventUndone(reply="x").step is None


def test_back_after_a_jump_goes_to_where_it_began(talk: Talk) -> None:
    """Not to what stands before it in the framework."""
    talk.say("", "2").to("1B")
    assert talk.back().at == "note:1A.i"
    assert talk.back().at == "choice:1A.i"


def test_a_note_that_is_there_stays_in_the_conversation_once_a_question_does_not_apply(talk: Talk) -> None:
    """It was made before, and a new reason asks for it again, as a new choice does."""
    talk.say("", "1", "noted").to("1A.i").say("x", "no sixth form")
    assert talk.at == "note:1A.i"
    talk.back()
    assert talk.say("we have one, elsewhere").at == "note:1A.i"
