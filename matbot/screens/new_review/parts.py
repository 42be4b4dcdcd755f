"""The parts of the form for a new review, and what it says."""

from collections.abc import Sequence

from textual.content import Content

from matbot.review.account import Account
from matbot.review.plans import Plan, how_long, minutes_for
from matbot.rubric import Rubric
from matbot.screens.new_review.form import MOST_PEOPLE
from matbot.screens.widgets.field import NameInput
from matbot.text import LONGEST_NAME, clean_name, in_words, shortened

ROOM = 56
"""How many characters of other reviews' names have room beside what they are here."""


def framework_lines(rubric: Rubric) -> str:
    """What is looked at, in words: the framework, and which edition of it; with room for a mark before it."""
    title, version_label = (shortened(words, ROOM - 20) for words in (rubric.title, rubric.edition))
    return f" Framework           {title} (F4 changes it)\n{'':<21}{version_label}"


def format_groups(groups: Sequence[Account]) -> str:
    """Which groups are brought together, in words."""
    names = in_words([f"{shortened(group.label, 40)} ({group.people})" for group in groups])
    return f"Brings together     {shortened(names, 4 * ROOM)}."


LATER = "You can change this later; nothing is lost."
THEIRS = "Their own reviews stay as they are."
NOTHING = "Nothing is chosen yet: tick at least one element,\nor choose by the time you have."


def box(id_: str, value: str, placeholder: str) -> NameInput:
    """A box for a name."""
    return NameInput(
        clean_name(value),
        placeholder=placeholder,
        max_length=LONGEST_NAME,
        select_on_focus=False,
        compact=True,
        id=id_,
    )


def number_box(value: str) -> NameInput:
    """A box for how many people are in the room."""
    return NameInput(value, restrict=r"\d*", max_length=len(str(MOST_PEOPLE)), compact=True, id="people")


def radio(plan: Plan, whole: bool, stands: bool) -> Content:
    """A plan to choose, with its elements."""
    codes = "all of them" if whole else in_words(plan.elements)
    return Content.assemble(
        ("(●) " if stands else "( ) ", "$accent"),
        (f"{plan.name:<18}", "bold" if stands else ""),
        (f"{len(plan.elements)} elements: {codes}", "$secondary"),
    )


def these(codes: tuple[str, ...], of: int) -> str:
    """The chosen elements in a line, with how long they take."""
    many = f"{len(codes)} element{'s' * (len(codes) > 1)}, {how_long(minutes_for(len(codes)))}"
    return f"All {many}." if len(codes) == of else f"{in_words(codes)}: {many}."
