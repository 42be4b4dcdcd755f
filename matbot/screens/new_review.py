"""A new review: whose it is, who answers, and which elements to look at."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from matbot.review.plans import Plan, how_long, minutes_for, plans
from matbot.review.replies import Opened, Scoped, new_id
from matbot.rubric.library import DEFAULT, find
from matbot.screens.keys import key
from matbot.screens.widgets.field import Field, NameInput
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_list import MarkedList
from matbot.screens.widgets.tick_list import TickList
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import StoreError
from matbot.store.workspace import Workspace
from matbot.text import LONGEST_NAME, clean_name, in_words, shown

MOST_PEOPLE = 9999
"""The most people that a review can say were in the room."""


@dataclass
class Form:
    """What is filled in. Home keeps it, so that going back loses nothing."""

    trust: str = ""
    group: str = ""
    people: str = "1"
    ticked: frozenset[str] = frozenset()
    """The codes of the chosen elements."""


class NewReviewScreen(Screen[str | None]):
    """A form on one page; gives the file of the review that was begun, or None."""

    CSS_PATH = "new_review.tcss"
    HELP = (
        "Only the name of your trust is needed; the rest has an answer already. Choose by the time you have, "
        "then swap, add or leave out any element. You can add elements later and leave out what you do not "
        "reach: nothing that was said is lost. Tab goes to the next part, Shift+Tab back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "begin", "Begin", "Begin the review with what is chosen"),
        key("tab", "app.focus_next", "Next part", "Go to the next part of the form"),
        key("escape", "leave", "Back", "Go home; what you filled in is still here when you come back"),
    ]

    def __init__(self, form: Form, workspace: Workspace) -> None:
        """FaultyRubric or UnknownRubric if the framework cannot be read."""
        super().__init__()
        self._form = form
        self._workspace = workspace
        self._rubric = find(DEFAULT, workspace.rubrics)
        self._plans = plans(self._rubric)
        form.ticked = form.ticked or frozenset(self._plans[0].elements)

    def compose(self) -> ComposeResult:
        """The form, and below it always in view what is chosen and the button to begin."""
        yield TopLine()
        with Vertical(id="page"):
            with VerticalScroll(id="form", can_focus=False):
                yield from self._parts()
            with Vertical(id="foot"):
                yield Static(id="chosen")
                with Horizontal():
                    yield Button(Content("[ Begin ]"), id="begin", compact=True)
                    yield Static("You can change this later; nothing is lost.", classes="aside")
        yield KeyLine()

    def _parts(self) -> ComposeResult:
        form = self._form
        yield Field("Your trust", _box("trust", form.trust, "such as Northfields Learning Trust"))
        yield Field("Who answers", _box("group", form.group, "such as Headteachers, or one name"))
        yield Field("People in the room", _number_box(form.people), "more than one: with a show of hands")
        yield Static("How long do you have?", classes="part")
        yield MarkedList(id="plans")
        yield Static("Swap, add or leave out any of them:", classes="part")
        yield TickList(self._rubric.headings, id="ticks")

    def on_mount(self) -> None:
        """Begin at the first thing that is not known yet."""
        self.query_one(TopLine).title = "New review"
        self.query_one("#plans", MarkedList).add_options(Option("", id=plan.name) for plan in self._plans)
        self.query_one("#plans", MarkedList).action_first()
        self._choose(self._form.ticked)
        self.query_one("#group" if self._form.trust else "#trust").focus()

    # What the widgets say

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        setattr(self._form, event.input.id or "", event.value)
        self._field(event.input.id or "").show_fault("")

    @on(OptionList.OptionSelected, "#plans")
    def _took_plan(self, event: OptionList.OptionSelected) -> None:
        self._choose(frozenset(self._plans[event.option_index].elements))

    @on(TickList.Changed)
    def _ticked(self, event: TickList.Changed) -> None:
        self._choose(event.ticked)

    @on(Button.Pressed)
    def _pressed(self) -> None:
        self.action_begin()

    # What the keys do

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(None)

    def action_begin(self) -> None:
        """Begin the review, or say what is missing."""
        if self.app.screen is self and self._is_complete():  # a second click comes too late
            try:
                file = self._workspace.create(self._rubric, *self._first_replies())
            except StoreError as problem:
                self.notify(shown(str(problem)), severity="warning", markup=False, timeout=10)
            else:
                file.close()
                self.dismiss(str(file.path))

    # What follows

    def _choose(self, ticked: frozenset[str]) -> None:
        self._form.ticked = ticked
        self.query_one(TickList).show(ticked)
        options = self.query_one("#plans", MarkedList)
        for plan in self._plans:
            whole = plan is self._plans[-1]
            options.replace_option_prompt(plan.name, _radio(plan, whole, ticked == {*plan.elements}))
        self._show_chosen()

    def _show_chosen(self) -> None:
        codes = self._scope()
        chosen = next((plan.why for plan in self._plans if plan.elements == codes), "Your own choice.")
        words = f"{_these(codes, len(self._rubric.elements))}\n{chosen}" if codes else NOTHING
        self.query_one("#chosen", Static).update(Content(words))

    def _scope(self) -> tuple[str, ...]:
        return tuple(code for code in self._rubric.elements if code in self._form.ticked)

    def _is_complete(self) -> bool:
        """Whether nothing is missing; if something is, say what, and go there."""
        if not clean_name(self._form.trust):
            return self._missing("trust", "Which trust is this about?")
        if not 1 <= int(self._form.people or 0) <= MOST_PEOPLE:
            return self._missing("people", "One or more, please.")
        if not self._scope():
            self.query_one(TickList).focus()
            return False
        return True

    def _missing(self, field: str, words: str) -> bool:
        self._field(field).show_fault(words)
        self.query_one(f"#{field}").focus()
        return False

    def _field(self, id_: str) -> Field:
        return next(field for field in self.query(Field) if field.box.id == id_)

    def _first_replies(self) -> tuple[Opened, Scoped]:
        opened = Opened(
            review=new_id(8),
            trust=clean_name(self._form.trust),
            group=clean_name(self._form.group),
            people=int(self._form.people),
            rubric=self._rubric.id,
            rubric_hash=self._rubric.content_hash,
        )
        return opened, Scoped(elements=self._scope())


NOTHING = "Nothing is chosen yet: tick at least one element,\nor choose by the time you have."


def _box(id_: str, value: str, placeholder: str) -> NameInput:
    return NameInput(
        clean_name(value),
        placeholder=placeholder,
        max_length=LONGEST_NAME,
        select_on_focus=False,
        compact=True,
        id=id_,
    )


def _number_box(value: str) -> NameInput:
    return NameInput(value, restrict=r"\d*", max_length=len(str(MOST_PEOPLE)), compact=True, id="people")


def _radio(plan: Plan, whole: bool, stands: bool) -> Content:
    codes = "all of them" if whole else in_words(plan.elements)
    return Content.assemble(
        ("(●) " if stands else "( ) ", "$accent"),
        (f"{plan.name:<18}", "bold" if stands else ""),
        (f"{len(plan.elements)} elements: {codes}", "$secondary"),
    )


def _these(codes: tuple[str, ...], of: int) -> str:
    """The chosen elements in a line, with how long they take."""
    many = f"{len(codes)} element{'s' * (len(codes) > 1)}, {how_long(minutes_for(len(codes)))}"
    return f"All {many}." if len(codes) == of else f"{in_words(codes)}: {many}."
