"""The form for a new review: the trust, who completes it, and which elements to review."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from matbot.commands.new_review import NEW_REVIEW
from matbot.presenters.new_review import choice_in_words, find_people_fault, find_trust_fault
from matbot.review.account import Account
from matbot.review.local_time import to_local_day
from matbot.review.session_plan import plans
from matbot.rubric import Rubric
from matbot.rubric.checker import FaultyRubric
from matbot.rubric.library import find
from matbot.screens.frameworks.framework_choice import FrameworkChoiceScreen, has_several_frameworks
from matbot.screens.host import find_host, warn
from matbot.screens.keys import bindings_of
from matbot.screens.new_review.form import (
    LATER,
    NOTHING,
    ROOM,
    THEIRS,
    build_box,
    build_joint_form,
    build_number_box,
    build_plan_button,
    format_framework,
    format_groups,
)
from matbot.screens.new_review.form import Form as Form
from matbot.screens.widgets.field import Field
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.marked_list import MarkedList
from matbot.screens.widgets.tick_list import TickList
from matbot.screens.widgets.top_line import TopLine
from matbot.services.joint_reviews import NewReview, begin_review, find_following_framework, load_source
from matbot.store.errors import StoreError
from matbot.store.listing import ListedReview
from matbot.text import clean_name, shortened


class NewReviewScreen(Screen[str | None]):
    """A form on one page; returns the file of the review that was begun, or None."""

    CSS_PATH = "new_review.tcss"
    HELP = (
        "Only the name of your trust is needed; the rest has an answer already. Choose by the time you have, "
        "then swap, add or leave out any element. You can add elements later and leave out what you do not "
        "reach: nothing that was said is lost. Tab goes to the next part, Shift+Tab back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(NEW_REVIEW)

    def __init__(
        self, groups: tuple[Account, ...] = (), rubric: Rubric | None = None, form: Form | None = None
    ) -> None:
        """Create the form.

        Args:
            groups: the groups of a joint review; empty for an ordinary review.
            rubric: the framework to use unless an earlier review has one.
            form: the values to begin with.

        Raises:
            FaultyRubric: no framework is passed, and the one that ships with matbot cannot be read.
            UnknownRubric: no framework is passed, and the one that ships with matbot cannot be found.

        """
        super().__init__()
        self._groups = groups
        self._rubric = rubric or find()
        self._form = form or (build_joint_form(groups, self._rubric) if groups else Form())
        self._own_framework = self._rubric
        """The framework version of a review that follows no other."""
        self._listed: list[ListedReview] | None = None
        """The reviews in the workspace; read once."""
        self._take_framework()

    def _take_framework(self) -> None:
        """Use the framework of the earlier review if there is one, otherwise the one chosen."""
        self._rubric = self._form.framework or self._form.chosen or self._own_framework
        self._plans = plans(self._rubric)
        kept = self._form.ticked & frozenset(self._rubric.elements)
        self._form.ticked = kept or frozenset(self._plans[0].elements)

    def compose(self) -> ComposeResult:
        """Lay out the form and, always in view below it, the selection and the button to begin."""
        yield TopLine()
        with Vertical(id="page"):
            with VerticalScroll(id="form", can_focus=False):
                yield from self._parts()
            with Vertical(id="foot"):
                yield Static(id="chosen")
                with Horizontal():
                    yield MarkedButton(Content("[ Begin ]"), id="begin")
                    yield Static(THEIRS if self._groups else LATER, classes="aside")
        yield KeyLine()

    def _parts(self) -> ComposeResult:
        form = self._form
        if self._groups:
            yield Static(Content(format_groups(self._groups)), classes="about")
        if self._may_choose_framework():
            yield MarkedButton(Content(format_framework(self._rubric)), id="framework")
        if self._list_earlier():
            yield MarkedButton(Content(self._format_follows()), id="follows")
        yield Field("Your trust", build_box("trust", form.trust, "such as Northfields Learning Trust"))
        yield Field(
            "Who is completing this review?",
            build_box("group", form.group, "such as Headteachers, or one name"),
        )
        yield Field(
            "People in the room", build_number_box(form.people), "more than one: with a show of hands"
        )
        yield Static("How long do you have?", classes="part")
        yield MarkedList(id="plans")
        yield Static("Swap, add or leave out any of them:", classes="part")
        yield TickList(self._rubric.headings, id="ticks")

    def on_mount(self) -> None:
        """Show the form."""
        self._fill()

    def _fill(self) -> None:
        """Show the values, and focus the first box that is still empty."""
        self.query_one(TopLine).title = "Joint review" if self._groups else "New review"
        options = self.query_one("#plans", MarkedList)
        options.add_options(Option("", id=plan.name) for plan in self._plans)
        options.action_first()
        self._choose(self._form.ticked)
        self.query_one("#group" if self._form.trust else "#trust").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow following if there are earlier reviews, and choosing a framework if there are several."""
        if action == "framework":
            return self._may_choose_framework()
        return bool(self._list_earlier()) if action == "follow" else True

    # Widget messages

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        setattr(self._form, event.input.id or "", event.value)
        self._field(event.input.id or "").show_fault("")

    @on(OptionList.OptionSelected, "#plans")
    def _choose_plan(self, event: OptionList.OptionSelected) -> None:
        self._choose(frozenset(self._plans[event.option_index].elements))

    @on(TickList.Changed)
    def _ticked(self, event: TickList.Changed) -> None:
        self._choose(event.ticked)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "follows":
            self.action_follow()
        elif event.button.id == "framework":
            self.action_framework()
        else:
            self.action_begin()

    # User actions

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_follow(self) -> None:
        """Choose an earlier review to follow on from."""
        from matbot.screens.new_review.earlier_review import EarlierScreen

        chosen = self._form.since.review if self._form.since else ""
        self.app.push_screen(EarlierScreen(self._list_earlier(), chosen), self._follow)

    def action_framework(self) -> None:
        """Choose the framework or its version."""
        self.app.push_screen(FrameworkChoiceScreen(self._rubric.id), self._take)

    def action_begin(self) -> None:
        """Begin the review, or show what is missing."""
        if self.app.screen is self and self._is_complete():  # ignore a second click
            try:
                file = begin_review(find_host(self).workspace, self._build_review())
            except StoreError as problem:
                warn(self, str(problem))
            else:
                file.close()
                self.dismiss(str(file.path))

    # Results

    def _choose(self, ticked: frozenset[str]) -> None:
        self._form.ticked = ticked
        self.query_one(TickList).show(ticked)
        options = self.query_one("#plans", MarkedList)
        for plan in self._plans:
            whole = plan is self._plans[-1]
            options.replace_option_prompt(
                plan.name, build_plan_button(plan, whole, ticked == {*plan.elements})
            )
        self._show_chosen()

    def _show_chosen(self) -> None:
        codes = self._list_codes()
        chosen = next((plan.why for plan in self._plans if plan.elements == codes), "Your own choice.")
        words = f"{choice_in_words(self._rubric, codes)}\n{chosen}" if codes else NOTHING
        self.query_one("#chosen", Static).update(Content(words))

    def _list_codes(self) -> tuple[str, ...]:
        return tuple(code for code in self._rubric.elements if code in self._form.ticked)

    def _is_complete(self) -> bool:
        """Return whether the form is complete; if not, show what is missing and focus it."""
        for field, fault in (
            ("trust", find_trust_fault(self._form.trust)),
            ("people", find_people_fault(self._form.people)),
        ):
            if fault:
                return self._show_missing(field, fault.short)
        if not self._list_codes():
            self.query_one(TickList).focus()
            return False
        return True

    def _show_missing(self, field: str, words: str) -> bool:
        self._field(field).show_fault(words)
        self.query_one(f"#{field}").focus()
        return False

    def _field(self, id_: str) -> Field:
        return next(field for field in self.query(Field) if field.box.id == id_)

    def _build_review(self) -> NewReview:
        return NewReview(
            self._rubric,
            clean_name(self._form.trust),
            clean_name(self._form.group),
            int(self._form.people),
            self._list_codes(),
            since=self._form.since,
            groups=self._groups,
        )

    # Framework

    def _may_choose_framework(self) -> bool:
        """Return whether a framework can be chosen: joint and follow-up reviews keep the one they have."""
        fixed = self._groups or self._form.since
        return not fixed and has_several_frameworks(find_host(self).workspace.rubrics)

    async def _take(self, framework: Rubric | None) -> None:
        """Use another framework version; None keeps the current one."""
        if framework is not None:
            self._form.chosen = framework
            await self._begin_again()

    # Earlier review

    def _list_earlier(self) -> list[ListedReview]:
        """Return the reviews that the new one may follow on from."""
        if self._listed is None:
            together = {group.review for group in self._groups}
            listed = find_host(self).workspace.list_reviews()
            self._listed = [one for one in listed if one.header and one.id not in together]
        return self._listed

    async def _follow(self, chosen: str | None) -> None:
        """Fill the form from the earlier review, or follow none."""
        from matbot.screens.new_review.earlier_review import NOBODY

        if chosen is None:
            return
        try:
            if chosen == NOBODY:
                self._form.begin_anew()
            else:
                self._follow_on_from(chosen)
        except (StoreError, FaultyRubric) as problem:
            warn(self, str(problem))
            return
        await self._begin_again()

    async def _begin_again(self) -> None:
        """Rebuild the form for another framework version."""
        self._take_framework()
        await self.recompose()
        self._fill()

    def _follow_on_from(self, chosen: str) -> None:
        """Take over the details of an earlier review; a joint review keeps its own."""
        workspace = find_host(self).workspace
        source = load_source(workspace, chosen)
        if self._groups:
            self._form.since = source.account
        else:
            self._form.follow(source.account, find_following_framework(workspace, source))

    def _format_follows(self) -> str:
        """Format which review the new one follows on from."""
        since = self._form.since
        if since is None:
            return "Follows on from     no earlier review (Ctrl+E chooses)"
        when = f"{to_local_day(since.said):%B %Y}"
        return f"Follows on from     {shortened(since.label, ROOM - 20)}, {when} (Ctrl+E changes)"
