"""Reports of other frameworks: whatever was said, on whichever scale, they are made, in its words."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.cli.review_words import format_review
from matbot.interview import Interview
from matbot.report.blocks import Bullets, HeadingBlock, HeatMap, KeyValues, Report
from matbot.report.board import board
from matbot.report.comparison import comparison_report
from matbot.report.fill_in import FillIn
from matbot.report.formats.html import to_html
from matbot.report.formats.markdown import to_markdown
from matbot.report.formats.word import to_word
from matbot.report.learning_set import learning_set_report
from matbot.report.offer import build_offer
from matbot.report.pack import pack
from matbot.report.svg import heat_map_svgs
from matbot.report.transcript import transcript
from matbot.review.account import Account
from matbot.review.account_building import account_of
from matbot.review.comparison import build_comparison
from matbot.review.events import AccountAdded, ElementRated, EvidenceNamed, QuestionAnswered
from matbot.review.fold import review_of
from matbot.review.heat_map import heat_map
from matbot.review.learning_set import learning_set
from matbot.rubric import Level, Rubric
from tests.frameworks import FIVE_LEVELS, RED_TO_GREEN, five_ratings, three_ratings, twelve
from tests.strategies import accounts, logs
from tests.talk import Talk
from tests.unit.test_report_any_review import check

WRITTEN = date(2026, 11, 22)
COLOUR = re.compile(r"\b(red|amber|green)\b", re.IGNORECASE)
OTHERS: list[Callable[[], Rubric]] = [five_ratings, three_ratings]


@cache
def on_scale(rubric: Rubric, scale: tuple[Level, ...]) -> Rubric:
    """The same framework with another scale."""
    return Rubric(**{**dict(rubric), "scale": scale})


def rated(rubric: Rubric, review: str, *ratings: str, scope: tuple[str, ...] = ()) -> Account:
    """What a trust says that rated the first elements so."""
    talk = Talk(rubric, scope, review=review, group="")
    talk.log += [
        ElementRated(element=code, rating=one)
        for code, one in zip(rubric.elements, ratings, strict=False)
        if one
    ]
    return account_of(rubric, talk.log).model_copy(update={"trust": f"Trust {review}"})


@pytest.mark.parametrize("make", [*OTHERS, twelve])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_report_of_any_log_can_be_written(make: Callable[[], Rubric], data: st.DataObject) -> None:
    """The transcript, the Board paper and the terminal's, after a year and with groups."""
    rubric = make()
    first, *log = data.draw(logs(rubric))
    before, group = data.draw(accounts(rubric)), data.draw(accounts(rubric))
    brought = [AccountAdded(role="earlier", account=before), AccountAdded(role="group", account=group)]
    interview = Interview(rubric, [first, *brought, *log])
    check(transcript(rubric, interview.review, WRITTEN))
    check(board(rubric, interview.review, WRITTEN))
    assert format_review(interview)


