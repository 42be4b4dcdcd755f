"""Undo and redo of a page: as in any editor, and nothing of another page."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.presenters.undo import _NAMES, format_change
from matbot.review.events import (
    AccountAdded,
    CopiesMerged,
    Event,
    EventUndone,
    NoteWritten,
    QuestionAnswered,
    ReviewArchived,
    ReviewDateSet,
    ReviewDetailsChanged,
    ReviewOpened,
    ScopeChosen,
    StepVisited,
)
from matbot.review.log import KINDS, effective_events
from matbot.review.undo import ANSWERS, PRIORITIES, build_redo, build_undo_history
from matbot.rubric import Rubric
from tests.talk import Talk

BEGUN: list[Event] = [
    ReviewOpened(review="k7m2", trust="Northfields", rubric="any"),
    ScopeChosen(elements=("1A",)),
]

Act = Literal["answer", "date", "move", "undo", "redo"]


class Editor:
    """What undo and redo are everywhere: two stacks."""

    def __init__(self) -> None:
        """Nothing was done yet."""
        self.done: list[Event] = []
        self.undone: list[Event] = []

    def change(self, event: Event) -> None:
        """Something was done."""
        self.done.append(event)
        self.undone = []

    def undo(self) -> None:
        """Undo the last thing."""
        if self.done:
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        """Redo what was undone last."""
        if self.undone:
            self.done.append(self.undone.pop())


@given(st.lists(st.sampled_from(("answer", "date", "move", "undo", "redo")), max_size=40))
def test_undo_and_redo_of_a_page_are_those_of_an_editor(acts: list[Act]) -> None:
    """Moves and the changes of other pages make no difference."""
    log, editor = [*BEGUN], Editor()
    for act in acts:
        history = build_undo_history(log, ANSWERS)
        assert list(history.done) == editor.done[::-1]
        assert list(history.undone) == editor.undone[::-1]
        if act == "answer":
            log.append(QuestionAnswered(question="1A.i", leaning="not sure"))
            editor.change(log[-1])
        elif act == "date":
            log.append(ReviewDateSet(when="in spring"))
        elif act == "move":
            log.append(StepVisited(to="choice:1A.i"))
        elif act == "undo" and history.done:
            log.append(EventUndone(reply=history.done[0].id))
            editor.undo()
        elif act == "redo" and history.undone:
            log += build_redo(log, history.undone[0])
            editor.redo()
    counted = [event for event in effective_events(log)[2:] if isinstance(event, QuestionAnswered)]
    assert sorted(event.id for event in counted) == sorted(event.id for event in editor.done)


@given(st.lists(st.sampled_from(("answer", "date")), max_size=12))
def test_each_page_undoes_its_own_changes_alone(acts: list[Act]) -> None:
    """Answers in the conversation, the table among the priorities."""
    log = [*BEGUN]
    for act in acts:
        log.append(
            ReviewDateSet(when="in spring")
            if act == "date"
            else NoteWritten(question="1A.i", note="Because.")
        )
    assert {type(event) for event in build_undo_history(log, ANSWERS).done} <= {NoteWritten}
    assert {type(event) for event in build_undo_history(log, PRIORITIES).done} <= {ReviewDateSet}


def test_what_two_copies_both_undid_is_redone_at_once() -> None:
    """One step brings it back."""
    answer = QuestionAnswered(question="1A.i", leaning="not sure")
    log: list[Event] = [*BEGUN, answer, EventUndone(reply=answer.id), EventUndone(reply=answer.id)]
    log += build_redo(log, answer)
    assert answer in effective_events(log)


def test_what_was_read_from_a_pack_and_not_confirmed_is_not_undone() -> None:
    """Nobody has said it."""
    draft = QuestionAnswered(question="1A.i", leaning="not sure", drafted=True)
    assert build_undo_history([*BEGUN, draft], ANSWERS).done == ()


def test_the_first_scope_is_not_undone_and_a_later_one_is() -> None:
    """A review always has one."""
    assert build_undo_history(BEGUN, ANSWERS).done == ()
    wider = ScopeChosen(elements=("1A", "1B"))
    assert build_undo_history([*BEGUN, wider], ANSWERS).done == (wider,)


@pytest.mark.parametrize("kind", Event.__subclasses__())
def test_every_kind_of_event_belongs_to_one_page_or_is_none_to_undo(kind: type[Event]) -> None:
    """So no page undoes what another shows."""
    assert not (issubclass(kind, ANSWERS) and issubclass(kind, PRIORITIES))


NOBODY_UNDOES = {
    *(ReviewOpened, AccountAdded, StepVisited, EventUndone, CopiesMerged),
    *(ReviewDetailsChanged, ReviewArchived),
}
"""How a review began and is listed, what it was begun from, moves, and what is said of the log itself."""


def test_every_other_kind_of_event_can_be_undone_and_has_a_name() -> None:
    """Also one that is added later."""
    can_be = {*ANSWERS, *PRIORITIES}
    assert set(KINDS.values()) - can_be == NOBODY_UNDOES
    assert can_be == _NAMES.keys()


def test_undoing_a_choice_of_elements_leaves_the_element_that_it_added(small_rubric: Rubric) -> None:
    """And says which one it was; redoing it goes on as if nothing had been."""
    talk = Talk(small_rubric, ["1A"]).say("")
    talk.log += talk.interview.go_to_place("1B")
    assert talk.at == "opening:1B"
    assert format_change(talk.interview, talk.interview.undo_history().done[0]) == "adding 1B"
    talk.undo()
    assert (talk.at, talk.interview.review.scope) == ("choice:1A.i", ("1A",))
    talk.redo()
    assert talk.interview.review.scope == ("1A", "1B")


def test_undoing_what_took_an_element_out_puts_it_back(small_rubric: Rubric) -> None:
    """By its name."""
    talk = Talk(small_rubric).say("", "1", "Clear.")
    talk.log += talk.interview.take_out("1A")
    assert format_change(talk.interview, talk.interview.undo_history().done[0]) == "taking out 1A"
    talk.undo()
    assert talk.interview.review.scope == ("1A", "1B")
