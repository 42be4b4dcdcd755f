"""Reads an edition from its folder of Markdown files, noting every fault it meets with file and line.

The form of an edition, as `mat-si-capacity-2019` shows it: `rubric.md` has the title, a list of facts
(`- edition: …`, `- source: …`) and the sections Scale, How to use it and Errata; every other file has
one heading (`# 1 Name`), its elements (`## 1A Name` with a list of aspects) and their questions
(`### 1A.i`, then the question, `Red: …` and `Green: …`, a paragraph each).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

ABOUT = "rubric.md"
"""The file that says what the edition is."""


@dataclass(frozen=True)
class Fault:
    """Something to mend in an edition's files."""

    file: str
    """The file's name within the edition's folder."""
    line: int
    """Counted from 1; 0 where the whole file is meant."""
    message: str
    """What is wrong and how to mend it, in a sentence or two."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


@dataclass(frozen=True)
class Block:
    """One piece of a Markdown file: a heading, a paragraph or an item of a list."""

    kind: str
    """`h1`, `h2`, `h3`, `paragraph` or `item`."""
    text: str
    """Its words on one line."""
    line: int
    """Where it begins, counted from 1."""


@dataclass
class DraftQuestion:
    """A question as far as the file gives it."""

    id: str
    line: int
    text: str = ""
    red: str = ""
    green: str = ""


@dataclass
class DraftElement:
    """An element as far as the file gives it."""

    code: str
    name: str
    line: int
    aspects: list[str] = field(default_factory=list)
    questions: list[DraftQuestion] = field(default_factory=list)


@dataclass
class DraftHeading:
    """A heading as far as its file gives it."""

    file: str
    number: str
    name: str
    line: int
    elements: list[DraftElement] = field(default_factory=list)


@dataclass
class Draft:
    """An edition as far as its files give it, with the faults met on the way."""

    id: str
    title: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    sections: dict[str, list[str]] = field(default_factory=dict)
    headings: list[DraftHeading] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_draft(folder: Path) -> Draft:
    """Whatever an edition's folder says, right or wrong, for the checker to judge."""
    draft = Draft(id=folder.name)
    names = sorted(path.name for path in folder.glob("*.md")) if folder.is_dir() else []
    if ABOUT not in names:
        draft.faults.append(
            Fault(ABOUT, 0, f"This file is missing. An edition is a folder with {ABOUT} in it.")
        )
    for name in names:
        try:
            blocks = list(_blocks((folder / name).read_text(encoding="utf-8-sig")))
        except (OSError, UnicodeDecodeError):
            draft.faults.append(Fault(name, 0, "This file cannot be read. Save it as plain text in UTF-8."))
            continue
        if name == ABOUT:
            _read_about(draft, blocks)
        else:
            _HeadingFile(draft, name).read(blocks)
    return draft


def _blocks(markdown: str) -> Iterator[Block]:
    """The headings, paragraphs and list items of a Markdown text, in order."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    in_item = 0
    for opening, token in pairwise(tokens):
        in_item += (opening.type == "list_item_open") - (opening.type == "list_item_close")
        if token.type != "inline" or opening.map is None:
            continue
        kind = opening.tag if opening.type == "heading_open" else "item" if in_item else "paragraph"
        yield Block(kind, _words(token.content), opening.map[0] + 1)


def _words(text: str) -> str:
    return " ".join(text.split())


def _read_about(draft: Draft, blocks: list[Block]) -> None:
    section: list[str] | None = None
    for block in blocks:
        if block.kind == "h1":
            draft.title = block.text
        elif block.kind == "h2":
            section = draft.sections.setdefault(block.text.lower(), [])
        elif section is not None:
            section.append(block.text)
        elif block.kind == "item" and ":" in block.text:
            name, _, value = block.text.partition(":")
            draft.facts[name.strip().lower()] = value.strip()
        else:
            draft.faults.append(
                Fault(ABOUT, block.line, "Nothing is made of this line. Facts are written as `- source: …`.")
            )


class _HeadingFile:
    """Reads the one heading of one file into a draft."""

    def __init__(self, draft: Draft, file: str) -> None:
        self.draft = draft
        self.file = file
        self.heading: DraftHeading | None = None
        self.element: DraftElement | None = None
        self.question: DraftQuestion | None = None

    def read(self, blocks: list[Block]) -> None:
        """Take the blocks in their order; whatever has no place becomes a fault."""
        takers = {"h1": self._heading, "h2": self._element, "h3": self._question, "item": self._aspect}
        for block in blocks:
            takers.get(block.kind, self._words)(block)
        if self.heading is None:
            self._fault(0, "There is no heading. Begin the file with a line such as `# 1 Vision`.")

    def _heading(self, block: Block) -> None:
        number, _, name = block.text.partition(" ")
        if self.heading:
            self._fault(block.line, "A second heading. Give each heading a file of its own.")
        self.heading = DraftHeading(self.file, number, name, block.line)
        self.element = self.question = None
        self.draft.headings.append(self.heading)

    def _element(self, block: Block) -> None:
        code, _, name = block.text.partition(" ")
        self.element, self.question = DraftElement(code, name, block.line), None
        if self.heading is None:
            self._fault(
                block.line, f"{code} stands before any heading. Put `# 1 Name` at the top of the file."
            )
        else:
            self.heading.elements.append(self.element)

    def _question(self, block: Block) -> None:
        self.question = DraftQuestion(block.text, block.line)
        if self.element is None:
            self._fault(block.line, f"{block.text} stands before any element. Put `## 1A Name` above it.")
        else:
            self.element.questions.append(self.question)

    def _aspect(self, block: Block) -> None:
        if self.element is None or self.question is not None:
            self._fault(
                block.line, "A list belongs right below an element's name: it says what the element covers."
            )
        else:
            self.element.aspects.append(block.text)

    def _words(self, block: Block) -> None:
        if self.question is None:
            self._fault(
                block.line, "These words belong to no question. Put a line such as `### 1A.i` above them."
            )
            return
        found = re.match(r"(red|green):\s*(.*)", block.text, re.IGNORECASE)
        part = found[1].lower() if found else "text"
        if getattr(self.question, part):
            self._fault(block.line, f"{self.question.id} has this twice: {_PARTS[part]}. Keep one of them.")
        setattr(self.question, part, found[2] if found else block.text)

    def _fault(self, line: int, message: str) -> None:
        self.draft.faults.append(Fault(self.file, line, message))


_PARTS = {"text": "the question", "red": "the red descriptor", "green": "the green descriptor"}
