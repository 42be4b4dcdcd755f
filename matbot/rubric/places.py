"""How places in a framework are named: an element by its code, a question by code, dot and numeral."""

import re
from collections.abc import Iterator
from itertools import count

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def split_codes(typed: str) -> list[str]:
    """The codes of elements that somebody typed with commas or spaces between, in capitals; known or not."""
    return re.findall(r"[^\s,;]+", typed.upper())


def question_id(code: str, numeral: str) -> str:
    """The id of a question, such as `1A.iii`."""
    return f"{code}.{numeral}"


def code_of(question: str) -> str:
    """The code of the element that a question belongs to; codes may have dots too, as in `1.2.iii`."""
    return question.rpartition(".")[0]


def numeral_of(question: str) -> str:
    """The number of a question within its element, such as `iii`."""
    return question.rpartition(".")[2]


def numerals(first: str) -> Iterator[str]:
    """How questions are numbered where the first is numbered so: `i, ii, iii`, `1, 2, 3` or `a, b, c`."""
    if first == "1":
        return map(str, count(1))
    if first == "a":
        return iter("abcdefghijklmnopqrstuvwxyz")
    return map(roman, count(1))


def roman(number: int) -> str:
    """A number from 1 in small roman numerals."""
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written
