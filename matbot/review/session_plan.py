"""Plans which elements to review in the available time.

Framework, Annex A, 2: "You can review the whole framework in one session or take different elements in
separate sessions"; Annex A, 3: a new trust may select some areas.
"""

from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from matbot.rubric import Rubric

MINUTES = 15
"""Roughly how many minutes one element takes to talk through."""

_HALF_DAY = 7
"""How many elements fit in half a day, with time left to talk and to choose priorities."""

_BEGINNING = {
    "1A": "Clarity of purpose",
    "1B": "Understanding of needs",
    "2A": "Building capacity for improvement",
}
"""The elements that a new trust begins with, if the framework version has them under these names."""


@dataclass(frozen=True)
class Plan:
    """A choice of elements for the available time."""

    name: str
    """The available time, as text."""
    elements: tuple[str, ...]
    """The codes of the elements, in the order of the framework."""
    minutes: int
    """Roughly how many minutes they take."""
    why: str
    """Why these elements, in one sentence."""


def plans(rubric: Rubric) -> tuple[Plan, ...]:
    """Return a plan for each length of time, the shortest first; the last is always the whole framework.

    A framework so small that a shorter plan would leave nothing out has fewer plans.
    """
    whole = tuple(rubric.elements)
    *shorter, last = (
        Plan(name, elements, minutes_for(len(elements)), why)
        for name, (elements, why) in (
            ("About 45 minutes", _short(rubric)),
            ("Half a day", _half_day(rubric)),
            ("No hurry", (whole, "The whole framework, over as many sittings as you like.")),
        )
    )
    return (*(plan for plan in shorter if len(plan.elements) < len(whole)), last)


def minutes_for(elements: int) -> int:
    """Return roughly how many minutes a number of elements takes."""
    return elements * MINUTES


def how_long(minutes: int) -> str:
    """Format a length of time: `about 1 hour 45 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' * (hours > 1)}"] * bool(hours) + [f"{rest} minutes"] * bool(rest)
    return f"about {' '.join(parts)}" if parts else "no time at all"


def _short(rubric: Rubric) -> tuple[tuple[str, ...], str]:
    names = {code: element.name for code, element in rubric.elements.items()}
    if names.items() >= _BEGINNING.items():
        why = "Where a new trust begins: its purpose, its needs and who can help."
        return tuple(_BEGINNING), why
    return tuple(islice(rubric.elements, len(_BEGINNING))), "The first few elements, to begin with."


def _half_day(rubric: Rubric) -> tuple[tuple[str, ...], str]:
    # The first element of each heading, then the second of each, and so on.
    across = chain(*zip_longest(*(heading.elements for heading in rubric.headings)))
    chosen = {element.code for element in islice(filter(None, across), _HALF_DAY)}
    why = "One or two from each heading, with time to talk and to choose priorities."
    if len(rubric.headings) > _HALF_DAY:
        why = "One each from the first headings, with time to talk and to choose priorities."
    return tuple(code for code in rubric.elements if code in chosen), why
