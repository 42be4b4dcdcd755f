"""Groups side by side: the order of the agenda, what differs, and what cannot stand side by side."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.review.account import Account, ElementAccount, QuestionAccount
from matbot.review.account_building import NoSuchSavedVersion, account_of
from matbot.review.comparison import MOST, CannotCompare, Comparison, build_comparison
from matbot.review.events import ElementRated, VersionSaved
from matbot.rubric import Element, Heading, Level, Question, Rubric
from tests.talk import Talk

SCALE = ("R", "AR", "AG", "G")


def rubric_of(*codes: str) -> Rubric:
    """A framework version with elements of two questions each."""
    elements = tuple(
        Element(
            code=code,
            name=f"Purpose {code}",
            aspects=("clear",),
            questions=tuple(
                Question(id=f"{code}.{numeral}", text="How?", red="Weak.", green="Strong.")
                for numeral in ("i", "ii")
            ),
        )
        for code in codes
    )
    return Rubric(
        id="small",
        title="Small",
        edition="First",
        source="Nobody",
        scale=tuple(Level(letters=letters, name=letters) for letters in SCALE),
        guidance=("Talk.",),
        headings=(Heading(number="1", name="Vision", elements=elements),),
    )


def group(rubric: Rubric, name: str, *ratings: str, evidence: Sequence[str] = ()) -> Account:
    """What a group said that gave the elements these ratings in turn; an empty one is none."""
    talk = Talk(rubric, group=name, review=f"{name.lower()}234")
    elements = {
        code: ElementAccount(rating=rating or None, rationale=f"{name} on {code}", evidence=shown)
        for code, rating, shown in zip(rubric.elements, ratings, [*evidence, *[""] * 9], strict=False)
    }
    return talk.account.model_copy(update={"elements": elements})


def order(comparison: Comparison) -> list[str]:
    """The agenda by its codes."""
    return [element.code for element in comparison.agenda]


def test_the_agenda_begins_where_the_groups_are_furthest_apart() -> None:
    """Red against Green comes before neighbours, and neighbours before what all rate alike."""
    rubric = rubric_of("1A", "1B", "1C", "1D")
    heads = group(rubric, "Heads", "AR", "AR", "R", "G")
    board = group(rubric, "Board", "AR", "AG", "G", "AR")
    comparison = build_comparison(rubric, [heads, board])
    assert order(comparison) == ["1C", "1D", "1B", "1A"]
    assert [element.steps for element in comparison.agenda] == [3, 2, 1, 0]


def test_among_equals_the_one_with_less_evidence_comes_first() -> None:
    """Missing evidence is the second thing to talk about, the framework's order the third."""
    rubric = rubric_of("1A", "1B", "1C")
    heads = group(rubric, "Heads", "AR", "AR", "AR", evidence=("Minutes", "", "Minutes"))
    board = group(rubric, "Board", "AG", "AG", "AG", evidence=("Minutes", "", ""))
    comparison = build_comparison(rubric, [heads, board])
    assert order(comparison) == ["1B", "1C", "1A"]
    assert [side.label for side in comparison.agenda[0].unevidenced] == ["Heads", "Board"]


def test_what_only_one_group_rated_comes_last_and_is_no_difference() -> None:
    """Silence is not a rating: nothing is apart where one side alone rated."""
    rubric = rubric_of("1A", "1B", "1C")
    comparison = build_comparison(
        rubric, [group(rubric, "Heads", "G", "AR"), group(rubric, "Board", "", "AR")]
    )
    assert order(comparison) == ["1B", "1A"]
    assert [element.steps for element in comparison.agenda] == [0, None]
    assert comparison.agenda[1].ratings == {"heads234": "G", "board234": None}


def test_nobody_s_rating_is_averaged_in_a_wide_group() -> None:
    """Of twelve groups one at each end is as far apart as two: the furthest two count, nothing else."""
    rubric = rubric_of("1A")
    accounts = [group(rubric, f"G{number}", "R" if number == 0 else "G") for number in range(MOST)]
    assert build_comparison(rubric, accounts).agenda[0].steps == 3


def test_the_same_rating_for_different_reasons_is_to_be_discussed() -> None:
    """Groups that agree on the colour and lean apart on a question have something to talk about."""
    rubric = rubric_of("1A", "1B")

    def leaning(account: Account, one: str) -> Account:
        values = account.elements["1A"].model_copy(
            update={"questions": {"1A.ii": QuestionAccount(leaning=one, note=one)}}
        )
        return account.model_copy(update={"elements": {**account.elements, "1A": values}})

    heads = leaning(group(rubric, "Heads", "AR", "G"), "red")
    board = leaning(group(rubric, "Board", "AR", "G"), "not sure")
    comparison = build_comparison(rubric, [heads, board])
    assert [(one.code, one.apart) for one in comparison.to_discuss] == [("1A", ("1A.ii",))]


