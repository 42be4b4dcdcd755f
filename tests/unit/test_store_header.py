"""The header says in a few lines how far a review has come."""

import json
from typing import Any

import pytest

from matbot.review.events import (
    ElementBegun,
    ElementRated,
    Event,
    NoteWritten,
    PlaceParked,
    QuestionAnswered,
    ReviewOpened,
    ScopeChosen,
    StepSkipped,
)
from matbot.review.flow import flow_of
from matbot.review.fold import review_of
from matbot.review.header import Header, read_header
from matbot.review.projection import header_of
from matbot.rubric import Rubric


def header_after(rubric: Rubric, *log: Event) -> Header:
    """The header of a log."""
    review = review_of(rubric, log)
    return header_of(rubric, review, flow_of(rubric, review, log))


def test_a_new_review_is_not_started_and_begins_with_its_first_element(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Before anything is said, the header has who and what, and nothing looked at."""
    header = header_after(small_rubric, opened, scoped)
    assert (header.id, header.trust, header.group) == ("abcd2345", "Northfields Trust", "Heads")
    assert (header.state, header.next) == ("not started", "1A Purpose 1A")
    assert (header.looked_at, header.rated, header.parked) == (0, 0, 0)
    assert header.started == opened.at


def test_a_review_under_way_counts_and_maps_what_was_said(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Ratings, places looked at and places parked are counted; the map has every element."""
    given = [
        ElementBegun(element="1B"),
        QuestionAnswered(question="1B.i", leaning="red"),
        PlaceParked(place="1B.ii"),
        PlaceParked(place="1A"),
    ]
    header = header_after(small_rubric, opened, scoped, *given, ElementRated(element="1B", rating="AR"))
    assert header.state == "under way"
    assert (header.looked_at, header.rated, header.parked) == (1, 1, 2)
    assert header.map == {"1A": "", "1B": "AR"}
    assert header.next == "1B Purpose 1B"


def test_an_element_out_of_scope_stays_on_the_map_but_is_not_counted(
    small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """The map is of the whole framework, the counts are of what was to be reviewed."""
    log = [
        opened,
        ScopeChosen(elements=("1A",)),
        NoteWritten(question="1B.i", note="By the way"),
        PlaceParked(place="1B"),
    ]
    header = header_after(small_rubric, *log)
    assert header.scope == ("1A",)
    assert list(header.map) == ["1A", "1B"]
    assert (header.looked_at, header.parked) == (0, 0)


def test_a_review_with_nothing_left_to_ask_is_finished(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Left out counts as asked; a finished review has no next element."""
    given = [StepSkipped(skipped="opening:1A"), StepSkipped(skipped="opening:1B")]
    header = header_after(small_rubric, opened, scoped, *given)
    assert (header.state, header.next) == ("finished", "")


def test_a_header_is_read_as_it_was_written(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Through a file, with what this version does not know passed over."""
    header = header_after(small_rubric, opened, scoped, ElementRated(element="1B", rating="AR"))
    stored = json.loads(json.dumps(header.serialize()))
    assert read_header(stored) == header
    assert read_header({**stored, "mood": "good"}) == header


@pytest.mark.parametrize(
    ("field", "given"),
    [
        *(("id", None), ("id", 5), ("trust", ["x"]), ("people", "12"), ("people", True), ("people", 1.5)),
        *(("scope", "1A"), ("scope", [1]), ("scope", None), ("map", ["AG"]), ("map", {"1A": None})),
        *(("state", "lost"), ("state", []), ("started", "2026-10-05"), ("started", "soon"), ("started", 5)),
        *(
            ("started", "2026-10-05T10:00:00"),
            ("started", "2026-10-05T24:00:00+00:00"),
            ("since", 5),
            ("together", "x"),
        ),
        ("looked_at", None),
    ],
)
def test_a_header_with_something_else_in_it_is_none(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen, field: str, given: Any
) -> None:
    """Nothing is guessed: the list says that the file cannot be read, and opening looks for a good copy."""
    stored = header_after(small_rubric, opened, scoped).serialize()
    with pytest.raises(ValueError, match=r"not|without|Invalid|hour"):
        read_header({**stored, field: given})


def test_a_header_without_what_it_must_have_is_none(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Such as whose review it is; what may be left out may be."""
    stored = header_after(small_rubric, opened, scoped).serialize()
    for field in ("id", "trust", "rubric", "scope", "looked_at", "state", "map"):
        with pytest.raises(ValueError, match=r"not|without|Invalid"):
            read_header({name: given for name, given in stored.items() if name != field})
    assert read_header({name: given for name, given in stored.items() if name != "group"}).group == ""
