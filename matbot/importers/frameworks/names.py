"""How headings and elements are called: the numbers and codes before their names."""

import re
from functools import cache

from matbot.importers.readers.items import without_bullet
from matbot.rubric.library import find

_WORD = r"(?i:(?:element|heading|theme|section|part|area|domain|strand|dimension)\s+)?"
_AFTER = r"\s*[.):–—-]*\s+"
_MIXED = r"[0-9]{1,2}(?:[.-][0-9]{1,2})+|[0-9]{1,2}[.-]?[A-Z]|[A-Z]{1,3}[.-]?[0-9]{1,2}"
_PLAIN = r"[0-9]{1,2}|[A-Z](?=\s*[.):])"
_ELEMENT = re.compile(rf"{_WORD}({_MIXED}){_AFTER}(\S.*)", re.IGNORECASE | re.DOTALL)
_PLAIN_ELEMENT = re.compile(rf"{_WORD}({_PLAIN}){_AFTER}(\S.*)", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(rf"{_WORD}([0-9]{{1,2}}|[A-Z](?=\s*[.):–—-])|[IVX]{{2,4}}){_AFTER}(\S.*)", re.DOTALL)
_CONTINUED = re.compile(r"\s*[(\[]?\b(?:continued|cont['’]?d?)\b\.?[)\]]?\s*$", re.IGNORECASE)
_LONGEST_CODE = 6
_LONGEST = 200
"""The longest name, in characters."""


def element_in(words: str, plain: bool = True) -> tuple[str, str] | None:
    """The code of an element, and the words after it; None if the words begin with no code.

    A code of digits alone, or of a letter, is one only where it is `plain` that no heading can be meant.
    """
    found = _ELEMENT.match(words) or (_PLAIN_ELEMENT.match(words) if plain else None)
    return (found[1].upper(), found[2]) if found and len(found[1]) <= _LONGEST_CODE else None


def heading_in(words: str) -> tuple[str, str] | None:
    """The number of a heading, and its name; None if the words begin with no number."""
    found = _HEADING.match(words)
    return (found[1].upper(), " ".join(found[2].split())) if found else None


def is_name(words: str) -> bool:
    """Whether words are short enough for a name."""
    return 0 < len(words) <= _LONGEST


def without_continued(name: str) -> str:
    """A name without `(continued)` after it."""
    return _CONTINUED.sub("", name)


def named(words: str) -> tuple[str, list[str]]:
    """The name of an element and what it covers, from the words after its code.

    They are a line each. Where lines were lost, those of a framework that ships tell where each begins.
    """
    lines = [without_bullet(line) for line in words.split("\n")]
    name, *aspects = _like_one_that_ships(words) or lines
    return name, aspects


def _like_one_that_ships(words: str) -> list[str]:
    """The name and aspects that an edition of matbot's own has, where these are the same letters."""
    letters = "".join(words.split())
    return next((parts for parts in _known() if "".join("".join(parts).split()) == letters), [])


@cache
def _known() -> list[list[str]]:
    return [[element.name, *element.aspects] for element in find().elements.values()]
