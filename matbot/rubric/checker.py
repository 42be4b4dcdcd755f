"""Judges an edition: whether its files make a rubric, and if not, what to mend where."""

import re
from collections.abc import Iterator
from pathlib import Path

from matbot.rubric.model import Element, Heading, Level, Question, Rubric
from matbot.rubric.reader import ABOUT, Draft, DraftElement, DraftHeading, DraftQuestion, Fault, read_draft

NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
"""How the questions of an element are numbered."""

_NUMBER = re.compile(r"[0-9]{1,2}")
_CODE = re.compile(r"[0-9]{1,2}[A-Z]")
_LEVEL = re.compile(r"([A-Z]{1,3}):\s*([^-]+?)(?:\s+-\s+(.+))?")


class FaultyRubric(Exception):
    """An edition whose files do not make a rubric."""

    def __init__(self, folder: Path, faults: list[Fault]) -> None:
        self.folder = folder
        self.faults = faults
        rest = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        super().__init__(f"The rubric in {folder} has something to mend: {faults[0]}{rest}")


def load(folder: Path) -> Rubric:
    """The edition in a folder; FaultyRubric, with every fault's file and line, if it is not one."""
    draft = read_draft(folder)
    faults = check(draft)
    if faults:
        raise FaultyRubric(folder, faults)
    return _rubric(draft)


def check_folder(folder: Path) -> list[Fault]:
    """What is to be mended in the edition in a folder, by file and line; empty if it is sound."""
    return check(read_draft(folder))


def check(draft: Draft) -> list[Fault]:
    """What is to be mended in an edition, by file and line; empty if it is sound."""
    faults = [*draft.faults, *_about_faults(draft), *_twice(draft)]
    for heading in draft.headings:
        faults.extend(_heading_faults(heading))
    return sorted(faults, key=lambda fault: (fault.file, fault.line))


def _about_faults(draft: Draft) -> Iterator[Fault]:
    if not draft.title:
        yield Fault(ABOUT, 0, "The title is missing. Begin with a line such as `# My framework`.")
    for fact in ("edition", "source"):
        if not draft.facts.get(fact):
            yield Fault(ABOUT, 0, f"The {fact} is missing. Add a line such as `- {fact}: …` below the title.")
    if not draft.sections.get("how to use it"):
        yield Fault(ABOUT, 0, "Nothing says how to use it. Add a section `## How to use it`.")
    if not draft.headings:
        yield Fault(ABOUT, 0, "There are no headings. Add a file such as `1-vision.md` beside this one.")
    yield from _scale_faults(draft.sections.get("scale", []))


def _scale_faults(scale: list[str]) -> Iterator[Fault]:
    if not 3 <= len(scale) <= 5:
        yield Fault(
            ABOUT, 0, "A scale has three to five levels. List them under `## Scale`, the weakest first."
        )
    for line in scale:
        if not _LEVEL.fullmatch(line):
            yield Fault(ABOUT, 0, f"This is no level: {line}. Write it as `- AR: Amber Red`.")


def _twice(draft: Draft) -> Iterator[Fault]:
    """Ids that stand for more than one thing."""
    seen: dict[str, str] = {}
    for heading in draft.headings:
        places = [(heading.number, heading.line)]
        places += [(element.code, element.line) for element in heading.elements]
        places += [
            (question.id, question.line) for element in heading.elements for question in element.questions
        ]
        for name, line in places:
            if name in seen:
                yield Fault(heading.file, line, f"{name} is already in {seen[name]}. Give this one its own.")
            seen.setdefault(name, f"{heading.file}:{line}")


def _heading_faults(heading: DraftHeading) -> Iterator[Fault]:
    if not _NUMBER.fullmatch(heading.number) or not heading.name:
        yield Fault(heading.file, heading.line, "A heading is a number and a name, such as `# 1 Vision`.")
    if not heading.elements:
        yield Fault(
            heading.file, heading.line, "The heading has no elements. Add one such as `## 1A Purpose`."
        )
    for element in heading.elements:
        yield from _element_faults(heading.file, element)


def _element_faults(file: str, element: DraftElement) -> Iterator[Fault]:
    if not _CODE.fullmatch(element.code) or not element.name:
        yield Fault(
            file, element.line, "An element is a code and a name, such as `## 1A Clarity of purpose`."
        )
    if not element.aspects:
        yield Fault(
            file, element.line, f"{element.code} does not say what it covers. List it below the name."
        )
    if not element.questions:
        yield Fault(
            file, element.line, f"{element.code} has no questions. Add one below `### {element.code}.i`."
        )
    for numeral, question in zip(NUMERALS, element.questions, strict=False):
        yield from _question_faults(file, question, f"{element.code}.{numeral}")


def _question_faults(file: str, question: DraftQuestion, expected: str) -> Iterator[Fault]:
    if question.id != expected:
        yield Fault(
            file, question.line, f"Here {expected} should come, not {question.id}. Number them in order."
        )
    if not question.text:
        yield Fault(
            file, question.line, f"{question.id} has no question. Add it as a paragraph below the line."
        )
    if not question.red:
        yield Fault(file, question.line, f"{question.id} has no red descriptor. Add a paragraph `Red: …`.")
    if not question.green:
        yield Fault(
            file, question.line, f"{question.id} has no green descriptor. Add a paragraph `Green: …`."
        )


def _rubric(draft: Draft) -> Rubric:
    return Rubric(
        id=draft.id,
        title=draft.title,
        edition=draft.facts["edition"],
        source=draft.facts["source"],
        credit=draft.facts.get("credit", ""),
        scale=tuple(_level(line) for line in draft.sections["scale"]),
        guidance=tuple(draft.sections["how to use it"]),
        errata=tuple(draft.sections.get("errata", [])),
        headings=tuple(_heading(heading) for heading in sorted(draft.headings, key=lambda h: int(h.number))),
    )


def _level(line: str) -> Level:
    found = _LEVEL.fullmatch(line)
    assert found, "the checker lets no other line through"
    return Level(letters=found[1], name=found[2], meaning=found[3] or "")


def _heading(heading: DraftHeading) -> Heading:
    elements = tuple(_element(element) for element in heading.elements)
    return Heading(number=heading.number, name=heading.name, elements=elements)


def _element(element: DraftElement) -> Element:
    questions = tuple(Question(id=q.id, text=q.text, red=q.red, green=q.green) for q in element.questions)
    return Element(code=element.code, name=element.name, aspects=tuple(element.aspects), questions=questions)
