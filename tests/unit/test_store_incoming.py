"""A review from elsewhere is kept once, whatever way its path is told."""

from pathlib import Path

import pytest

from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
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
    assert len(workspace.listed()) == 1
    assert workspace.listed()[0].copies == ()


def test_one_from_another_folder_is_copied_and_stays_there(
    workspace: Workspace, kept: Path, tmp_path: Path
) -> None:
    """The file that was sent is left as it is."""
    sent = kept.rename(tmp_path / "sent.matbot.json")
    brought = bring_in(workspace, sent)
    assert brought.parent == workspace.reviews
    assert sent.exists()
    assert [one.id for one in workspace.listed()] == ["abcd2345"]
