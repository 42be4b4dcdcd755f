"""`matbot rubric import`: what was found is shown, and kept where people say so."""

from pathlib import Path

import pytest

from matbot.rubric.checker import load
from tests.speaking import Result, run
from tests.unit.published import HEADER, Layout, as_text, as_word

ROW = (
    "1A. Purpose",
    "i. Is it clear?\nii. Is it shared?\nii. Is it lived?",
    "i. A\nii. B\niii. C",
    "i. D",
    "we are amber",
)
OURS = Layout(("Our framework", "It is owned by Northfields Trust."), ((HEADER, ("1. Vision",), ROW),))


@pytest.fixture
def rubrics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where editions are kept."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    return tmp_path / "workspace" / "rubrics"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A framework as a text."""
    path = tmp_path / "ours 2025-26.txt"
    path.write_text(as_text(OURS), encoding="utf-8")
    return str(path)


def imported(file: str, *options: str, typed: str = "") -> Result:
    """Import it."""
    return run("rubric", "import", file, *options, typed=typed)


def test_what_was_found_is_shown_and_kept_on_a_yes(rubrics: Path, file: str) -> None:
    """Headings, elements, what was mended and why, what was left out and where; then how to use it."""
    done = imported(file, typed="y\n")
    assert done.status == 0
    for words in (
        "Our framework, 2025-26: 1 heading, 1 element, 3 questions.",
        "1 Vision",
        "1A Purpose: 3 questions",
        "line 7: 1A: the questions are numbered i, ii and ii in the file; here they run from i to iii",
        "line 7: 1A (ii and iii): only the other end is shown. No Green descriptor could be read there.",
        "line 7: “we are amber” It was written into the column for the rating",
        f"Kept in {rubrics / 'our-2025-26'}",
    ):
        assert words in done.out
    assert "Keep it as our-2025-26? [y/N/show]" in done.err
    assert "matbot new --rubric our-2025-26 --trust NAME" in done.err
    rubric = load(rubrics / "our-2025-26")
    assert [one.text for one in rubric.questions.values()][2] == "Is it lived?"
    assert rubric.errata[0].startswith("1A: the questions are numbered i, ii and ii")


def test_an_imported_edition_can_be_used_and_checked(rubrics: Path, file: str) -> None:
    """It is listed, sound but for what it has not, and a review begins with it."""
    assert imported(file, "--yes", "--name", "northfields").status == 0
    assert "northfields  2025-26" in run("rubric", "list").out
    assert run("rubric", "check", str(rubrics / "northfields")).status == 0
    assert run("new", "--trust", "Northfields", "--rubric", "northfields").status == 0


def test_nothing_is_kept_without_a_yes(rubrics: Path, file: str) -> None:
    """An n or an empty line; and where nobody answers, it says how to keep it unasked."""
    for typed in ("n\n", "\n", "perhaps\n"):
        done = imported(file, typed=typed)
        assert (done.status, rubrics.exists()) == (0, False)
        assert "Nothing was kept." in done.err
    done = imported(file)
    assert (done.status, rubrics.exists()) == (1, False)
    assert (
        done.err.splitlines()[-1]
        == "matbot: Nothing was kept, since nobody answered. To keep it unasked, say --yes"
    )


def test_an_edition_that_is_there_is_never_written_over(rubrics: Path, file: str) -> None:
    """Nor one that ships; another name is asked for in one line."""
    assert imported(file, "--yes").status == 0
    before = {path: path.read_bytes() for path in rubrics.rglob("*.md")}
    for name in ((), ("--name", "our-2025-26"), ("--name", "mat-si-capacity-2019")):
        again = imported(file, "--yes", *name)
        assert (again.status, again.out) == (1, "")
        assert "already. Choose another name: --name" in again.err
        assert again.err.count("\n") == 1
    assert {path: path.read_bytes() for path in rubrics.rglob("*.md")} == before


@pytest.mark.parametrize("name", ["../up", "Our One", "con", "a/b", "ä", "-x", "x" * 200])
def test_a_name_that_is_no_safe_folder_is_refused(rubrics: Path, file: str, name: str) -> None:
    """One line that says which letters to use."""
    done = imported(file, "--yes", "--name", name)
    assert (done.status, rubrics.exists()) == (1, False)
    assert "Use small letters, digits and hyphens" in done.err
    assert imported(file, "--yes", "--name", " ").status == 2


def test_a_disk_that_cannot_be_written_leaves_nothing(
    rubrics: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole or not at all, and one line."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    done = imported(file, "--yes")
    assert done.status == 1
    assert "the disk is full" in done.err
    assert not any(rubrics.iterdir())


def test_a_terminal_is_shown_no_control_characters(rubrics: Path, tmp_path: Path) -> None:
    """Whatever a file says."""
    path = tmp_path / "\x1b[31mours.docx"
    path.write_bytes(as_word(OURS))
    done = imported(str(path), typed="n\n")
    assert "\x1b" not in done.out + done.err
