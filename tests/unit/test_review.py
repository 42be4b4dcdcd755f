"""The review is a pure function of its log: whatever is said, in whatever order."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.interview import Interview, Unclear
from matbot.interview.past import past_turns
from matbot.review import events
from matbot.review.events import Event
from matbot.review.flow import flow_of
from matbot.review.fold import review_of
from matbot.review.heat_map import heat_map
from matbot.review.log import effective_events, parse_event, serialize_event
from matbot.review.priorities import candidates, draft_priority, strengths
from matbot.review.projection import header_of
from matbot.review.review import Review
from matbot.review.steps import Ask
from matbot.rubric import Element, Heading, Level, Question, Rubric
from tests.strategies import logs
from tests.talk import Talk


def _rubric() -> Rubric:
    questions = [
        Question(id=f"1{c}.{n}", text="?", red="Weak.", green="Strong.") for c in "AB" for n in ("i", "ii")
    ]
    elements = tuple(
        Element(
            code=f"1{c}",
            name=c,
            aspects=("x",),
            questions=tuple(q for q in questions if q.element == f"1{c}"),
        )
        for c in "AB"
    )
    scale = tuple(Level(letters=letters, name=letters) for letters in ("R", "AR", "AG", "G"))
    heading = Heading(number="1", name="One", elements=elements)
    return Rubric(
        id="r", title="t", edition="e", source="s", scale=scale, guidance=("g",), headings=(heading,)
    )


RUBRIC = _rubric()

KEYS = st.builds(
    lambda ask, place: f"{ask}:{place}",
    st.sampled_from([*Ask, "unheard-of"]),
    st.sampled_from(["1A", "1B", "1A.i", "1B.ii", "9Z", "1A.x", ""]),
)


MOVES: tuple[st.SearchStrategy[Event], ...] = (
    st.builds(events.StepVisited, to=KEYS),
    st.builds(events.StepSkipped, skipped=KEYS),
    st.builds(events.PrioritiesOrdered, priorities=st.lists(st.sampled_from(["p1", "p2", "p9"])).map(tuple)),
    st.just(parse_event({"kind": "from-2031", "at": "2031-01-01T00:00:00Z", "id": "x", "mood": "good"})),
)


@st.composite
def moving_logs(draw: st.DrawFn) -> list[Event]:
    """Any log, with moves, skips, take-backs and kinds from the future strewn in."""
    log = draw(logs(RUBRIC))
    for _ in range(draw(st.integers(0, 12))):
        ids = [event.id for event in log]
        taken_back = st.builds(events.EventUndone, reply=st.sampled_from([*ids, "nobody"]))
        event = draw(st.one_of(*MOVES, taken_back))
        log.insert(draw(st.integers(1, len(log))), event)
    return log


def _said(review: Review) -> Review:
    """What a review says, apart from when."""
    return replace(review, said=None)


@given(moving_logs())
def test_no_log_makes_any_fold_fail(log: list[Event]) -> None:
    """Review, flow, turn, map, header, candidates and past turns come of every log."""
    interview = Interview(RUBRIC, log)
    review, flow = interview.review, interview.flow
    assert interview.turn.prompt
    assert flow_of(RUBRIC, review, log) == flow
    heat_map(RUBRIC, review)
    header_of(RUBRIC, review, flow)
    strengths(RUBRIC, review)
    past_turns(RUBRIC, log)
    for code in candidates(RUBRIC, review):
        draft_priority(RUBRIC, review, code)


@given(moving_logs())
def test_replaying_a_stored_log_gives_the_same_review(log: list[Event]) -> None:
    """Written as JSON values and read again, unknown kinds and fields among them."""
    again = [parse_event(serialize_event(event)) for event in log]
    assert [serialize_event(event) for event in again] == [serialize_event(event) for event in log]
    assert review_of(RUBRIC, again) == review_of(RUBRIC, log)


@given(moving_logs(), st.data())
def test_taking_back_the_last_event_gives_the_state_before_it(log: list[Event], data: st.DataObject) -> None:
    """Whatever it was, and bringing it back gives the state after it."""
    last = data.draw(st.sampled_from([event for event in log if not isinstance(event, events.EventUndone)]))
    before = [event for event in log if event.id != last.id]
    taken = [*before, last, events.EventUndone(id="take", reply=last.id)]
    assert _said(review_of(RUBRIC, taken)) == _said(review_of(RUBRIC, before))
    assert Interview(RUBRIC, taken).flow.current == Interview(RUBRIC, before).flow.current
    brought = [*taken, events.EventUndone(id="bring", reply="take")]
    assert effective_events(brought) == effective_events([*before, last])


ACTS = st.one_of(
    st.tuples(
        st.just("say"), st.sampled_from(["", "g", "n", "1", "2", "3", "4", "0", "x", "some words", "1 0 2 0"])
    ),
    st.tuples(st.sampled_from(["back", "skip", "park", "undo"]), st.just("")),
    st.tuples(st.just("to"), st.sampled_from(["1A", "1B", "1A.ii", "1B.i", "9Z"])),
)


def _act(talk: Talk, act: str, words: str) -> None:
    with suppress(Unclear):
        getattr(talk, act)(*([words] if act in ("say", "to") else []))


@given(st.lists(ACTS, max_size=60), st.sampled_from([1, 4]), st.sampled_from([("1A",), ("1A", "1B")]))
def test_every_conversation_can_be_undone_step_by_step_to_its_beginning(
    acts: list[tuple[str, str]], people: int, scope: tuple[str, ...]
) -> None:
    """Undo of anything gives the review before it, and its place is in view then."""
    talk = Talk(RUBRIC, scope, people)
    for act, words in acts:
        _act(talk, act, words)
    while done := talk.interview.undo_history().done:
        counted = effective_events(talk.log)
        before = Interview(RUBRIC, [event for event in counted if event is not done[0]])
        talk.undo()
        assert _said(talk.interview.review) == _said(before.review)
        if done[0].step:
            assert talk.interview.turn.step.element == done[0].step.element
    with pytest.raises(Unclear, match="nothing to undo"):
        talk.undo()


@given(st.lists(ACTS, max_size=30))
def test_whatever_is_undone_can_be_redone(acts: list[tuple[str, str]]) -> None:
    """All of it, one after another, and the review is as it was."""
    talk = Talk(RUBRIC)
    for act, words in acts:
        _act(talk, act, words)
    said, many = _said(talk.interview.review), len(talk.interview.undo_history().done)
    for _ in range(many):
        talk.undo()
    for _ in range(many):
        talk.redo()
    assert _said(talk.interview.review) == said


@given(st.lists(ACTS, max_size=40))
def test_answering_whatever_is_asked_ends_the_conversation(acts: list[tuple[str, str]]) -> None:
    """From any state: no turn comes round for ever."""
    talk = Talk(RUBRIC)
    for act, words in acts:
        _act(talk, act, words)
    for _ in range(60):
        if talk.interview.turn.ask is Ask.FINISHED:
            return
        talk.skip()
    raise AssertionError(f"still asking {talk.at}")


def test_a_take_back_of_something_later_counts_for_nothing() -> None:
    """A log put together from two copies may hold them in any order."""
    early = events.EventUndone(id="early", reply="later")
    later = events.NoteWritten(id="later", question="1A.i", note="x")
    assert effective_events([early, later]) == [later]


def test_parking_ends_with_an_answer_and_with_a_rating(small_rubric: Rubric) -> None:
    """Not sure is none; whoever parks a place after answering comes back to it."""
    talk = Talk(small_rubric, ["1A"]).say("").park().say("0", "")
    assert talk.interview.review.parked == ["1A.i"]
    talk.to("1A.i").say("2")
    assert talk.interview.review.parked == []
    talk.park()
    assert talk.interview.review.parked == ["1A.i"]
