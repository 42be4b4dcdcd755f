"""One framework version as frozen values: headings, elements, questions and the scale."""

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, field_validator

from matbot.rubric.ends import ScaleEnds, ends_of
from matbot.rubric.places import code_of, numeral_of
from matbot.text import whole


def _whole(value: Any) -> Any:
    """A value of a field, its texts without half characters: a file may hold what nothing can write."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list | tuple) and any(isinstance(one, str) for one in value):
        return type(value)(_whole(one) for one in value)
    return value


ABOUT = "rubric.md"
"""The file of a framework version that says what it is; every other file has one heading."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    @field_validator("*", mode="before")
    @classmethod
    def _without_half_characters(cls, value: Any) -> Any:
        return _whole(value)


class Question(_Frozen):
    """A question to talk through, with what weak and strong capacity look like."""

    id: str
    """Element code and numeral, such as `1A.iii`: unique in a framework version, and the same in others."""
    text: str
    """What is asked."""
    red: str = ""
    """The red descriptor: what weak capacity looks like. One of the two ends may be without a descriptor."""
    green: str = ""
    """The green descriptor: what strong capacity looks like."""
    between: tuple[str, ...] = ()
    """The descriptors of the levels between the ends, weakest first, empty for a level that has none.

    The framework gives none, on purpose; other frameworks do.
    """

    @property
    def element(self) -> str:
        """The code of the element it belongs to, such as `1A`."""
        return code_of(self.id)

    @property
    def numeral(self) -> str:
        """Its number within the element, such as `iii`."""
        return numeral_of(self.id)

    @property
    def content_hash(self) -> str:
        """Names what this question says: 12 hexadecimal digits that change with any word of it."""
        stored_fields = "\0".join((self.text, self.red, self.green, *self.between))
        return hashlib.sha256(stored_fields.encode()).hexdigest()[:12]


class Element(_Frozen):
    """One element of improvement capacity: the thing that gets a rating."""

    code: str
    """The framework version's own, such as `1A` or `QE-2`."""
    name: str
    """Such as `Clarity of purpose`."""
    aspects: tuple[str, ...] = ()
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
    """The framework version's own, such as `1` or `A`."""
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
    """Such as `AR`: what events, files and maps use."""
    name: str
    """Such as `Amber Red`."""
    meaning: str = ""
    """Such as `weak capacity`; empty for the levels between, which have no descriptor on purpose."""


class Descriptor(NamedTuple):
    """What one level of the scale looks like, for one question."""

    level: Level
    text: str

    @property
    def label(self) -> str:
        """What stands before it or above it, such as `Red looks like`."""
        return f"{self.level.name} looks like"


class Rubric(_Frozen):
    """One framework version, whole."""

    id: str
    """The name of its folder, such as `mat-si-capacity-2019`."""
    title: str
    """The framework's name."""
    edition: str
    """Which version of the framework it is, in words."""
    source: str
    """Whose framework it is and where it came from."""
    credit: str = ""
    """Whose words these are."""
    scale: tuple[Level, ...]
    """From the weakest level to the strongest."""
    guidance: tuple[str, ...]
    """How to use it: one paragraph each."""
    errata: tuple[str, ...] = ()
    """Slips of the published text that this framework version mends, one line each."""
    headings: tuple[Heading, ...]
    """In the order of the framework."""

    @property
    def name(self) -> str:
        """The framework and its version, as they are called together."""
        return f"{self.title}, {self.edition}"

    @cached_property
    def elements(self) -> dict[str, Element]:
        """Every element by its code, in the order of the framework."""
        return {element.code: element for heading in self.headings for element in heading.elements}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in the order of the framework."""
        return {question.id: question for element in self.elements.values() for question in element.questions}

    @cached_property
    def words(self) -> dict[str, str]:
        """What each question says, by its id, as `Question.content_hash` names it."""
        return {id_: question.content_hash for id_, question in self.questions.items()}

    @cached_property
    def levels(self) -> dict[str, Level]:
        """Every level of the scale by its letters, from the weakest to the strongest."""
        return {level.letters: level for level in self.scale}

    @cached_property
    def ends(self) -> ScaleEnds:
        """What the ends of the scale are called in talk."""
        return ends_of(self.scale[0].name, self.scale[-1].name)

    @cached_property
    def content_hash(self) -> str:
        """Names what this framework version says: 16 hexadecimal digits that change with any word of it.

        It identifies the wording. The folder's name is not part of it.
        """
        stored_fields = self.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
        return hashlib.sha256(json.dumps(stored_fields, sort_keys=True).encode()).hexdigest()[:16]

    def descriptors(self, question: Question) -> list[Descriptor]:
        """The descriptors that a question has, from the weakest level on.

        The framework has none for Amber Red and Amber Green, on purpose ("How to use this tool").
        """
        between = (*question.between, *[""] * len(self.scale))[: len(self.scale) - 2]
        texts = (question.red, *between, question.green)
        return [Descriptor(level, text) for level, text in zip(self.scale, texts, strict=True) if text]

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> "Rubric":
        """A copy with other fields, which keeps nothing that followed from those it had."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("elements", "questions", "words", "levels", "ends", "content_hash"):
            copy.__dict__.pop(name, None)
        return copy

    def part(self, codes: Collection[str]) -> "Rubric":
        """The framework version with these elements alone, as if it had no others."""
        headings = []
        for heading in self.headings:
            elements = tuple(element for element in heading.elements if element.code in codes)
            if elements:
                headings.append(heading.model_copy(update={"elements": elements}))
        return Rubric(**{**dict(self), "headings": tuple(headings)})

    def heading_of(self, code: str) -> Heading:
        """The heading that an element stands under; KeyError for a code this framework does not have."""
        for heading in self.headings:
            if any(element.code == code for element in heading.elements):
                return heading
        raise KeyError(code)
