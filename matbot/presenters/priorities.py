"""The priorities page: what there is to choose from, and how a row stands."""

from dataclasses import dataclass

from matbot.interview import Interview
from matbot.presenters.element_states import element_state, lower_first
from matbot.review.events import PriorityWritten
from matbot.review.priorities import candidates
from matbot.review.priority_fields import IN_FRAMEWORK, PriorityField
from matbot.text import shortened

DRAFT = "Draft"
"""Said before the columns that still stand as matbot drafted them; before the empty ones, `TO_BE_AGREED`."""

_FOCUS = 200
"""How much of a focus area is shown in a list, in characters."""


@dataclass(frozen=True)
class RatedElement:
    """An element with its rating."""

    title: str
    """Its code and name; the code alone where this framework version does not have it."""
    letters: str
    """The letters of its rating; empty while it has none."""
    level: str
    """The name of its rating, or why it has none; empty where this framework version does not have it."""


@dataclass(frozen=True)
class RowState:
    """How far a row is written, by its fields in the order of the table."""

    drafted: tuple[PriorityField, ...]
    """The framework's columns that still stand as matbot drafted them."""
    empty: tuple[PriorityField, ...]
    """The framework's columns that say nothing yet."""


def rated_element(interview: Interview, code: str) -> RatedElement:
    """An element as it stands in a review; a code that the rubric does not have stands for itself."""
    element = interview.rubric.elements.get(code)
    if element is None:
        return RatedElement(code, "", "")
    letters = interview.review.elements[code].rating or ""
    state = element_state(interview, code)
    return RatedElement(element.title, letters, state if letters else lower_first(state))


def candidate_codes(interview: Interview) -> list[str]:
    """The elements to choose from: the weakest rating first, without those that are left for later."""
    left = {event.element for event in interview.review.deferred}
    return [code for code in candidates(interview.rubric, interview.review) if code not in left]


def own_focus(row: PriorityWritten) -> str:
    """What a row is about in people's own words, short enough for a list; empty where they gave none."""
    return shortened(row.focus, _FOCUS) if row.focus else ""


def row_state(row: PriorityWritten) -> RowState:
    """Which of the framework's columns of a row are still drafts, and which are empty."""
    empty = tuple(field for field in IN_FRAMEWORK if not getattr(row, field.name))
    drafted = (field for field in IN_FRAMEWORK if field.name in row.drafted)
    return RowState(tuple(field for field in drafted if field not in empty), empty)
