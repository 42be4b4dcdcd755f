"""Estimate how much a PDF page has to draw before it is interpreted, which could take minutes.

The content stream of a page is a program of numbers, words and commands that may call other programs (form
XObjects) repeatedly. A few kilobytes of it may unpack to millions of commands.
"""

import re
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MOST_SIGNS = 300_000
"""The most numbers, words and commands on a page: ten times what a full page of a framework takes."""
MOST_BYTES = 8 * 2**20
"""The largest content stream of a page, in bytes."""
MOST_LETTERS = 60_000
"""The most characters on a page: ten times what a page of small print has."""

_STRING = re.compile(rb"\((?:[^()\\]|\\.){0,65536}\)|<[0-9A-Fa-f\s]{2,65536}>", re.DOTALL)
_CALL = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+Do\b")
_BYTES_OF_A_LETTER = 2
"""How many bytes a character may take in a string."""
_IN_HEX = 4
"""How many bytes a character may take in a string of hexadecimal digits."""
_DEEPEST = 12
"""How deeply programs may call one another."""


@dataclass(frozen=True)
class Cost:
    """The number of tokens and characters that it takes to draw something."""

    signs: int = 0
    letters: int = 0

    @property
    def is_too_much(self) -> bool:
        """Whether it is more than any page of a framework has."""
        return self.signs > MOST_SIGNS or self.letters > MOST_LETTERS

    def plus(self, other: "Cost", times: int) -> "Cost":
        """Return the sum of this cost and `times` times the other."""
        return Cost(self.signs + times * other.signs, self.letters + times * other.letters)


TOO_MUCH = Cost(MOST_SIGNS + 1, MOST_LETTERS + 1)


class PageCosts:
    """Counts the cost of drawing the pages of a PDF; programs that pages share are read once."""

    def __init__(self, resolve: Callable[[Any], Any]) -> None:
        """`resolve` returns the object that a pdfminer reference points to."""
        self._resolve = resolve
        self._programs: dict[int, tuple[Any, Cost, Counter[str]]] = {}
        """Each program with its own cost and the calls it makes; holding the program keeps its id unique."""
        self._forms: dict[int, Cost] = {}
        """The cost of each form, including what it calls."""

    def of_page(self, page: Any) -> Cost:
        """The cost of drawing a pdfminer page."""
        total = Cost()
        for content in page.contents:
            total = total.plus(self._of_program(self._resolve(content), page.resources, 0), 1)
            if total.is_too_much:
                break
        return total

    def _of_program(self, program: Any, resources: Any, depth: int) -> Cost:
        if not hasattr(program, "get_filters"):
            return Cost()
        if id(program) not in self._programs:
            self._programs[id(program)] = (program, *_read(program))
        _, total, calls = self._programs[id(program)]
        for name, times in calls.items():
            form = self._form(name, resources)
            if total.is_too_much or form is None:
                continue
            if id(form) not in self._forms:
                inner = self._resolve(form.attrs.get("Resources")) or resources
                cost = TOO_MUCH if depth == _DEEPEST else self._of_program(form, inner, depth + 1)
                self._forms[id(form)] = cost
            total = total.plus(self._forms[id(form)], times)
        return total

    def _form(self, name: str, resources: Any) -> Any:
        """The program with a name; None if it is a picture or missing."""
        known = self._resolve((self._resolve(resources) or {}).get("XObject"))
        form = self._resolve(known.get(name)) if isinstance(known, dict) else None
        kind = self._resolve(getattr(form, "attrs", {}).get("Subtype"))
        return form if getattr(kind, "name", "") == "Form" else None


def _read(program: Any) -> tuple[Cost, Counter[str]]:
    """A program's own cost, and how often it calls each of the others."""
    text = _unpack(program)
    if text is None:
        return TOO_MUCH, Counter()
    strings = _STRING.findall(text)
    letters = sum(len(one) // (_IN_HEX if one.startswith(b"<") else _BYTES_OF_A_LETTER) for one in strings)
    calls = Counter(name.decode("latin-1") for name in _CALL.findall(text))
    return Cost(len(text.split()), letters), calls


def _unpack(program: Any) -> bytes | None:
    """The text of a program; None if it is longer than allowed, empty if it cannot be unpacked."""
    raw, filters = program.rawdata, [getattr(one, "name", "") for one, _ in program.get_filters()]
    if raw is not None and len(raw) > MOST_BYTES:
        return None
    if raw is not None and not program.decipher and filters in (["FlateDecode"], ["Fl"]):
        try:
            text = zlib.decompressobj().decompress(raw, MOST_BYTES + 1)
        except zlib.error:
            return b""  # pdfminer recovers what it can
    else:
        text = bytes(program.get_data())
    return text if len(text) <= MOST_BYTES else None
