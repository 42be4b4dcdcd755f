"""What each part brings with it: the core is there without a screen, and the screen without the rest."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("part", "unwanted"),
    [
        ("matbot.interview", {"textual", "rich", "tinydb", "markdown_it"}),
        ("matbot.report", {"textual", "rich", "tinydb"}),
        ("matbot.store.workspace", {"textual", "rich"}),
        ("matbot.line", {"textual", "rich"}),
        ("matbot.importers.packs.opening", {"textual", "rich", "tinydb", "docx"}),
        ("matbot.importers.frameworks.opening", {"textual", "rich", "tinydb", "docx", "pdfplumber"}),
        ("matbot.screens.app", {"markdown_it", "docx", "matbot.report"}),
    ],
)
def test_a_part_brings_no_more_than_it_needs(part: str, unwanted: set[str]) -> None:
    """Read in a fresh process, where nothing else has been read in before."""
    code = f"import {part}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert unwanted & set(done.stdout.split()) == set()
