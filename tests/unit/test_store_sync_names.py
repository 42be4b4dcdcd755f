"""Copies under the names that programs give them: found by what is in them, and made one with the review."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from matbot.review.events import QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.screens.home.review_list import HomeWays, _rows
from matbot.store import files
from matbot.store.contents import inspect_file
from matbot.store.errors import NotSaved, Unreadable
from matbot.store.file_merge import merge_files
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of

NAMES = [
    "{stem}.matbot-DESKTOP-AB12.json",  # OneDrive
    "{stem}.matbot-Jos-MacBook-Air-2.json",
    "{stem}.matbot (Jo's conflicted copy 2026-11-28).json",  # Dropbox
    "{stem}.matbot (Jo's conflicted copy 2026-11-28) (1).json",
    "{stem}.matbot (Case Conflict).json",
    "{stem}.matbot (Copie en conflit de Zoë 2026-11-28).json",
    "{stem}.matbot (1).json",  # Google Drive, browsers
    "{stem}.matbot(1).json",
    "{stem}.matbot.sync-conflict-20261128-101112-ABCDEFG.json",  # Syncthing
    "{stem}.matbot (conflicted copy 2026-11-28 101112).json",  # Nextcloud, ownCloud
    "{stem}.matbot (case clash from Jo).json",
    "{stem}.matbot 2.json",  # iCloud
    "{stem}.matbot - Copy.json",  # Explorer
    "{stem}.matbot - Copy (2).json",
    "{stem}.matbot - Kopie.json",
    "{stem}.matbot – Kopie (2).json",
    "{stem}.matbot - Copie.json",
    "Copy of {stem}.matbot.json",
    "Kopie von {stem}.matbot.json",
    "Copie de {stem}.matbot.json",
    "{stem}.matbot copy.json",  # Finder
    "{stem}.matbot copy 2.json",
    "{stem}.matbot Kopie.json",
    "{stem} Kopie.matbot.json",
    "{stem}_DISKSTATION_Nov-28-101112-2026_Conflict.matbot.json",
    "{stem}.matbot.Conflict.json",
    "{stem}.MATBOT.JSON",
    "{stem}.matbot - Copy.JSON",
    "anything at all.json",
]
"""Names that programs give to the second copy of a file."""


@pytest.fixture
def path(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> Path:
    """A review, closed, with a backup beside it."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(answer("old"))
    return review.path


def answer(id_: str) -> QuestionAnswered:
    """An answer."""
    return QuestionAnswered(id=id_, question="1A.i", leaning="red")


def say(path: Path, id_: str) -> None:
    """Add an answer to a file."""
    with ReviewFile.open(path) as review:
        review.append(answer(id_))


def copied(path: Path, name: str) -> Path:
    """A copy that another program made, in which something else was said since."""
    named = os.fsdecode(name.format(stem=path.name.removesuffix(".matbot.json")).encode())
    copy = path.with_name(named)
    shutil.copy(path, copy)
    say(copy, "there")
    return copy


def ids(path: Path) -> set[str]:
    """The events in a file, which must be good, apart from the mark of a merge."""
    good = inspect_file(path).good
    assert good, inspect_file(path).flaw
    return {event.id for event in good.log if event.kind != "merged"}


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_listed_with_its_review_whatever_program_named_it(
    workspace: Workspace, path: Path, name: str
) -> None:
    """And merging leaves one file, with the name that a review has and all that either says."""
    copy = copied(path, name)
    (listed,) = workspace.list_reviews()
    assert {listed.path, *listed.copies} == {path, copy}
    joined = merge_files(workspace.files_to_merge("abcd2345"))
    assert joined.path == listed.files[0]
    assert [one.exists() for one in listed.files] == [True, False]
    assert ids(joined.path) == {"first", "second", "old", "there"}
    (listed,) = workspace.list_reviews()
    assert (listed.path, listed.copies) == (joined.path, ())


def test_merging_leaves_the_file_that_has_the_name_of_a_review(workspace: Workspace, path: Path) -> None:
    """Although the other was saved last."""
    copied(path, "{stem}.matbot-DESKTOP-AB12.json")
    assert merge_files(workspace.files_to_merge("abcd2345")).path == path


def test_a_copy_alone_is_a_review_under_any_name(workspace: Workspace, path: Path) -> None:
    """It is listed and opens."""
    moved = path.rename(path.with_name("only this.matbot (1).json"))
    assert [one.path for one in workspace.list_reviews()] == [moved]
    with workspace.open("abcd2345") as review:
        assert review.path == moved


