"""A review in a list: a few lines that always keep to their place."""

from datetime import UTC, datetime
from typing import Any

import pytest

from matbot.presenters.review_list import format_listed_progress
from matbot.review.header import Header
from matbot.screens.widgets.review_card import (
    WIDTH,
    carry_on_card,
    draw_card_strip,
    format_saved,
    format_title,
    review_card,
)
from tests.ui.conftest import AT_ONCE, HOSTILE

NOW = datetime(2026, 10, 6, 19, 30, tzinfo=UTC)


def _header(**fields: Any) -> Header:
    about: dict[str, Any] = {
        "id": "abcd2222",
        "trust": "Northfields",
        "rubric": "r",
        "scope": ("1A", "1B"),
        "looked_at": 1,
        "rated": 1,
        "parked": 0,
        "state": "under way",
        "map": {"1A": "AR", "1B": ""},
    }
    return Header(**about | fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "1 of 2 looked at, 1 rated"),
        ({"parked": 3}, "1 of 2 looked at, 1 rated, 3 parked"),
        ({"state": "not started", "looked_at": 0}, "not started, 2 elements"),
        ({"state": "not started", "scope": ("1A",)}, "not started, 1 element"),
    ],
)
def test_progress_in_words(fields: dict[str, Any], words: str) -> None:
    """Looked at is kept apart from rated."""
    assert format_listed_progress(_header(**fields)) == words


@pytest.mark.parametrize(
    ("saved", "words"),
    [
        (datetime(2026, 10, 6, 15, 30, tzinfo=UTC), "saved today 15:30"),
        (datetime(2026, 10, 5, 23, 59, tzinfo=UTC), "saved yesterday 23:59"),
        (datetime(2026, 3, 1, tzinfo=UTC), "saved 1 March 2026"),
        (datetime(2026, 10, 7, tzinfo=UTC), "saved 7 October 2026"),
        (None, ""),
    ],
)
def test_when_it_was_saved_in_words(saved: datetime | None, words: str) -> None:
    """As a person says it; a clock that was set back does no harm."""
    assert format_saved(saved, NOW) == words


def test_a_finished_review_says_what_comes_next() -> None:
    """It has no next element."""
    assert "Everything has been asked" in str(carry_on_card(_header(state="finished"), ""))


def test_the_colours_have_a_place_for_each_element_of_the_review_alone() -> None:
    """Headings are told by their number; what the file says of others is left out."""
    header = _header(
        scope=("1A", "2B", "2C", "Z9", "Q"), map={"1A": "AR", "1B": "R", "2B": "", "2C": "G", "Z9": "R"}
    )
    assert str(draw_card_strip(header)) == "1A:AR 2B:· C:G Z9:R"


@pytest.mark.parametrize("words", [*HOSTILE, *AT_ONCE])
def test_a_card_keeps_to_its_lines(words: str) -> None:
    """Whatever a file says of names, codes and letters."""
    header = _header(trust=words, group=words, next=words, scope=(words,) * 900, map={words: words})
    for card, lines in ((carry_on_card(header, "saved today 15:30"), 4), (review_card(header, ""), 3)):
        assert str(card).count("\n") == lines - 1
        assert all(line.cell_length <= WIDTH for line in card.split("\n"))


def test_a_long_trust_leaves_room_for_the_group() -> None:
    """Each is shortened so that the other is still read."""
    words = str(format_title(_header(trust="Trust " * 40, group="Group " * 40)))
    assert "… · Group" in words
