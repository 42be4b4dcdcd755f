"""Texts are UTF-8 on every machine: nothing leaves the encoding to the system, and it need not be UTF-8."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for folder in ("matbot", "tests", "benchmarks", "tools")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
SMALL_SET = (
    "tests/unit/test_cli.py",
    "tests/unit/test_line_interview_pages.py",
    "tests/unit/test_store_sync_names.py",
)
NAMED = "a_name or transcript_goes or printed_or_named or whatever_program or other_programs"
"""Tests that go through the command line, line mode, and files of odd names: those of these names alone."""

_BY_NAME = {
    "read_text": 0,
    "write_text": 1,
    "open": 1,
    "fdopen": 1,
    "NamedTemporaryFile": 0,
    "TemporaryFile": 0,
}
"""Which argument of a call is the last before its encoding, or its mode."""

_MAY = re.compile(r"(read|write)_text\(|\bopen\(|fdopen\(|TemporaryFile\(|(text|newlines)=True")


def unnamed(source: str) -> Iterator[int]:
    """The lines of calls that read, write or decode texts in an encoding that is not named."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _is_text(node) and not _has(node, "encoding"):
            yield node.lineno


def _is_text(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in ("read_text", "write_text"):
        return len(call.args) <= _BY_NAME[name]
    if name == "open" and (isinstance(call.func, ast.Name) or _mode(call, 0)):
        return "b" not in _mode(call, 1 if isinstance(call.func, ast.Name) else 0)
    if name == "fdopen":
        return "b" not in _mode(call, 1)
    if name in ("NamedTemporaryFile", "TemporaryFile"):
        return bool(_mode(call, 0)) and "b" not in _mode(call, 0)
    given = {word.arg: word.value for word in call.keywords}
    wanted = [given.get(word) for word in ("text", "universal_newlines")]
    in_subprocess = (
        isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "subprocess"
    )
    return in_subprocess and any(isinstance(value, ast.Constant) and value.value is True for value in wanted)


def _has(call: ast.Call, name: str) -> bool:
    return any(word.arg == name for word in call.keywords)


def _mode(call: ast.Call, place: int) -> str:
    """The mode in which a file is opened, if the call says one."""
    given = [word.value for word in call.keywords if word.arg == "mode"] + call.args[place : place + 1]
    (mode,) = given[:1] or [ast.Constant("")]
    text = mode.value if isinstance(mode, ast.Constant) and isinstance(mode.value, str) else ""
    return text if text and set(text) <= set("rwaxbt+") else ""


def test_every_text_that_is_read_or_written_names_its_encoding() -> None:
    """In matbot, its tests, benchmarks and tools: `ruff` sees only those whose type it knows (PLW1514)."""
    sources = {path: path.read_text(encoding="utf-8") for path in SOURCES}
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path, source in sources.items()
        if _MAY.search(source)  # to parse all of them takes seconds
        for line in unnamed(source)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("path.read_text()", True),
        ("path.read_text('utf-8')", False),
        ("path.read_text(encoding='utf-8')", False),
        ("path.write_text('x')", True),
        ("path.write_text('x', encoding='utf-8')", False),
        ("open('x')", True),
        ("open('x', 'rb')", False),
        ("path.open('w')", True),
        ("path.open('wb')", False),
        ("workspace.open(review)", False),
        ("os.fdopen(handle, 'wb')", False),
        ("subprocess.run([], text=True)", True),
        ("subprocess.run([], encoding='utf-8')", False),
    ],
)
def test_the_check_finds_what_it_is_for(source: str, is_found: bool) -> None:
    """And nothing else."""
    assert bool(list(unnamed(source))) == is_found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locale called C")
def test_matbot_works_where_the_system_knows_only_ascii() -> None:
    """As on a server with no language set: a small set of tests passes there too."""
    plain = {**os.environ, "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for name in ("MATBOT_STATE", "HOME", "USERPROFILE"):
        plain.pop(name, None)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        *SMALL_SET,
        "-k",
        NAMED,
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=plain, capture_output=True, encoding="utf-8", errors="replace"
    )
    assert done.returncode == 0, done.stdout[-3000:]
