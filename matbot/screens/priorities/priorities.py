"""The priorities page: choose what to work on, put it in order, and defer the rest."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from matbot.commands.priorities import CANDIDATE_LIST, CHOSEN_LIST, PRIORITIES
from matbot.presenters.priorities import candidate_codes
from matbot.review import events
from matbot.review.events import ElementDeferred, Event, PriorityWritten, ReviewDateSet
from matbot.review.priorities import (
    build_deferral_undo,
    draft_priority,
    edit_priority,
    find_earlier_row,
    how_to_choose,
    move_priority,
)
from matbot.review.undo import PRIORITIES as PRIORITY_CHANGES
from matbot.screens.keys import bindings_of
from matbot.screens.one_line import OneLineScreen
from matbot.screens.priorities.plan_export import PlanExportScreen
from matbot.screens.priorities.priority_rows import build_label, candidate_rows, chosen_rows, deferred_key
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import RowList
from matbot.screens.widgets.top_line import TopLine
from matbot.text import LONGEST_NAME, clean_name


class CandidateList(RowList):
    """The elements to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CANDIDATE_LIST)


class ChosenList(RowList):
    """The priorities in order, then the deferred elements."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CHOSEN_LIST)


class PrioritiesScreen(PlanExportScreen):
    """The candidates on the left, the priorities and deferred elements on the right."""

    CSS_PATH = "priorities.tcss"
    HELP = (
        "Choose the elements you want to work on, whatever their rating; the weakest come first. For each "
        "one matbot drafts the key issues from your notes, and the progress from what strong capacity looks "
        "like: open the row and make them yours. Press a to add a row of your own, about no element or "
        "several, and x to defer an element. What you defer is listed under Deferred, with the "
        "reason. Tab goes to the other list. Press d to say when you review again, w to write "
        "the table alone to a file, for your trust's development plan, and o to open that file."
    )
    UNDOES = PRIORITY_CHANGES
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PRIORITIES)

    def compose(self) -> ComposeResult:
        """Lay out the advice, then the two lists next to or above each other."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(how_to_choose(self.interview.rubric)), id="advice")
            yield Static(id="written")
            with Horizontal(id="lists"):
                with Vertical(id="left"):
                    yield Static(id="candidates-title", classes="title")
                    yield CandidateList(id="candidates")
                with Vertical(id="right"):
                    yield Static(id="chosen-title", classes="title")
                    yield ChosenList(id="chosen")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the lists, and focus the candidates if there are any."""
        self.reload()
        first = "#candidates" if candidate_codes(self.interview) else "#chosen"
        self.query_one(first).focus()

    def draw(self) -> None:
        """Draw both lists from the log."""
        self._candidates.show(candidate_rows(self.interview))
        self._chosen.show(chosen_rows(self.interview))
        self._keep_focus()
        self._draw_titles()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return which commands apply to the highlighted row."""
        if action == "leave":
            return self._candidate is not None
        if action == "move":
            return self._row is not None and len(self.interview.review.priorities) > 1
        if action == "drop":
            return self._row is not None or self._left is not None
        if action in ("undo", "redo"):
            return not self.file.read_only
        if action == "write":
            return bool(self.interview.review.priorities)
        if action == "open":
            return self.may_be_opened
        return True

    def action_next_review(self) -> None:
        """Ask for the date of the next review."""
        words = "When will you review all of this again? The transcript and the Board paper end with it."
        now = self.interview.review.next_review
        screen = OneLineScreen("Next review", words, "When", now, LONGEST_NAME)
        self.app.push_screen(screen, self._set_review_date)

    def _set_review_date(self, when: str | None) -> None:
        if when is not None and self._append_events(ReviewDateSet(when=clean_name(when))):
            self.tell(f"Next review: {when}." if when else "The next review is open again.")

    # List messages

    @on(RowList.OptionSelected, "#candidates")
    def _choose_marked(self) -> None:
        if self._candidate:
            self._choose(self._candidate)

    @on(RowList.OptionSelected, "#chosen")
    def _edit_marked(self) -> None:
        if self._row:
            self._edit(self._row)
        elif self._left:
            self._leave(self._left.element)

    @on(RowList.PartClicked)
    async def _part_clicked(self, event: RowList.PartClicked) -> None:
        event.row_list.focus(scroll_visible=False)
        if event.part == "choose" and self._left:
            self._choose(self._left.element)
        else:
            actions = {"leave": "leave", "up": "move(-1)", "down": "move(1)", "drop": "drop"}
            await self.run_action(actions.get(event.part, "refresh_bindings"))

    def on_option_list_option_highlighted(self) -> None:
        """Update the keys for the highlighted row."""
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        """Update the keys for the focused list."""
        self._draw_titles()
        self.refresh_bindings()

    # User actions

    def action_leave(self) -> None:
        """Open the form to defer the highlighted candidate."""
        if self._candidate:
            self._leave(self._candidate)

    def action_move(self, by: int) -> None:
        """Move the highlighted priority up or down."""
        if self._row:
            rows = self.interview.review.priorities
            self._append_events(
                events.PrioritiesOrdered(priorities=move_priority(rows, self._row.priority, by))
            )

    def action_drop(self) -> None:
        """Remove the highlighted row from its list."""
        if self._row:
            self._append_events(events.PriorityDropped(priority=self._row.priority))
            self.tell("Taken off the table. Undo with Ctrl+Z brings it back as it was.")
        elif self._left:
            self._append_events(*build_deferral_undo(self.file.log, self._left.element))
            self.tell("It is among those to choose from again.")

    def undo(self, event: Event) -> None:
        """Undo one change, and highlight its row."""
        super().undo(event)
        self._chosen.mark(getattr(event, "priority", ""))

    def redo(self, event: Event) -> None:
        """Redo one change, and highlight its row."""
        super().redo(event)
        self._chosen.mark(getattr(event, "priority", ""))

    def action_add(self) -> None:
        """Open the form for a priority that is not about one candidate."""
        from matbot.screens.priorities.priority_form import PriorityForm

        self.app.push_screen(PriorityForm(self.file))

    # Results

    def _choose(self, code: str) -> None:
        """Add an element to the priorities: the row written for it earlier, or a new draft."""
        row = find_earlier_row(self.file.log, (code,))
        new = (
            edit_priority(row) if row else draft_priority(self.interview.rubric, self.interview.review, code)
        )
        if self._append_events(new):
            self._chosen.mark(new.priority)
            if row:
                name = build_label(self.interview, code).title
                self.tell(f"{name} is on the table again, as you left it.")

    def _edit(self, row: PriorityWritten) -> None:
        from matbot.screens.priorities.priority_form import PriorityForm

        self.app.push_screen(PriorityForm(self.file, row.priority))

    def _leave(self, code: str) -> None:
        from matbot.screens.priorities.priority_form import DeferForm

        self.app.push_screen(DeferForm(self.file, code))

    def _append_events(self, *new_events: Event) -> bool:
        """Append events unless the review is read-only; return whether they are in the log."""
        return self.may_write() and self.say(*new_events)

    def _draw_titles(self) -> None:
        review = self.interview.review
        titles = {
            self._candidates: f"To choose from · {len(candidate_codes(self.interview))}",
            self._chosen: f"Your priorities, in order · {len(review.priorities)}",
        }
        self.query_one("#left").set_class(not self._candidates.can_focus, "-empty")
        for row_list, title in titles.items():
            elsewhere = row_list.can_focus and not row_list.has_focus
            how = ("  Tab goes here", "$secondary not bold") if elsewhere else ""
            self.query_one(f"#{row_list.id}-title", Static).update(Content.assemble(title, how))

    def _keep_focus(self) -> None:
        """Move the focus to the other list if this one has no row left to highlight."""
        for emptied, other in ((self._candidates, self._chosen), (self._chosen, self._candidates)):
            if emptied.has_focus and not emptied.can_focus and other.can_focus:
                other.focus()

    @property
    def _candidates(self) -> RowList:
        return self.query_one("#candidates", RowList)

    @property
    def _chosen(self) -> RowList:
        return self.query_one("#chosen", RowList)

    @property
    def _candidate(self) -> str | None:
        """The code of the highlighted candidate, while its list has the focus."""
        return self._candidates.marked_key or None if self._candidates.has_focus else None

    @property
    def _row(self) -> PriorityWritten | None:
        """The highlighted priority, while its list has the focus."""
        at = self._chosen.marked_key if self._chosen.has_focus else ""
        return next((row for row in self.interview.review.priorities if row.priority == at), None)

    @property
    def _left(self) -> ElementDeferred | None:
        """The highlighted deferred element, while its list has the focus."""
        at = self._chosen.marked_key if self._chosen.has_focus else ""
        return next(
            (left for left in self.interview.review.deferred if deferred_key(left.element) == at), None
        )
