"""Groups that rate apart do not see each other's ratings in a list before they are brought together."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matbot.review.header import Header
from matbot.review.sealing import ONE_ROUND, find_sealed


def header(
    id_: str, group: str, month: int = 10, trust: str = "Northfields", together: tuple[str, ...] = ()
) -> Header:
    """A review in a list."""
    return Header(
        id=id_,
        trust=trust,
        group=group,
        rubric="small",
        started=datetime(2025, month, 1, tzinfo=UTC),
        scope=("1A",),
        looked_at=1,
        rated=1,
        parked=0,
        state="finished",
        map={"1A": "G"},
        together=together,
    )


def test_groups_of_one_trust_and_one_autumn_are_folded() -> None:
    """Each of them; another trust's review and a review by itself stay as they are."""
    heads, board = header("h", "Heads"), header("b", "Board", 11)
    assert find_sealed([heads, board, header("o", "Heads", trust="Southfields")]) == {"h", "b"}
    assert find_sealed([heads]) == set()


def test_one_group_s_own_reviews_are_not_folded_from_each_other() -> None:
    """A group may see what it said itself, and what was said in another round."""
    assert find_sealed([header("h", "Heads"), header("i", "heads", 11)]) == set()
    assert find_sealed([header("h", "Heads", 1), header("b", "Board", 12)]) == set()


def test_bringing_together_opens_them() -> None:
    """The groups and the review that did it; one that is left alone has nobody to be hidden from."""
    heads, board, middle = header("h", "Heads"), header("b", "Board"), header("m", "Middle")
    both = header("t", "Together", together=("h", "b"))
    assert find_sealed([heads, board, both]) == set()
    assert find_sealed([heads, board, middle, both]) == set()
    assert find_sealed([heads, board, middle]) == {"h", "b", "m"}


DAYS = st.none() | st.integers(0, 500).map(lambda days: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days))
REVIEWS = st.lists(st.tuples(st.sampled_from(["Heads", "heads", "Board", ""]), DAYS), max_size=12)


@given(REVIEWS)
def test_it_is_whoever_has_another_group_beside_them_in_the_same_round(
    reviews: list[tuple[str, datetime | None]],
) -> None:
    """However many they are, as if each were held against each; one without a date may be of any round."""
    headers = [header(str(number), group)._replace(started=at) for number, (group, at) in enumerate(reviews)]

    def beside(one: Header, other: Header) -> bool:
        if one.group.casefold() == other.group.casefold():
            return False
        return not one.started or not other.started or abs(one.started - other.started) < ONE_ROUND

    expected = {one.id for one in headers if any(beside(one, other) for other in headers)}
    assert find_sealed(headers) == expected
