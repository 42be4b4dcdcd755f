"""The Board paper: a first page that stands alone, and every word of it on the pages that follow."""

from collections.abc import Sequence
from datetime import date

import pytest

from matbot.report.blocks import Block, HeadingBlock, HeatMap, KeyValues, RatingCell, Table, plain
from matbot.report.board import board
from matbot.report.fill_in import FillIn
from matbot.report.offer import build_offer
from matbot.report.pack import pack, rating_labels
from matbot.report.words import shorten_words
from matbot.review import events
from matbot.review.account_building import account_of
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.review.priorities import NO_ISSUE, draft_priority
from matbot.rubric import Rubric
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)
LONG = "We looked at it in every school, and in every school we heard something else. " * 10


def blocks_of(rubric: Rubric, *log: Event) -> tuple[list[Block], list[Block]]:
    """The blocks of the first page, and those that follow."""
    review = review_of(rubric, [*Talk(rubric, people=4).log, *log])
    blocks = list(board(rubric, review, WRITTEN).blocks)
    end = next(place for place, one in enumerate(blocks) if isinstance(one, HeadingBlock) and one.new_page)
    return blocks[:end], blocks[end:]


def words_of(blocks: Sequence[Block]) -> str:
    """All that blocks say."""
    return "\n".join(map(repr, blocks))


def test_the_first_page_has_all_four_parts_and_says_long_words_short(rubric: Rubric) -> None:
    """The map, what is strong with its evidence, what we propose and what we leave; in full after that."""
    first, after = blocks_of(
        rubric,
        events.ElementRated(element="1A", rating="G"),
        events.EvidenceNamed(element="1A", evidence=f"Minutes. {LONG}"),
        events.ElementRated(element="1B", rating="R"),
        events.PriorityWritten(priority="p", elements=("1B",), action=f"Visits. {LONG}", progress=LONG),
        events.ElementDeferred(element="2B", why=f"No money. {LONG}", mitigation="A working group"),
    )
    headings = [block.text for block in first if isinstance(block, HeadingBlock)]
    assert headings == [
        "Where we stand", "What is strong", "What we propose", "Deferred, and why"
    ]  # fmt: skip
    assert any(isinstance(block, HeatMap) and block.compact for block in first)
    assert "1A Clarity of purpose: Green (G). Minutes. We looked" in words_of(first)
    cells = [plain(cell) for block in first if isinstance(block, Table) for row in block.rows for cell in row]
    assert max(map(len, cells)) <= 420
    assert LONG.strip() not in words_of(first)
    assert all(
        f"{begins} {LONG.strip()}" in words_of(after) for begins in ("Minutes.", "Visits.", "No money.")
    )
    assert "A working group" in words_of(after)


def test_nothing_at_the_red_end_is_passed_over_in_silence(rubric: Rubric) -> None:
    """What is neither proposed nor left for now is named, and nothing else is; all four parts are there."""
    ratings = zip(("1A", "1B", "2A", "2B"), ("R", "AR", "R", "G"), strict=True)
    log = [events.ElementRated(element=code, rating=rating) for code, rating in ratings]
    row = events.PriorityWritten(priority="p", elements=("2A",))
    first, _ = blocks_of(rubric, *log, row)
    assert "Nothing has been deferred." in words_of(first)
    assert "Not yet decided:" in words_of(first)
    assert "1A Clarity of purpose (Red); 1B Understanding of needs (Amber Red)." in words_of(first)
    every = [events.ElementDeferred(element=code) for code in ("1A", "1B")]
    assert "Not yet decided" not in words_of(blocks_of(rubric, *log, row, *every)[0])


def test_it_says_which_ratings_were_given_at_a_glance(rubric: Rubric) -> None:
    """Nothing is said of questions that were not talked through, or of people who were one alone."""
    ways = {"1A": "glance", "1B": "questions"}
    begun = {code: events.ElementBegun(element=code, way=way) for code, way in ways.items()}
    rated = {code: events.ElementRated(element=code, rating="R") for code in ways}
    for codes, words in (
        (("1A",), "Every rating was given at a glance, not question by question. Those who took part chose"),
        (
            ("1A", "1B"),
            "The rating of 1A was given at a glance, not question by question. Those who took part chose",
        ),
        (("1B",), "Those who took part chose the colour of each element that is rated."),
    ):
        log = [event for code in codes for event in (begun[code], rated[code])]
        assert words in words_of(blocks_of(rubric, *log)[0])


def test_whoever_is_about_to_share_it_sees_what_to_look_for(rubric: Rubric) -> None:
    """The reminder of names stands above everything else."""
    first, after = blocks_of(rubric)
    heading = next(place for place, one in enumerate(first) if isinstance(one, HeadingBlock))
    assert "names of pupils and staff" in words_of(first[:heading])
    assert "names of pupils" not in words_of(after)


