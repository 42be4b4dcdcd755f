"""The priorities page: elements to choose from, and the state of a row."""

from dataclasses import dataclass

from matbot.interview import Interview
from matbot.presenters.element_states import element_state, lower_first
from matbot.review.events import PriorityWritten
from matbot.review.priorities import candidates
from matbot.review.priority_fields import IN_FRAMEWORK, PriorityField
from matbot.text import shortened

DRAFT = "Draft"
"""Label before the columns that matbot drafted; before the empty ones it is `TO_BE_AGREED`."""

_FOCUS = 200
"""The most characters of a focus area in a list."""


@dataclass(frozen=True)
class RatedElement:
    """An element with its rating."""

    title: str
    """Its code and name; only the code if this framework version does not have it."""
    letters: str
    """The letters of its rating; empty if it has none."""
    level: str
    """The name of its rating, or why it has none; empty if this framework version does not have it."""


@dataclass(frozen=True)
class RowState:
    """Which fields of a row are not finished, in the order of the table."""

    drafted: tuple[PriorityField, ...]
    """The framework's columns that are still as matbot drafted them."""
    empty: tuple[PriorityField, ...]
    """The framework's columns without text."""


def rated_element(interview: Interview, code: str) -> RatedElement:
    """An element and its rating in a review; for a code that the rubric does not have, the code alone."""
    element = interview.rubric.elements.get(code)
    if element is None:
        return RatedElement(code, "", "")
    letters = interview.review.elements[code].rating or ""
    state = element_state(interview, code)
    return RatedElement(element.title, letters, state if letters else lower_first(state))


def candidate_codes(interview: Interview) -> list[str]:
    """The codes of the elements to choose from, weakest rating first, without those that are deferred."""
    left = {event.element for event in interview.review.deferred}
    return [code for code in candidates(interview.rubric, interview.review) if code not in left]


def own_focus(row: PriorityWritten) -> str:
    """The focus area of a row in people's own words, shortened for a list; empty if there are none."""
    return shortened(row.focus, _FOCUS) if row.focus else ""


def row_state(row: PriorityWritten) -> RowState:
    """Find which of the framework's columns of a row are still drafts, and which are empty."""
    empty = tuple(field for field in IN_FRAMEWORK if not getattr(row, field.name))
    drafted = (field for field in IN_FRAMEWORK if field.name in row.drafted)
    return RowState(tuple(field for field in drafted if field not in empty), empty)
