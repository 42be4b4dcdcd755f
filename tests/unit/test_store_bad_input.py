"""Whatever stands in a review's place opens, or is recovered, or is told in one line: never a traceback."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from matbot.review.events import ElementRated, Event, NoteWritten, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import files, saving
from matbot.store.checks import TableTextCache, seal
from matbot.store.errors import StoreError, Unreadable
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.speaking import run


@pytest.fixture
def path(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> Path:
    """A review with an answer, a rating and a show of hands, closed."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(QuestionAnswered(id="lean", question="1A.i", leaning="red"))
        review.append(ElementRated(id="rate", element="1A", rating="AR"))
    return review.path


def bare(path: Path) -> None:
    """Take away every copy that matbot keeps of a review."""
    place = find_place(path)
    for copy in (place.mirror, place.backup, *place.dated.iterdir()):
        copy.unlink()


def one_line(words: str) -> bool:
    """Whether something is said in one line that a terminal can show."""
    return bool(words) and words.isprintable()


def nested(depth: int) -> bytes:
    """Lists within lists, closed or cut off."""
    return b"[" * depth


NO_REVIEW: dict[str, bytes | Callable[[bytes], bytes]] = {
    "0 bytes": b"",
    "white space": b" \n",
    "zeros": b"\0" * 4096,
    "null": b"null",
    "no tables": b"{}",
    "a list": b"[]",
    "a number": b"1e999",
    "a web page": b"<!DOCTYPE html>\n<html><body>Sign in</body></html>",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "git conflict marks": lambda raw: b"<<<<<<< HEAD\n" + raw + b"\n=======\n" + raw + b"\n>>>>>>> theirs\n",
    "marks within": lambda raw: raw.replace(b',"replies"', b'\n<<<<<<< HEAD\n,"replies"', 1),
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "UTF-16 without a mark": lambda raw: raw.decode().encode("utf-16-le"),
    "UTF-32": lambda raw: raw.decode().encode("utf-32"),
    "Latin-1": lambda raw: raw.replace(b"Northfields", "Nørthfields".encode("latin-1")),
    "cut off": lambda raw: raw[: len(raw) // 2],
    "twice over": lambda raw: raw + raw,
    "something after it": lambda raw: raw + b"x",
    "deep lists": nested(100_000),
    "deep lists of lists": b"[[]," * 500_000,
    "deep documents": b'{"header":' * 50_000,
    "deep in a reply": lambda raw: raw.replace(
        b'"leaning":"red"', b'"leaning":"red","mood":' + nested(5_000) + b"]" * 5_000
    ),
    "a key twice": lambda raw: raw.replace(b'"leaning":"red"', b'"leaning":"red","leaning":"green"'),
    "a table twice": lambda raw: raw[:-1] + b',"replies":{}}',
    "NaN": lambda raw: raw.replace(b'"people":1', b'"people":NaN'),
    "infinite": lambda raw: raw.replace(b'"people":1', b'"people":-Infinity'),
    "1e999": lambda raw: raw.replace(b'"people":1', b'"people":1e999'),
    "a huge integer": lambda raw: raw.replace(b'"people":1', b'"people":1' + b"0" * 5_000),
    "a key that is none": lambda raw: raw.replace(b'"people":1', b"people:1"),
}
"""What can stand in a review's place, by what it is."""


@pytest.fixture(params=NO_REVIEW)
def spoilt(request: pytest.FixtureRequest, path: Path) -> Path:
    """A review whose file is none any more."""
    made = NO_REVIEW[request.param]
    raw = made(path.read_bytes()) if callable(made) else made
    assert raw != path.read_bytes(), "nothing was spoilt"
    path.write_bytes(raw)
    return path


def test_what_is_no_review_is_recovered_and_kept(spoilt: Path) -> None:
    """Every event comes back from a copy, which is said; the file has another name."""
    raw = spoilt.read_bytes()
    with ReviewFile.open(spoilt) as review:
        assert [event.id for event in review.log] == ["first", "second", "lean", "rate"]
        assert one_line(review.notice)
        assert "recovered from the second copy" in review.notice
    assert spoilt.with_name(f"{spoilt.name}.set-aside").read_bytes() == raw


def test_what_is_no_review_and_has_no_copy_is_told_in_words(spoilt: Path) -> None:
    """One line, and nothing is changed; the list goes on, and so does the command line."""
    bare(spoilt)
    raw = spoilt.read_bytes()
    with pytest.raises(Unreadable, match=r"cannot be read: it .*\. Nothing was changed\.$") as error:
        ReviewFile.open(spoilt)
    assert one_line(str(error.value))
    listed = Workspace(spoilt.parent.parent).list_reviews()
    assert [one.id for one in listed] == ["abcd2345"]
    for command in ("show", "ask", "transcript"):
        done = run("--workspace", str(spoilt.parent.parent), command, "abcd2345")
        assert (done.status, done.out) == (1, "")
        assert done.err.startswith("matbot: ")
        assert done.err.count("\n") == 1
    assert spoilt.read_bytes() == raw
    assert [found.name for found in spoilt.parent.iterdir()] == [spoilt.name]


FIELDS: list[tuple[str, str, Any]] = [
    ("4", "rating", True),
    ("4", "rating", 3),
    ("4", "rating", None),
    ("4", "element", ["1A"]),
    ("3", "leaning", False),
    ("3", "leaning", "purple"),
    ("3", "question", 1),
    ("3", "at", "2026-03-04T10:00:00"),
    ("3", "at", "0000-00-00T00:00:00Z"),
    ("3", "id", ""),
    ("3", "id", 7),
    ("3", "kind", None),
    ("1", "people", True),
    ("1", "people", 1.0),
    ("1", "people", "1"),
    ("1", "people", 0),
    ("1", "people", 10**40),
    ("1", "review", None),
    ("1", "trust", {"name": "x"}),
    ("2", "elements", "1A"),
]
"""Fields of stored events that the model refuses: the event's number, the field, the value."""


@pytest.mark.parametrize(("number", "field", "value"), FIELDS)
def test_a_value_that_no_event_can_have_is_refused(
    path: Path, number: str, field: str, value: object
) -> None:
    """Even with a checksum that holds: the file is told as damaged, in words."""
    tables = json.loads(path.read_bytes())
    tables["replies"][number][field] = value
    tables["header"]["1"]["checksum"] = ""
    path.write_bytes(seal(tables, TableTextCache()))
    bare(path)
    with pytest.raises(Unreadable, match="has an answer in it") as error:
        ReviewFile.open(path)
    assert one_line(str(error.value))


@pytest.mark.parametrize("votes", [[True, 0, 0, 0], [0.5, 0, 0, 0], ["1", 0, 0, 0], 4, "1111"])
def test_hands_that_are_no_numbers_are_refused(path: Path, votes: object) -> None:
    """A boolean is no count."""
    tables = json.loads(path.read_bytes())
    at = "2026-03-04T10:00:00Z"
    tables["replies"]["5"] = {"kind": "voted", "id": "v", "at": at, "element": "1A", "votes": votes}
    path.write_text(json.dumps(tables), encoding="utf-8")
    bare(path)
    with pytest.raises(Unreadable, match="has an answer in it"):
        ReviewFile.open(path)


@pytest.mark.parametrize(
    "laid_out",
    [
        lambda tables: json.dumps(tables, indent=2),
        lambda tables: json.dumps(tables, indent="\t", ensure_ascii=False),
        lambda tables: "\ufeff" + json.dumps(tables),
        lambda tables: "\ufeff" + json.dumps(tables, indent=4).replace("\n", "\r\n"),
    ],
    ids=["pretty", "tabs, and letters as they are", "byte order mark", "as Windows' editor saves it"],
)
def test_a_file_laid_out_otherwise_is_as_good(path: Path, laid_out: Callable[[Any], str]) -> None:
    """Nothing is to be settled or recovered, and it can be changed."""
    text = laid_out(json.loads(path.read_bytes()))
    path.write_bytes(text.encode("utf-8"))
    assert Workspace(path.parent.parent).list_reviews()[0].state == "under way"
    with ReviewFile.open(path) as review:
        assert (review.read_only, review.notice) == ("", "")
        review.append(NoteWritten(question="1A.i", note="Here too"))


def test_a_file_over_8_mb_is_refused_unread(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is enough; not a byte of it is read."""
    os.truncate(path, files.LARGEST + 1)

    def read(descriptor: int, size: int) -> bytes:
        pytest.fail("it was read")

    monkeypatch.setattr(files, "_read", read)
    with pytest.raises(Unreadable, match="over 8 MB, so it was not read"):
        ReviewFile.open(path)


def test_a_file_that_grows_while_it_is_read_is_read_no_further(path: Path) -> None:
    """No more is ever held than a review may have."""
    with path.open("rb") as file:
        assert files._read(file.fileno(), 10) == path.read_bytes()[:10]


def strange_places(tmp_path: Path, path: Path) -> list[Path]:
    """What a path can lead to that is no file of a review's."""
    link, dangling, loop, pipe = (tmp_path / name for name in ("link", "dangling", "loop", "pipe"))
    places = [tmp_path, tmp_path / "nothing", Path("nul\0"), Path("x" * 5000), path / "below", Path("\ud800")]
    if os.name != "nt":
        link.symlink_to(path)
        dangling.symlink_to(tmp_path / "nowhere")
        loop.symlink_to(loop)
        os.mkfifo(pipe)
        places += [link, dangling, loop, pipe, Path("/dev/zero")]
    return places


def test_a_path_that_leads_to_no_file_is_told_in_words(path: Path, tmp_path: Path) -> None:
    """Links, pipes, folders, devices and impossible names: one line each, and nobody waits for ever."""
    for place in strange_places(tmp_path, path):
        with pytest.raises(StoreError) as error:
            ReviewFile.open(place)
        assert "\n" not in str(error.value)
        done = run("show", f"./{place}" if not place.is_absolute() else str(place))
        assert done.status == 1
        assert done.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_in_words(path: Path) -> None:
    """Whose right it is to grant is said."""
    path.chmod(0)
    with pytest.raises(Unreadable, match="no right to read"):
        ReviewFile.open(path)


HOSTILE = "\x1b]52;c;ZXZpbA==\x07\x1b[31m[/x]\x9b0m\u202e\u0000\u2028e\u0301\r\ud800"


def test_what_a_terminal_would_act_on_is_kept_but_never_sent_to_it(path: Path) -> None:
    """In a file from elsewhere such characters stay as they are, and are shown as symbols."""
    tables = json.loads(path.read_bytes())
    tables["replies"]["1"]["trust"] = tables["header"]["1"]["trust"] = f"North{HOSTILE}"
    tables["replies"]["4"] |= {"kind": "reasoned", "rationale": HOSTILE}
    tables["header"]["1"]["checksum"] = ""
    other = path.with_name(f"sent\x1b[31m-{path.name}")
    path.unlink()
    other.write_bytes(seal(tables, TableTextCache()))
    workspace = ("--workspace", str(path.parent.parent))
    for command in (["list"], ["show", "abcd2345"], ["backups", "abcd2345"], ["ask", "abcd2345"]):
        done = run(*workspace, *command)
        assert done.status == 0, done.err
        assert not set("\x1b\x9b\x07\x00\u202e\ud800") & set(done.out + done.err)
    with ReviewFile.open(other) as review:
        review.append(QuestionAnswered(question="1A.ii", leaning="red"))
    after = json.loads(other.read_bytes())["replies"]
    assert {number: after[number] for number in "1234"} == tables["replies"]


def test_after_the_clock_was_set_back_the_log_decides(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of events, which copy is newest and what counts do not follow the clock."""
    early = datetime(2001, 1, 1, tzinfo=UTC)
    late: Event = QuestionAnswered(id="late", at=early, question="1A.i", leaning="green")
    with ReviewFile.open(path) as review:
        monkeypatch.setattr(saving, "now", lambda: early)
        assert review.append(late) == early
    path.write_bytes(b"")
    with ReviewFile.open(path) as again:
        assert [event.id for event in again.log] == ["first", "second", "lean", "rate", "late"]
        monkeypatch.setattr(saving, "now", lambda: early - timedelta(days=365))
        again.append(
            QuestionAnswered(id="later", at=early - timedelta(days=365), question="1A.i", leaning="red")
        )
    with ReviewFile.open(path) as last:
        assert (last.log[-1].id, last.notice) == ("later", "")
