"""Copies that something other than matbot changed: named, with what is wrong and what becomes of them."""

import json
import shutil
from pathlib import Path

import pytest

from matbot.presenters.copies import ASIDE, DECIDE, GOOD, MERGE, list_waiting_beside, present_copies
from matbot.review.events import QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store.copy_check import check_copies
from matbot.store.review_file import ReviewFile
from matbot.store.states import State
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of


@pytest.fixture
def path(
    workspace: Workspace,
    small_rubric: Rubric,
    opened: ReviewOpened,
    scoped: ScopeChosen,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A review, closed, in the workspace that commands use."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(QuestionAnswered(id="old", question="1A.i", leaning="red"))
    return review.path


def copied(path: Path, mark: str) -> Path:
    """A copy that another program made."""
    return Path(shutil.copy(path, path.with_name(path.name.replace(".matbot.json", f"{mark}.matbot.json"))))


def changed(path: Path, mark: str = " (1)", more: bool = False) -> Path:
    """A copy in which something other than matbot changed an answer, or also added one."""
    copy = copied(path, mark)
    raw = copy.read_text(encoding="utf-8").replace('"leaning":"red"', '"leaning":"green"')
    if more:
        document = json.loads(raw)
        answers = document["replies"]
        answers[str(len(answers) + 1)] = {**answers[str(len(answers))], "id": "new"}
        raw = json.dumps(document, separators=(",", ":"))
    copy.write_text(raw, encoding="utf-8")
    return copy


NO_MERGE = "to say which version counts"


def test_a_changed_copy_is_found_with_what_is_not_as_elsewhere(workspace: Workspace, path: Path) -> None:
    """Nothing is changed by looking."""
    copy = changed(path, more=True)
    before = copy.read_bytes()
    check = check_copies(workspace.files_of("abcd2345"))
    (waiting,) = check.waiting
    assert (check.good, check.damaged, check.to_merge) == ((path,), (), ())
    assert (waiting.path, waiting.state, waiting.differ, waiting.only) == (copy, State.CHANGED, 1, 1)
    assert copy.read_bytes() == before


def test_of_two_the_changed_one_is_named_and_no_merge_is_offered(workspace: Workspace, path: Path) -> None:
    """Each way on leads out of it."""
    copy = changed(path, more=True)
    (listed,) = workspace.list_reviews()
    asked = present_copies(listed, "Made one, nothing is lost.")
    assert f"{copy.name} was changed by something other than matbot: 1 entry in it is not" in asked.words
    assert "is not as elsewhere and 1 entry is in no other copy. It stays as it is until" in asked.words
    assert "nothing is lost" not in asked.words
    assert [*asked.ways] == [GOOD, DECIDE, ASIDE]
    assert (asked.file_of(GOOD), asked.file_of(DECIDE)) == (path, copy)
    hidden = present_copies(listed, "Made one.", names_files=False)
    assert copy.name not in " ".join((hidden.words, *hidden.ways.values()))


def test_of_three_the_others_can_be_made_one_and_then_the_changed_one_is_named_still(
    workspace: Workspace, path: Path
) -> None:
    """The words promise nothing of the changed one."""
    copied(path, " (2)")
    copy = changed(path)
    (listed,) = workspace.list_reviews()
    asked = present_copies(listed, "Made one, nothing is lost.")
    assert [*asked.ways][:2] == [MERGE, GOOD]
    assert "The other copies can be made one, and nothing that they say is lost." in asked.words
    said = text_of(at_home(workspace, "1", "merge", "/file", "/back", "stop"))
    assert " ".join(said.split()).count(f"{copy.name} was changed by something other than matbot") >= 3
    (listed,) = workspace.list_reviews()
    assert {listed.path, *listed.copies} == {path, copy}
    assert MERGE not in present_copies(listed, "Made one.").ways


@pytest.mark.parametrize("way", [GOOD, DECIDE, ASIDE])
def test_line_mode_leads_out_of_it(workspace: Workspace, path: Path, way: str) -> None:
    """It opens the good one, or the changed one to say what counts, or keeps that under another name."""
    copy = changed(path)
    before = copy.read_bytes()
    settle = ["changed"] if way == DECIDE else []
    said = " ".join(text_of(at_home(workspace, "1", way, *settle, "/back", "stop")).split())
    assert f"{copy.name} was changed by something other than matbot" in said
    assert "nothing is lost" not in said
    (listed,) = workspace.list_reviews()
    if way == ASIDE:
        assert (listed.path, listed.copies) == (path, ())
        assert copy.with_name(f"{copy.name}.set-aside").read_bytes() == before
        assert f"Kept as {copy.name}.set-aside" in said
    elif way == DECIDE:
        assert not check_copies(listed.files).waiting
        run("merge", "abcd2345")
        assert [one.path for one in workspace.list_reviews()] == [path]
    else:
        assert copy.read_bytes() == before


def test_the_commands_name_it_too(path: Path) -> None:
    """With what to type; `merge` refuses, and names it."""
    copy = changed(path)
    out = run("list").out
    assert "2 copies, and they cannot be merged yet." in out
    assert f"{copy.name} was changed by something other than matbot" in out
    assert f"matbot settle '{copy}'" in out
    done = run("merge", "abcd2345")
    assert done.status == 1
    assert f"{copy.name} was changed by something other than matbot, and stays as it is." in done.err
    assert run("settle", str(copy), "--take", "changed").status == 0
    assert run("merge", "abcd2345").status == 0
    assert "copies" not in run("list").out


def test_a_changed_original_leaves_its_copies_to_be_made_one(workspace: Workspace, path: Path) -> None:
    """It is named, and stays."""
    copies = [copied(path, " (1)"), copied(path, " (2)")]
    raw = path.read_bytes().replace(b'"leaning":"red"', b'"leaning":"green"')
    path.write_bytes(raw)
    check = check_copies(workspace.files_of("abcd2345"))
    assert (check.good, check.changed) == (tuple(copies), (path,))
    assert check.to_merge == (*copies, path)
    at_home(workspace, "1", "merge", "/back", "stop")
    (listed,) = workspace.list_reviews()
    assert {listed.path, *listed.copies} == {path, copies[0]}
    assert path.read_bytes() == raw


def test_an_open_review_knows_of_the_copies_that_wait_beside_it(path: Path) -> None:
    """And says nothing where there is none."""
    with ReviewFile.open(path) as review:
        assert not list_waiting_beside(review)
        copy = changed(path)
        (said,) = list_waiting_beside(review)
        assert copy.name in said
        (hidden,) = list_waiting_beside(review, names_files=False)
        assert copy.name not in hidden


def test_a_copy_of_a_newer_matbot_is_named(workspace: Workspace, path: Path) -> None:
    """With what to do."""
    copy = copied(path, " (1)")
    document = json.loads(copy.read_bytes())
    document["header"]["1"]["schema"] = 99
    copy.write_text(json.dumps(document), encoding="utf-8")
    (listed,) = workspace.list_reviews()
    asked = present_copies(listed, "Made one, nothing is lost.")
    assert f"{copy.name} was saved by a newer matbot, and stays as it is: update matbot" in asked.words
    assert [*asked.ways] == [GOOD]
