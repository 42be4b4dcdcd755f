"""Priorities by command: chosen, edited, ordered, left for later, and written as a table alone."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from matbot.review.events import ElementRated, Event, NoteWritten, QuestionAnswered
from matbot.store.workspace import Workspace
from tests.speaking import Result, run


@pytest.fixture(autouse=True)
def id_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A review in which 1A leans red in one question and 2B is a strength."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.chdir(tmp_path)
    id_ = run("new", "--trust", "Northfields", "--elements", "1A,2B,3A").out.strip()
    output: list[Event] = [
        QuestionAnswered(question="1A.i", leaning="red"),
        NoteWritten(question="1A.i", note="Nobody can say it."),
        ElementRated(element="1A", rating="R"),
        ElementRated(element="2B", rating="G"),
    ]
    with Workspace(tmp_path / "workspace").open(id_) as file:
        file.append(*output)
    return id_


def shown(id_: str) -> dict[str, Any]:
    """What the review says, to programs."""
    shape: dict[str, Any] = json.loads(run("show", id_, "--json").out)
    return shape


def choose(id_: str, *arguments: str) -> Result:
    """`matbot priority`, which must work."""
    result = run("priority", id_, *arguments)
    assert (result.status, result.err) == (0, "")
    return result


def test_a_new_row_is_drafted_and_its_id_printed(id_: str) -> None:
    """What was said stands, what was not is drafted as in the app, and later edits go to the same row."""
    row = choose(id_, "--element", "1a", "--lead", "Jo", "--milestones", "By May").out.strip()
    assert choose(id_, "--element", "1A", "--success", "Ask them", "--next-look", "June").out.strip() == row
    (found,) = shown(id_)["priorities"]
    assert found == {
        "id": row, "elements": ["1A"], "focus": "", "issues": "(i) Nobody can say it.", "action": "",
        "progress": found["progress"], "success_measure": "Ask them", "milestones": "By May", "lead": "Jo",
        "next_look": "June", "draft": True,
    }  # fmt: skip
    assert found["progress"].startswith("(i) ")


def test_saying_the_same_again_changes_nothing(id_: str, tmp_path: Path) -> None:
    """The id is printed, and the log does not grow."""
    choose(id_, "--element", "2B", "--issues", "Build on it")
    (path,) = (tmp_path / "workspace" / "reviews").glob("*.matbot.json")
    before = path.read_bytes()
    assert choose(id_, "--element", "2B", "--issues", "Build on it").out
    assert path.read_bytes() == before


def test_rows_about_several_elements_or_none_are_named_by_their_ids(id_: str) -> None:
    """A focus area in people's own words is enough, and can be changed."""
    own = choose(id_, "--focus", "The sixth form").out.strip()
    both = choose(id_, "--element", "2B,1A", "--focus", "Both").out.strip()
    assert choose(id_, "--focus", "the sixth form", "--lead", "Jo").out.strip() == own
    assert choose(id_, "--row", own, "--focus", "Post-16", "--element", "3A").out.strip() == own
    choose(id_, "--order", both)
    rows = [(row["id"], row["elements"], row["focus"]) for row in shown(id_)["priorities"]]
    assert rows == [(both, ["1A", "2B"], "Both"), (own, ["3A"], "Post-16")]


def test_rows_are_ordered_taken_off_and_come_back(id_: str) -> None:
    """Those that are not named follow; a row that people wrote in comes back as it was."""
    rows = [choose(id_, "--element", code, "--lead", code).out.strip() for code in ("1A", "2B", "3A")]
    assert choose(id_, "--order", "3a, 1A").out == ""
    assert [row["id"] for row in shown(id_)["priorities"]] == [rows[2], rows[0], rows[1]]
    assert choose(id_, "--drop", "1A").out == ""
    assert choose(id_, "--element", "1A").out.strip() == rows[0]
    assert {row["lead"] for row in shown(id_)["priorities"]} == {"1A", "2B", "3A"}


