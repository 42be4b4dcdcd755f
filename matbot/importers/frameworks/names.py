"""Parse the numbers and codes before the names of headings and elements."""

import re
import unicodedata
from functools import cache

from matbot.importers.readers.items import without_bullet
from matbot.rubric.library import find

_WORD = (
    r"(?i:(?:element|heading|theme|section|part|area|domain|strand|dimension|standard|criterion|principle"
    r"|outcome|aspect|component|kloe|elfen)\s+)?"
)
_OPENS = r"[(\[]?[§#]?\s?"
_AFTER = r"\s*[.)\]/:–—-]*\s+"
_BETWEEN = r"[._/-]"
"""The separators between the parts of a code."""
_MIXED = (
    rf"(?-i:[IVX]{{1,4}}[.-][A-Z0-9])|[0-9]{{1,2}}(?:{_BETWEEN}[0-9]{{1,2}})+"
    rf"|[0-9]{{1,2}}{_BETWEEN}?[A-Z](?:{_BETWEEN}?[0-9]{{1,2}})?"
    rf"|(?:[A-Z]{{1,3}}|(?-i:[A-Z]{{4}})){_BETWEEN}?[0-9]{{1,2}}(?:{_BETWEEN}[0-9]{{1,2}})*(?-i:[a-z])?"
)
_PART = r"(?:\s?\(\s*(?:[ivx]{1,4}|[a-z0-9])\s*\)|[.-](?:[ivx]{1,4}|[a-z])(?=[\s.):]|\Z))"
"""What may follow the code of an element: a part or a question, as in `A1.a` or `1A (i)`."""
_PLAIN = r"[0-9]{1,2}|(?:[A-Z]|[IVX]{2,4})(?=\s*[.):])"
_ELEMENT = re.compile(rf"{_WORD}{_OPENS}({_MIXED})({_PART})?{_AFTER}(\S.*)", re.IGNORECASE | re.DOTALL)
_BARE_PART = re.compile(rf"{_WORD}{_OPENS}({_MIXED})({_PART})[.):]?", re.IGNORECASE)
_PLAIN_ELEMENT = re.compile(rf"{_WORD}{_OPENS}({_PLAIN}){_AFTER}(\S.*)", re.IGNORECASE | re.DOTALL)
_LETTERED = re.compile(rf"{_WORD[:-1]}([A-Z])\s+(\S.*)", re.DOTALL)
"""A word for an element followed by a letter, such as `Standard A`."""
_HEADING = re.compile(rf"{_WORD}([0-9]{{1,2}}|[A-Z](?=\s*[.):–—-])|[IVX]{{2,4}}){_AFTER}(\S.*)", re.DOTALL)
_LIKE_CODE = re.compile(r"[(\[§#]*((?=[^\s0-9]*[0-9])\w{1,12}(?:[./_-]\w{1,12}){0,6})[)\].:]*\s+\S")
"""The start of words that may begin with a code."""
_NUMBER = re.compile(r"[0-9]+")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013", "----")
_CONTINUED = re.compile(r"\s*[(\[]?\b(?:continued|cont['’]?d?)\b\.?[)\]]?\s*$", re.IGNORECASE)
_LONGEST_CODE = 6
_LONGEST = 200
"""The longest name, in characters."""


def element_in(words: str, plain: bool = True) -> tuple[str, str] | None:
    """Split off the code of an element; None if the words do not begin with one.

    A code of only digits, or a single letter, is accepted only if `plain` says that no heading can be meant.

    Returns:
        The code, and the words after it.

    """
    words = _with_plain_code(words)
    if found := _ELEMENT.match(words):
        code = found[1] + (f".{_bare(found[2])}" if found[2] else "")
        return (_normalise_code(code), found[3]) if len(code) <= _LONGEST_CODE else None
    plainly = (_PLAIN_ELEMENT.match(words) or _LETTERED.match(words)) if plain else None
    return (plainly[1].upper(), plainly[2]) if plainly else None


def code_written_otherwise(words: str) -> str:
    """The code that words begin with, if it is stored with other punctuation; otherwise empty."""
    found = _ELEMENT.match(_with_plain_code(words))
    return found[1] if found and _normalise_code(found[1]) != found[1].upper() else ""


def unknown_code(words: str) -> str:
    """The text that words begin with if it looks like a code but is not a valid one; otherwise empty."""
    found = _LIKE_CODE.match(words)
    if found is None or _NUMBER.fullmatch(found[1]) or element_in(words, plain=False) or heading_in(words):
        return ""
    return found[1]


def _normalise_code(code: str) -> str:
    """A code as it is stored: in capitals, with no punctuation but dots and hyphens."""
    return re.sub("[_/]", "-", code.upper())


def _with_plain_code(words: str) -> str:
    """Normalise the letters, digits and hyphens that words begin with to plain ones.

    A list sign before them is removed.
    """
    words = without_bullet(words)
    if words[:12].isascii():
        return words
    end = next((place for place, sign in enumerate(words) if sign.isspace()), len(words))
    return unicodedata.normalize("NFKC", words[:end]).translate(_DASHES) + words[end:]


def part_in(words: str) -> tuple[str, str] | None:
    """Split words that are only a code and a part, such as `1A (i)`; None for other words.

    Returns:
        The code of the element, and the numeral of a question, such as `i`.

    """
    found = _BARE_PART.fullmatch(words.strip())
    return (_normalise_code(found[1]), _bare(found[2])) if found else None


def _bare(part: str) -> str:
    return re.sub(r"[\s().-]", "", part)


def heading_in(words: str) -> tuple[str, str] | None:
    """The number of a heading, and its name; None if the words do not begin with a number."""
    found = _HEADING.match(words)
    return (found[1].upper(), " ".join(found[2].split())) if found else None


def is_name(words: str) -> bool:
    """Whether words are short enough for a name."""
    return 0 < len(words) <= _LONGEST


def without_continued(name: str) -> str:
    """A name without `(continued)` at its end."""
    return _CONTINUED.sub("", name)


def named(words: str) -> tuple[str, list[str]]:
    """The name of an element and what it covers, from the words after its code.

    Each is on a separate line. Lost line breaks are restored from a framework version that ships with matbot.
    """
    lines = [without_bullet(line) for line in words.split("\n")]
    name, *aspects = _find_shipped(words) or lines
    return name, aspects


def _find_shipped(words: str) -> list[str]:
    """The name and aspects of an element of a shipped framework version with the same letters."""
    letters = "".join(words.split())
    return next((parts for parts in _shipped_names() if "".join("".join(parts).split()) == letters), [])


@cache
def _shipped_names() -> list[list[str]]:
    return [[element.name, *element.aspects] for element in find().elements.values()]