def test_sides_of_one_name_are_told_apart() -> None:
    """Two groups called Heads are named by trust, month or id, whatever tells them apart first."""
    rubric = rubric_of("1A")
    heads = group(rubric, "Heads", "G")
    elsewhere = heads.model_copy(update={"review": "other234", "trust": "Southfields"})
    later = heads.model_copy(update={"review": "later234"})
    labels = [side.label for side in build_comparison(rubric, [heads, elsewhere]).sides]
    assert labels == ["Northfields, Heads", "Southfields, Heads"]
    labels = [side.label for side in build_comparison(rubric, [heads, later]).sides]
    assert labels == ["Heads, heads234", "Heads, later234"]


@pytest.mark.parametrize("count", [0, 1, 13])
def test_too_few_or_too_many_are_refused(count: int) -> None:
    """Two to twelve, and the words say so."""
    rubric = rubric_of("1A")
    with pytest.raises(CannotCompare, match=r"at least two|At most 12"):
        build_comparison(rubric, [group(rubric, f"G{number}", "G") for number in range(count)])


def test_one_review_twice_is_refused_but_may_stand_beside_its_own_past() -> None:
    """A copy of a review is the same review; a saved version of it is another side."""
    rubric = rubric_of("1A")
    heads = group(rubric, "Heads", "G")
    with pytest.raises(CannotCompare, match=r"Heads .* is there twice"):
        build_comparison(rubric, [heads, heads.model_copy(update={"trust": "A copy"})])
    then = heads.model_copy(update={"moment": "Before the board"})
    assert [side.key for side in build_comparison(rubric, [heads, then]).sides] == [
        "heads234",
        "heads234@Before the board",
    ]


def test_another_scale_or_another_framework_is_refused_in_words() -> None:
    """Ratings of another scale cannot stand beside these, nor elements of another framework."""
    rubric = rubric_of("1A")
    heads = group(rubric, "Heads", "G")
    with pytest.raises(CannotCompare, match="on another scale"):
        build_comparison(rubric, [heads, heads.model_copy(update={"review": "x", "scale": ("L", "H")})])
    with pytest.raises(CannotCompare, match="no element in common"):
        build_comparison(rubric, [heads, heads.model_copy(update={"review": "x", "words": {"9Z.i": "0"}})])


def test_a_saved_version_is_the_review_as_it_stood_then() -> None:
    """What was said later is not in it; a name that no saved version has is told, with those there are."""
    rubric = rubric_of("1A")
    talk = Talk(rubric)
    talk.log += [ElementRated(element="1A", rating="AR"), VersionSaved(name="Before the board")]
    talk.log += [ElementRated(element="1A", rating="G")]
    then = account_of(rubric, talk.log, "before the BOARD ")
    assert (then.elements["1A"].rating, then.moment) == ("AR", "Before the board")
    assert talk.account.elements["1A"].rating == "G"
    with pytest.raises(NoSuchSavedVersion, match="It has: Before the board"):
        account_of(rubric, talk.log, "After")


def test_private_notes_are_in_no_account(small_rubric: Rubric) -> None:
    """A private note is for the person's own transcript, whatever else is brought together."""
    talk = Talk(small_rubric, scope=["1A"]).say("", "1").say("Not for others", private=True)
    talk.say("4", "For all", "1", "Why", "Minutes")
    written = talk.account.model_dump_json()
    assert "Not for others" not in written
    assert "For all" in written


@given(st.lists(st.lists(st.sampled_from(["", *SCALE]), min_size=3, max_size=3), min_size=2, max_size=12))
def test_any_ratings_make_an_agenda_in_order(ratings: list[list[str]]) -> None:
    """Everything spoken of is in it once, never a narrower difference before a wider one, and it is JSON."""
    rubric = rubric_of("1A", "1B", "1C")
    comparison = build_comparison(rubric, [group(rubric, f"G{n}", *given) for n, given in enumerate(ratings)])
    steps = [-1 if element.steps is None else element.steps for element in comparison.agenda]
    assert steps == sorted(steps, reverse=True)
    assert sorted(order(comparison)) == [one.code for one in comparison.elements if one.spoken_of]
    json.dumps([element.ratings for element in comparison.agenda])
