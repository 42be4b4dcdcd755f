"""One edition of the framework as frozen values: headings, elements, questions and the scale."""

import hashlib
from collections.abc import Collection
from functools import cached_property

from pydantic import BaseModel, ConfigDict


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Question(_Frozen):
    """A question to talk through, with what weak and strong capacity look like."""

    id: str
    """Element code and numeral, such as `1A.iii`: unique in an edition, and stable across editions."""
    text: str
    """What is asked."""
    red: str
    """The red descriptor: what weak capacity looks like."""
    green: str
    """The green descriptor: what strong capacity looks like."""

    @property
    def element(self) -> str:
        """The code of the element it belongs to, such as `1A`."""
        return self.id.partition(".")[0]

    @property
    def numeral(self) -> str:
        """Its number within the element, such as `iii`."""
        return self.id.partition(".")[2]

    @property
    def content_hash(self) -> str:
        """Names what this question says: 12 hexadecimal digits that change with any word of it."""
        said = "\0".join((self.text, self.red, self.green))
        return hashlib.sha256(said.encode()).hexdigest()[:12]


class Element(_Frozen):
    """One element of improvement capacity: the thing that gets a rating."""

    code: str
    """Such as `1A`."""
    name: str
    """Such as `Clarity of purpose`."""
    aspects: tuple[str, ...]
    """What it covers, in a few words each."""
    questions: tuple[Question, ...]
    """In the order of their numerals."""

    @property
    def title(self) -> str:
        """Code and name, such as `1A Clarity of purpose`."""
        return f"{self.code} {self.name}"


class Heading(_Frozen):
    """A group of elements under one name."""

    number: str
    """Such as `1`."""
    name: str
    """Such as `Vision, culture and ethos`."""
    elements: tuple[Element, ...]
    """In the order of the framework."""

    @property
    def title(self) -> str:
        """Number and name, such as `1 Vision, culture and ethos`."""
        return f"{self.number} {self.name}"


class Level(_Frozen):
    """One step of the scale that elements are rated on."""

    letters: str
    """Such as `AR`: what replies, files and maps use."""
    name: str
    """Such as `Amber Red`."""
    meaning: str = ""
    """Such as `weak capacity`; empty for the levels between, which have no descriptor on purpose."""


class Rubric(_Frozen):
    """One edition of the framework, whole."""

    id: str
    """The name of its folder, such as `mat-si-capacity-2019`."""
    title: str
    """The framework's name."""
    edition: str
    """Which edition it is, in words."""
    source: str
    """Whose framework it is and where it came from."""
    credit: str = ""
    """Whose words these are."""
    scale: tuple[Level, ...]
    """From the weakest level to the strongest."""
    guidance: tuple[str, ...]
    """How to use it: one paragraph each."""
    errata: tuple[str, ...] = ()
    """Slips of the published text that this edition mends, one line each."""
    headings: tuple[Heading, ...]
    """In the order of the framework."""

    @cached_property
    def elements(self) -> dict[str, Element]:
        """Every element by its code, in the order of the framework."""
        return {element.code: element for heading in self.headings for element in heading.elements}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in the order of the framework."""
        return {question.id: question for element in self.elements.values() for question in element.questions}

    @cached_property
    def levels(self) -> dict[str, Level]:
        """Every level of the scale by its letters, from the weakest to the strongest."""
        return {level.letters: level for level in self.scale}

    @cached_property
    def content_hash(self) -> str:
        """Names what this edition says: 16 hexadecimal digits that change with any word of it."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    def part(self, codes: Collection[str]) -> "Rubric":
        """The edition with these elements alone, as if it had no others."""
        headings = []
        for heading in self.headings:
            elements = tuple(element for element in heading.elements if element.code in codes)
            if elements:
                headings.append(heading.model_copy(update={"elements": elements}))
        return Rubric(**{**dict(self), "headings": tuple(headings)})

    def heading_of(self, code: str) -> Heading:
        """The heading that an element stands under; KeyError for a code this edition does not have."""
        for heading in self.headings:
            if any(element.code == code for element in heading.elements):
                return heading
        raise KeyError(code)