@pytest.mark.parametrize("make", OTHERS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_comparison_can_be_written(make: Callable[[], Rubric], data: st.DataObject) -> None:
    """Of few and of many; a learning set and an offer too."""
    rubric = make()
    sides = data.draw(st.lists(accounts(rubric), min_size=2, max_size=5))
    sides = [side.model_copy(update={"review": f"side{place}"}) for place, side in enumerate(sides)]
    check(comparison_report(build_comparison(rubric, sides), WRITTEN))
    check(learning_set_report(learning_set(rubric, sides[:2], list(rubric.elements)[:2]), WRITTEN))
    check(build_offer(rubric, sides[0], WRITTEN))


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_year_before_on_another_scale_can_be_told(data: st.DataObject) -> None:
    """Its letters stand for nothing here, and nothing is said to have moved."""
    rubric = five_ratings()
    first, *log = data.draw(logs(rubric))
    before = data.draw(accounts(on_scale(rubric, RED_TO_GREEN)))
    review = review_of(rubric, [first, AccountAdded(role="earlier", account=before), *log])
    check(transcript(rubric, review, WRITTEN))
    assert board(rubric, review, WRITTEN).blocks


def of(report: Report, block: type[Any]) -> list[Any]:
    """The blocks of a kind."""
    return [one for one in report.blocks if isinstance(one, block)]


@pytest.mark.parametrize("make", OTHERS)
def test_nothing_is_told_in_the_colours_of_another_scale(make: Callable[[], Rubric]) -> None:
    """Leanings, ends and drafts are in the words of the scale, where little and where much was said."""
    rubric = make()
    last = rubric.scale[-1].letters
    before = rated(rubric, "a2b3", last).model_copy(update={"said": datetime(2025, 11, 4, tzinfo=UTC)})
    talk = Talk(rubric, since=before)
    empty = review_of(rubric, Talk(rubric).log)
    for number, question in enumerate(rubric.questions):
        leanings = ("red", "nearer red", "nearer green", "green")
        talk.log.append(QuestionAnswered(question=question, leaning=leanings[number % 4]))
    talk.log.append(ElementRated(element=next(iter(rubric.elements)), rating=rubric.scale[0].letters))
    review = review_of(rubric, talk.log)
    other = rated(rubric, "c4d5", last)
    reports = [
        *(make(rubric, one, WRITTEN) for one in (empty, review) for make in (transcript, board)),
        comparison_report(build_comparison(rubric, [account_of(rubric, talk.log), other]), WRITTEN),
        *(pack(rubric, list(rubric.elements), kind=kind) for kind in FillIn),
    ]
    for report in reports:
        words = to_markdown(report)
        assert not COLOUR.search(words), COLOUR.search(words)
    text = to_markdown(reports[2])
    assert "moved towards the weak end" in text
    assert "nearer the strong end" in text
    assert "Not yet decided:" in to_markdown(reports[3])


def test_a_question_described_at_one_end_is_placed_by_that_end() -> None:
    """As it was when it was asked: nothing is said to be like an end that nobody described."""
    rubric = five_ratings()
    talk = Talk(rubric)
    talk.log += [
        QuestionAnswered(question="QE-1.c", leaning="red"),
        QuestionAnswered(question="QE-2.a", leaning="nearer green"),
    ]
    words = to_markdown(transcript(rubric, review_of(rubric, talk.log), WRITTEN))
    assert "**Not like the strong end.**" in words
    assert "**Further from the weak end.**" in words
    assert "Part of 1 The hull.\n" in words, "QE-2 does not say what it covers"


def test_the_middle_of_a_scale_is_neither_offered_nor_a_wish_for_help() -> None:
    """It is told all the same; what both rate in the middle is no strength that they share."""
    rubric = three_ratings()
    account = rated(rubric, "a2b3", "H", "M", "L")
    report = build_offer(rubric, account, WRITTEN)
    headings = [block.text for block in of(report, HeadingBlock)]
    assert headings == [
        "What we can offer",
        "1.1 Loaf 1.1: High (H)",
        "What we would like help with",
        "1.3 Loaf 1.3: Low (L)",
        "In the middle of the scale",
        "1.2 Loaf 1.2: Middling (M)",
    ]
    other = rated(rubric, "c4d5", "H", "M", "M")
    found = learning_set_report(learning_set(rubric, [account, other], list(rubric.elements)), WRITTEN)
    headings = [block.text for block in of(found, HeadingBlock) if block.level == 2]
    assert headings[1:] == [
        "Strengths that you share",
        "In the middle of the scale for one of you at least",
        "Not rated by both of you yet",
    ]
    assert [block.items for block in of(found, Bullets)] == [
        ("1.2 Loaf 1.2", "1.3 Loaf 1.3"),
        ("1.4 Loaf 1.4",),
    ]


def test_a_heading_with_many_elements_is_drawn_in_several_pieces() -> None:
    """None is so high that it could not be read on paper; each says whose it is."""
    rubric = three_ratings(elements=20)
    block = HeatMap(rubric.scale, heat_map(rubric, review_of(rubric, Talk(rubric).log)))
    pieces = list(heat_map_svgs(block, "map"))
    page = 1  # the white page that each has behind it
    assert [piece.count("<rect") - page for piece in pieces] == [7, 7, 6]
    assert ["(goes on)" in piece for piece in pieces] == [False, True, True]


def test_the_map_on_a_terminal_has_room_for_codes_and_long_names() -> None:
    """Codes, letters and names stand apart, and no line is longer than the terminal."""
    long = (*FIVE_LEVELS[:4], Level(letters="ZZZ", name="So good that others travel far to come and see it"))
    rubric = on_scale(five_ratings(), long)
    talk = Talk(rubric)
    talk.log += [ElementRated(element="QE-1", rating="ZZZ"), EvidenceNamed(element="QE-1", evidence="Seen")]
    lines = format_review(Interview(rubric, talk.log)).split("\n")
    assert "  QE-1  ZZZ  So good that others travel far to c…  Planks and joints" in lines
    assert "  QE-2  ·    Not reviewed                          Paint" in lines
    assert max(map(len, lines)) <= 80


def test_long_names_are_not_broken_above_a_picture_in_word() -> None:
    """The columns have the letters alone, where the words of the names are longer than they are wide."""
    for rubric, heads in (
        (five_ratings(), [level.letters for level in FIVE_LEVELS]),
        (twelve(), [f"{level.letters} {level.name}" for level in RED_TO_GREEN]),
    ):
        first, last = rubric.scale[0].letters, rubric.scale[-1].letters
        sides = [rated(rubric, "a2b3", first), rated(rubric, "c4d5", last)]
        report = comparison_report(build_comparison(rubric, sides), WRITTEN)
        picture = Document(BytesIO(to_word(report))).tables[1]
        assert [cell.text for cell in picture.rows[0].cells][1:] == heads


@pytest.mark.parametrize("make", [five_ratings, twelve, lambda: three_ratings(elements=40, questions=15)])
def test_a_pack_and_a_transcript_of_any_size_can_be_written(make: Callable[[], Rubric]) -> None:
    """As a page: one heading or many, three levels or five, and as many questions as there are."""
    rubric = make()
    report = pack(rubric, list(rubric.elements), kind=FillIn.PAPER)
    assert to_html(report).count("<td></td>") == 2 * len(rubric.questions) + len(rubric.elements) * (
        len(rubric.scale) + 3
    )
    facts = of(transcript(rubric, review_of(rubric, Talk(rubric).log), WRITTEN), KeyValues)
    assert rubric.scale[-1].name in [name for block in facts for name, _ in block.pairs]
