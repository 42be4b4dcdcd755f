"""Signs that part of a framework is missing: gaps in its codes, or questions among what was left out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from matbot.importers.findings import Doubt, Unread
from matbot.importers.readers.pieces import WHOLE_FILE
from matbot.rubric import Heading
from matbot.text import in_words, shortened

_LAST = re.compile(r"(.*?)([0-9]+|[A-Z])")
"""A code, split into its fixed part and the part that counts up from one element to the next."""
_NUMERAL = re.compile(r"(?:^|\s)\(?(?:[ivx]{1,5}|[0-9]{1,2}|[a-h])[.)]\s+[A-Z]")
_ROMAN = re.compile(r"(?:^|\s)\(?[ivx]{1,5}[.)]\s")
_MOST = 5
"""How many missing codes are named at most."""
_QUOTED = 70


def doubts_of(headings: Sequence[Heading], unread: Sequence[Unread]) -> Iterator[Doubt]:
    """Yield signs of lost elements or questions in a framework version and in what was left out."""
    yield from _find_gaps([element.code for heading in headings for element in heading.elements])
    numbers = [heading.number for heading in headings]
    for before, after in pairwise(numbers):
        if before.isdigit() and after.isdigit() and int(after) > int(before) + 1:
            missing = [str(number) for number in range(int(before) + 1, int(after))]
            yield Doubt(WHOLE_FILE, f"{_missing('Heading', missing)} between {before} and {after}.")
    for one in unread:
        if looks_like_questions(one):
            yield Doubt(
                one.place, f"This was left out, and looks like questions: “{shortened(one.words, _QUOTED)}”"
            )


def looks_like_questions(one: Unread) -> bool:
    """Whether words that were left out may be questions or descriptors of the framework."""
    if one.of_table:
        return not one.of_other_table and bool("?" in one.words or _NUMERAL.search(one.words))
    return "?" in one.words and len(_ROMAN.findall(one.words)) > 1


def _find_gaps(codes: Sequence[str]) -> Iterator[Doubt]:
    """Report codes missing between two that exist."""
    parts = [_split_code(code) for code in codes]
    from_first = dict(reversed(parts))
    usual = parts[0][1] == 1 or sum(place == 1 for place in from_first.values()) * 2 > len(from_first)
    for number, (first, place) in enumerate(parts):
        other = number == 0 or parts[number - 1][0] != first
        due = 1 if other else parts[number - 1][1] + 1
        again = any(first == one for one, _ in parts[:number]) if other else False
        if place <= due or (other and (again or not usual)):
            continue
        missing = [f"{first}{_sign(one, codes[number])}" for one in range(due, place)]
        where = f"between {codes[number - 1]} and {codes[number]}" if number else f"before {codes[number]}"
        yield Doubt(WHOLE_FILE, f"{_missing('Element', missing)} {where}.")


def _missing(what: str, names: Sequence[str]) -> str:
    named = in_words(names) if len(names) <= _MOST else f"{names[0]} to {names[-1]}"
    return f"{what} {named} is missing" if len(names) == 1 else f"{what}s {named} are missing"


def _split_code(code: str) -> tuple[str, int]:
    """The fixed part of a code, and the value of the part that counts up."""
    found = _LAST.fullmatch(code)
    if found is None:
        return code, 1
    return found[1], int(found[2]) if found[2].isdigit() else ord(found[2]) - ord("A") + 1


def _sign(place: int, like: str) -> str:
    return str(place) if like[-1].isdigit() else chr(ord("A") + place - 1)