def test_no_question_is_named_by_a_numeral_alone(rubric: Rubric) -> None:
    """Answers are counted: what a numeral stands for is in the Full record."""
    leanings = [
        events.QuestionAnswered(question=f"1A.{numeral}", leaning="green") for numeral in ("i", "ii", "iii")
    ]
    _, after = blocks_of(rubric, *leanings, events.QuestionAnswered(question="1A.v", leaning="nearer red"))
    (facts,) = [one for one in after if isinstance(one, KeyValues) and one.pairs[0][0] == "Its questions"]
    assert facts.pairs[0][1] == "3 nearer Green; 1 nearer Red; 2 not answered"


def issues_in(blocks: Sequence[Block]) -> str:
    """What stands under the key issues of the one priority."""
    (table,) = [block for block in blocks if isinstance(block, Table) and "Key issues" in block.columns]
    return plain(table.rows[0][table.columns.index("Key issues")])


def test_key_issues_that_nobody_put_in_words_yet_are_told_as_a_draft(rubric: Rubric) -> None:
    """As they were drafted, and marked so; what the draft asks of the group is not for the board."""
    row = events.PriorityWritten(
        priority="p", elements=("1A",), issues="(i) A blunt note", drafted=("issues",)
    )
    _, after = blocks_of(rubric, row)
    assert issues_in(after) == "(draft) (i) A blunt note"
    assert "What begins with (draft) is not agreed yet." in words_of(after)
    mine = row.model_copy(update={"drafted": ()})
    assert issues_in(blocks_of(rubric, mine)[1]) == "(i) A blunt note"
    assert "is not agreed yet" not in words_of(blocks_of(rubric, mine)[1])
    empty = row.model_copy(update={"issues": f"(ii) {NO_ISSUE}"})
    assert issues_in(blocks_of(rubric, empty)[1]) == "To be agreed"


def test_a_note_that_became_private_is_in_no_draft_that_the_board_reads(rubric: Rubric) -> None:
    """Neither one that was private all along, nor one that was made private once it had been drafted from."""
    talk = Talk(rubric, people=4)
    talk.log += [
        events.QuestionAnswered(question="1A.i", leaning="red"),
        events.NoteWritten(question="1A.i", note="Nobody can say it"),
        events.QuestionAnswered(question="1A.ii", leaning="nearer red"),
        events.NoteWritten(question="1A.ii", note="The chair", private=True),
        events.QuestionAnswered(question="1A.iii", leaning="red"),
        events.NoteWritten(question="1A.iii", note="Too late"),
    ]
    row = draft_priority(rubric, review_of(rubric, talk.log), "1A")
    log = [*talk.log[2:], row]
    assert issues_in(blocks_of(rubric, *log)[1]) == "(draft) (i) Nobody can say it\n(iii) Too late"
    log.append(events.NoteWritten(question="1A.i", note="Nobody can say it", private=True))
    assert issues_in(blocks_of(rubric, *log)[1]) == "(draft) (iii) Too late"
    part = board(rubric.part(["1B"]), review_of(rubric.part(["1B"]), [*talk.log, row]), WRITTEN)
    assert "Nobody can say it" not in words_of(part.blocks)


def test_when_to_look_again_stands_in_a_table(rubric: Rubric) -> None:
    """A focus area can be long: it has a column, and is no label."""
    row = events.PriorityWritten(priority="p", elements=(), focus="Time to lead", next_look="February")
    _, after = blocks_of(rubric, row)
    assert any(isinstance(one, Table) and ("Time to lead", "February") in one.rows for one in after)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One line", "One line"),
        ("Two\nlines", "Two / lines"),
        ("Cut between two words, and not inside one", "Cut between two words…"),
        ("x" * 40, "x" * 23 + "…"),
    ],
)
def test_words_are_cut_between_two_words(text: str, short: str) -> None:
    """Unless one word is longer than the line; what was cut ends with an ellipsis."""
    assert shorten_words(text, 24) == short
    assert len(short) <= 24


def test_a_learning_set_lists_what_was_looked_at(rubric: Rubric) -> None:
    """The elements of the review, and none that nobody meant to look at."""
    log = [*Talk(rubric, ["1A", "1B"]).log, events.ElementRated(element="4A", rating="G")]
    found = build_offer(rubric, account_of(rubric, log), WRITTEN)
    (facts,) = [block for block in found.blocks if isinstance(block, KeyValues)]
    elements = dict(facts.pairs)["Elements"]
    assert [title.partition(" ")[0] for title in elements.split("; ")] == ["1A", "1B", "4A"]


def test_a_pack_on_paper_has_the_scale_in_colour_and_letters(rubric: Rubric) -> None:
    """Each form for a rating stays on one page; what goes to Word and comes back has names alone."""
    for kind in (FillIn.PAPER, FillIn.CELLS):
        tables = [block for block in pack(rubric, ["1A"], kind=kind).blocks if isinstance(block, Table)]
        form = tables[-1]
        assert form.whole
        first = [row[0] for row in form.rows]
        if kind is FillIn.PAPER:
            assert first[:2] == [RatingCell("R", "Red"), RatingCell("AR", "Amber Red")]
        else:
            assert first == list(rating_labels(rubric))
