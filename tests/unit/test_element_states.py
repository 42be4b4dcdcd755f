"""How far an element has come, in the words beside it in Go to and in /progress."""

from matbot.line.speech import format_position
from matbot.presenters.answer_counts import count_answers
from matbot.presenters.check_answers import NOT_ANSWERED, Kind, present_answers
from matbot.presenters.element_states import element_progress
from matbot.rubric import Rubric
from tests.talk import Talk


def test_a_glance_with_hands_and_no_rating_asks_no_questions(rubric: Rubric) -> None:
    """No list says that none of six questions is answered."""
    interview = Talk(rubric, scope=["1A", "1B"], people=3).say("g", "0 1 2 0").interview
    assert element_progress(interview, "1A") == "not rated yet"
    assert "answered" not in " ".join(format_position(interview))
    assert count_answers(interview).asked == len(rubric.elements["1B"].questions)


def test_a_rating_keeps_its_name_after_not_this_time(rubric: Rubric) -> None:
    """The letters stand beside it; the name of a level never begins small."""
    interview = Talk(rubric, scope=["1A"]).say("g", "3", "", "").to("1A").say("n").interview
    assert interview.review.elements["1A"].rating
    assert "1A" in interview.review.set_aside
    assert element_progress(interview, "1A") == "rated"


def test_half_answered_and_then_not_this_time_counts_what_it_shows(rubric: Rubric) -> None:
    """The check page has no line for a question that its count leaves out."""
    talk = Talk(rubric, scope=["1A"]).say("", "1", "a note")
    talk.log.append(talk.interview.go_to_step(talk.interview.flow.steps("1A")[0]))
    interview = talk.say("n").interview
    tally = count_answers(interview)
    shown = [one for one in present_answers(interview).answers if one.kind is Kind.QUESTION]
    assert (tally.asked, tally.answered) == (1, 1)
    assert [one.name for one in shown] == ["i"]
    assert not any(one.answer == NOT_ANSWERED for one in shown)
