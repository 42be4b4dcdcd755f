"""Answering in the conversation: answers, notes typed before a choice, moves, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.widgets import TextArea

from matbot.interview import Turn, Unclear
from matbot.interview.choices import HANDS_AGAIN
from matbot.presenters.undo import format_redone, format_undone, is_private, typed_words
from matbot.review.events import Event
from matbot.review.steps import Ask, Step
from matbot.review.undo import ANSWERS
from matbot.screens.drafts import Drafts
from matbot.screens.interview.page_links import PageLinksScreen
from matbot.screens.widgets.choice_bar import ChoiceBar, NoteBegun
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.hands_bar import HandsBar
from matbot.screens.widgets.words_box import WordsBox

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile


class AnswerChange(NamedTuple):
    """An answer that is being changed from the Check your answers page."""

    step: Step
    come_from: Step
    """The step that the conversation was at before."""


class AnsweringScreen(PageLinksScreen):
    """The base of the conversation screen: it handles input at a turn through the dock."""

    UNDOES = ANSWERS

    def __init__(self, file: ReviewFile) -> None:
        super().__init__(file)
        self.drafts = Drafts(self, file)
        self._changing: AnswerChange | None = None
        """The answer that is being changed from the Check your answers page."""

    @on(ChoiceBar.Chosen)
    def _chose(self, event: ChoiceBar.Chosen) -> None:
        if self.interview.turn.ask is Ask.FINISHED:
            self.call_later(self.run_action, event.choice.value)
        else:
            self._answer(event.choice.key)
            if event.choice.value == HANDS_AGAIN:
                self.query_one(HandsBar).clear()

    @on(NoteBegun)
    def _begin_note(self, event: NoteBegun) -> None:
        """Open the note box with text typed or pasted before a choice; it is offered as the note after it."""
        turn = self.interview.turn
        if turn.ask is Ask.FINISHED:
            self.tell("All questions are answered. Choose what to do next, or go to any question with F3.")
        elif self.may_write():
            self.query_one(Dock).begin_note(self.drafts.find_note_ahead(turn) + event.words)

    @on(WordsBox.Sent)
    def _sent(self, event: WordsBox.Sent) -> None:
        if self.query_one(Dock).is_noting:
            self._end_note()
        else:
            self._answer(event.words)

    def _end_note(self) -> None:
        """Go back to the choice and keep the typed note for later."""
        self.keep_drafts()
        self.query_one(Dock).end_note(self.drafts.find_note_ahead(self.interview.turn))

    @on(HandsBar.Sent)
    def _hands_shown(self, event: HandsBar.Sent) -> None:
        self._answer(event.hands)

    @on(WordsBox.Truncated)
    def _was_cut(self) -> None:
        self.tell("That was longer than an answer can be: the end of it was left out.", wrong=True)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        if self.query_one(Dock).is_noting:
            self.drafts.keep_note_soon(self.interview.turn, event.text_area.text)
        elif event.text_area.display:
            self.drafts.keep_soon(self.interview.turn, event.text_area.text)

    @on(HandsBar.Changed)
    def _counted(self, event: HandsBar.Changed) -> None:
        self.drafts.keep_soon(self.interview.turn, event.hands)

    def action_previous(self) -> None:
        """Go to the previous turn."""
        self._move(lambda: [self.interview.go_back()])

    def action_skip(self) -> None:
        """Continue without an answer."""
        change = self._changing
        self._move(lambda: [self.interview.skip()])
        self._changing = change
        self._return_when_changed()

    @property
    def is_noting(self) -> bool:
        """Whether a note is being typed before a choice."""
        return any(dock.is_noting for dock in self.query(Dock))

    def action_park(self) -> None:
        """Park this place, or unpark it."""
        self._move(lambda: [self.interview.park()])

    def action_private(self) -> None:
        """Mark the note private, or remove the mark; of other words, say that they cannot be private."""
        dock = self.query_one(Dock)
        if self.interview.turn.ask not in (Ask.NOTE, Ask.CHOICE):
            self.tell("Only a note on a question can be private: this is for every document.", wrong=True)
            return
        dock.private = not dock.private
        self.drafts.keep_private_mark(self.interview.turn, dock.private)

    def undo(self, event: Event) -> None:
        """Undo one event, go to its step, and restore its text as a draft."""
        words = format_undone(self.interview, event, "Ctrl+Y")
        self.drafts.keep()
        if event.step:
            self.drafts.give_back(event.step, typed_words(event), is_private(event))
        if self.say(*self.interview.undo()):
            self._changing = None
            self.app.clear_notifications()
            self.tell(words)

    def redo(self, event: Event) -> None:
        """Redo one event, and continue from there."""
        words, turn = format_redone(self.interview, event), self.interview.turn
        if self.say(*self.interview.redo()):
            self._changing = None
            if typed_words(event):
                self.drafts.drop(turn.step)
            self.app.clear_notifications()
            self.tell(words)

    def keep_drafts(self) -> None:
        """Save the drafts now, including text typed so recently that no change event has arrived yet."""
        for dock in self.query(Dock):
            if dock.is_noting:
                self.drafts.keep_note_soon(self.interview.turn, dock.note)
            else:
                self.drafts.keep_soon(self.interview.turn, dock.words)
        self.drafts.keep()

    def _answer(self, typed: str) -> None:
        turn = self.interview.turn
        if self.may_write():
            try:
                event = self.interview.answer(typed, private=self.query_one(Dock).private)
            except Unclear as problem:
                self.tell(str(problem), wrong=True)
                return
            self.drafts.keep()
            note = self.drafts.find_note_ahead(turn)
            if self.say(event):
                self.drafts.forget(turn)
                self._offer_note(turn, note)
                self._return_when_changed()

    def _offer_note(self, answered: Turn, note: str) -> None:
        """Move a note typed before a choice into the box that follows, or keep it for a later choice."""
        if note:
            self.drafts.move_note(answered, self.interview.turn, note)
            self.query_one(Dock).forget()
            self.draw()

    def _move(self, events: Callable[[], list[Event]]) -> None:
        """Append the events that the interview builds, or show why it refuses."""
        if self.may_write():
            self.drafts.keep()
            try:
                self.say(*events())
            except Unclear as problem:
                self.tell(str(problem), wrong=True)
            if self._changing and self.interview.turn.step.place != self._changing.step.place:
                self._changing = None  # moving elsewhere ends the change

    def _open_check(self, at: Step | None) -> None:
        from matbot.screens.answers.answers import CheckAnswersScreen

        self.drafts.keep()
        self.app.push_screen(CheckAnswersScreen(self.file, at=at), self._change_answer)

    def _change_answer(self, step: Step | None) -> None:
        """Go to the step of an answer to change, to return to the list once it is answered."""
        if step:
            change = AnswerChange(step, self.interview.turn.step)
            self._move(lambda: [self.interview.go_to_step(step)])
            self._changing = change

    def _return_when_changed(self) -> None:
        """Return to the Check your answers page once nothing more is asked about the changed answer."""
        change, now = self._changing, self.interview.turn.step
        if change and now.place != change.step.place:
            self._changing = None
            self.say(self.interview.return_to_step(change.come_from))
            self._open_check(at=change.step)
