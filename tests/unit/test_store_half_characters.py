"""Half a character in a file, as a program leaves it that cuts a text short: nothing stumbles over it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matbot.interview import Interview
from matbot.store.checks import Tables
from matbot.store.contents import read_contents
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of

HALF = "\ud83d"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of its own, named by the environment."""
    root = tmp_path / "workspace"
    monkeypatch.setenv("MATBOT_WORKSPACE", str(root))
    monkeypatch.chdir(tmp_path)
    return root


def everywhere(value: Any, name: str = "") -> Any:
    """A value with half a character at the end of every text that people or a framework say."""
    if isinstance(value, dict):
        return {key: everywhere(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [everywhere(part, name) for part in value]
    given = (
        "text",
        "red",
        "green",
        "name",
        "title",
        "edition",
        "source",
        "trust",
        "group",
        "note",
        "guidance",
    )
    return f"{value}{HALF}" if isinstance(value, str) and value and name in given else value


def rewritten(path: Path, change: Callable[[Tables], Tables]) -> None:
    """Write a file as matbot would have, with other tables in it."""
    from matbot.store.checks import TableTextCache, seal

    tables = change(json.loads(path.read_bytes()))
    for header in tables["header"].values():
        header["checksum"] = ""
    path.write_bytes(seal(tables, TableTextCache()))


@pytest.fixture
def two(root: Path, tmp_path: Path) -> list[str]:
    """Two reviews with a note and a rating each, in which every text is cut short."""
    reviews = []
    for group in ("Heads", "Board"):
        review = run("new", "--trust", "Northfields", "--group", group, "--elements", "1A").out.strip()
        assert run("ask", review, typed="\n2\nClear to most\n").status == 0
        path = Workspace(root).find(review)
        rewritten(path, everywhere)
        assert b"\\ud83d" in path.read_bytes()
        reviews.append(review)
    for kept in (tmp_path / "state").rglob("*.json"):
        kept.unlink()
    return reviews


def test_every_command_reads_it(two: list[str]) -> None:
    """And calls nothing a fault of matbot's own."""
    one, other = two
    commands = (
        ("list",),
        ("list", "--json"),
        ("show", one),
        ("show", one, "--json"),
        ("compare", one, other),
        ("compare", one, other, "--json"),
        ("compare", one, other, "--format", "md", "--output", "-"),
        ("compare", one, other, "--format", "docx"),
        ("transcript", one, "--output", "-"),
        ("transcript", one, "--format", "html"),
        ("transcript", one, "--format", "docx"),
        ("new", "--since", one),
        ("new", "--together", one, "--together", other),
        ("name", one, "then"),
        ("priority", one, "--element", "1A"),
        ("plan", one, "--format", "csv"),
        ("carry", one, "--to", "mat-si-capacity-2019"),
        ("backups", one, "--open", "1"),
        ("merge", one, "--output", "new.matbot.json"),
        ("ask", one),
    )
    for command in commands:
        done = run(*command, typed="")
        assert "fault of matbot's own" not in done.err, (command, done.err)
        assert "\ud83d" not in done.out
        assert done.status == 0 or command[0] in ("carry", "merge"), (command, done.err)


def test_copies_of_it_merge(two: list[str], root: Path) -> None:
    """What both say is there once."""
    path = Workspace(root).find(two[0])
    copy = path.with_name("copy.matbot.json")
    copy.write_bytes(path.read_bytes())
    run("ask", str(copy), typed="4\nAlso\n")
    assert run("merge", two[0]).status == 0
    assert "Also" in run("show", two[0], "--json").out


def test_line_mode_reads_it(two: list[str], root: Path) -> None:
    """At home, in a comparison and in the conversation."""
    given = text_of(at_home(Workspace(root), "compare 1,2", "stop", "1", "/check", "/stop"))
    assert HALF not in given
    given.encode()


def test_what_was_cut_is_shown_as_such_and_the_file_is_as_matbot_saved_it(two: list[str], root: Path) -> None:
    """The seal holds over what the file says; whole characters stay whole."""
    path = Workspace(root).find(two[0])
    contents = read_contents(path.read_bytes())
    assert not contents.altered
    assert contents.rubric.title.endswith("\ufffd")
    (listed, _) = Workspace(root).list_reviews()
    assert listed.header
    assert listed.header.trust == "Northfields\ufffd"


def test_whole_characters_beyond_the_first_plane_stay(root: Path) -> None:
    """JSON writes them as two halves that belong together."""
    review = run("new", "--trust", "Northfields \N{GRINNING FACE}", "--elements", "1A").out.strip()
    with Workspace(root).open(review) as file:
        assert file.projection.review.trust == "Northfields \N{GRINNING FACE}"
    assert Workspace(root).list_reviews()[0].header.trust.endswith("\N{GRINNING FACE}")  # type: ignore[union-attr]  # it is there


def test_two_names_that_differ_in_their_halves_alone_lose_neither() -> None:
    """Whatever else a newer matbot keeps in a table."""
    from matbot.store.json_guards import mend_characters

    values = {"table": dict(zip(("a\ud800", "a\ud801"), (1, "x\ud800"), strict=True))}
    kept = mend_characters(values, json.dumps(values).encode())
    assert list(kept["table"].values()) == [1, "x\ufffd"]


def test_what_was_said_is_written_back_as_it_came(two: list[str], root: Path) -> None:
    """Events are never rewritten; what reads them gets whole characters."""
    path = Workspace(root).find(two[0])
    before = json.loads(path.read_bytes())["replies"]
    with Workspace(root).open(two[0]) as file:
        file.append(Interview.of(file.projection).save_version("then"))
        assert file.projection.review.trust == "Northfields\ufffd"
    after = json.loads(path.read_bytes())["replies"]
    assert {number: after[number] for number in before} == before


def test_copies_of_a_review_with_half_a_character_in_an_id_merge(two: list[str], root: Path) -> None:
    """Whatever wrote it there."""
    path = Workspace(root).find(two[0])

    def cut(tables: Tables) -> Tables:
        tables["replies"]["3"]["id"] += HALF
        return tables

    rewritten(path, cut)
    copy = path.with_name("copy.matbot.json")
    copy.write_bytes(path.read_bytes())
    run("ask", str(copy), typed="4\nAlso\n")
    assert run("merge", two[0]).status == 0
