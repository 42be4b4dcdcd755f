"""A report's file: a safe name, whole or not at all, and what could not be done said in words."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given

from matbot.report.output import NotWritten, OutputExists, build_stem, write_new
from matbot.review.review import Review
from tests.strategies import hostile

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes and devices")
SAID = datetime(2026, 11, 22, 9, tzinfo=UTC)


def mode(path: Path) -> int:
    """Who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_named_by_trust_group_and_day() -> None:
    """The name says whose transcript it is and how far it goes."""
    review = Review(trust="Northfields Trust", group="Headteachers", said=SAID)
    assert build_stem(review) == "northfields-trust-headteachers-2026-11-22-transcript"


@given(trust=hostile, group=hostile)
def test_any_name_makes_a_safe_file_name(trust: str, group: str) -> None:
    """Whatever a trust is called, its file's name is plain, short, and never a path."""
    name = build_stem(Review(trust=trust * 20, group=group * 20, said=SAID))
    assert len(name.encode()) <= 100
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert name.endswith("-2026-11-22-transcript")


@POSIX
def test_a_file_is_its_owners_alone_and_so_are_new_folders(tmp_path: Path) -> None:
    """A transcript can hold names: nobody else on the machine may read it."""
    path = write_new(tmp_path / "a" / "b" / "t.md", "é\n")
    assert path.read_bytes() == "é\n".encode()
    assert mode(path) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    """Nothing is written over unasked; asked, it is replaced whole."""
    path = tmp_path / "t.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputExists, match=r"t\.md is there already"):
        write_new(path, "new")
    assert path.read_text(encoding="utf-8") == "mine"
    assert write_new(path, "new", overwrite=True).read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda tmp: tmp, "is a folder"),
        (lambda tmp: tmp / "file" / "t.md", "cannot be used as a folder"),
        (lambda tmp: tmp / ("x" * 300), "too long"),
        (lambda tmp: tmp / "a\0b", "cannot be the name"),
        pytest.param(lambda tmp: Path("/dev/null"), "not an ordinary file", marks=POSIX),
    ],
)
def test_a_place_that_will_not_do_is_refused_in_words(tmp_path: Path, make: object, words: str) -> None:
    """What is no place for a file is said in a line, with what to do."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert callable(make)
    with pytest.raises(NotWritten, match=words) as refused:
        write_new(make(tmp_path), "x", overwrite=True)
    assert "\n" not in str(refused.value)
    assert any(verb in str(refused.value) for verb in ("Choose", "Name"))


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "may not write"), (errno.EIO, "not written")],
)
def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """Whole or not at all: the file that was there is unharmed, and nothing half-written stays behind."""
    path = tmp_path / "transcripts" / "t.md"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotWritten, match=words):
        write_new(path, "new", overwrite=True)
    assert path.read_text(encoding="utf-8") == "old"
    assert [file.name for file in path.parent.iterdir()] == ["t.md"]
