"""Checks the files of a framework version for faults, and builds a `Rubric` if there are no serious ones."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from matbot.rubric.model import ABOUT, Element, Heading, Level, Question, Rubric
from matbot.rubric.places import numeral_of, numerals, question_id
from matbot.rubric.reader import Draft, DraftElement, DraftHeading, DraftQuestion, Fault, read_draft

_NUMBER = re.compile(r"[0-9A-Z]{1,4}")
_CODE = re.compile(r"(?=.{1,6}$)[0-9A-Z]+(?:[.-][0-9A-Z]+)*")


class FaultyRubric(Exception):
    """The files of a framework version have faults, so that it cannot be loaded."""

    def __init__(self, folder: Path, faults: list[Fault]) -> None:
        self.folder = folder
        self.faults = faults
        rest = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        super().__init__(f"The rubric in {folder} has something to mend: {faults[0]}{rest}")


def load(folder: Path) -> Rubric:
    """Read the framework version in a folder.

    Raises:
        FaultyRubric: its files have faults, which are listed with file and line.

    """
    draft = read_draft(folder)
    faults = [fault for fault in check(draft) if not fault.may_stay]
    if faults:
        raise FaultyRubric(folder, faults)
    return _build_rubric(draft)


def check_folder(folder: Path) -> list[Fault]:
    """Return the faults of the framework version in a folder, sorted by file and line."""
    return check(read_draft(folder))


def check(draft: Draft) -> list[Fault]:
    """Return the faults of a framework version that was read, sorted by file and line."""
    again = _find_repeated_codes(draft)
    faults = [*draft.faults, *_find_duplicate_ids(draft, again)]
    faults += _about_faults(draft) if draft.has_about else []
    for heading in draft.headings:
        faults.extend(_heading_faults(heading, draft, again))
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
    yield from _scale_faults(draft)


def _scale_faults(draft: Draft) -> Iterator[Fault]:
    blocks = draft.sections.get("scale", [])
    line = blocks[0].line if blocks else 0
    if not 3 <= len(blocks) <= 5:
        yield Fault(
            ABOUT, line, "A scale has three to five levels. List them under `## Scale`, the weakest first."
        )
    for field in ("letters", "name"):
        found = [getattr(level, field).casefold() for level in draft.scale]
        for value in sorted({value for value in found if found.count(value) > 1}):
            yield Fault(ABOUT, line, f"Two levels have the {field} {value.upper()}. Give each its own.")


def _find_duplicate_ids(draft: Draft, again: set[int]) -> Iterator[Fault]:
    """Yield a fault for each repeated id; for an element with a repeated code, its questions are left out."""
    yield from _repeat_faults([(heading.file, heading.number, heading.line) for heading in draft.headings])
    places = []
    for heading in draft.headings:
        for element in heading.elements:
            places.append((heading.file, element.code, element.line))
            if id(element) not in again:
                questions = [question for question in element.questions if _has_numeral(question, element)]
                places += [(heading.file, question.id, question.line) for question in questions]
    yield from _repeat_faults(places)


def _has_numeral(question: DraftQuestion, element: DraftElement) -> bool:
    return question.id not in ("", element.code, f"{element.code}.")


def _find_repeated_codes(draft: Draft) -> set[int]:
    """Return the elements, by `id()`, whose code an earlier element has already."""
    seen, again = set[str](), set[int]()
    for element in (element for heading in draft.headings for element in heading.elements):
        if element.code in seen:
            again.add(id(element))
        seen.add(element.code)
    return again


def _repeat_faults(places: Iterable[tuple[str, str, int]]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for file, name, line in places:
        if name in seen:
            yield Fault(file, line, f"{name} is already in {seen[name]}. Give this one its own.")
        seen.setdefault(name, f"{file}:{line}")


def _heading_faults(heading: DraftHeading, draft: Draft, again: set[int]) -> Iterator[Fault]:
    if not _NUMBER.fullmatch(heading.number) or not heading.name:
        yield Fault(heading.file, heading.line, "A heading is a number and a name, such as `# 1 Vision`.")
    if not heading.elements:
        yield Fault(
            heading.file, heading.line, "The heading has no elements. Add one such as `## 1A Purpose`."
        )
    for element in heading.elements:
        if id(element) not in again:
            yield from _element_faults(heading.file, element, draft)


def _element_faults(file: str, element: DraftElement, draft: Draft) -> Iterator[Fault]:
    if not _CODE.fullmatch(element.code) or not element.name:
        yield Fault(
            file, element.line, "An element is a code and a name, such as `## 1A Clarity of purpose`."
        )
    if not element.questions:
        yield Fault(
            file, element.line, f"{element.code} has no questions. Add one below `### {element.code}.i`."
        )
        return
    for numeral, question in zip(numerals(_first_numeral(element)), element.questions, strict=False):
        expected = question_id(element.code, numeral)
        if _has_numeral(question, element):
            yield from _question_faults(file, question, expected, draft)
        else:
            message = f"The numeral is missing. Write `### {expected}` above the question."
            yield Fault(file, question.line, message)


def _first_numeral(element: DraftElement) -> str:
    """Return the first numeral in the style of an element, judging by its first question with a numeral."""
    found = [numeral_of(question.id) for question in element.questions if _has_numeral(question, element)]
    if not found or _has_numeral(element.questions[0], element):
        return found[0] if found else "i"
    return "1" if found[0].isdigit() else "i" if set(found[0]) <= set("ivx") else "a"


def _question_faults(file: str, question: DraftQuestion, expected: str, draft: Draft) -> Iterator[Fault]:
    if question.id != expected:
        yield Fault(
            file, question.line, f"Here {expected} should come, not {question.id}. Number them in order."
        )
    if not question.text:
        yield Fault(
            file, question.line, f"{question.id} has no question. Add it as a paragraph below the line."
        )
    if draft.has_about:
        yield from _missing_descriptors(file, question, draft.scale)


def _missing_descriptors(file: str, question: DraftQuestion, scale: Sequence[Level]) -> Iterator[Fault]:
    """Yield a fault if a descriptor is missing at an end of the scale; if only one is, the fault may stay."""
    names = [level.name for level in scale] if len(scale) > 1 else ["Red", "Green"]
    ends = {0: names[0], len(names) - 1: names[-1]}
    missing = [name for place, name in ends.items() if not question.descriptors.get(place)]
    examples = " and ".join(f"`{name}: …`" for name in missing)
    if len(missing) == 2:
        message = f"{question.id} has no descriptor at either end. Add a paragraph {examples}."
        yield Fault(file, question.line, message)
    elif missing:
        message = (
            f"{question.id} has no {missing[0]} descriptor, so only the other will be shown. "
            f"If that is not meant, add a paragraph {examples}."
        )
        yield Fault(file, question.line, message, may_stay=True)


def _build_rubric(draft: Draft) -> Rubric:
    headings = draft.headings
    if all(
        heading.number.isdigit() for heading in headings
    ):  # otherwise they stay in the order of their file names
        headings = sorted(headings, key=lambda heading: int(heading.number))
    return Rubric(
        id=draft.id,
        title=draft.title,
        edition=draft.facts["edition"],
        source=draft.facts["source"],
        credit=draft.facts.get("credit", ""),
        scale=tuple(draft.scale),
        guidance=_texts(draft, "how to use it"),
        errata=_texts(draft, "errata"),
        headings=tuple(_build_heading(heading, len(draft.scale)) for heading in headings),
    )


def _texts(draft: Draft, section: str) -> tuple[str, ...]:
    return tuple(block.text for block in draft.sections.get(section, []))


def _build_heading(heading: DraftHeading, levels: int) -> Heading:
    elements = tuple(
        Element(
            code=element.code,
            name=element.name,
            aspects=tuple(element.aspects),
            questions=tuple(_build_question(question, levels) for question in element.questions),
        )
        for element in heading.elements
    )
    return Heading(number=heading.number, name=heading.name, elements=elements)


def _build_question(question: DraftQuestion, levels: int) -> Question:
    red, *between, green = (question.descriptors.get(place, "") for place in range(levels))
    return Question(
        id=question.id,
        text=question.text,
        red=red,
        green=green,
        between=tuple(between) if any(between) else (),
    )
