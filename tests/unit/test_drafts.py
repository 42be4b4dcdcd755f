"""Answers read from a pack: the conversation asks them as they stand, and people make them theirs."""

from collections.abc import Sequence

import pytest

from matbot.interview import Unclear
from matbot.interview.past import past_turns
from matbot.report.formats.markdown import to_markdown
from matbot.report.transcript import transcript
from matbot.review import events
from matbot.review.events import Event
from matbot.review.log import parse_event, serialize_event
from matbot.rubric import Rubric
from matbot.store.workspace import Workspace
from matbot.text import one_line
from tests.speaking import saves, speak
from tests.talk import Talk

DRAFTS: Sequence[Event] = (
    events.QuestionAnswered(question="1A.i", leaning="nearer red", drafted=True),
    events.NoteWritten(question="1A.i", note="Staff say so.", drafted=True),
    events.QuestionAnswered(question="1A.ii", leaning="does not apply", drafted=True),
    events.ReasonGiven(question="1A.ii", reason="We are one school.", drafted=True),
    events.ElementRated(element="1A", rating="AR", drafted=True),
    events.RationaleGiven(element="1A", rationale="Not everywhere.", drafted=True),
    events.EvidenceNamed(element="1A", evidence="Survey.", drafted=True),
    events.DissentNoted(element="1A", differs="Two of us.", drafted=True),
    events.ElementRated(element="1B", rating="G", drafted=True),
)


def read(rubric: Rubric, people: int = 1) -> Talk:
    """A review that a pack was read into."""
    talk = Talk(rubric, people=people)
    talk.log += DRAFTS
    return talk


def test_a_draft_says_something_and_answers_nothing(small_rubric: Rubric) -> None:
    """It counts as said, it is marked, and the conversation begins where it would have begun."""
    talk = read(small_rubric)
    review = talk.interview.review
    assert (review.elements["1A"].rating, review.elements["1B"].rating) == ("AR", "G")
    assert (review.elements["1A"].drafted, review.question("1A.ii").drafted) == (True, True)
    assert not review.question("1B.i").drafted
    assert review.elements["1A"].moves == ()
    assert (talk.at, talk.interview.flow.is_done("1A")) == ("opening:1A", False)
    assert "Your pack rates it Amber Red." in talk.interview.turn.says
    assert past_turns(small_rubric, talk.log) == []


def test_each_draft_is_asked_as_it_stands_and_keeping_it_confirms_it(small_rubric: Rubric) -> None:
    """Going on without an answer says the draft once more; an answer takes its place."""
    talk = read(small_rubric).say("")
    asked = []
    while talk.at != "opening:1B":
        turn = talk.interview.turn
        asked.append((talk.at, turn.present, turn.drafted))
        talk.say("It is clear.") if talk.at == "rationale:1A" else talk.skip()
    assert asked == [
        ("choice:1A.i", "nearer red", True),
        ("note:1A.i", "Staff say so.", True),
        ("choice:1A.ii", "does not apply", True),
        ("reason:1A.ii", "We are one school.", True),
        ("rating:1A", "AR", True),
        ("rationale:1A", "Not everywhere.", True),
        ("evidence:1A", "Survey.", True),
        ("differs:1A", "Two of us.", True),
    ]
    record = talk.interview.review.elements["1A"]
    assert (record.drafted, record.rationale, record.evidence) == (False, "It is clear.", "Survey.")
    assert [move.kind for move in record.moves] == ["rated"]
    assert "Staff say so." in str(past_turns(small_rubric, talk.log))


def test_words_without_a_mark_are_asked_too(small_rubric: Rubric) -> None:
    """A note without a leaning, evidence without a rating: kept one by one, they are drafts no more."""
    talk = Talk(small_rubric)
    talk.log += [
        events.NoteWritten(question="1A.i", note="We differ.", drafted=True),
        events.EvidenceNamed(element="1A", evidence="Survey.", drafted=True),
    ]
    talk.say("").skip()
    assert (talk.at, talk.interview.turn.present) == ("note:1A.i", "We differ.")
    talk.skip().skip().skip()
    assert (talk.at, talk.interview.turn.present) == ("evidence:1A", "Survey.")
    talk.skip()
    assert (talk.at, talk.interview.review.drafted) == ("opening:1B", frozenset())


