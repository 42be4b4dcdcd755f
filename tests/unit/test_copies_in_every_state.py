"""A second copy is listed once and offered for merging whatever state it is in, and merging loses nothing."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from matbot.review import events
from matbot.review.events import Event, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.review.log import parse_event
from matbot.rubric import Rubric
from matbot.screens.home.review_list import HomeWays, _rows
from matbot.store import contents, saving, tables
from matbot.store.checks import Tables
from matbot.store.contents import inspect_file
from matbot.store.errors import StoreError
from matbot.store.file_merge import CannotMerge, merge_files
from matbot.store.review_file import ReviewFile
from matbot.store.schema import upgrade_tables
from matbot.store.tables import new_contents
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of

NAMES = (
    "{stem}.matbot-ANNAS-PC-2.json",
    "{stem}.matbot (Anna's conflicted copy 2026-01-05).json",
    "{stem}.matbot (Case Conflict).json",
    "Copy of {stem}.matbot.json",
    "{stem}.matbot.sync-conflict-20260105-101010-ABCDEFG.json",
    "{stem}.matbot (conflicted copy 2026-01-05 101010).json",
    "{stem}.matbot 2.json",
    "{stem}.matbot - Copy (2).json",
    "{stem}.matbot copy 2.json",
    "Copi o {stem}.matbot.json",
    "Unrhyw enw o gwbl.json",
)
"""Names from each program, and in Welsh."""

WITHOUT_AN_ID = {"Unrhyw enw o gwbl.json"}
"""A name that says nothing: a file of it that cannot be read is nobody's copy."""

YEARS = timedelta(days=365)


class Folder:
    """A workspace with a review, to which another program gives a second copy."""

    def __init__(
        self, workspace: Workspace, rubric: Rubric, log: list[Event], patch: pytest.MonkeyPatch
    ) -> None:
        self.workspace, self.rubric, self.log, self.patch = workspace, rubric, log, patch
        opened, scoped, *rest = log
        assert isinstance(opened, ReviewOpened)
        assert isinstance(scoped, ScopeChosen)
        with workspace.create(rubric, opened, scoped, *rest) as review:
            self.path = review.path

    def named(self, name: str) -> Path:
        """Where the second copy lies."""
        return self.path.with_name(name.format(stem=self.path.name.removesuffix(".matbot.json")))

    def copy(self, name: str) -> Path:
        """The same file once more."""
        return Path(shutil.copy(self.path, self.named(name)))

    def write(self, name: str, log: list[Event], clock: datetime | None = None) -> Path:
        """A copy with another log, saved by a clock that may be wrong."""
        with self.patch.context() as patch:
            if clock:
                patch.setattr(saving, "now", lambda: clock)
            with ReviewFile.create_from(self.named(name), new_contents(self.rubric, log)) as review:
                return review.path


def answer(id_: str, at: datetime, question: str = "1A.ii") -> QuestionAnswered:
    """An answer that one copy has."""
    return QuestionAnswered(id=id_, at=at, question=question, leaning="green")


def _same(folder: Folder, name: str) -> Path:
    return folder.copy(name)


def _newer(folder: Folder, name: str) -> Path:
    copy = folder.copy(name)
    with ReviewFile.open(copy) as review:
        review.append(answer("more", datetime.now(UTC)))
    return copy


def _older(folder: Folder, name: str) -> Path:
    copy = folder.copy(name)
    with ReviewFile.open(folder.path) as review:
        review.append(answer("more", datetime.now(UTC)))
    return copy


def _other_order(folder: Folder, name: str) -> Path:
    opened, scoped, *rest = folder.log
    return folder.write(name, [opened, scoped, *reversed(rest)])


def _clock(by: timedelta, folder: Folder, name: str) -> Path:
    at = datetime(2026, 3, 4, 11, tzinfo=UTC) + by
    return folder.write(name, [*folder.log, answer("more", at)], clock=at)


def _finished(folder: Folder, name: str) -> Path:
    fields = {"element": "1A", "rating": "G"}
    ends = [
        parse_event(
            {"kind": "skipped", "id": f"s{code}", "at": "2026-03-04T12:00:00Z", "skipped": f"opening:{code}"}
        )
        for code in ("1A", "1B")
    ]
    rated = events.ElementRated(id="more", **fields)
    return folder.write(name, [*folder.log, rated, *ends])


GOOD: dict[str, Callable[[Folder, str], Path]] = {
    "the same": _same,
    "newer": _newer,
    "older": _older,
    "the same in another order": _other_order,
    "a clock two years behind": partial(_clock, -2 * YEARS),
    "a clock ten years ahead": partial(_clock, 10 * YEARS),
    "finished": _finished,
}
"""States of a copy that can be read."""


def _cut(size: float, folder: Folder, name: str) -> Path:
    copy = folder.copy(name)
    raw = copy.read_bytes()
    copy.write_bytes(raw[: int(size * len(raw))])
    return copy


def _zeros(folder: Folder, name: str) -> Path:
    copy = folder.copy(name)
    copy.write_bytes(bytes(len(copy.read_bytes())))
    return copy


BAD: dict[str, Callable[[Folder, str], Path]] = {
    "empty": partial(_cut, 0),
    "cut short": partial(_cut, 0.6),
    "full of zeros": _zeros,
}
"""States of a copy that cannot be read."""


