"""A review from elsewhere is kept once, whatever way its path is told."""

from pathlib import Path

import pytest

from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store.errors import Unreadable
from matbot.store.incoming import bring_in
from matbot.store.workspace import Workspace


@pytest.fixture
def kept(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> Path:
    """A review of the workspace."""
    with workspace.create(small_rubric, opened, scoped) as review:
        return review.path


def test_one_that_is_here_already_stays_where_it_is(workspace: Workspace, kept: Path, tmp_path: Path) -> None:
    """By its path, by one that goes round, and through a link to the folder."""
    round_about = workspace.reviews / ".." / workspace.reviews.name / kept.name
    link = tmp_path / "shortcut"
    link.symlink_to(workspace.reviews, target_is_directory=True)
    for path in (kept, round_about, link / kept.name):
        assert bring_in(workspace, path).samefile(kept)
    assert len(workspace.list_reviews()) == 1
    assert workspace.list_reviews()[0].copies == ()


def test_one_from_another_folder_is_copied_and_stays_there(
    workspace: Workspace, kept: Path, tmp_path: Path
) -> None:
    """The file that was sent is left as it is."""
    sent = kept.rename(tmp_path / "sent.matbot.json")
    brought = bring_in(workspace, sent)
    assert brought.parent == workspace.reviews
    assert sent.exists()
    assert [one.id for one in workspace.list_reviews()] == ["abcd2345"]


@pytest.mark.parametrize("name", ["{0}.backup", "{0}.set-aside", "{0}.txt", ".hidden.txt", "a note.JSON.old"])
def test_one_among_the_reviews_that_no_list_shows_is_kept_under_a_name_that_is_listed(
    workspace: Workspace, kept: Path, name: str
) -> None:
    """A backup stays the backup of its review, and what is in it becomes a copy of that."""
    hidden = kept.with_name(name.format(kept.name))
    hidden.write_bytes(kept.read_bytes())
    brought = bring_in(workspace, hidden)
    assert brought.name.endswith(".matbot.json")
    assert hidden.read_bytes() == kept.read_bytes()
    (listed,) = workspace.list_reviews()
    assert {listed.path, *listed.copies} == {kept, brought}


def test_one_among_the_reviews_under_the_name_of_a_sync_program_stays_where_it_is(
    workspace: Workspace, kept: Path
) -> None:
    """It is listed there already."""
    copy = kept.with_name(kept.name.replace(".json", " (1).json"))
    copy.write_bytes(kept.read_bytes())
    assert bring_in(workspace, copy) == copy
    assert len(list(workspace.reviews.glob("*.json"))) == 2


@pytest.mark.parametrize("ending", ["docx", "docm", "dotx", "dotm", "DOCM"])
def test_a_file_of_word_is_refused_with_the_page_that_reads_it(
    workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    """Documents and templates, with macros or without."""
    path = tmp_path / f"pack.{ending}"
    path.write_bytes(b"PK")
    with pytest.raises(Unreadable, match="A workshop pack that came back is read on another page"):
        bring_in(workspace, path)
