"""What the compare pages say and how they lay it out, without a terminal."""

import pytest

from matbot.presenters import comparison as words
from matbot.review.account import Account
from matbot.review.comparison import Comparison, build_comparison
from matbot.review.events import ElementRated, Event, EvidenceNamed, QuestionAnswered
from matbot.rubric import Rubric
from matbot.screens.compare.element import count_columns, draw_element
from matbot.screens.widgets import comparison_grid as grid
from matbot.text import shown
from tests.talk import Talk
from tests.ui.conftest import HOSTILE

LABELS = ("Heads", "Board", "Governors of the schools " * 8, *(f"Group {number}" for number in range(9)))


def _account(rubric: Rubric, name: str, *given: Event) -> Account:
    talk = Talk(rubric, group=name, review=f"r{LABELS.index(name) if name in LABELS else 99}")
    talk.log += given
    return talk.account


def _compared(rubric: Rubric, count: int) -> Comparison:
    """So many groups, of which the first is alone in rating 1A Red."""
    ratings = ["R", *["G"] * (count - 1)]
    accounts = [
        _account(rubric, name, ElementRated(element="1A", rating=rating))
        for name, rating in zip(LABELS, ratings, strict=False)
    ]
    return build_comparison(rubric, accounts)


def _remarks(comparison: Comparison) -> list[str]:
    """What there is to say of 1A, the sides by their letters."""
    return [*words.present_element(comparison, comparison.elements[0], words.format_letters).remarks]


@pytest.mark.parametrize("count", [2, 3, 7, 12])
@pytest.mark.parametrize("width", [57, 77, 97, 137])
def test_every_column_stands_below_its_head_and_fits(small_rubric: Rubric, count: int, width: int) -> None:
    """Each side's letter is right above its ratings, and how far apart they are is never cut off."""
    comparison = _compared(small_rubric, count)
    head = grid.draw_head(comparison, width).plain
    row = next(row for row in grid.rows_by_agenda(comparison) if row.key).draw(width).plain
    assert "three steps apart" in row
    assert len(row) <= width
    cells = row[row.rindex(" R ") + 1 : row.index("three")]
    assert cells.split() == ["R", *["G"] * (count - 1)]
    assert head.index("A", 1) == row.rindex(" R ") + 1
    legend = grid.draw_legend(comparison, width).plain.splitlines()
    assert all(len(line) <= width for line in legend)
    assert bool(legend) != grid.columns_for(comparison, width).labelled


def test_two_sides_stand_beside_each_other_on_80_columns_and_more_are_stacked() -> None:
    """The text is 77 columns wide there; on a wide screen several rows of them stand below each other."""
    assert [count_columns(count, 77) for count in (2, 3, 12)] == [2, 1, 1]
    assert [count_columns(count, 137) for count in (2, 3, 4, 12)] == [2, 3, 3, 3]
    assert count_columns(2, 57) == 1


def test_how_far_apart_is_said_in_words(small_rubric: Rubric) -> None:
    """From the same to three steps, the same for different reasons, and where fewer than two rated it."""

    def apart(*ratings: str, leaning: bool = False) -> str:
        given = [
            [
                *([ElementRated(element="1A", rating=rating)] if rating else []),
                QuestionAnswered(question="1A.i", leaning="red" if leaning and not place else "green"),
            ]
            for place, rating in enumerate(ratings)
        ]
        accounts = [_account(small_rubric, LABELS[place], *one) for place, one in enumerate(given)]
        return words.format_difference(build_comparison(small_rubric, accounts).elements[0])

    assert apart("AR", "AR") == "the same"
    assert apart("AR", "AR", leaning=True) == "same, why differs"
    assert apart("AR", "AG") == "one step apart"
    assert apart("R", "AG", "AG") == "two steps apart"
    assert apart("", "AG") == "only one rating"
    assert apart("", "") == "no rating yet"


def test_who_named_no_evidence_is_said(small_rubric: Rubric) -> None:
    """By letter; by nobody where it is all of them."""
    assert _remarks(_compared(small_rubric, 3)) == ["Nobody named key evidence."]
    heads = _account(small_rubric, "Heads", ElementRated(element="1A", rating="G"))
    shown_by = EvidenceNamed(element="1A", evidence="Minutes")
    board = _account(small_rubric, "Board", ElementRated(element="1A", rating="G"), shown_by)
    assert _remarks(build_comparison(small_rubric, [heads, board])) == ["No key evidence named by A."]


def test_a_side_that_was_asked_in_other_words_is_named(small_rubric: Rubric) -> None:
    """Reworded, asked less, or not asked at all: a sentence each; nothing where the words are the same."""
    heads = _account(small_rubric, "Heads", ElementRated(element="1A", rating="G"))
    fewer = {id_: words for id_, words in heads.words.items() if id_ != "1A.ii"}
    others = [
        _account(small_rubric, name).model_copy(update={"words": asked})
        for name, asked in (("Group 1", {**heads.words, "1A.i": "other"}), ("Group 2", fewer))
    ]
    assert _remarks(build_comparison(small_rubric, [heads, *others]))[1:] == [
        "Asked in other words (reworded): B. Compare with care.",
        "Not asked all of it (some questions are new): C. Compare with care.",
    ]


@pytest.mark.parametrize("width", [40, 77, 137])
@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_leaves_its_column(small_rubric: Rubric, width: int, typed: str) -> None:
    """Whatever the width and the words, no line is wider than the page, and no control character is in it."""
    text = f"{typed} and\nmore {'x' * 90}"
    talk = Talk(small_rubric, people=3, group=typed, review="k7m2").say("", "1", text, "2", text, "1 1 1 0")
    talk.say("2", text, text, text)
    talk.log.append(talk.interview.check_rating("1A", text, text, "differs", text))
    other = _account(small_rubric, "Board", QuestionAnswered(question="1A.i", leaning="green"))
    comparison = build_comparison(small_rubric, [talk.account, other])
    drawn = draw_element(comparison, comparison.elements[0], width)
    assert shown(drawn.plain) == drawn.plain
    assert all(line.cell_length <= width for line in drawn.split("\n"))
