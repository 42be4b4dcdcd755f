"""Rows that run over from one page, or one table, to the next: told from new ones, and made whole again."""

import re

from matbot.importers.frameworks.cells import SortedRow
from matbot.importers.readers.items import begins_item, kind_of

_IS_BROKEN = re.compile(r"[^\W\d_]-\n[a-z]|\w\n[,.;:?!)]")
"""A word that goes on after its hyphen, and a mark that no line begins with."""
_LONE_LETTER = re.compile(r"[a-z]\n[b-hj-z](?:[,;:?!]|\s+[a-z]|\.?(?:\n|\Z))")
"""The end of a word that was too wide for its line, and was broken at the end of a page."""


def join_names(before: str, rest: str) -> str:
    """Two parts of an element's first cell: what does not begin with a capital goes on with a line."""
    if not before:
        return rest
    between = "\n" if rest[:1].isupper() else " "
    return f"{before}{between}{rest}"


def is_new(sorted_row: SortedRow, before: SortedRow, under_header: bool = False) -> bool:
    """Whether a row on top of a page is one of its own, and not the rest of the last row before it.

    Below a header of its own, a question that begins with a capital is one; a page that was made a table
    has that header again above the rest of a sentence.
    """
    if under_header and sorted_row.question[:1].isupper():
        return True
    if not sorted_row.question or not _begins_anew(sorted_row.question, before.question):
        return False
    return all(
        _begins_anew(words, before.descriptors.get(level, ""))
        for level, words in sorted_row.descriptors.items()
    )


def _begins_anew(words: str, before: str) -> bool:
    """Whether words are no rest of a sentence before them."""
    if not words or kind_of(before):
        return not words or begins_item(words)
    return words[0].isupper() and (not before or before[-1] in ".?!" or begins_item(words))


def join_rows(row: SortedRow, rest: SortedRow) -> None:
    """Put the rest of a row under what stood on the page before."""
    row.question = _joined(row.question, rest.question)
    for level, words in rest.descriptors.items():
        row.descriptors[level] = _joined(row.descriptors.get(level, ""), words)


def _joined(before: str, rest: str) -> str:
    """Two parts of a cell: a sentence that runs over the page is one, and what is new begins a line."""
    if not before or not rest:
        return before or rest
    around = f"{before[-2:]}\n{rest[:4]}"
    if _LONE_LETTER.search(around) or (_IS_BROKEN.search(around) and not begins_item(rest)):
        return f"{before}{rest}"
    goes_on = not begins_item(rest) and (not rest[0].isupper() or before[-1] not in ".?!:;")
    is_one = goes_on or (kind_of(before) and not begins_item(rest))
    between = " " if is_one else "\n"
    return f"{before}{between}{rest}"
