"""Whatever was said, a report can be made of it, and shows it word for word."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from matbot.report.blocks import Bullets, HeadingBlock, KeyValues, Report, Table
from matbot.report.board import board
from matbot.report.comparison import comparison_report
from matbot.report.formats.markdown import to_markdown
from matbot.report.learning_set import learning_set_report
from matbot.report.transcript import transcript
from matbot.review.account import (
    Account,
    Check,
    ElementAccount,
    LeftAccount,
    PriorityAccount,
    QuestionAccount,
)
from matbot.review.comparison import MOST, build_comparison
from matbot.review.events import (
    AccountAdded,
    DissentNoted,
    ElementDeferred,
    ElementRated,
    Event,
    EvidenceNamed,
    NoteWritten,
    PriorityWritten,
    QuestionAnswered,
    RationaleGiven,
    RealityChecked,
    ReasonGiven,
    ReviewOpened,
    VersionSaved,
)
from matbot.review.fold import review_of
from matbot.review.learning_set import learning_set
from matbot.rubric import Rubric
from matbot.text import lines
from tests.strategies import accounts, hostile, logs
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)
AT = datetime(2026, 11, 14, 9, tzinfo=UTC)


def report_of(rubric: Rubric, log: Sequence[Event]) -> Report:
    """The transcript of a log."""
    return transcript(rubric, review_of(rubric, log), WRITTEN)


def check(report: Report) -> None:
    """A report is tidy: even tables, no empty lists, no white space left over, headings a level at a time."""
    text = to_markdown(report)
    assert all(len(row) == len(t.columns) for t in report.blocks if isinstance(t, Table) for row in t.rows)
    assert all(block.pairs for block in report.blocks if isinstance(block, KeyValues))
    assert all(block.items for block in report.blocks if isinstance(block, Bullets))
    assert not [line for line in text.split("\n") if line != line.rstrip()]
    listed = [isinstance(block, Bullets | KeyValues) for block in report.blocks]
    assert (True, True) not in set(pairwise(listed)), "two lists would become one"
    levels = [1, *(block.level for block in report.blocks if isinstance(block, HeadingBlock))]
    assert all(after - before <= 1 for before, after in pairwise(levels)), "a level is left out"
    headings = [isinstance(block, HeadingBlock) and block.level for block in report.blocks]
    assert all(after > before for before, after in pairwise(headings) if before and after), "an empty heading"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_report_of_any_log_can_be_written(rubric: Rubric, data: st.DataObject) -> None:
    """Whatever was said, in whatever order, the transcript is made and tidy; so is the Board paper."""
    log = data.draw(logs(rubric))
    check(report_of(rubric, log))
    check(board(rubric, review_of(rubric, log), WRITTEN))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_report_of_any_year_on_of_any_groups_can_be_written(rubric: Rubric, data: st.DataObject) -> None:
    """Whatever the year before and the groups said, the transcript is made and tidy."""
    first, *log = data.draw(logs(rubric))
    before, *groups = data.draw(st.lists(accounts(rubric), min_size=1, max_size=4))
    before = before.model_copy(
        update={"groups": tuple(groups), "earlier": data.draw(st.none() | accounts(rubric))}
    )
    brought = [
        AccountAdded(role="earlier", account=before),
        *(AccountAdded(role="group", account=one) for one in groups),
    ]
    check(report_of(rubric, [first, *brought, *log]))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_comparison_and_any_learning_set_can_be_written(rubric: Rubric, data: st.DataObject) -> None:
    """Whatever two to twelve groups said, the comparison is made and tidy; so is a learning set."""
    sides = [
        side.model_copy(update={"review": f"side{place}"})
        for place, side in enumerate(data.draw(st.lists(accounts(rubric), min_size=2, max_size=MOST)))
    ]
    check(comparison_report(build_comparison(rubric, sides), WRITTEN))
    check(learning_set_report(learning_set(rubric, sides[:2], ["1A", "1B"], ["Jones"]), WRITTEN))


def everywhere(rubric: Rubric, place: str, text: str) -> list[Event]:
    """A review with a text in one place, and something ordinary around it."""
    row = PriorityWritten(priority="p", elements=("2B",), **({place: text} if place in _ROW else {}))
    later = ElementDeferred(element="3A", **({place: text} if place in _LATER else {}))
    values: dict[str, list[Event]] = {
        "note": [QuestionAnswered(question="1A.i", leaning="red"), NoteWritten(question="1A.i", note=text)],
        "private": [
            QuestionAnswered(question="1A.i", leaning="red"),
            NoteWritten(question="1A.i", note=text, private=True),
        ],
        "reason": [
            QuestionAnswered(question="1A.i", leaning="does not apply"),
            ReasonGiven(question="1A.i", reason=text),
        ],
        "rationale": [RationaleGiven(element="1A", rationale=text)],
        "evidence": [EvidenceNamed(element="1A", evidence=text)],
        "differs": [DissentNoted(element="1A", differs=text)],
        "snapshot": [VersionSaved(name=text, at=AT)],
        "check": [RealityChecked(element="1A", with_whom="Peers", outcome="agrees", said=text)],
        "year": [AccountAdded(role="earlier", account=saying(rubric, text))],
        "group's": [AccountAdded(role="group", account=saying(rubric, text, group=text))],
    }
    names = {"trust": "T", "group": "G"} | ({place: text} if place in ("trust", "group") else {})
    who = ReviewOpened(review="k7m2", people=3, rubric=rubric.id, at=AT, **names)
    return [who, ElementRated(element="1A", rating="G"), row, later, *values.get(place, [])]


_ROW = ("issues", "action", "progress", "success_measure", "lead", "next_look")
_LATER = ("why", "mitigation", "look_again")
_LINE_BY_LINE = ("note", "private", "reason", "rationale", "evidence", "differs", "check")
_ELSEWHERE = {
    "trust": "Trust: {}",
    "group": "Who took part: {} (3 people)",
    "year": "You said: Heads: {}",
    "group's": "{}",
    "snapshot": "Version saved on 14 November 2026: {}",
}
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def saying(rubric: Rubric, text: str, **more: object) -> Account:
    """An account with a text in every place where people type one."""
    check = Check(with_whom=text, when=text, outcome="agrees", said=text)
    placed = QuestionAccount(leaning="red", note=text)
    values = ElementAccount(
        rating="R", rationale=text, evidence=text, differs=text, checks=(check,), questions={"1A.i": placed}
    )
    row = PriorityAccount(priority="p", elements=("1A",), issues=text, action=text, progress=text)
    update = {
        "elements": {"1A": values},
        "priorities": (row,),
        "not_now": (LeftAccount(element="2B", why=text),),
    }
    return Talk(rubric, review="there234").account.model_copy(update={**update, **more})


def shown(report: Report) -> list[str]:
    """The texts that a report's Markdown shows; nothing in it may be more than text."""
    tokens = PARSER.parse(to_markdown(report))
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block", "hr"}
    children = [token.children or [] for token in tokens if token.type == "inline"]
    assert not {one.type for some in children for one in some} & {
        "link_open",
        "image",
        "html_inline",
        "em_open",
    }
    return ["".join(child.content for child in some) for some in children]


