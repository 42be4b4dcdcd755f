"""Files of reviews and what was written, line by line: brought in, opened from a copy, read out, opened."""

import errno
import re
from datetime import date
from pathlib import Path

import pytest

from matbot.line.transcript import export
from matbot.line.transcript.reading import read_aloud
from matbot.report.blocks import RatingCell, Report, Table, cells
from matbot.rubric import Rubric
from matbot.services.export import TranscriptOptions, transcript_of
from matbot.store import files
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, speak, text_of
from tests.talk import Talk


def test_a_review_from_elsewhere_is_brought_in(two: Workspace, tmp_path: Path) -> None:
    """A copy of its file is kept, and opened; one that is here already is made one with it."""
    sent = tmp_path / "sent.matbot.json"
    sent.write_bytes(two.list_reviews()[1].path.read_bytes())
    other = Workspace(tmp_path / "other")
    output = text_of(at_home(other, "bring", "/no/where", str(sent), "/stop", "stop"))
    assert "There is no such file." in output
    assert "matbot: Northfields, Heads. 1 of 1 element looked at." in output
    assert [review.group for review in reviews_in(other)] == ["Heads"]
    assert sent.exists()
    assert "The copies are one now" in text_of(at_home(two, f"bring {sent}", "", "/stop"))
    here = two.list_reviews()[0].path
    assert "1 of 1 element looked at." in text_of(at_home(two, f"bring {here}", "/stop"))
    word = tmp_path / "pack.docx"
    word.write_bytes(b"PK")
    assert "is read with pack, at home." in text_of(at_home(two, f"bring {word}", "stop"))


def test_a_copy_of_a_review_opens_as_a_new_one(two: Workspace) -> None:
    """Each is told with its number; Enter leaves all as it is."""
    output = text_of(at_home(two, "backups", "2", "99", "/repeat", "", "stop"))
    assert "matbot: 1 of " in output
    assert output.count(": the file, saved ") == 2
    assert "There is no copy 99." in output
    assert len(two.list_reviews()) == 2
    output = text_of(at_home(two, "backups 2", "2", "/stop", "backups 9", "stop"))
    assert "It is a review of its own now, and nothing else was changed." in output
    assert "There is no review 9." in output
    assert len(two.list_reviews()) == 3


def test_a_review_whose_file_is_gone_is_found_by_its_id(two: Workspace) -> None:
    """Copies of it are still on this machine."""
    gone = two.list_reviews()[1]
    gone.path.unlink()
    two.reviews.joinpath(f"{gone.path.name}.backup").unlink(missing_ok=True)
    output = text_of(at_home(two, f"backups {gone.id}", "1", "/stop", "stop"))
    assert "matbot: Northfields, Heads. 1 of 1 element looked at." in output


def test_where_a_review_is_kept_is_said_on_request(two: Workspace) -> None:
    """How its file stands, too; nothing is changed by it."""
    path = two.list_reviews()[0].path
    output = text_of(at_home(two, "1", "/file", "/stop", "where", "stop"))
    assert f"matbot: Kept in {path}" in output
    assert "matbot: All of it is saved, last on " in output
    assert f"matbot: Your reviews are kept in {two.reviews}" in output


