"""Reads a framework version from its folder of Markdown files, recording each fault with its file and line.

The format is that of `mat-si-capacity-2019`: `rubric.md` has the title, a list of facts (`- edition: …`,
`- source: …`) and the sections Scale, How to use it and Errata; every other file has one heading
(`# 1 Name`), its elements (`## 1A Name`, optionally with a list of aspects) and their questions
(`### 1A.i`, then the question, `Red: …` and `Green: …`, a paragraph each). On another scale the descriptors
begin with the names of its levels.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from matbot.rubric.markdown_blocks import Block, blocks_of
from matbot.rubric.model import ABOUT, Level


@dataclass(frozen=True)
class Fault:
    """A fault in the files of a framework version."""

    file: str
    """The file's name within the framework version's folder."""
    line: int
    """Counted from 1; 0 if the fault concerns the whole file."""
    message: str
    """What is wrong and how to mend it, in a sentence or two."""
    may_stay: bool = False
    """Whether it may be intended: the framework version can be used with it."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


@dataclass
class DraftQuestion:
    """A question as read from its file, possibly incomplete."""

    id: str
    line: int
    text: str = ""
    descriptors: dict[int, str] = field(default_factory=dict)
    """The descriptor of each level, by the index of the level on the scale, the weakest first."""


@dataclass
class DraftElement:
    """An element as read from its file, possibly incomplete."""

    code: str
    name: str
    line: int
    aspects: list[str] = field(default_factory=list)
    questions: list[DraftQuestion] = field(default_factory=list)


@dataclass
class DraftHeading:
    """A heading as read from its file, possibly incomplete."""

    file: str
    number: str
    name: str
    line: int
    elements: list[DraftElement] = field(default_factory=list)


@dataclass
class Draft:
    """A framework version as read from its files, possibly incomplete, with the faults found."""

    id: str
    title: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    sections: dict[str, list[Block]] = field(default_factory=dict)
    scale: list[Level] = field(default_factory=list)
    """The levels that could be read, the weakest first."""
    headings: list[DraftHeading] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    has_about: bool = False
    """Whether the file that describes the framework version, `ABOUT`, could be read."""


def read_draft(folder: Path) -> Draft:
    """Read the files of a framework version, with their faults, for the checker."""
    draft = Draft(id=folder.name)
    names, others = _list_files(folder)
    if ABOUT not in names:
        draft.faults.append(
            Fault(ABOUT, 0, f"This file is missing. A framework version is a folder with {ABOUT} in it.")
        )
    for name in sorted(names, key=lambda name: name != ABOUT):  # it has the names of the levels
        try:
            blocks = list(blocks_of((folder / name).read_text(encoding="utf-8-sig")))
        except (OSError, UnicodeDecodeError):
            draft.faults.append(Fault(name, 0, "This file cannot be read. Save it as plain text in UTF-8."))
            continue
        if name == ABOUT:
            draft.has_about = True
            _read_about(draft, blocks)
        else:
            _HeadingFile(draft, name).read(blocks)
    message = "This file is not read: a framework version's files end in .md."
    draft.faults += [Fault(name, 0, message, may_stay=True) for name in others]
    return draft


def _list_files(folder: Path) -> tuple[list[str], list[str]]:
    """Return the names of the files to read, and of those ignored with a fault; READMEs are in neither."""
    try:
        files = [path for path in folder.iterdir() if not path.is_dir()] if folder.is_dir() else []
    except OSError:
        files = []
    names = sorted(
        path.name for path in files if path.stem.lower() != "readme" and not path.name.startswith(".")
    )
    read = [name for name in names if name.endswith(".md")]
    return read, [name for name in names if name not in read]


def _read_about(draft: Draft, blocks: list[Block]) -> None:
    section: list[Block] | None = None
    for block in blocks:
        if block.kind == "h1":
            draft.title = block.text
        elif block.kind == "h2":
            section = draft.sections.setdefault(block.text.lower(), [])
        elif section is not None and block.kind in ("paragraph", "item"):
            section.append(block)
        elif block.kind == "item" and ":" in block.text:
            name, _, value = block.text.partition(":")
            draft.facts[name.strip().lower()] = value.strip()
        else:
            draft.faults.append(
                Fault(ABOUT, block.line, "Nothing is made of this line. Facts are written as `- source: …`.")
            )
    for block in draft.sections.get("scale", []):
        if found := _LEVEL.fullmatch(block.text):
            draft.scale.append(Level(letters=found[1], name=found[2], meaning=found[3] or ""))
        else:
            message = f"This is no level: {block.text}. Write it as `- AR: Amber Red`."
            draft.faults.append(Fault(ABOUT, block.line, message))


