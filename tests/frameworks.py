"""Invented frameworks that differ from the one matbot ships in their codes, counts and scale."""

from functools import cache

from matbot.rubric import Element, Heading, Level, Question, Rubric

RED_TO_GREEN = (
    Level(letters="R", name="Red", meaning="weak capacity"),
    Level(letters="AR", name="Amber Red"),
    Level(letters="AG", name="Amber Green"),
    Level(letters="G", name="Green", meaning="strong capacity"),
)

FIVE_LEVELS = (
    Level(letters="NYB", name="Not yet begun", meaning="nobody has started"),
    Level(letters="EM", name="Emerging"),
    Level(letters="DEV", name="Developing", meaning="under way in places"),
    Level(letters="EST", name="Established across schools"),
    Level(letters="LE", name="Leading and helping others", meaning="others learn from it"),
)

THREE_LEVELS = (
    Level(letters="L", name="Low"),
    Level(letters="M", name="Middling"),
    Level(letters="H", name="High"),
)


@cache
def twelve() -> Rubric:
    """Twelve elements under five headings, with the codes A1, A2 and so on, and numbered questions."""
    return Rubric(
        id="twelve-elements",
        title="A framework for gardens",
        edition="the first, of twelve elements",
        source="invented for the tests",
        scale=RED_TO_GREEN,
        guidance=("Walk round the garden first.",),
        headings=tuple(
            Heading(
                number=number,
                name=name,
                elements=tuple(_build_bed(f"{number}{n}", bed) for n, bed in enumerate(beds, 1)),
            )
            for number, (name, beds) in zip("ABCDE", _BED_NAMES.items(), strict=True)
        ),
    )


_BED_NAMES = {
    "Soil and water": ("Digging", "Watering", "Compost"),
    "Seeds": ("Choosing seeds", "Sowing"),
    "Growing": ("Light and shade", "Weeds and pests", "Support for climbers"),
    "Harvest": ("Picking", "Storing what is picked"),
    "People": ("Helpers", "Visitors and neighbours"),
}


def _build_bed(code: str, name: str) -> Element:
    return Element(
        code=code,
        name=name,
        aspects=(f"how {name.lower()} is planned", "who sees to it") if code != "B2" else (),
        questions=tuple(
            Question(
                id=f"{code}.{numeral}",
                text=f"How well is {name.lower()} {what}?",
                red=f"Nobody is sure how {name.lower()} is {what}, and it happens late or not at all.",
                green=f"Everybody knows how {name.lower()} is {what}, and it happens in good time.",
            )
            for numeral, what in enumerate(("planned ahead", "shared out"), 1)
        ),
    )


@cache
def five_ratings() -> Rubric:
    """A scale of five ratings; some questions have middle descriptors, others lack one at one end."""
    return Rubric(
        id="five-ratings",
        title="A framework for boats",
        edition="with five ratings",
        source="invented for the tests",
        scale=FIVE_LEVELS,
        guidance=("Look at the boat in the water.",),
        headings=(
            Heading(number="1", name="The hull", elements=(_build_planks(), _build_paint())),
            Heading(number="2", name="The crew", elements=(_build_crew(),)),
        ),
    )


def _build_planks() -> Element:
    return Element(
        code="QE-1",
        name="Planks and joints",
        aspects=("every plank", "every joint"),
        questions=(
            Question(
                id="QE-1.a",
                text="How tight are the planks?",
                red="Water comes in between most of the planks, and somebody bails all day.",
                between=(
                    "Water comes in at a few planks that are known.",
                    "The planks are tight in calm water and weep in rough water.",
                    "The planks are tight in all weathers, and are looked at every month.",
                ),
                green="The planks are tight, and other crews come to see how it was done.",
            ),
            Question(
                id="QE-1.b",
                text="How are the joints looked after?",
                red="The joints were last looked at when the boat was built.",
                between=("", "Joints are looked at when one of them gives way.", ""),
                green="The joints are looked at on a known day, and what is found is written down.",
            ),
            Question(
                id="QE-1.c",
                text="What is kept on board to mend a plank?",
                green="Wood, nails and pitch for two planks are on board, and all know where.",
            ),
        ),
    )


def _build_paint() -> Element:
    return Element(
        code="QE-2",
        name="Paint",
        questions=(
            Question(
                id="QE-2.a",
                text="How is it known when to paint?",
                red="It is painted when somebody complains.",
                between=("", "", "It is painted every spring."),
            ),
        ),
    )


def _build_crew() -> Element:
    return Element(
        code="CR.1",
        name="Who sails",
        aspects=("the crew", "those who learn"),
        questions=tuple(
            Question(
                id=f"CR.1.{numeral}",
                text=f"How does the crew {what}?",
                red=f"Nobody has said how to {what}.",
                green=f"All know how to {what}, and do.",
            )
            for numeral, what in zip("abcd", ("set sail", "steer", "rest", "come home"), strict=True)
        ),
    )


@cache
def three_ratings(elements: int = 4, questions: int = 2) -> Rubric:
    """A scale of three ratings, and one heading with a number of elements and of questions in each."""
    return Rubric(
        id="three-ratings",
        title="A framework for bread",
        edition="with three ratings",
        source="invented for the tests",
        scale=THREE_LEVELS,
        guidance=("Taste it.",),
        headings=(
            Heading(
                number="1",
                name="Bread",
                elements=tuple(_build_loaf(f"1.{number}", questions) for number in range(1, elements + 1)),
            ),
        ),
    )


def _build_loaf(code: str, questions: int) -> Element:
    return Element(
        code=code,
        name=f"Loaf {code}",
        questions=tuple(
            Question(
                id=f"{code}.{number}",
                text=f"Is slice {number} of it well baked?",
                red="It is burnt or raw.",
                green="It is brown and rings hollow.",
            )
            for number in range(1, questions + 1)
        ),
    )
