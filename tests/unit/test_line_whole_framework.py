"""The whole framework spoken line by line: what comes out is exactly what was said."""

import json
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from matbot.rubric import Rubric
from matbot.text import LONGEST, clean, lines
from tests.speaking import run

TRUST = "Ash [/red] | `x` \u05e2\u05d1\u05e8\u05d9\u05ea 👩‍🏫 Trust"

TYPED = (
    "We talk about it every week.",
    "[/red]",
    "[@click=app.quit]x[/]",
    "\x1b[31mred\x1b[0m and \x1b]0;title\x07on",
    "| a | b | `c` **d** <b>e</b> &amp; R&D",
    "//a reply that begins with a slash",
    "# no heading",
    "1. no list",
    "\u202eturned round\u202c",
    "\u05e2\u05d1\u05e8\u05d9\u05ea, and then English 👩‍🏫 é",
    "one\rtwo\u2028three",
    "  wide   spaces  ",
    "-",
    "https://example.org www.example.org ~~x~~ $y$",
    "x" * LONGEST,
    "y" * (LONGEST + 1),
)
"""Plain and hostile lines, as they are typed."""

CHOICES = ("1", "2", "3", "4", "0", "x")
LEANINGS = dict(
    zip(CHOICES, ("red", "nearer red", "nearer green", "green", "not sure", "does not apply"), strict=True)
)
LETTERS = {"1": "R", "2": "AR", "3": "AG", "4": "G"}


def kept(typed: str) -> str:
    """What is to be kept of a line."""
    return clean(typed[1:] if typed.startswith("//") else typed)


class Walk:
    """Types an answer to everything, and remembers what was said."""

    def __init__(self, rubric: Rubric) -> None:
        self.typed: list[str] = []
        self.words = cycle(TYPED)
        self.said = {code: self.element(rubric, code, place) for place, code in enumerate(rubric.elements)}

    def element(self, rubric: Rubric, code: str, place: int) -> dict[str, Any]:
        """Say everything about one element."""
        self.typed.append("")
        numerals = [question.numeral for question in rubric.elements[code].questions]
        questions = {numeral: self.question(place + n) for n, numeral in enumerate(numerals)}
        rating = str(place % 4 + 1)
        self.typed += ["0 1 2 3", rating]
        return {
            "name": rubric.elements[code].name,
            "rating": LETTERS[rating],
            "rationale": self.word(),
            "evidence": self.word(),
            "votes": [0, 1, 2, 3],
            "differs": self.word(),
            "checks": [],
            "parked": False,
            "questions": questions,
        }

    def question(self, number: int) -> dict[str, Any]:
        """Say everything about one question; every seventh note is private."""
        choice = CHOICES[number % len(CHOICES)]
        self.typed.append(choice)
        reason = self.word() if choice == "x" else ""
        private = number % 7 == 0 and not reason
        note = "" if reason else self.word("/private " if private else "")
        return {
            "leaning": LEANINGS[choice],
            "note": note,
            "private": private,
            "parked": False,
            "reason": reason,
        }

    def word(self, before: str = "") -> str:
        """Type the next words; what is to be kept of them."""
        typed = next(self.words)
        typed = typed.removeprefix("/") if before else typed
        self.typed.append(before + typed)
        return clean(typed) if before else kept(typed)


@pytest.fixture(scope="module")
def walk(rubric: Rubric) -> Walk:
    """What is typed, and what it says."""
    return Walk(rubric)


@pytest.fixture
def spoken(walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The id of a review that was spoken through a pipe, and what matbot printed."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    id_ = run("new", "--trust", TRUST, "--people", "6").out.strip()
    code = "import sys; from matbot.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "ask", id_],
        input="\n".join(walk.typed).encode() + b"\n",
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return id_, done.stdout.decode()


def test_a_full_walk_comes_out_as_it_was_said(walk: Walk, spoken: tuple[str, str]) -> None:
    """76 questions and 14 ratings: `show --json` and the transcript have every word of them."""
    id_, printed = spoken
    shown = json.loads(run("show", id_, "--json").out)
    assert shown["trust"] == TRUST
    moved = [element.pop("moves") for element in shown["elements"].values()]
    assert all([list(move)[1] for move in moves] == ["votes", "rating"] for moves in moved)
    assert shown["elements"] == walk.said
    assert sum(len(element["questions"]) for element in shown["elements"].values()) == 76
    assert printed.count("\nsaved ") == len(walk.typed)
    assert "Please" not in printed
    assert "Everything in this review has been asked. Thank you." in printed
    written = texts(run("transcript", id_, "--output", "-").out)
    for words in said_in(walk.said):
        assert all(line in written for line in lines(words)), words[:80]


def said_in(value: Any) -> list[str]:
    """Every text that people said somewhere in a shape."""
    if isinstance(value, dict):
        return [words for name, part in value.items() if name != "name" for words in said_in(part)]
    return [value] if isinstance(value, str) and value not in {*LEANINGS.values(), *LETTERS.values()} else []


def texts(markdown: str) -> set[str]:
    """What a reader of Markdown sees, block by block."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return {
        "".join(child.content for child in token.children or ())
        for token in parser.parse(markdown)
        if token.type == "inline"
    }


def test_bytes_that_are_no_text_are_taken_as_they_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undecodable input crashes nothing, and becomes the mark for what cannot be read."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    id_ = run("new", "--trust", "T", "--elements", "1A").out.strip()
    code = "import sys; from matbot.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "ask", id_],
        input=b"\n1\nsch\xffn \xed\xa0\x80\n",
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    note = json.loads(run("show", id_, "--json").out)["elements"]["1A"]["questions"]["i"]["note"]
    assert note.startswith("sch\ufffdn \ufffd")