@pytest.mark.parametrize("name", ["empty.json", "northfields (1).json", "x-zzzz9999.matbot-DESKTOP.json"])
def test_an_empty_file_is_named_with_what_to_do(workspace: Workspace, path: Path, name: str) -> None:
    """It may have been a review: by itself in the list, on home and in line mode."""
    path.with_name(name).write_bytes(b"")
    path.with_name("other.json").write_bytes(b"")
    listed = workspace.list_reviews()
    assert {(one.path.name, one.state, one.copies) for one in listed[1:]} == {
        (name, "is empty", ()),
        ("other.json", "is empty", ()),
    }
    advice = "Delete it, or put an earlier version of it back"
    out = run("--workspace", str(workspace.root), "list").out
    assert f"{name}: is empty\n    {advice}.\n" in out
    home = [str(row.prompt) for row, _ in _rows(listed, datetime.now(), HomeWays(True))]
    assert any(f"{name} · is empty. {advice}" in row for row in home)
    spoken = " ".join(text_of(at_home(workspace, "list", "stop")).split())
    assert f"{name}, is empty. {advice}." in spoken


@pytest.mark.parametrize(
    "names",
    [
        ("{stem}.matbot.json", "Kopie von {stem}.matbot.json"),
        ("{stem}.matbot.json", "{stem} (1).matbot.json", "{stem} (1) (1).matbot.json"),
        ("{stem}.matbot.json", "A-conflict-{stem}.matbot.json", "{stem}-conflict-20261128.matbot.json"),
        ("{stem}.matbot.json", "{stem} (Kims Laptop's conflicted copy).matbot.json"),
        ("{stem}.matbot.json", "a.matbot.json"),
        ("Our review.matbot.json", "Our review - Copy.matbot.json", "Copy of Our review.matbot.json"),
        ("Our review.matbot.json", "{stem}.matbot (1).json"),
        ("{stem} (1).matbot.json", "Kopie von {stem} (1).matbot.json"),
        ("{stem}-copy.matbot.json", "Kopie von {stem}.matbot.json"),
    ],
)
def test_the_result_of_a_merge_keeps_the_name_that_is_no_copys(
    workspace: Workspace, path: Path, names: tuple[str, ...]
) -> None:
    """Whichever of the files was saved last, and by `matbot merge` as on home."""
    stem = path.name.removesuffix(".matbot.json")
    raw = path.read_bytes()
    path.unlink()
    own, *copies = [path.with_name(name.format(stem=stem)) for name in names]
    for last in (own, *copies):
        for each in (own, *copies):
            each.write_bytes(raw)
        with ReviewFile.open(last) as review:
            review.append(answer(f"in {last.name}"))
        (listed,) = workspace.list_reviews()
        assert listed.files[0] == workspace.files_to_merge("abcd2345")[0] == own
        assert merge_files(listed.files).path == own
        assert [one.path for one in workspace.list_reviews()] == [own]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("settings.json", b"{}"),
        ("package.json", b'{"header": {"1": {"id": "x"}}}'),
        ("header.json", b'{"header": "text"}'),
        ("list.json", b"[1, 2]"),
        ("Cat.JSON", b"\xff\xfe{\x00}\x00"),
        (".matbot.json", b""),
        ("._northfields-trust-heads-2026-03-abcd2345.matbot.json", b"\x00\x05\x16\x07"),
        ("~$northfields-trust-heads-2026-03-abcd2345.matbot.json", b"lock"),
    ],
)
def test_files_of_other_programs_are_not_listed(
    workspace: Workspace, path: Path, name: str, raw: bytes
) -> None:
    """Whatever they are called, and whatever is in them."""
    path.with_name(name).write_bytes(raw)
    assert [(one.path, one.copies) for one in workspace.list_reviews()] == [(path, ())]


def test_what_matbot_keeps_beside_a_review_is_not_listed(workspace: Workspace, path: Path) -> None:
    """Backups, files that were set aside and half-written ones, also those of copies."""
    copied(path, "{stem}.matbot (1).json")
    merge_files(workspace.files_to_merge("abcd2345"))
    files.set_aside(path, "form-1")
    path.with_name(".matbot-0123-4567.tmp").write_bytes(path.read_bytes())
    assert len(list(path.parent.iterdir())) > 4
    assert [(one.path, one.copies) for one in workspace.list_reviews()] == [(path, ())]


@pytest.mark.parametrize(
    "name", ["{stem}.matbot (1).json", "{stem}.matbot-DESKTOP.json", "X-{stem}.matbot.json"]
)
@pytest.mark.parametrize("damage", [0, 100, 0.5])
def test_a_damaged_copy_is_set_aside_and_named_and_the_good_ones_merge(
    workspace: Workspace, path: Path, name: str, damage: float
) -> None:
    """Empty or cut off anywhere; under whatever name the others are."""
    copied(path, "{stem}.matbot 2.json")
    bad = path.with_name(name.format(stem=path.name.removesuffix(".matbot.json")))
    raw = path.read_bytes()
    bad.write_bytes(raw[: int(damage * len(raw)) if damage < 1 else int(damage)])
    before = bad.read_bytes()
    assert len(workspace.list_reviews()[0].copies) == 2
    joined = merge_files(workspace.files_to_merge("abcd2345"))
    (words,) = joined.flaws
    assert words.startswith(f"{bad.name} cannot be read: it is ")
    assert str(path.parent) not in words
    assert bad.with_name(f"{bad.name}.set-aside").read_bytes() == before
    assert ids(path) == {"first", "second", "old", "there"}
    assert [(one.path, one.copies) for one in workspace.list_reviews()] == [(path, ())]


