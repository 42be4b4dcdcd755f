"""Plans by the clock: sensible for the framework, and for any other of its shape."""

import pytest

from matbot.review.session_plan import how_long, minutes_for, plans
from matbot.rubric import Element, Heading, Question, Rubric
from matbot.rubric.library import find


def _rubric(like: Rubric, *sizes: int) -> Rubric:
    """A framework of other codes: a heading for each size, with so many elements."""
    headings = tuple(
        Heading(number=f"H{number}", name="Heading", elements=tuple(_element(number, n) for n in range(size)))
        for number, size in enumerate(sizes)
    )
    return like.model_copy(update={"headings": headings})


def _element(heading: int, number: int) -> Element:
    code = f"X{heading}{number}"
    question = Question(id=f"{code}.i", text="?", red="Weak.", green="Strong.")
    return Element(code=code, name="Something", aspects=("clear",), questions=(question,))


def test_the_framework_has_three_plans() -> None:
    """Three elements for 45 minutes, seven for half a day, and all fourteen without hurry."""
    short, half_day, whole = plans(find())
    assert short.elements == ("1A", "1B", "2A")
    assert short.minutes == 45
    assert half_day.elements == ("1A", "1B", "2A", "3A", "4A", "5A", "6A")
    assert whole.elements == tuple(find().elements)


def test_half_a_day_touches_every_heading() -> None:
    """One or two elements of each."""
    rubric = find()
    half_day = plans(rubric)[1]
    assert {rubric.heading_of(code).number for code in half_day.elements} == set("123456")


def test_other_codes_have_plans_too() -> None:
    """The first few elements, then one from each heading in turn, then all."""
    short, half_day, whole = plans(_rubric(find(), 4, 1, 4))
    assert short.elements == ("X00", "X01", "X02")
    assert half_day.elements == ("X00", "X01", "X02", "X10", "X20", "X21", "X22")
    assert len(whole.elements) == 9


def test_the_same_codes_for_other_elements_are_no_beginning() -> None:
    """What a new trust begins with is told by its name, too."""
    rubric = find()
    first, *rest = rubric.headings
    elements = tuple(element.model_copy(update={"name": "Other"}) for element in first.elements)
    other = rubric.model_copy(update={"headings": (first.model_copy(update={"elements": elements}), *rest)})
    assert plans(Rubric.model_validate(other.model_dump()))[0].elements == ("1A", "1B", "1C")


def test_more_headings_than_half_a_day_holds() -> None:
    """Are not all touched, and the plan does not say so."""
    half_day = plans(_rubric(find(), *[1] * 9))[1]
    assert len(half_day.elements) == 7
    assert "first headings" in half_day.why


def test_a_small_framework_has_only_the_plan_of_all(small_rubric: Rubric) -> None:
    """A shorter plan would leave nothing out."""
    (whole,) = plans(small_rubric)
    assert whole.elements == ("1A", "1B")


@pytest.mark.parametrize(
    ("elements", "words"),
    [
        (1, "about 15 minutes"),
        (4, "about 1 hour"),
        (7, "about 1 hour 45 minutes"),
        (14, "about 3 hours 30 minutes"),
        (0, "no time at all"),
    ],
)
def test_how_long_in_words(elements: int, words: str) -> None:
    """A quarter of an hour an element, said as a person would."""
    assert how_long(minutes_for(elements)) == words
