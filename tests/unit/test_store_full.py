"""A review that is full: no answer is added, and what is in it can still be taken back and gone on from."""

from contextlib import suppress
from pathlib import Path

import pytest

from matbot.review.events import (
    EventUndone,
    NoteWritten,
    QuestionAnswered,
    ReviewOpened,
    ScopeChosen,
    StepVisited,
    VersionSaved,
)
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.errors import NotSaved, ReviewFull
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of

EMOJI = "\N{GRINNING FACE}" * 20_000
"""The words that take most room in a file: twelve bytes each."""


@pytest.fixture
def full(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> ReviewFile:
    """A review with as many long notes as there is room for, the last of which was refused."""
    notes = [NoteWritten(id=f"n{number}", question="1A.i", note=EMOJI) for number in range(29)]
    review = workspace.create(small_rubric, opened, scoped, *notes)
    with suppress(ReviewFull):
        for number in range(29, 40):
            review.append(NoteWritten(id=f"n{number}", question="1A.i", note=EMOJI))
    return review


def test_it_is_refused_before_the_edge_and_what_is_in_it_stays(full: ReviewFile) -> None:
    """Nothing waits to be saved: trying again is no use."""
    size = full.path.stat().st_size
    assert files.FULL - 300_000 < size < files.FULL
    log = full.log
    assert full.unsaved == 0
    full.save()
    full.close()
    with ReviewFile.open(full.path) as again:
        assert again.log == log
        assert not again.read_only
        with pytest.raises(NotSaved, match="this review is full"):
            again.append(NoteWritten(question="1A.i", note=EMOJI))


def test_answers_are_still_taken_back_and_versions_saved(full: ReviewFile) -> None:
    """As often as anybody would."""
    for number in range(3):
        full.append(EventUndone(id=f"u{number}", reply=full.log[-1].id))
    full.append(VersionSaved(name="as far as we came"), StepVisited(to="choice:1A.ii"))
    full.close()
    with ReviewFile.open(full.path) as again:
        assert [snapshot.name for snapshot in again.projection.review.snapshots] == ["as far as we came"]


def test_there_is_room_for_thousands_of_undos(full: ReviewFile) -> None:
    """They take a hundred bytes or two each."""
    many = [EventUndone(reply=f"n{number % 29}") for number in range(3000)]
    full.append(*many)
    assert full.path.stat().st_size < files.LARGEST


def test_half_typed_words_are_kept_where_the_answer_is_refused(full: ReviewFile) -> None:
    """Those of a box or two; they leave room for taking back all the same."""
    full.keep_draft("note:1A.ii", EMOJI)
    full.keep_draft("note:1B.i", EMOJI)
    with pytest.raises(ReviewFull):
        full.keep_draft("note:1B.ii", EMOJI * 2)
    assert full.drafts["note:1A.ii"] == EMOJI
    full.append(EventUndone(reply=full.log[-1].id))
    full.keep_draft("note:1A.ii", "")
    assert "note:1A.ii" not in full.drafts


def test_the_words_say_how_to_go_on(full: ReviewFile) -> None:
    """With a version, and a review that follows; both can be done."""
    with pytest.raises(ReviewFull) as refused:
        full.append(NoteWritten(question="1A.i", note=EMOJI))
    assert "undo" in str(refused.value)
    assert "save a version" in str(refused.value)
    assert "matbot new --since REVIEW" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A review is full once it has been begun."""
    monkeypatch.setattr(files, "FULL", 100)


def test_a_command_says_so_and_the_ways_on_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_limit: None
) -> None:
    """A version is saved, and a review begun that follows."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path))
    review = run("new", "--trust", "Northfields", "--elements", "1A").out.strip()
    done = run("priority", review, "--element", "1A", "--action", "Meet")
    assert done.status == 1
    assert "this review is full" in done.err
    assert run("name", review, "as far as we came").status == 0
    assert run("new", "--since", f"{review}@as far as we came").status == 0


def test_line_mode_says_so_and_asks_the_same_again(workspace: Workspace, small_limit: None) -> None:
    """Nothing is told of an answer that was not kept."""
    given = text_of(
        at_home(workspace, "new", "Northfields", "Heads", "", "1A", "", "", "2", "/undo", "/stop")
    )
    assert given.count("this review is full") == 1
    assert "goes to disk with your next answer" not in given
    with workspace.open(workspace.list_reviews()[0].id) as review:
        assert not any(isinstance(event, QuestionAnswered) for event in review.log)