@pytest.mark.parametrize("place", [*_LINE_BY_LINE, *_ROW, *_LATER, *_ELSEWHERE])
@settings(max_examples=25, deadline=None)
@given(text=hostile.filter(lines))
def test_what_people_said_comes_back_as_typed(rubric: Rubric, place: str, text: str) -> None:
    """Wherever in a review something was typed, the transcript shows it word for word, doing nothing."""
    found = shown(report_of(rubric, everywhere(rubric, place, text)))
    if place in _LINE_BY_LINE:
        first = len(lines(text))
        assert any(found[start : start + first] == lines(text) for start in range(len(found)))
    else:
        assert _ELSEWHERE.get(place, "{}").replace("{}", " / ".join(lines(text))) in found


@settings(max_examples=60, deadline=None)
@given(text=hostile.filter(lines))
def test_what_groups_said_comes_back_as_typed_side_by_side(rubric: Rubric, text: str) -> None:
    """In a comparison of a few each word stands as typed; in one of many nothing typed does anything."""
    mine = saying(rubric, text, trust=text, group=text, moment=text)
    theirs = Talk(rubric, review="a2b3").account.model_copy(
        update={"elements": {"1A": ElementAccount(rating="G")}}
    )
    flat = " / ".join(lines(text))
    found = shown(comparison_report(build_comparison(rubric, [mine, theirs]), WRITTEN))
    assert found.count(flat) >= 5, "the trust, the group, why, the evidence, who differs"
    assert f"there234, as of “{flat}”" in found
    many = [mine.model_copy(update={"review": f"side{place}"}) for place in range(5)]
    assert shown(comparison_report(build_comparison(rubric, [*many, theirs]), WRITTEN))
    learning = learning_set_report(learning_set(rubric, [mine, theirs], ["1A"]), WRITTEN)
    assert flat in shown(learning)
