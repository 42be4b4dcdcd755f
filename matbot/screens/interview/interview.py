"""The conversation on the screen: the live turn above, its choices and the words box docked below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from matbot.commands.conversation import CONVERSATION
from matbot.interview import Turn, Unclear
from matbot.interview.choices import HANDS_AGAIN
from matbot.interview.past import PastTurnsFold
from matbot.presenters.copy_differences import differences_of
from matbot.presenters.review_summary import format_added
from matbot.review.events import Event
from matbot.review.heat_map import heat_map
from matbot.review.steps import LAST_TIME, Ask, Step
from matbot.screens.drafts import Drafts
from matbot.screens.host import find_host
from matbot.screens.interview.file_state import FileState
from matbot.screens.interview.page_links import PageLinksScreen
from matbot.screens.interview.stop import build_stop_screen
from matbot.screens.interview.turn_parts import (
    find_earlier_ratings,
    find_past_turns,
    find_recap,
    find_remarks,
    format_leaning,
)
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.choice_bar import ChoiceBar
from matbot.screens.widgets.conversation_log import ConversationLog
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.hands_bar import HandsBar
from matbot.screens.widgets.heat_map import HeatMapStrip, HeatMapView
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.screens.widgets.other_views_panel import OtherViewsPanel
from matbot.screens.widgets.past_turns import PastTurns
from matbot.screens.widgets.top_line import TopLine
from matbot.screens.widgets.words_box import WordsBox

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile


FOLLOW = 2
"""Seconds between looks at what another window has saved."""

WELCOME = (
    "Welcome. matbot asks one question at a time and shows what weak and strong look like; you say where "
    "your trust is. There are no right answers and no marks. Everything you say is saved as you go, so you "
    "can stop at any point and carry on another day."
)

ALSO = "F5  check your answers\nF6  choose priorities\nF7  read the transcript"
"""What else there is, said beside the map where there is room."""


class AnswerChange(NamedTuple):
    """An answer that is being changed from the check page."""

    step: Step
    come_from: Step
    """Where the conversation stood before."""


class InterviewScreen(PageLinksScreen):
    """One turn after another, with everything said so far above it."""

    CSS_PATH = ["../widgets/conversation.tcss", "interview.tcss"]  # noqa: RUF012 - Textual's type
    HELP = (
        "matbot asks one question at a time and shows what weak and strong look like. Say where your "
        "trust is, and why if you like. After an element's last question you give it a rating. "
        "Everything is saved as soon as you have said it, and you can stop at any point."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONVERSATION)

    def __init__(self, file: ReviewFile) -> None:
        super().__init__(file)
        self.drafts = Drafts(self, file)
        self.file_state = FileState(self, file)
        self._past = PastTurnsFold()
        self._changing: AnswerChange | None = None
        """The answer that is being changed from the check page."""
        self._copies_differ = False
        """Whether copies of the review that were merged answered something differently."""

    def compose(self) -> ComposeResult:
        """Top line and strip, the conversation beside the map, the dock, the footer."""
        yield TopLine()
        yield HeatMapStrip(id="strip")
        with Horizontal(id="body"):
            with Vertical(id="conversation"):
                with ConversationLog(id="log"):
                    yield Static(WELCOME, id="welcome")
                    yield PastTurns()
                    yield LiveTurn()
                yield Dock()
            with VerticalScroll(id="side", can_focus=False):
                yield HeatMapView()
                yield Static(ALSO, id="also")
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw the turn that the review stands at."""
        if self.file.notice:
            self.tell(self.file.notice)
        self.reload()
        if self.file.read_only:
            self.set_interval(FOLLOW, self._follow)
            self.file_state.ask()

    def draw(self) -> None:
        """Draw the turn, the turns behind it and the map, all from the log."""
        turn = self.interview.turn
        self._copies_differ = bool(differences_of(self.interview))
        self.query_one(PastTurns).show(find_past_turns(self.interview, self._past))
        self._draw_map(turn)
        rubric, draft = self.interview.rubric, self.drafts.find(turn)
        self.query_one(LiveTurn).show(rubric, turn, find_remarks(self.interview), find_recap(self.interview))
        people = self.interview.review.people
        self.query_one(Dock).show(
            turn, format_leaning(self.interview), draft.words, draft.private, rubric.scale, people
        )
        self.refresh_bindings()
        self._to_live_turn()
        self.refresh(layout=True)  # all of it at once, before the new focus alone is painted

    def _draw_map(self, turn: Turn) -> None:
        rubric, here = self.interview.rubric, turn.step.element
        rows, scale = heat_map(rubric, self.interview.review), tuple(rubric.levels)
        self.query_one(HeatMapStrip).show(rows, here, scale)
        view = self.query_one(HeatMapView)
        view.show(rows, here, then=find_earlier_ratings(self.interview), scale=scale)
        self.call_after_refresh(view.scroll_to_current)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which commands make sense at this turn."""
        turn = self.interview.turn
        if action == "migrate":
            return self.may_be_migrated
        if action == "unfold":
            return turn.beside is not None
        if action == "private":
            return turn.ask is Ask.NOTE
        if action == "park" and turn.step.element == LAST_TIME:
            return False
        if action in ("park", "skip"):
            return turn.ask is not Ask.FINISHED and not self.file.read_only
        if action == "undo":
            return not self.file.read_only
        return True

    # What the widgets say

    @on(ChoiceBar.Chosen)
    def _chose(self, event: ChoiceBar.Chosen) -> None:
        if self.interview.turn.ask is Ask.FINISHED:
            self.call_later(self.run_action, event.choice.value)
        else:
            self._answer(event.choice.key)
            if event.choice.value == HANDS_AGAIN:
                self.query_one(HandsBar).clear()

    @on(WordsBox.Sent)
    def _sent(self, event: WordsBox.Sent) -> None:
        self._answer(event.words)

    @on(HandsBar.Sent)
    def _hands_shown(self, event: HandsBar.Sent) -> None:
        self._answer(event.hands)

    @on(WordsBox.Truncated)
    def _was_cut(self) -> None:
        self.tell("That was longer than an answer can be: the end of it was left out.", wrong=True)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        if event.text_area.display:
            self.drafts.keep_soon(self.interview.turn, event.text_area.text)

    @on(HandsBar.Changed)
    def _counted(self, event: HandsBar.Changed) -> None:
        self.drafts.keep_soon(self.interview.turn, event.hands)

    # What the keys do

    def action_back(self) -> None:
        """Go to the turn before."""
        self._move(lambda: [self.interview.go_back()])

    def action_skip(self) -> None:
        """Go on without an answer."""
        change = self._changing
        self._move(lambda: [self.interview.skip()])
        self._changing = change
        self._return_when_changed()

    def action_park(self) -> None:
        """Mark this place to come back to, or take the mark off."""
        self._move(lambda: [self.interview.park()])

    def action_undo(self) -> None:
        """Take back the last thing said."""
        self._move(lambda: [self.interview.undo()])

    def action_private(self) -> None:
        """Mark the note private, or open it again."""
        dock = self.query_one(Dock)
        dock.private = not dock.private
        self.drafts.keep_private_mark(self.interview.turn, dock.private)

    @on(OtherViewsPanel.Toggled)
    def action_unfold(self) -> None:
        """Show what others said, or hide it again."""
        self.query_one(LiveTurn).unfold()
        self.call_after_refresh(self._to_live_turn)

    def action_go_to(self) -> None:
        """Choose an element to go to."""
        from matbot.screens.interview.go_to import GoToScreen

        self.app.push_screen(GoToScreen(self.interview), self._go_to)

    def action_check(self) -> None:
        """Check the answers."""
        self._open_check(at=None)

    def action_scroll_log(self, pages: int) -> None:
        """Scroll the conversation by most of a page."""
        log = self.query_one(ConversationLog)
        log.scroll_relative(y=pages * (log.size.height - 2), animate=False)

    def action_stop(self) -> None:
        """Stop here, with a word on what comes next."""
        self.drafts.keep()
        host = find_host(self)
        path = self.file.path if host.names_files else None
        self.app.push_screen(build_stop_screen(path, self.interview, host.sees_others), self._stopped)

    def action_what_now(self) -> None:
        """Say how the review's file stands, and what can be done; else show where its copies differ."""
        if self.file_state.has_actions:
            self.file_state.ask()
        elif self._copies_differ:
            from matbot.screens.answers.copy_differences import CopyDifferencesScreen

            self.app.push_screen(CopyDifferencesScreen(self.file, notes=self.list_waiting_copies()))
        else:
            super().action_what_now()

    @property
    def not_in_footer(self) -> frozenset[str]:
        """A file that is in order needs no room there."""
        wanted = self.file_state.has_actions or self._copies_differ
        return frozenset() if wanted else frozenset({"what_now"})

    def keep_drafts(self) -> None:
        """Keep what is half typed, now, and what was typed so lately that nobody was told of it yet."""
        for dock in self.query(Dock):
            self.drafts.keep_soon(self.interview.turn, dock.words)
        self.drafts.keep()

    # What follows from it

    def _open_check(self, at: Step | None) -> None:
        from matbot.screens.answers.answers import CheckAnswersScreen

        self.drafts.keep()
        self.app.push_screen(CheckAnswersScreen(self.file, at=at), self._change_answer)

    def _answer(self, typed: str) -> None:
        turn = self.interview.turn
        if self._may_write():
            try:
                event = self.interview.answer(typed, private=self.query_one(Dock).private)
            except Unclear as problem:
                self.tell(str(problem), wrong=True)
                return
            if self.say(event):
                self.drafts.forget(turn)
                self._return_when_changed()

    def _move(self, events: Callable[[], list[Event]]) -> None:
        """Say events that the interview makes, unless it has a reason not to."""
        if self._may_write():
            self.drafts.keep()
            try:
                self.say(*events())
            except Unclear as problem:
                self.tell(str(problem), wrong=True)
            if self._changing and self.interview.turn.step.place != self._changing.step.place:
                self._changing = None  # whoever goes elsewhere has done with the change

    def _may_write(self) -> bool:
        if self.file.read_only:
            self.tell(f"This review can only be read: {self.file.read_only}.", wrong=True)
        return not self.file.read_only

    def _go_to(self, place: str | None) -> None:
        scope = self.interview.review.scope
        if place:
            self._move(lambda: self.interview.go_to_place(place))
        if self.interview.review.scope != scope:
            self.tell(format_added(self.interview.turn.step.element))

    def _change_answer(self, step: Step | None) -> None:
        """Go to the answer behind a change link, to return to the page once it is given."""
        if step:
            change = AnswerChange(step, self.interview.turn.step)
            self._move(lambda: [self.interview.go_to_step(step)])
            self._changing = change

    def _return_when_changed(self) -> None:
        """Back to the check page once nothing more is asked about the answer that was changed."""
        change, now = self._changing, self.interview.turn.step
        if change and now.place != change.step.place:
            self._changing = None
            self.say(self.interview.return_to_step(change.come_from))
            self._open_check(at=change.step)

    def _stopped(self, choice: str | None) -> None:
        """Do what was chosen on the stopping page; staying is no choice."""
        if choice == "home" and self.file.unsaved:
            self.file_state.ask()  # going home closes the review, and what is not on disk would be lost
        elif choice == "home":
            self.app.pop_screen()
        elif choice:
            self.call_later(self.run_action, choice)

    def _follow(self) -> None:
        """Show what another window has saved in the meantime, and go on here once it has closed."""
        if self.file.refresh():
            self.reload()
        if self.file.take_over():
            self.tell("The other window has closed: you can go on here.")
            self.reload()

    def _to_live_turn(self) -> None:
        log, live = self.query_one(ConversationLog), self.query_one(LiveTurn)
        if live.unfolded:
            log.scroll_to_widget(live.query_one(OtherViewsPanel), animate=False)
        else:
            log.follow(live)
