"""A workspace lists, finds and makes reviews, and reads no more than the head of each."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matbot.review.events import QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.errors import Ambiguous, NotFound, NotSaved
from matbot.store.listing import ListedReview
from matbot.store.workspace import Workspace, file_name


def make(workspace: Workspace, rubric: Rubric, opened: ReviewOpened, review: str) -> Path:
    """A review of that id, closed."""
    with workspace.create(
        rubric, opened.model_copy(update={"review": review}), ScopeChosen(elements=("1A",))
    ) as made:
        return made.path


def test_the_named_folder_is_the_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is named comes before MATBOT_WORKSPACE, and that before the documents folder."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "set"))
    assert Workspace.at(tmp_path / "named").root == tmp_path / "named"
    assert Workspace.at().root == tmp_path / "set"
    monkeypatch.delenv("MATBOT_WORKSPACE")
    assert Workspace.at().root.name == "matbot"


def test_nothing_is_made_before_something_is_written(workspace: Workspace) -> None:
    """Listing and looking leave no folders behind."""
    assert workspace.list_reviews() == []
    with pytest.raises(NotFound):
        workspace.find("abcd")
    assert not workspace.root.exists()


def test_a_new_review_is_named_after_its_trust_and_month(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """The file's name says whose it is, from when, and which."""
    with workspace.create(small_rubric, opened, scoped) as review:
        assert review.path == workspace.reviews / "northfields-trust-heads-2026-03-abcd2345.matbot.json"
        assert review.log == (opened, scoped)


@given(st.text(), st.text())
def test_a_file_name_is_safe_whatever_the_trust_is_called(trust: str, group: str) -> None:
    """No name leads out of the folder or breaks a system's rules."""
    name = file_name(ReviewOpened(review="abcd2345", trust=trust, group=group, rubric="small"))
    assert len(name) < 100
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_where_nothing_can_be_written_a_new_review_says_so(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """A file where a folder should be is told in words."""
    workspace.root.parent.mkdir(exist_ok=True)
    workspace.root.touch()
    with pytest.raises(NotSaved, match=r"Not saved: .*\."):
        workspace.create(small_rubric, opened, scoped)


def test_the_list_has_the_last_saved_first(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who saved last comes first, each with its header."""
    for review in ("aaaa2222", "bbbb3333", "cccc4444"):
        make(workspace, small_rubric, opened, review)
    with workspace.open("bbbb") as review_file:
        saved = review_file.append(QuestionAnswered(question="1A.i", leaning="red"))
    listed = workspace.list_reviews()
    assert [one.id for one in listed] == ["bbbb3333", "cccc4444", "aaaa2222"]
    assert (listed[0].saved, listed[0].state) == (saved, "under way")
    assert listed[0].header
    assert listed[0].header.scope == ("1A",)


def test_the_list_reads_only_heads(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is read whole to be listed."""
    make(workspace, small_rubric, opened, "aaaa2222")
    monkeypatch.setattr(files, "read_whole", lambda path: pytest.fail("read whole"))
    assert workspace.list_reviews()[0].id == "aaaa2222"


def test_a_long_header_is_listed_all_the_same(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """Two hundred letters beyond ASCII, laid out for people, with a byte order mark."""
    long = opened.model_copy(update={"trust": "🏫" * 200, "group": "ł" * 200})
    path = make(workspace, small_rubric, long, "aaaa2222")
    pretty = json.dumps(json.loads(path.read_bytes()), indent=8)
    path.write_text("\ufeff" + pretty, encoding="utf-8")
    header = workspace.list_reviews()[0].header
    assert header
    assert header.trust == "🏫" * 200


@pytest.mark.parametrize(
    "raw", [b"", b"null", b"[]", b'{"header":', b'{"header":[]}', b'{"header":{"1":{}}}', b"\xff"]
)
def test_a_file_that_cannot_be_read_is_listed_as_such(workspace: Workspace, raw: bytes) -> None:
    """It stays in the list, with the id of its name, so that it can be opened and recovered."""
    workspace.reviews.mkdir(parents=True)
    path = workspace.reviews / "x-2026-03-aaaa2222.matbot.json"
    path.write_bytes(raw)
    assert workspace.list_reviews() == [ListedReview(path, None, None, "cannot be read", has_good_file=False)]
    assert workspace.find("aaaa") == path


def test_strange_things_in_the_folder_do_not_stop_the_list(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """Folders, links and pipes with a review's name are listed as what cannot be read."""
    good = make(workspace, small_rubric, opened, "aaaa2222")
    (workspace.reviews / "folder.matbot.json").mkdir()
    if os.name != "nt":
        (workspace.reviews / "link.matbot.json").symlink_to(good)
        os.mkfifo(workspace.reviews / "pipe.matbot.json")
    (workspace.reviews / "other.txt").touch()
    states = [one.state for one in workspace.list_reviews()]
    assert states[0] == "not started"
    assert set(states[1:]) == {"cannot be read"}


def test_a_damaged_file_is_found_by_the_id_in_its_name_and_recovered(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """The person need not know that the file is damaged to open the review."""
    make(workspace, small_rubric, opened, "aaaa2222").write_bytes(b"")
    with workspace.open("aaaa2222") as review:
        assert "recovered" in review.notice


def test_a_newer_review_is_listed_as_such(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """A higher schema number shows in the list."""
    path = make(workspace, small_rubric, opened, "aaaa2222")
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":2', 1))
    assert workspace.list_reviews()[0].state == "saved by a newer matbot"


def test_a_review_is_found_by_id_by_its_beginning_and_by_file(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """An exact id wins over the beginning of another; letters may be large; the file's name will do."""
    short = make(workspace, small_rubric, opened, "aaaa")
    long = make(workspace, small_rubric, opened, "aaaa2222")
    assert workspace.find("aaaa") == short
    assert workspace.find(" AAAA2 ") == long
    assert workspace.find(str(long)) == long
    assert workspace.find(long.name) == long


def test_a_beginning_that_fits_several_names_them(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """What could be meant is said with whose it is, on one line, and not all of a thousand."""
    for number in range(2, 9):
        make(workspace, small_rubric, opened, f"aaa{number}")
    with pytest.raises(Ambiguous, match=r"any of 7 reviews.*aaa8 \(Northfields Trust · Heads\)") as error:
        workspace.find("aa")
    assert "\n" not in str(error.value)
    assert str(error.value).count("Northfields") == 5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_reference_is_found_or_not_in_one_line(workspace: Workspace, reference: str) -> None:
    """No words, however strange, bring more than NotFound, on one line."""
    if os.path.lexists(reference.strip()):
        return
    with pytest.raises(NotFound) as error:
        workspace.find(reference)
    assert len(str(error.value).splitlines()) == 1
