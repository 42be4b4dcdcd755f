"""Whatever was said, a transcript can be made of it, and shows it word for word."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from matbot.report import Report, to_markdown, transcript
from matbot.report.blocks import Bullets, Heading, KeyValues, Table
from matbot.review.replies import (
    Differed,
    Evidenced,
    Explained,
    Leant,
    Named,
    Noted,
    NotNow,
    Opened,
    Prioritised,
    Rated,
    Reasoned,
    Reply,
)
from matbot.review.review import review_of
from matbot.rubric import Rubric
from matbot.text import lines
from tests.strategies import hostile, logs

AT = datetime(2026, 11, 14, 9, tzinfo=UTC)


def report_of(rubric: Rubric, log: Sequence[Reply]) -> Report:
    """The transcript of a log."""
    return transcript(rubric, review_of(rubric, log), date(2026, 11, 22))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_report_of_any_log_can_be_written(rubric: Rubric, data: st.DataObject) -> None:
    """Whatever was said, in whatever order, the transcript is made, keeps its tables even, and is tidy."""
    report = report_of(rubric, data.draw(logs(rubric)))
    text = to_markdown(report)
    assert all(len(row) == len(t.columns) for t in report.blocks if isinstance(t, Table) for row in t.rows)
    assert all(block.pairs for block in report.blocks if isinstance(block, KeyValues))
    assert not [line for line in text.split("\n") if line != line.rstrip()]
    listed = [isinstance(block, Bullets | KeyValues) for block in report.blocks]
    assert (True, True) not in set(pairwise(listed)), "two lists would become one"


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_headings_go_down_a_level_at_a_time(rubric: Rubric, data: st.DataObject) -> None:
    """Whoever hears the report read out can find the way by its headings."""
    blocks = report_of(rubric, data.draw(logs(rubric))).blocks
    levels = [1, *(block.level for block in blocks if isinstance(block, Heading))]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def everywhere(rubric: Rubric, place: str, text: str) -> list[Reply]:
    """A review with a text in one place, and something ordinary around it."""
    row = Prioritised(priority="p", elements=("2B",), **({place: text} if place in _ROW else {}))
    later = NotNow(element="3A", **({place: text} if place in _LATER else {}))
    said: dict[str, list[Reply]] = {
        "note": [Leant(question="1A.i", leaning="red"), Noted(question="1A.i", note=text)],
        "private": [Leant(question="1A.i", leaning="red"), Noted(question="1A.i", note=text, private=True)],
        "reason": [Leant(question="1A.i", leaning="does not apply"), Explained(question="1A.i", reason=text)],
        "rationale": [Reasoned(element="1A", rationale=text)],
        "evidence": [Evidenced(element="1A", evidence=text)],
        "differs": [Differed(element="1A", differs=text)],
        "snapshot": [Named(name=text, at=AT)],
    }
    names = {"trust": "T", "group": "G"} | ({place: text} if place in ("trust", "group") else {})
    who = Opened(review="k7m2", people=3, rubric=rubric.id, at=AT, **names)
    return [who, Rated(element="1A", rating="G"), row, later, *said.get(place, [])]


_ROW = ("issues", "action", "progress", "success_measure", "lead", "next_look")
_LATER = ("why", "mitigation", "look_again")
_LINE_BY_LINE = ("note", "private", "reason", "rationale", "evidence", "differs")
_ELSEWHERE = {
    "trust": "Trust: {}",
    "group": "Who took part: {} (3 people)",
    "snapshot": "You gave 14 November 2026 a name: {}",
}
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@pytest.mark.parametrize("place", [*_LINE_BY_LINE, *_ROW, *_LATER, *_ELSEWHERE])
@settings(max_examples=25, deadline=None)
@given(text=hostile.filter(lines))
def test_what_people_said_comes_back_as_typed(rubric: Rubric, place: str, text: str) -> None:
    """Wherever in a review something was typed, the transcript shows it word for word, doing nothing."""
    tokens = PARSER.parse(to_markdown(report_of(rubric, everywhere(rubric, place, text))))
    found = [
        "".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"
    ]
    if place in _LINE_BY_LINE:
        first = len(lines(text))
        assert any(found[start : start + first] == lines(text) for start in range(len(found)))
    else:
        assert _ELSEWHERE.get(place, "{}").replace("{}", " / ".join(lines(text))) in found
    assert not {token.type for token in tokens} & {"html_block", "fence", "code_block", "hr"}
