"""What is filled in for a new review, how earlier reviews fill it in, and the parts of its page."""

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
"""How many characters of other reviews' names have room beside what they are here."""

LATER = "You can change this later; nothing is lost."
THEIRS = "Their own reviews stay as they are."
NOTHING = "Nothing is chosen yet: tick at least one element,\nor choose by the time you have."


@dataclass
class Form:
    """What is filled in. Home keeps it, so that going back loses nothing."""

    trust: str = ""
    group: str = ""
    people: str = "1"
    ticked: frozenset[str] = frozenset()
    """The codes of the chosen elements."""
    since: Account | None = None
    """The earlier review that the new one follows on from."""
    framework: Rubric | None = None
    """The framework version to follow it with."""
    chosen: Rubric | None = None
    """The framework version that people chose for a new start."""

    def follow(self, earlier: Account, framework: Rubric) -> None:
        """Follow on from an earlier review: what it said of itself stands here until it is changed."""
        usual = present_defaults(framework, since=earlier)
        self.trust, self.group, self.people = usual.trust, usual.group, str(usual.people)
        self.ticked = frozenset(usual.elements)
        self.since, self.framework = earlier, framework

    def begin_anew(self) -> None:
        """Follow no earlier review after all; what was filled in stays."""
        self.since = self.framework = None


def build_joint_form(groups: Sequence[Account], rubric: Rubric) -> Form:
    """The form of a review that brings groups together: all of them in one room, with all their elements."""
    usual = present_defaults(rubric, groups)
    return Form(usual.trust, usual.group, str(usual.people), frozenset(usual.elements))


def format_framework(rubric: Rubric) -> str:
    """What is looked at, in words: the framework, and which version of it; with room for a mark before it."""
    title, version = (shortened(words, ROOM - 20) for words in (rubric.title, rubric.edition))
    return f" Framework           {title} (Ctrl+L changes)\n{'':<21}{version}"


def format_groups(groups: Sequence[Account]) -> str:
    """Which groups are brought together, in words."""
    names = in_words([f"{shortened(group.label, 40)} ({group.people})" for group in groups])
    return f"Joint review of     {shortened(names, 4 * ROOM)}."


def build_box(id_: str, value: str, placeholder: str) -> NameInput:
    """A box for a name."""
    return NameInput(
        clean_name(value),
        placeholder=placeholder,
        max_length=LONGEST_NAME,
        select_on_focus=False,
        compact=True,
        id=id_,
    )


def build_number_box(value: str) -> NameInput:
    """A box for how many people are in the room."""
    return NameInput(value, restrict=r"\d*", max_length=len(str(MOST_PEOPLE)), compact=True, id="people")


def build_plan_button(plan: Plan, whole: bool, stands: bool) -> Content:
    """A plan to choose, with its elements."""
    codes = "all of them" if whole else in_words(plan.elements)
    return Content.assemble(
        ("(●) " if stands else "( ) ", "$accent"),
        (f"{plan.name:<18}", "bold" if stands else ""),
        (f"{len(plan.elements)} elements: {codes}", "$secondary"),
    )
