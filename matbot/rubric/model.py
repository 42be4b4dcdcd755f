"""A framework version as immutable models: headings, elements, questions and the scale."""

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, field_validator

from matbot.rubric.ends import ScaleEnds, ends_of
from matbot.rubric.places import code_of, numeral_of
from matbot.text import whole


def _replace_surrogates(value: Any) -> Any:
    """Replace lone surrogates in the text of a field: a file may hold text that cannot be encoded."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, list | tuple) and any(isinstance(item, str) for item in value):
        return type(value)(_replace_surrogates(item) for item in value)
    return value


ABOUT = "rubric.md"
"""The file that describes a framework version; every other file has one heading."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    @field_validator("*", mode="before")
    @classmethod
    def _without_half_characters(cls, value: Any) -> Any:
        return _replace_surrogates(value)


class Question(_Frozen):
    """A question to talk through, with what weak and strong capacity look like."""

    id: str
    """Element code and numeral, such as `1A.iii`; unique within a framework version, and kept across versions
    unless the question is moved."""
    text: str
    """What is asked."""
    red: str = ""
    """The red descriptor: what weak capacity looks like. One of the two ends may lack a descriptor."""
    green: str = ""
    """The green descriptor: what strong capacity looks like."""
    between: tuple[str, ...] = ()
    """The descriptors of the levels between the ends, weakest first; empty for a level without one.

    The framework intentionally has none; other frameworks do.
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
        """A hash of the question and its descriptors: 12 hexadecimal digits that change with any word."""
        stored_fields = "\0".join((self.text, self.red, self.green, *self.between))
        return hashlib.sha256(stored_fields.encode()).hexdigest()[:12]


class Element(_Frozen):
    """One element of improvement capacity, which is rated as a whole."""

    code: str
    """The code in the framework version, such as `1A` or `QE-2`."""
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
    """The number in the framework version, such as `1` or `A`."""
    name: str
    """Such as `Vision, culture and ethos`."""
    elements: tuple[Element, ...]
    """In the order of the framework."""

    @property
    def title(self) -> str:
        """Number and name, such as `1 Vision, culture and ethos`."""
        return f"{self.number} {self.name}"


class Level(_Frozen):
    """One level of the scale on which elements are rated."""

    letters: str
    """Such as `AR`; used in events, files and heat maps."""
    name: str
    """Such as `Amber Red`."""
    meaning: str = ""
    """Such as `weak capacity`; empty for the levels between the ends, which intentionally have none."""


class Descriptor(NamedTuple):
    """What one level of the scale looks like, for one question."""

    level: Level
    text: str

    @property
    def label(self) -> str:
        """The label before or above it, such as `Red looks like`."""
        return f"{self.level.name} looks like"


class Rubric(_Frozen):
    """A complete framework version."""

    id: str
    """The name of its folder, such as `mat-si-capacity-2019`."""
    title: str
    """The framework's name."""
    edition: str
    """The label of this version of the framework."""
    source: str
    """The author and the origin of the framework."""
    credit: str = ""
    """The attribution of its wording."""
    scale: tuple[Level, ...]
    """From the weakest level to the strongest."""
    guidance: tuple[str, ...]
    """How to use the framework, in paragraphs."""
    errata: tuple[str, ...] = ()
    """Errors in the published text that this framework version corrects, one line each."""
    headings: tuple[Heading, ...]
    """In the order of the framework."""

    @property
    def name(self) -> str:
        """The full name: the title and the label of the version."""
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
        """The `content_hash` of each question, by its id."""
        return {id_: question.content_hash for id_, question in self.questions.items()}

    @cached_property
    def levels(self) -> dict[str, Level]:
        """Every level of the scale by its letters, from the weakest to the strongest."""
        return {level.letters: level for level in self.scale}

    @cached_property
    def ends(self) -> ScaleEnds:
        """The names of the ends of the scale."""
        return ends_of(self.scale[0].name, self.scale[-1].name)

    @cached_property
    def content_hash(self) -> str:
        """A hash of the wording: 16 hexadecimal digits that change with any word of the framework version.

        The name of the folder is not part of it.
        """
        stored_fields = self.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
        return hashlib.sha256(json.dumps(stored_fields, sort_keys=True).encode()).hexdigest()[:16]

    def descriptors(self, question: Question) -> list[Descriptor]:
        """Return the descriptors that a question has, the weakest level first.

        The framework intentionally has none for Amber Red and Amber Green ("How to use this tool").
        """
        between = (*question.between, *[""] * len(self.scale))[: len(self.scale) - 2]
        texts = (question.red, *between, question.green)
        return [Descriptor(level, text) for level, text in zip(self.scale, texts, strict=True) if text]

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> "Rubric":
        """Return a copy with updated fields, without the cached values that depend on the old ones."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("elements", "questions", "words", "levels", "ends", "content_hash"):
            copy.__dict__.pop(name, None)
        return copy

    def part(self, codes: Collection[str]) -> "Rubric":
        """Return the framework version reduced to these elements."""
        headings = []
        for heading in self.headings:
            elements = tuple(element for element in heading.elements if element.code in codes)
            if elements:
                headings.append(heading.model_copy(update={"elements": elements}))
        return Rubric(**{**dict(self), "headings": tuple(headings)})

    def heading_of(self, code: str) -> Heading:
        """Return the heading of an element; KeyError if the framework version has no such code."""
        for heading in self.headings:
            if any(element.code == code for element in heading.elements):
                return heading
        raise KeyError(code)