def test_what_is_not_on_disk_can_go_to_another_folder(
    two: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The conversation goes on in that copy, and nothing is lost."""
    put = files.put_in_place

    def full(new: Path, path: Path) -> None:
        if path.is_relative_to(two.root):
            raise OSError(errno.ENOSPC, "No space left on device")
        put(new, path)

    monkeypatch.setattr(files, "put_in_place", full)
    elsewhere = tmp_path / "elsewhere"
    output = text_of(
        at_home(two, "1", "g", "/file", "again", "/file", "2", str(elsewhere), "2", "/stop", "stop")
    )
    assert "What you said last is not on disk yet." in output
    assert "This is the copy. It is kept in " in output
    (review,) = reviews_in(Workspace(elsewhere))
    assert review.elements["1B"].rating == "AR"


def test_a_review_open_elsewhere_can_be_copied_from_within(two: Workspace) -> None:
    """What can be done is asked again whenever somebody asks how its file stands."""
    with two.open(two.list_reviews()[0].id):
        output = text_of(at_home(two, "1", "look", "/file", "copy", "n", "/stop", "stop"))
    assert "This is the copy. It is kept in " in output
    assert len(two.list_reviews()) == 3


def test_a_file_that_something_else_changed_says_how(two: Workspace) -> None:
    """So that people can say which version counts."""
    path = two.list_reviews()[1].path
    path.write_bytes(path.read_bytes().replace(b"Too weak", b"Too feeble"))
    output = text_of(at_home(two, "2", "changed", "n", "/check 1A", "/stop", "stop"))
    assert "one of them not as matbot saved them; matbot saved " in output
    assert "Which version counts? The other is kept beside it." in output
    assert "matbot: Why: Too feeble" in output


def test_a_transcript_is_read_out(two: Workspace) -> None:
    """As far as somebody wants to hear it; nothing is written unless it is wanted."""
    output = text_of(at_home(two, "transcript 2", "board", "", "", "hear", "/back", "/back", "stop"))
    assert "matbot: Northfields" in output
    assert "That is as far as it is read out. /back leaves it, with nothing written." in output
    assert not two.transcripts.exists()


def test_a_document_is_heard_without_columns_or_marks(rubric: Rubric) -> None:
    """Part by part, and row by row with the name of each column."""
    talk = Talk(rubric, ["1A"]).say("g", "1", "Too weak", "Minutes")
    board = transcript_of(rubric, talk.log, date(2026, 11, 22), TranscriptOptions("board"))
    output = [*read_aloud(board.report)]
    assert any(re.match("Part 1 of [2-9]: ", line) for line in output)
    assert any("1A Clarity of purpose, Red" in line for line in output)
    assert "13 elements are not in this review." in output
    assert not set("|·→–\n") & set("".join(output))
    assert "Too weak" in output


def test_a_table_is_heard_row_by_row(rubric: Rubric) -> None:
    """Each row with its place, each cell after the name of its column; an empty one is not heard."""
    rows = (cells("1A", RatingCell("AR"), "Why · so"), cells("[/red]", RatingCell(None), ""))
    table = Table("What you chose", ("Element", "Rating", "Words"), rows, scale=rubric.scale)
    assert [*read_aloud(Report("Ours", (table,)))] == [
        "Ours.",
        "What you chose.",
        "1 of 2, 1A. Rating: Amber Red. Words: Why; so.",
        "2 of 2, [/red]. Rating: no rating.",
    ]


def test_what_was_written_is_opened(two: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's own program; where there is none, its place is said."""
    handed: list[Path] = []

    def take(path: Path) -> bool:
        handed.append(path)
        return True

    monkeypatch.setattr(export, "open_with_system", take)
    output = text_of(at_home(two, "open", "2", "/transcript", *[""] * 5, "/open", "/stop", "open", "stop"))
    assert "Nothing was written yet" in output
    assert [path.suffix for path in handed] == [".md", ".md"]
    assert output.count("matbot: Opened: northfields") == 2
    monkeypatch.setattr(export, "open_with_system", lambda _: False)
    assert "No program here opens it." in text_of(at_home(two, "transcript 2", *[""] * 6, "open", "stop"))


def test_what_a_name_is_for_can_be_typed_as_it_is_told(two: Workspace) -> None:
    """Its words may have spaces, commas and quotation marks."""
    name = "Before we met, at Jo's"
    output = text_of(at_home(two, "1", f"/name {name}", "/stop", "stop"))
    line = next(line for line in output.split("\n") if "compare with it later" in line)
    typed = line.partition("type this at home: ")[2]
    assert typed.endswith(f"@{name}")
    assert "Open them now?" in text_of(at_home(two, typed, "no", "stop"))


def test_a_comparison_goes_by_the_framework_too(two: Workspace) -> None:
    """And by the agenda again; /repeat tells the last element once more."""
    output = text_of(at_home(two, "compare 1,2", "yes", "order", "", "/repeat", "order", "", "/back", "stop"))
    assert "In the order of the framework now, from the first." in output
    assert "In the order of the agenda now, from the first." in output
    assert output.count("matbot: 1 of 1: 1A Clarity of purpose") == 3


def test_many_questions_at_a_glance_are_told_a_screen_at_a_time(two: Workspace) -> None:
    """An answer may come before all of it is told."""
    output = text_of(at_home(two, "new", "first", "", "", "", "2B", "", "g", "", "3", "Why", "", "/stop"))
    assert output.count("you (Enter for more, or your answer):") == 2
    assert reviews_in(two)[0].elements["2B"].rating == "AG"


@pytest.mark.parametrize("word", ["help", "?", "Back", "undo", "map", "check"])
def test_a_command_without_its_slash_says_so(two: Workspace, word: str) -> None:
    """Where a choice is asked for; where words are, it is what was said."""
    output = text_of(at_home(two, "1", word, "/stop", "stop"))
    assert f"Put a slash before it: /{'help' if word == '?' else word.lower()}" in output


def test_hands_say_how_they_are_typed(two: Workspace) -> None:
    """A number for each level, with an example."""
    output = text_of(at_home(two, "new", "first", "", "", "3", "1A", "", "g", "", "", "", "", "/stop"))
    assert "Type a number for each in that order, such as 0 2 1 0." in output


def test_a_row_of_the_table_is_edited_field_by_field(two: Workspace) -> None:
    """One field alone is named after the number of the row; the elements it is about can be changed."""
    lines = ("1A", "/back", "1 elements", "9Z", "1A,1b", "1 focus", "Purpose", "1 codes", "-", "1 nonsense")
    output = text_of(at_home(two, "1", "/priorities", *lines, "1 lead", "Jo", "", "/stop", "stop"))
    assert "The elements it is about, so far: 1A. Enter keeps that" in output
    assert "There is no element 9Z." in output
    assert "There is no field nonsense." in output
    (row,) = reviews_in(two)[0].priorities
    assert (row.elements, row.focus, row.lead) == ((), "Purpose", "Jo")


def test_a_row_needs_something_that_it_is_about(two: Workspace) -> None:
    """Elements or words: the last of them cannot be taken away."""
    at_home(two, "1", "/priorities", "1A", "/back", "1 elements", "-", "/back", "", "/stop", "stop")
    assert reviews_in(two)[0].priorities[0].elements == ("1A",)


def test_taking_back_says_what(two: Workspace) -> None:
    """An answer with its place and words; a move is none, and what was said before it is undone."""
    path = str(two.list_reviews()[0].path)
    with two.open(path) as file:
        output = text_of(speak(file, "", "3", "/undo", "/back", "/undo"))
    assert "matbot: Undone: the answer to 1B.i. Redo with /redo.\nmatbot: It was: Nearer the green" in output
    assert "matbot: Undone: how to review 1B. Redo with /redo." in output