_LEVEL = re.compile(r"([A-Z][A-Z0-9]{0,2}):\s*(.+?)(?:\s+-\s+(.+))?")


class _HeadingFile:
    """Reads the file of one heading into a draft."""

    def __init__(self, draft: Draft, file: str) -> None:
        self.draft = draft
        self.file = file
        self.heading: DraftHeading | None = None
        self.element: DraftElement | None = None
        self.question: DraftQuestion | None = None

    def read(self, blocks: list[Block]) -> None:
        """Read the blocks in order; one that does not belong there becomes a fault."""
        handlers = {
            "h1": self._heading,
            "h2": self._element,
            "h3": self._question,
            **dict.fromkeys(("h4", "h5", "h6"), self._too_deep),
            "item": self._aspect,
            "paragraph": self._paragraph,
        }
        for block in blocks:
            if handler := handlers.get(block.kind):
                handler(block)
            else:
                message = "Nothing is made of this. A framework version has headings, paragraphs and lists."
                self._fault(block.line, message)
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
            self._fault(block.line, f"{code} is before any heading. Put `# 1 Name` at the top of the file.")
        else:
            self.heading.elements.append(self.element)

    def _question(self, block: Block) -> None:
        self.question = DraftQuestion(block.text, block.line)
        if self.element is None:
            self._fault(block.line, f"{block.text} is before any element. Put `## 1A Name` above it.")
        else:
            self.element.questions.append(self.question)

    def _too_deep(self, block: Block) -> None:
        self._fault(block.line, f"A question's line has three signs: write `### {block.text}`.")
        self._question(block)

    def _aspect(self, block: Block) -> None:
        if self.element is None or self.question is not None:
            self._fault(
                block.line, "A list belongs right below an element's name: it says what the element covers."
            )
        else:
            self.element.aspects.append(block.text)

    def _paragraph(self, block: Block) -> None:
        if self.element is not None and (squeezed := re.match(r"###([^#\s]\S*)$", block.written)):
            self._fault(block.line, f"A space is missing: write `### {squeezed[1]}`.")
            self._question(replace(block, text=squeezed[1]))
        elif self.question is None:
            self._fault(
                block.line, "These words belong to no question. Put a line such as `### 1A.i` above them."
            )
        elif (place := self._find_level(block.written)) is not None:
            self._descriptor(self.question, place, block)
        elif not self.question.text:
            self.question.text = block.text
        elif self.draft.has_about:
            self._fault(block.line, self._describe_excess(self.question, block))

    def _descriptor(self, question: DraftQuestion, place: int, block: Block) -> None:
        if place in question.descriptors:
            label = block.text.partition(":")[0]
            self._fault(block.line, f"{question.id} has this twice: what {label} looks like. Keep one.")
        question.descriptors[place] = block.text.partition(":")[2].strip()

    def _find_level(self, written: str) -> int | None:
        """Return the index of the level whose name or letters, with a colon, begin a paragraph, if any."""
        label = written.partition(":")[0].strip("*_ ").casefold() if ":" in written else ""
        for place, level in enumerate(self.draft.scale):
            if label in (level.name.casefold(), level.letters.casefold()):
                return place
        ends = {"red": 0, "green": max(len(self.draft.scale) - 1, 1)}
        return ends.get(label)

    def _describe_excess(self, question: DraftQuestion, block: Block) -> str:
        levels = ", ".join(level.name for level in self.draft.scale)
        label = re.match(r"(\w[\w ]{0,30}):", block.text)
        if label:
            return f"No level is called {label[1]}. Begin a descriptor with one of: {levels}."
        return f"{question.id} has a second question. Keep one, or begin a descriptor with one of: {levels}."

    def _fault(self, line: int, message: str) -> None:
        self.draft.faults.append(Fault(self.file, line, message))