def test_a_reason_that_is_not_asked_any_more_waits_for_nobody(small_rubric: Rubric) -> None:
    """Once people place the question after all, why it did not apply is no draft to confirm."""
    talk = Talk(small_rubric)
    talk.log += DRAFTS[2:4]
    talk.to("1A.ii").say("1")
    assert talk.interview.review.drafted == frozenset()


@pytest.mark.parametrize("people", [1, 5])
def test_all_can_be_confirmed_at_once(small_rubric: Rubric, people: int) -> None:
    """Everything that was a draft is said once more as it stands, and what is open is still asked."""
    talk = read(small_rubric, people)
    before = talk.interview.review
    talk.log += talk.interview.confirm("1a")
    assert [talk.interview.review.elements[code].drafted for code in ("1A", "1B")] == [False, True]
    talk.log += talk.interview.confirm()
    after = talk.interview.review
    assert after.drafted == frozenset()
    assert {code: record.rating for code, record in after.elements.items()} == {"1A": "AR", "1B": "G"}
    assert after.question("1A.ii").reason == before.question("1A.ii").reason
    assert [record.way for record in after.elements.values()] == ["questions", "questions"]
    assert not any(serialize_event(event).get("drafted") for event in talk.log[2 + len(DRAFTS) :])
    assert talk.interview.flow.passed.issuperset(event.step for event in DRAFTS if event.step)
    with pytest.raises(Unclear, match="Nothing here waits"):
        talk.interview.confirm()
    with pytest.raises(Unclear, match="There is no 9Z"):
        talk.interview.confirm("9Z")


def test_nobody_takes_back_a_draft_by_taking_back_what_they_said(small_rubric: Rubric) -> None:
    """A draft is nothing that people said."""
    talk = read(small_rubric)
    with pytest.raises(Unclear, match="nothing to undo"):
        talk.undo()
    talk.say("").skip().undo()
    assert (talk.at, talk.interview.review.question("1A.i").drafted) == ("choice:1A.i", True)


def test_files_say_it_of_a_draft_alone(small_rubric: Rubric) -> None:
    """A draft comes back as one; other events are stored as they always were."""
    assert [parse_event(serialize_event(event)) for event in DRAFTS] == list(DRAFTS)
    assert all("drafted" in serialize_event(event) for event in DRAFTS)
    assert "drafted" not in serialize_event(events.QuestionAnswered(question="1A.i", leaning="red"))


def test_the_transcript_says_what_is_not_confirmed_yet(small_rubric: Rubric) -> None:
    """Beside each element and each question that has a draft, and nowhere else."""
    talk = read(small_rubric)
    text = to_markdown(transcript(small_rubric, talk.interview.review, talk.log[0].at.date()))
    assert text.lower().count("from the pack, not confirmed yet") == 4
    talk.log += talk.interview.confirm()
    again = to_markdown(transcript(small_rubric, talk.interview.review, talk.log[0].at.date()))
    assert "from the pack" not in again.lower()


def test_line_by_line_a_draft_is_said_to_be_one(
    small_rubric: Rubric, workspace: Workspace, opened: events.ReviewOpened, scoped: events.ScopeChosen
) -> None:
    """Empty keeps it, /confirm keeps the rest, and each is saved."""
    with workspace.create(small_rubric, opened, scoped, *DRAFTS) as file:
        heard = speak(file, "", "", "/confirm 1B", "/confirm", "/confirm", "/stop")
        text = one_line(" ".join(heard))
        assert "So far: Nearer the red, from the pack. Empty keeps it." in text
        assert "So far, from the pack: Staff say so." in text
        assert "Confirmed, as your pack says it: 1B." in text
        assert "Confirmed, as your pack says it: 1A." in text
        assert "Nothing here waits to be confirmed." in text
        assert saves(heard) == 4
