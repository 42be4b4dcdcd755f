"""Two framework versions side by side: each question is comparable, reworded, moved, new or gone."""

import pytest

from matbot.rubric import Element, Heading, Question, Rubric
from matbot.rubric.crosswalk import Crosswalk, crosswalk_of
from matbot.rubric.library import find

OWN = find()


def rubric_like(rubric: Rubric, *elements: Element, **other: object) -> Rubric:
    """A framework version with these elements under one heading."""
    heading = Heading(number="1", name="All", elements=elements)
    return Rubric(**{**dict(rubric), "id": "later", "headings": (heading,), **other})


def element(code: str, *questions: Question, name: str = "Any") -> Element:
    """An element with the words of these questions, numbered anew."""
    numbered = (
        question.model_copy(update={"id": f"{code}.{numeral}"})
        for question, numeral in zip(questions, ("i", "ii", "iii", "iv", "v", "vi"), strict=False)
    )
    return Element(code=code, name=name, questions=tuple(numbered))


def hows(crosswalk: Crosswalk) -> list[str]:
    """How each question came through, with its id in the later framework, or in the earlier if it is gone."""
    places = [match.later or match.earlier for match in crosswalk.matches]
    return [
        f"{place.id} {match.how}" for place, match in zip(places, crosswalk.matches, strict=True) if place
    ]


def test_a_framework_beside_itself_is_comparable_throughout() -> None:
    """All 76 questions, all 14 elements."""
    crosswalk = crosswalk_of(OWN, OWN)
    assert crosswalk.counts == {"comparable": 76}
    assert crosswalk.elements == {code: code for code in OWN.elements}


def test_each_question_is_comparable_reworded_moved_new_or_gone() -> None:
    """One of each."""
    asked = OWN.questions
    reworded = asked["1A.ii"].model_copy(
        update={"green": asked["1A.ii"].green + " It is reviewed each year."}
    )
    fresh = Question(id="", text="Is the kitchen garden watered?", green="Daily, before breakfast.")
    later = rubric_like(
        OWN,
        element("1A", asked["1A.i"], reworded, fresh),
        element("2A", asked["1A.iv"]),
    )
    assert hows(crosswalk_of(OWN.part(["1A"]), later)) == [
        *("1A.i comparable", "1A.ii reworded", "1A.iii new", "2A.i moved"),
        *("1A.iii gone", "1A.v gone", "1A.vi gone"),
    ]


def test_the_same_words_count_before_the_same_number() -> None:
    """Two questions that changed places are found where they are now."""
    one, other = OWN.questions["1A.i"], OWN.questions["1A.ii"]
    crosswalk = crosswalk_of(
        rubric_like(OWN, element("1A", one, other)), rubric_like(OWN, element("1A", other, one))
    )
    assert crosswalk.questions == {"1A.i": "1A.ii", "1A.ii": "1A.i"}
    assert {match.how for match in crosswalk.matches} == {"moved"}


def test_an_element_follows_most_of_its_questions() -> None:
    """Even where its code is another's now."""
    asked = list(OWN.elements["1A"].questions)
    later = rubric_like(OWN, element("B", *asked[:4]), element("1A", *asked[4:]))
    assert crosswalk_of(OWN.part(["1A"]), later).elements == {"1A": "B"}


def test_what_people_match_or_part_is_what_counts() -> None:
    """One to one: a new match frees what either was matched with before."""
    crosswalk = crosswalk_of(OWN, OWN).with_match("1A.i", "1A.ii")
    assert crosswalk.questions["1A.i"] == "1A.ii"
    assert "1A.ii" not in crosswalk.questions
    assert "1B.i" not in crosswalk.without_match("1B.i").questions


def test_the_way_back_is_the_same_way() -> None:
    """Turned twice, it is as it was."""
    crosswalk = crosswalk_of(OWN, OWN).without_match("3A.i").with_match("1A.i", "1A.ii")
    assert crosswalk.reversed().reversed() == crosswalk
    assert crosswalk.reversed().questions["1A.ii"] == "1A.i"


@pytest.mark.parametrize("same_number", ["1A.i", "4B.iii"])
def test_another_question_under_the_same_number_is_no_counterpart(same_number: str) -> None:
    """A number alone says nothing: there is no word in common."""
    fresh = Question(id=same_number, text="Is the kitchen garden watered?", green="Daily, before breakfast.")
    code = same_number.partition(".")[0]
    later = rubric_like(OWN, Element(code=code, name="Any", questions=(fresh,)))
    assert same_number not in crosswalk_of(OWN, later).questions
