"""Two framework versions and the crosswalk between them, for tests that move reviews."""

from typing import Any

from matbot.review.events import Event
from matbot.review.migration import build_migration_event
from matbot.rubric import Element, Heading, Rubric
from matbot.rubric.crosswalk import Crosswalk, crosswalk_of
from matbot.rubric.library import find


def later_framework(rubric: Rubric) -> Rubric:
    """Build another framework version: 1A has the code V1, 1B lacks its second question, 1C is gone."""
    first, second = rubric.elements["1A"], rubric.elements["1B"]
    moved = [question.model_copy(update={"id": f"V1.{question.numeral}"}) for question in first.questions]
    rest = [question for question in second.questions if question.numeral != "ii"]
    numbered = [
        question.model_copy(update={"id": f"1B.{numeral}"})
        for question, numeral in zip(rest, ("i", "ii", "iii", "iv"), strict=True)
    ]
    heading = Heading(
        number="1",
        name="Vision",
        elements=(
            Element(code="V1", name=first.name, questions=tuple(moved)),
            Element(code="1B", name=second.name, questions=tuple(numbered)),
        ),
    )
    return Rubric(**{**dict(rubric), "id": "later", "edition": "Later", "headings": (heading,)})


EARLIER = find().part(["1A", "1B", "1C"])
LATER = later_framework(find())
THERE = crosswalk_of(EARLIER, LATER)


def over(crosswalk: Crosswalk, **changed: Any) -> Event:
    """Build the event that moves a review by a crosswalk, with some of its fields changed."""
    return build_migration_event(crosswalk).model_copy(update=changed)


def reworded_framework() -> Rubric:
    """Build the earlier framework version with one more word in its first question."""
    first, *others = EARLIER.elements["1A"].questions
    more = first.model_copy(update={"text": f"Today: {first.text}"})
    element = EARLIER.elements["1A"].model_copy(update={"questions": (more, *others)})
    heading = EARLIER.headings[0]
    elements = (element, *heading.elements[1:])
    return Rubric(
        **{
            **dict(EARLIER),
            "id": "reworded",
            "headings": (heading.model_copy(update={"elements": elements}), *EARLIER.headings[1:]),
        }
    )
