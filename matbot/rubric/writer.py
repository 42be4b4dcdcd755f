"""Writes a framework version as a folder of Markdown files, from which the same version can be read."""

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from matbot.rubric.model import ABOUT, Heading, Question, Rubric

_LONGEST_NAME = 60
"""The maximum length of the name of a heading in its file name, in characters; any system allows as many."""


def keep(rubric: Rubric, folder: Path) -> None:
    """Write a framework version to a new folder, completely or not at all.

    Raises:
        FileExistsError: the folder is there already.
        OSError: it cannot be written.

    """
    if folder.exists():
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    try:
        for name, text in files_of(rubric).items():
            (unfinished / name).write_text(text, encoding="utf-8", newline="\n")
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def files_of(rubric: Rubric) -> dict[str, str]:
    """Return the text of each file of a framework version, by name: its description, and a file a heading."""
    width = len(str(len(rubric.headings)))
    files = {ABOUT: _join_blocks(_format_about(rubric))}
    for place, heading in enumerate(rubric.headings, start=1):
        words = "-".join(re.findall(r"[a-z0-9]+", heading.name.lower())[:6])
        name = words[:_LONGEST_NAME].strip("-") or "heading"
        files[f"{place:0{width}}-{name}.md"] = _join_blocks(_format_heading(rubric, heading))
    return files


def _join_blocks(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks)) + "\n"


def _format_about(rubric: Rubric) -> Iterator[str]:
    yield f"# {_escape(rubric.title)}"
    facts = {"edition": rubric.edition, "source": rubric.source, "credit": rubric.credit}
    yield _format_list(f"{name}: {fact}" for name, fact in facts.items() if fact)
    yield "## Scale"
    yield _format_list(
        f"{level.letters}: {level.name}" + (f" - {level.meaning}" if level.meaning else "")
        for level in rubric.scale
    )
    yield "## How to use it"
    yield from map(_escape, rubric.guidance)
    if rubric.errata:
        yield "## Errata"
        yield _format_list(rubric.errata)


def _format_heading(rubric: Rubric, heading: Heading) -> Iterator[str]:
    yield f"# {_escape(heading.title)}"
    for element in heading.elements:
        yield f"## {_escape(element.title)}"
        yield _format_list(element.aspects)
        for question in element.questions:
            yield f"### {question.id}"
            yield from _format_question(rubric, question)


def _format_question(rubric: Rubric, question: Question) -> Iterator[str]:
    labels = {"red", "green", *(label for level in rubric.scale for label in (level.name, level.letters))}
    before, colon, after = _escape(question.text).partition(":")
    reads_as_descriptor = before.strip("*_ ").casefold() in {label.casefold() for label in labels}
    yield f"{before}\\:{after}" if colon and reads_as_descriptor else f"{before}{colon}{after}"
    for level, text in rubric.descriptors(question):
        yield f"{_escape(level.name)}: {_escape(text)}"


def _format_list(items: Iterable[str]) -> str:
    return "\n".join(f"- {_escape(item)}" for item in items)


_MARKS = re.compile(r"[\\`*_\[<]|&(?=#?\w+;)")


def _escape(text: str) -> str:
    """Escape with a backslash whatever Markdown would read as markup."""
    text = _MARKS.sub(lambda found: f"\\{found[0]}", text)
    text = re.sub(r"^(?=[-#+>=~])", r"\\", text)
    text = re.sub(r"^([0-9]+)(?=[.)])", r"\1\\", text)
    return re.sub(r"(?<= )(?=#+$)", r"\\", text)  # otherwise a heading would end before it