def test_not_now_says_why_and_can_be_said_further_or_taken_back(id_: str) -> None:
    """What is not said anew stands; choosing the element ends it, and so does dropping it."""
    choose(id_, "--not-now", "1A", "--why", "Too soon", "--mitigation", "The chair watches it")
    choose(id_, "--not-now", "1A", "--look-again", "Easter")
    left = {"element": "1A", "why": "Too soon", "mitigation": "The chair watches it", "look_again": "Easter"}
    assert shown(id_)["not_now"] == [left]
    choose(id_, "--drop", "1A")
    assert shown(id_)["not_now"] == []
    choose(id_, "--not-now", "1A")
    choose(id_, "--element", "1A")
    assert shown(id_)["not_now"] == []


WRONG: Sequence[tuple[Sequence[str], str]] = (
    ([], "Say what to do"),
    (["--lead", "Jo"], "Say what to do"),
    (["--element", "9Z"], "no element 9Z"),
    (["--element", ""], "without a code"),
    (["--focus", " \x1b[31m "], "Say what it is about"),
    (["--row", "nothing"], "nothing is not on the table"),
    (["--element", "1A", "--why", "x"], "--why does not go with --element"),
    (["--drop", "2B", "--order", "2B"], "one thing at a time"),
    (["--drop", "2B"], "2B is not on the table"),
    (["--drop", ""], "is not on the table"),
    (["--order", ","], "Name the rows"),
    (["--order", "1A,2B"], "Nothing is on it yet"),
    (["--not-now", "1A"], "Say why"),
    (["--not-now", "1A,2B", "--why", "x"], "one element at a time"),
    (["--not-now", "9Z", "--why", "x"], "no element 9Z"),
)


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_asked_wrongly_it_says_what_to_type(id_: str, arguments: Sequence[str], words: str) -> None:
    """In one line, and nothing is saved."""
    before = shown(id_)
    result = run("priority", id_, *arguments)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert words in result.err
    assert shown(id_) == before


def test_one_that_is_a_priority_is_not_left_for_later_too(id_: str) -> None:
    """It says how to take it off first."""
    choose(id_, "--element", "1A")
    result = run("priority", id_, "--not-now", "1A", "--why", "x")
    assert result.status == 2
    assert "--drop 1A" in result.err


def test_an_element_of_several_rows_is_asked_for_by_id(id_: str) -> None:
    """The ids are named."""
    first = choose(id_, "--element", "1A,2B").out.strip()
    second = choose(id_, "--element", "2B,3A").out.strip()
    result = run("priority", id_, "--drop", "2B")
    assert result.status == 2
    assert f"{first}, {second}" in result.err
    choose(id_, "--drop", first)


def test_the_table_is_written_and_never_over_another(id_: str, tmp_path: Path) -> None:
    """Into the workspace unless a file is named, whose ending says the format; its path is printed."""
    assert run("plan", id_).status == 1
    choose(id_, "--element", "2B")
    path = Path(run("plan", id_, "--format", "docx").out.strip())
    assert path.parent == tmp_path / "workspace" / "transcripts"
    assert path.name.endswith("-priorities.docx")
    again = run("plan", id_, "--format", "docx")
    assert (again.status, "--overwrite" in again.err) == (1, True)
    assert run("plan", id_, "--format", "docx", "--overwrite").status == 0
    table = Path(run("plan", id_, "--output", "table.csv", "--by-heading").out.strip())
    assert table.read_text(encoding="utf-8-sig").splitlines()[1].startswith('"2 People and partners"')
    assert run("plan", id_, "--output", "-").out.startswith("# Priorities: Northfields\n")


def test_a_format_that_there_is_not_is_refused(id_: str) -> None:
    """With those that there are."""
    result = run("plan", id_, "--format", "html")
    assert (result.status, "md, docx, csv" in result.err) == (2, True)
