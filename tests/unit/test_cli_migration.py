"""A review moved to another framework version by command: shown first, taken back as it was."""

import json
from pathlib import Path

import pytest

from matbot.rubric.writer import keep
from tests.migrations import LATER
from tests.speaking import run

ANSWERS = "\n1\nNot yet.\n/to 1C\n\n4\nAll of them.\n"


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A review of which something was said, in a workspace that has another framework version too."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "here"))
    keep(LATER, tmp_path / "here" / "rubrics" / "later")
    id_ = run("new", "--trust", "Northfields").out.strip()
    assert run("ask", id_, typed=ANSWERS).status == 0
    return id_


def _said(review: str, *more: str) -> dict[str, object]:
    shown = json.loads(run("show", review, "--json", *more).out)
    return {name: value for name, value in shown.items() if name != "snapshots"}


def test_there_and_back_by_command(review: str) -> None:
    """What becomes of it is shown, the version before is saved, and back it says the same."""
    before = _said(review)
    there = run("carry", review, "--to", "later", "--yes")
    assert there.status == 0
    assert "1A Clarity of purpose: Not rated yet -> V1 Clarity of purpose: Not rated yet" in there.out
    assert "Without a place there, and kept under the earlier framework version:" in there.out
    assert "All of them." in there.out
    migrated = _said(review)
    assert migrated["rubric"] == "later"
    assert _said(review, "--as-of", "before later") == before
    assert run("carry", review, "--back", "--yes").status == 0
    assert _said(review) == before


def test_it_is_asked_first_and_no_leaves_everything_as_it_is(review: str) -> None:
    """So does the end of what is typed."""
    before = _said(review)
    for typed in ("n\n", ""):
        assert run("carry", review, "--to", "later", typed=typed).status != 0
    assert _said(review) == before


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("--to", "mat-si-capacity-2019"), 1, "The review is in this framework version already"),
        (("--to", "nowhere"), 1, "There is no rubric called nowhere"),
        (("--back",), 1, "was never moved"),
        ((), 2, "Say where to"),
        (("--back", "--to", "later"), 2, "Say where to"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    review: str, arguments: tuple[str, ...], status: int, words: str
) -> None:
    """With what to do."""
    refused = run("carry", review, *arguments)
    assert (refused.status, refused.out) == (status, "")
    assert words in refused.err


def test_a_crosswalk_that_people_mended_is_the_one_that_counts(review: str, tmp_path: Path) -> None:
    """Kept by `rubric compare --keep`, changed in a spreadsheet."""
    kept = run("rubric", "compare", "mat-si-capacity-2019", "later", "--keep")
    path = tmp_path / "here" / "rubrics" / "mat-si-capacity-2019--later.csv"
    assert kept.out.rstrip().endswith(str(path))
    path.write_text("Earlier,Later\n1C.i,V1.vi\n", encoding="utf-8")
    assert run("carry", review, "--to", "later", "--yes").status == 0
    elements = json.loads(run("show", review, "--json").out)["elements"]
    assert elements["V1"]["questions"]["vi"]["note"] == "All of them."


def test_comparing_frameworks_tells_of_each_question(review: str) -> None:
    """In words, and as JSON for other programs."""
    words = run("rubric", "compare", "mat-si-capacity-2019", "later").out
    assert "1 as they were" in words
    assert "1A.i -> V1.i  moved" in words
    shape = json.loads(run("rubric", "compare", "mat-si-capacity-2019", "later", "--json").out)
    assert shape["elements"] == {"1A": "V1", "1B": "1B"}
    assert {question["how"] for question in shape["questions"]} == {"comparable", "moved", "gone"}