def test_of_three_one_that_something_else_changed_waits_and_the_others_merge(
    workspace: Workspace, path: Path
) -> None:
    """It stays where it is, and the words say how to settle it; then it merges too."""
    copied(path, "{stem}.matbot (1).json")
    changed = copied(path, "{stem}.matbot 2.json")
    changed.write_bytes(changed.read_bytes().replace(b'"leaning":"red"', b'"leaning":"green"'))
    before = changed.read_bytes()
    joined = merge_files(workspace.files_to_merge("abcd2345"))
    (words,) = joined.flaws
    assert "matbot settle" in words
    assert (joined.left, changed.read_bytes()) == ((changed,), before)
    assert ids(path) == {"first", "second", "old", "there"}
    with ReviewFile.open(changed) as review:
        review.take_theirs()
    merge_files(workspace.files_to_merge("abcd2345"))
    assert workspace.list_reviews()[0].copies == ()


@pytest.fixture
def lost(path: Path) -> Path:
    """The review's own file, empty, and nothing left on this machine that recovers it; its copy is good."""
    copied(path, "{stem}.matbot-DESKTOP.json")
    path.with_name(f"{path.name}.backup").unlink()
    shutil.rmtree(path.parents[2] / "state" / "mirrors")
    shutil.rmtree(path.parents[2] / "state" / "dated")
    path.write_bytes(b"")
    return path


def test_where_the_first_file_is_empty_the_result_takes_its_place(workspace: Workspace, lost: Path) -> None:
    """The empty one is kept under another name, as whoever named it first wants the result there."""
    joined = merge_files(workspace.files_to_merge("abcd2345"))
    assert joined.path == lost
    assert ids(lost) == {"first", "second", "old", "there"}
    assert lost.with_name(f"{lost.name}.set-aside").read_bytes() == b""


def test_where_the_result_cannot_be_saved_an_empty_first_file_is_back_in_its_place(
    workspace: Workspace, lost: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All files are as they were."""
    before = {path: path.read_bytes() for path in lost.parent.iterdir()}

    def refuse(*_paths: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "put_in_place", refuse)
        with pytest.raises(NotSaved, match="disk is full"):
            merge_files(workspace.files_to_merge("abcd2345"))
    assert {path: path.read_bytes() for path in lost.parent.iterdir()} == before


def test_a_file_that_is_no_copy_is_neither_merged_nor_renamed(path: Path) -> None:
    """Somebody named it by mistake."""
    notes = path.with_name("notes.txt")
    notes.write_bytes(b"Ours")
    with pytest.raises(Unreadable, match="damaged or not a review"):
        merge_files([path, notes])
    assert notes.read_bytes() == b"Ours"


def test_a_list_reads_no_more_than_the_head_of_each_file(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of files that turn out to be another program's: once, and a few thousand bytes."""
    for number in range(20):
        path.with_name(f"export {number}.json").write_bytes(b'{"rows": [' + b"1," * 100_000 + b"1]}")
    sizes = []
    read_head = files.read_head

    def counted(path: Path, size: int, last: int) -> tuple[bytes, bytes]:
        sizes.append(size)
        return read_head(path, size, last)

    monkeypatch.setattr(files, "read_head", counted)
    assert len(workspace.list_reviews()) == 1
    assert len(sizes) == 21
    assert max(sizes) < 10_000


# How it is offered, and in which words


@pytest.fixture
def here(path: Path) -> Path:
    """The folder of the workspace, with a second copy from OneDrive and an empty one."""
    copied(path, "{stem}.matbot-DESKTOP-AB12.json")
    path.with_name("x-abcd2345.matbot.json").write_bytes(b"")
    return path.parents[1]


def test_the_words_of_each_command_merge_in_the_workspace_that_was_named(here: Path) -> None:
    """`list`, `show` and `ask` say a command that works as it is typed."""
    command = f"matbot --workspace {here} merge abcd2345"
    assert command in run("--workspace", str(here), "list").out
    assert command in run("--workspace", str(here), "show", "abcd2345").err
    assert command in " ".join(run("--workspace", str(here), "ask", "abcd2345", typed="").out.split())
    assert f"matbot --workspace {here} list" in run("--workspace", str(here), "show", "nothing").err
    done = run(*command.split()[1:])
    assert done.status == 0
    assert "x-abcd2345.matbot.json cannot be read: it is empty." in done.err
    assert "copies" not in run("--workspace", str(here), "list").out


def test_line_mode_merges_them_and_names_the_one_that_cannot_be_read(
    workspace: Workspace, here: Path
) -> None:
    """At home, by the number of the review."""
    told = text_of(at_home(workspace, "1", "merge"))
    assert "3 copies" in told
    assert "x-abcd2345.matbot.json cannot be read: it is empty." in told
    assert workspace.list_reviews()[0].copies == ()
