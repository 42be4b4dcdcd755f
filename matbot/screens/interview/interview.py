"""The conversation screen: the live turn on top, its choices and the text box docked below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static

from matbot.commands import Command
from matbot.commands.conversation import CONVERSATION
from matbot.interview import Turn, Unclear
from matbot.interview.past import PastTurnsFold
from matbot.presenters.copy_differences import differences_of
from matbot.presenters.review_summary import format_add_question, format_added, format_taken_out
from matbot.review.heat_map import heat_map
from matbot.review.steps import LAST_TIME, Ask
from matbot.screens.host import find_host, warn
from matbot.screens.interview.answering import AnsweringScreen
from matbot.screens.interview.file_state import FileState
from matbot.screens.interview.stop import DROP, build_stop_screen
from matbot.screens.interview.turn_parts import (
    find_earlier_ratings,
    find_past_turns,
    find_recap,
    find_remarks,
    format_leaning,
)
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.conversation_log import ConversationLog
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.heat_map import HeatMapStrip, HeatMapView
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.screens.widgets.other_views_panel import OtherViewsPanel
from matbot.screens.widgets.past_turns import PastTurns
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import StoreError

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile


_WIDE = 100
"""The width from which the footer has room for all keys of the conversation, in columns."""

FOLLOW = 2
"""Seconds between checks for what another window has saved."""

WELCOME = (
    "Welcome. matbot asks one question at a time and shows what weak and strong look like; you say where "
    "your trust is. There are no right answers and no marks. Everything you say is saved as you go, so you "
    "can stop at any point and carry on another day."
)

ALSO = "F5  check your answers\nF6  choose priorities\nF7  read the transcript"
"""Other pages, listed next to the map if there is room."""


class InterviewScreen(AnsweringScreen):
    """One turn after another, with the previous turns above."""

    CSS_PATH = ["../widgets/conversation.tcss", "interview.tcss"]  # noqa: RUF012 - Textual's type
    HELP = (
        "matbot asks one question at a time and shows what weak and strong look like. Say where your "
        "trust is, and why if you like. After an element's last question you give it a rating. "
        "Everything is saved as soon as you have said it, and you can stop at any point."
    )
    ASKS = True
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONVERSATION)
    WITHOUT_KEY: ClassVar[list[Command]] = [
        one for one in CONVERSATION.commands if one.opens and not one.keys
    ]
    """The commands without a key, which are only in the command palette."""

    def __init__(self, file: ReviewFile) -> None:
        super().__init__(file)
        self.file_state = FileState(self, file)
        self._past = PastTurnsFold()
        self._copies_differ = False
        """Whether merged copies of the review have different answers."""

    def compose(self) -> ComposeResult:
        """Lay out the top line and strip, the conversation next to the map, the dock and the footer."""
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
        """Draw the current turn."""
        if self.file.notice:
            self.tell(self.file.notice)
        self.reload()
        if self.file.read_only:
            self.set_interval(FOLLOW, self._follow)
            self.file_state.ask()

    def draw(self) -> None:
        """Draw the turn, the past turns and the map from the log."""
        turn = self.interview.turn
        self._copies_differ = bool(differences_of(self.interview))
        past = self.query_one(PastTurns)
        past.show(find_past_turns(self.interview, self._past, past.has_history))
        self._draw_map(turn)
        rubric, draft = self.interview.rubric, self.drafts.find(turn)
        self.query_one(LiveTurn).show(rubric, turn, find_remarks(self.interview), find_recap(self.interview))
        people = self.interview.review.people
        self.query_one(Dock).show(
            turn,
            format_leaning(self.interview),
            draft.words,
            draft.private,
            rubric.scale,
            people,
            self.drafts.find_note_ahead(turn),
        )
        self.refresh_bindings()
        self._to_live_turn()
        self.refresh(layout=True)  # all at once, before the new focus is painted on its own

    def _draw_map(self, turn: Turn) -> None:
        rubric, here = self.interview.rubric, turn.step.element
        rows, scale = heat_map(rubric, self.interview.review), tuple(rubric.levels)
        self.query_one(HeatMapStrip).show(rows, here, scale)
        view = self.query_one(HeatMapView)
        view.show(rows, here, then=find_earlier_ratings(self.interview), scale=scale)
        self.call_after_refresh(view.scroll_to_current)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return which commands apply at this turn."""
        turn = self.interview.turn
        if action == "migrate":
            return self.may_be_migrated
        if action == "unfold":
            return turn.beside is not None
        if action == "private":
            return turn.wants_words or self.is_noting
        if action == "park" and turn.step.element == LAST_TIME:
            return False
        if action in ("park", "skip"):
            return turn.ask is not Ask.FINISHED and not self.file.read_only
        if action in ("undo", "redo"):
            return not self.file.read_only
        return True

    # User actions

    @on(OtherViewsPanel.Toggled)
    def action_unfold(self) -> None:
        """Show the other views at this turn, or hide them again."""
        self.query_one(LiveTurn).unfold()
        self.call_after_refresh(self._to_live_turn)

    def action_history(self) -> None:
        """Show the earlier versions of changed answers, or only the latest ones again."""
        past = self.query_one(PastTurns)
        past.toggle_history()
        self.draw()
        if past.has_history and not any(turn.earlier for turn in past.turns):
            self.tell("No answer was changed so far.")

    def action_go_to(self) -> None:
        """Choose an element to go to."""
        from matbot.screens.interview.go_to import GoToScreen

        self.app.push_screen(GoToScreen(self.interview), self._go_to)

    def action_check(self) -> None:
        """Open the Check your answers page."""
        self._open_check(at=None)

    def action_scroll_log(self, pages: int) -> None:
        """Scroll the conversation by most of a page."""
        log = self.query_one(ConversationLog)
        log.scroll_relative(y=pages * (log.size.height - 2), animate=False)

    def action_stop(self) -> None:
        """Open the stop page, which shows what comes next; if a note is being typed, close that first."""
        if self.query_one(Dock).is_noting:
            self._end_note()
            return
        self.drafts.keep()
        host = find_host(self)
        path = self.file.path if host.names_files else None
        self.app.push_screen(build_stop_screen(path, self.interview, host.sees_others), self._stopped)

    def action_what_now(self) -> None:
        """Show the state of the file and the available actions; otherwise show how its copies differ."""
        if self.file_state.has_actions:
            self.file_state.ask()
        elif self._copies_differ:
            from matbot.screens.answers.copy_differences import CopyDifferencesScreen

            self.app.push_screen(CopyDifferencesScreen(self.file, notes=self.list_waiting_copies()))
        else:
            super().action_what_now()

    @property
    def not_in_footer(self) -> frozenset[str]:
        """The actions left out: the file's while it is in order; in a small window, those shown elsewhere."""
        left_out = set() if self.file_state.has_actions or self._copies_differ else {"what_now"}
        if self.size.width < _WIDE:
            left_out |= {"map", "unfold"}  # the strip shows the map, and the panel shows its own key
            if self.interview.turn.ask is Ask.HANDS:
                left_out.add("park")
            elif self.interview.turn.wants_words:
                left_out |= {"skip", "new_line"}  # an empty line also moves on
        return frozenset(left_out)

    # Results

    def _go_to(self, place: str | None) -> None:
        from matbot.screens.interview.go_to import TAKE_OUT

        if place and place.startswith(TAKE_OUT):
            self._take_out(place.removeprefix(TAKE_OUT))
        elif place and (added := self.interview.find_added(place)):
            self._ask_to_add(place, added)
        elif place:
            self._move(lambda: self.interview.go_to_place(place))

    def _ask_to_add(self, place: str, code: str) -> None:
        """Ask before adding an element to the review."""
        from matbot.screens.dialogs import AskScreen

        def add(choice: str | None) -> None:
            if choice:
                self._move(lambda: self.interview.go_to_place(place))
                self.tell(format_added(code))

        words = format_add_question(self.interview.rubric.elements[code].title)
        ways = {"add": "Add it, and go there"}
        self.app.push_screen(AskScreen("Add an element", words, ways, "leave the review as it is"), add)

    def _take_out(self, code: str) -> None:
        try:
            taken_out = self.interview.take_out(code)
        except Unclear as problem:
            self.tell(str(problem), wrong=True)
        else:
            if self.say(*taken_out):
                self.tell(format_taken_out(code, "F8"))

    def _stopped(self, choice: str | None) -> None:
        """Handle the choice made on the stop page; None means staying."""
        if choice == "home" and self.file.unsaved:
            self.file_state.ask()  # going home closes the review and would lose what is not on disk
        elif choice == "home":
            self.app.pop_screen()
        elif choice == DROP:
            self._drop()
        elif choice:
            self.call_later(self.run_action, choice)

    def _drop(self) -> None:
        """Move a review that was begun by mistake to the bin, and go home."""
        host, path = find_host(self), self.file.path
        host.close_review()
        try:
            host.workspace.delete(host.workspace.find_listed(str(path)))
        except StoreError as problem:
            warn(self, str(problem))
        self.app.pop_screen()

    def _follow(self) -> None:
        """Show what another window has saved, and take over the file once that window has closed."""
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
