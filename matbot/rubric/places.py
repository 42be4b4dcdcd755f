"""Ids of places in a framework version: an element's code, and a question's code, dot and numeral."""

import re
from collections.abc import Iterator
from itertools import count

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def split_codes(typed: str) -> list[str]:
    """Split typed element codes at commas, semicolons and spaces, in upper case; they may be unknown."""
    return re.findall(r"[^\s,;]+", typed.upper())


def question_id(code: str, numeral: str) -> str:
    """Return the id of a question, such as `1A.iii`."""
    return f"{code}.{numeral}"


def code_of(question: str) -> str:
    """Return the code of the element of a question id; codes may have dots too, as in `1.2.iii`."""
    return question.rpartition(".")[0]


def numeral_of(question: str) -> str:
    """Return the numeral of a question id, such as `iii`."""
    return question.rpartition(".")[2]


def numerals(first: str) -> Iterator[str]:
    """Return an iterator over numerals in the style of the first: `i, ii, iii`, `1, 2, 3` or `a, b, c`."""
    if first == "1":
        return map(str, count(1))
    if first == "a":
        return iter("abcdefghijklmnopqrstuvwxyz")
    return map(roman, count(1))


def roman(number: int) -> str:
    """Return a positive number in lower-case Roman numerals."""
    result = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        result += letters * times
    return result
