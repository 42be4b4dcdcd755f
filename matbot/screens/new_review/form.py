"""The content of the form for a new review, its defaults from earlier reviews, and the parts of its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from matbot.presenters.new_review import present_defaults
from matbot.review.account import Account
from matbot.review.events import MOST_PEOPLE
from matbot.review.session_plan import Plan
from matbot.rubric import Rubric
from matbot.screens.widgets.field import NameInput
from matbot.text import LONGEST_NAME, clean_name, in_words, shortened

ROOM = 56
"""The maximum length of other reviews' names next to their label, in characters."""

LATER = "You can change this later; nothing is lost."
THEIRS = "Their own reviews stay as they are."
NOTHING = "Nothing is chosen yet: tick at least one element,\nor choose by the time you have."


@dataclass
class Form:
    """The values of the form. The home page keeps them, so that going back loses nothing."""

    trust: str = ""
    group: str = ""
    people: str = "1"
    ticked: frozenset[str] = frozenset()
    """The codes of the selected elements."""
    since: Account | None = None
    """The earlier review that the new one follows on from, or None."""
    framework: Rubric | None = None
    """The framework version of the new review if it follows an earlier one."""
    chosen: Rubric | None = None
    """The framework version chosen for a review that follows no other."""

    def follow(self, earlier: Account, framework: Rubric) -> None:
        """Follow on from an earlier review: its details become the form's values until they are edited."""
        usual = present_defaults(framework, since=earlier)
        self.trust, self.group, self.people = usual.trust, usual.group, str(usual.people)
        self.ticked = frozenset(usual.elements)
        self.since, self.framework = earlier, framework

    def begin_anew(self) -> None:
        """Follow no earlier review after all; the other values stay."""
        self.since = self.framework = None


def build_joint_form(groups: Sequence[Account], rubric: Rubric) -> Form:
    """Build the form of a joint review: all groups in one room, with all their elements."""
    usual = present_defaults(rubric, groups)
    return Form(usual.trust, usual.group, str(usual.people), frozenset(usual.elements))


def format_framework(rubric: Rubric) -> str:
    """Format the framework and its version; the leading space leaves room for a mark."""
    title, version = (shortened(words, ROOM - 20) for words in (rubric.title, rubric.edition))
    return f" Framework           {title} (Ctrl+L changes)\n{'':<21}{version}"


def format_groups(groups: Sequence[Account]) -> str:
    """Format the names of the groups in a joint review."""
    names = in_words([f"{shortened(group.label, 40)} ({group.people})" for group in groups])
    return f"Joint review of     {shortened(names, 4 * ROOM)}."


def build_box(id_: str, value: str, placeholder: str) -> NameInput:
    """Build a box for a name."""
    return NameInput(
        clean_name(value),
        placeholder=placeholder,
        max_length=LONGEST_NAME,
        select_on_focus=False,
        compact=True,
        id=id_,
    )


def build_number_box(value: str) -> NameInput:
    """Build a box for the number of people in the room."""
    return NameInput(value, restrict=r"\d*", max_length=len(str(MOST_PEOPLE)), compact=True, id="people")


def build_plan_button(plan: Plan, whole: bool, stands: bool) -> Content:
    """Build the label of a plan, with its elements; `stands` is whether it is selected."""
    codes = "all of them" if whole else in_words(plan.elements)
    return Content.assemble(
        ("(●) " if stands else "( ) ", "$accent"),
        (f"{plan.name:<18}", "bold" if stands else ""),
        (f"{len(plan.elements)} elements: {codes}", "$secondary"),
    )
