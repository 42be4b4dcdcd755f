"""Distinguish rows that continue from one page or table to the next from new ones, and rejoin them."""

import re

from matbot.importers.frameworks.cells import SortedRow
from matbot.importers.readers.items import begins_item, kind_of

_IS_BROKEN = re.compile(r"[^\W\d_]-\n[a-z]|\w\n[,.;:?!)]")
"""A word that continues after its hyphen, or a punctuation mark that cannot begin a line."""
_LONE_LETTER = re.compile(r"[a-z]\n[b-hj-z](?:[,;:?!]|\s+[a-z]|\.?(?:\n|\Z))")
"""The last letter of a word that was too wide for its line and was split at the end of a page."""


def join_names(before: str, rest: str) -> str:
    """Join two parts of an element's first cell: a rest in lower case continues the same line."""
    if not before:
        return rest
    between = "\n" if rest[:1].isupper() else " "
    return f"{before}{between}{rest}"


def is_new(sorted_row: SortedRow, before: SortedRow, under_header: bool = False) -> bool:
    """Whether the first row of a page is a new one, rather than the rest of the last row before it.

    Under a separate header, a question that begins with a capital is new; if a page was converted to a table,
    that header may be repeated above the rest of a sentence.
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
    """Whether words do not continue the sentence before them."""
    if not words or kind_of(before):
        return not words or begins_item(words)
    return words[0].isupper() and (not before or before[-1] in ".?!" or begins_item(words))


def join_rows(row: SortedRow, rest: SortedRow) -> None:
    """Append the rest of a row to the row on the page before."""
    row.question = _joined(row.question, rest.question)
    for level, words in rest.descriptors.items():
        row.descriptors[level] = _joined(row.descriptors.get(level, ""), words)


def _joined(before: str, rest: str) -> str:
    """Join two parts of a cell: a sentence split by the page is rejoined, anything new begins a line."""
    if not before or not rest:
        return before or rest
    around = f"{before[-2:]}\n{rest[:4]}"
    if _LONE_LETTER.search(around) or (_IS_BROKEN.search(around) and not begins_item(rest)):
        return f"{before}{rest}"
    goes_on = not begins_item(rest) and (not rest[0].isupper() or before[-1] not in ".?!:;")
    is_one = goes_on or (kind_of(before) and not begins_item(rest))
    between = " " if is_one else "\n"
    return f"{before}{between}{rest}"