@pytest.fixture
def folder(
    workspace: Workspace,
    small_rubric: Rubric,
    opened: ReviewOpened,
    scoped: ScopeChosen,
    monkeypatch: pytest.MonkeyPatch,
) -> Folder:
    """A review with two answers, in the workspace that commands use."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    said = [answer("one", opened.at, "1A.i"), answer("two", opened.at, "1B.i")]
    return Folder(workspace, small_rubric, [opened, scoped, *said], monkeypatch)


def is_offered_once(folder: Folder, copy: Path, count: int = 2) -> None:
    """The review is one line in `matbot list`, on home and in line mode, and each offers to merge."""
    (listed,) = folder.workspace.list_reviews()
    assert {copy, folder.path} <= {listed.path, *listed.copies}
    assert listed.header
    assert not listed.header.started or listed.header.started <= (listed.saved or listed.header.started)
    out = run("list").out
    assert out.count("Northfields Trust") == 1
    assert f"{count} copies: merge them with matbot merge abcd2345" in out
    home = [
        str(getattr(row.prompt, "plain", row.prompt))
        for row, _ in _rows([listed], datetime.now(), HomeWays(True))
    ]
    assert sum(f"{count} copies" in row for row in home) == 1
    spoken = text_of(at_home(folder.workspace, "list", "1", "/back", "stop"))
    assert f"{count} copies" in spoken
    assert "1 make them one, and open it" in spoken


def ids(path: Path) -> set[str]:
    """The events in a file, which must be good, apart from the mark of a merge."""
    good = inspect_file(path).good
    assert good, inspect_file(path).flaw
    return {event.id for event in good.log if event.kind != "merged"}


@pytest.mark.parametrize("state", GOOD)
def test_a_good_copy_is_offered_and_merged_whatever_it_is_called(folder: Folder, state: str) -> None:
    """Under each name in turn; all that either copy says is in the result, and the list has one file."""
    for name in NAMES:
        copy = GOOD[state](folder, name)
        wanted = ids(folder.path) | ids(copy)
        is_offered_once(folder, copy)
        joined = merge_files(folder.workspace.files_to_merge("abcd2345"))
        assert ids(joined.path) == wanted
        (listed,) = folder.workspace.list_reviews()
        assert (listed.path, listed.copies) == (joined.path, ())
        folder.path = joined.path


@pytest.mark.parametrize("state", BAD)
def test_a_copy_that_cannot_be_read_is_offered_and_set_aside(folder: Folder, state: str) -> None:
    """The good one stays as it was; the other is kept under another name."""
    before = ids(folder.path)
    for name in NAMES:
        copy = BAD[state](folder, name)
        if name in WITHOUT_AN_ID and state != "cut short":  # what is left of that says whose copy it is
            assert folder.workspace.list_reviews()[0].copies == ()
            continue
        raw = copy.read_bytes()
        is_offered_once(folder, copy)
        joined = merge_files(folder.workspace.files_to_merge("abcd2345"))
        assert (joined.path, ids(joined.path)) == (folder.path, before)
        assert any(aside.read_bytes() == raw for aside in joined.aside)
        assert folder.workspace.list_reviews()[0].copies == ()


def test_a_copy_of_a_newer_matbot_waits_and_the_others_merge(folder: Folder) -> None:
    """Nothing this matbot does not know is written over: the file stays, and the words say to update."""
    other = _newer(folder, NAMES[0])
    copy = folder.copy(NAMES[1])
    stored = json.loads(copy.read_bytes())
    stored["header"]["1"]["schema"] = 99
    copy.write_text(json.dumps(stored), encoding="utf-8")
    before = copy.read_bytes()
    is_offered_once(folder, copy, 3)
    with pytest.raises(CannotMerge, match="newer matbot"):
        merge_files([folder.path, copy])
    joined = merge_files([folder.path, other, copy])
    assert "more" in ids(joined.path)
    assert "newer matbot" in joined.flaws[0]
    assert copy.read_bytes() == before


def test_a_copy_of_an_older_form_is_brought_up_and_merged(folder: Folder) -> None:
    """By a matbot that writes a second form."""
    copy = _newer(folder, NAMES[3])

    def step(made: Tables) -> Tables:
        return made

    folder.patch.setattr(contents, "upgrade_tables", partial(upgrade_tables, steps=(step,)))
    for module in (contents, saving, tables):
        folder.patch.setattr(module, "SCHEMA", 2)
    with ReviewFile.open(folder.path) as review:
        review.append(answer("in the second form", datetime.now(UTC)))
    joined = merge_files([folder.path, copy])
    assert {"more", "in the second form"} <= ids(joined.path)


def test_what_is_not_a_review_is_offered_nowhere(folder: Folder) -> None:
    """Although its name has the id: another review's file under a copy's name is a review of its own."""
    other = folder.log[0].model_copy(update={"review": "zzzz9999"})
    folder.write(NAMES[0], [other, *folder.log[1:]])
    assert sorted(one.id for one in folder.workspace.list_reviews()) == ["abcd2345", "zzzz9999"]
    with pytest.raises(StoreError, match="two reviews"):
        merge_files([folder.path, folder.named(NAMES[0])])
