"""Recognise the label lines of a plain text pack, whatever markup an editor gave them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from matbot.importers.packs.emphasis import BOLD, HIGHLIGHTED, ITALIC, STRUCK_OUT, UNDERLINED
from matbot.importers.readers.markdown_signs import ESCAPED
from matbot.report.formats.markdown import escaped

_SIGNS = {
    "==": ("==", HIGHLIGHTED),
    "~~": ("~~", STRUCK_OUT),
    "<mark>": ("</mark>", HIGHLIGHTED),
    "<u>": ("</u>", UNDERLINED),
    "<ins>": ("</ins>", UNDERLINED),
    "<s>": ("</s>", STRUCK_OUT),
    "<del>": ("</del>", STRUCK_OUT),
    "<strike>": ("</strike>", STRUCK_OUT),
}
"""Markup that editors put around words in Markdown: its start, its end and the emphasis."""
_IN_WORDS = (
    (re.compile(r"(?<![\\*\w])(\*\*|__)(?=\S).{1,2000}?(?<=[^\s\\])\1"), BOLD),
    (re.compile(r"(?<![\\*\w])\*(?=[^\s*]).{1,2000}?(?<=[^\s\\*])\*(?![*\w])"), ITALIC),
    (re.compile(r"(?<![\\_\w])_(?=[^\s_]).{1,2000}?(?<=[^\s\\_])_(?![_\w])"), ITALIC),
    (re.compile(r"(?<![\\=])==(?=[^\s=]).{1,2000}?(?<=[^\s\\=])=="), HIGHLIGHTED),
    (re.compile(r"(?<![\\~])~~(?=[^\s~]).{1,2000}?(?<=[^\s\\~])~~"), STRUCK_OUT),
    *(
        (re.compile(f"{re.escape(begin)}(?=.)", re.IGNORECASE), sign)
        for begin, (_, sign) in _SIGNS.items()
        if begin.startswith("<")
    ),
)
"""Patterns for emphasis anywhere in Markdown text."""
_TICKED = "☑"
_BEFORE = re.compile(
    r"(?P<bullet>\s{0,3}(?:[-*+]\s+)?)(?:(?:\\?\[(?P<box>[^\[\]\\]?)\\?\]|(?P<sign>[^\w\s*_\\<=~-]{1,3}|x))\s+)?",
    re.IGNORECASE,
)
"""A bullet, and the box or sign that somebody put after it."""


@dataclass(frozen=True)
class LabelLine:
    """A line that begins with a label."""

    name: str
    words: str
    """The text after the colon, preceded by any mark that somebody put before the label."""
    is_marked: bool
    """Whether the label has the markup that the pack gave it, or other markup instead."""
    signs: frozenset[str]
    """The emphasis of the label, as named in `emphasis`."""


class Labels:
    """The labels of one kind of place: a question or a rating."""

    def __init__(self, names: Sequence[str], levels: Collection[str] = ()) -> None:
        self._levels = levels
        named = "|".join(map(re.escape, _longest_first({*names, *map(escaped, names)})))
        bold = rf"(?P<stars>\*\*|__)(?P<bold>{named}):(?P=stars)"
        # Editors and people put the colon inside the bold, as the pack has it, or behind it.
        behind = rf"(?P<marks>\*\*|__)(?P<outside>{named})(?P=marks):"
        self._line = re.compile(rf"(?:{bold}|{behind}|(?P<plain>{named}):)(?P<words>.*)")

    def find(self, line: str) -> LabelLine | None:
        """Return the label that a line begins with; None if it begins with none."""
        before = _BEFORE.match(line)
        assert before  # every part of it is optional
        rest, signs = _without_signs(line[before.end() :])
        found = self._line.fullmatch(rest)
        bold = found and (found["bold"] or found["outside"])
        if not found or not (bold or before["bullet"].strip()):
            return None
        name = ESCAPED.sub(r"\1", bold or found["plain"])
        if not (bold or signs) and (before["sign"] or before["box"]):
            return None  # an item of a list that people wrote
        mark = (before["box"] or before["sign"] or "").strip()
        if mark and name not in self._levels:
            mark = _TICKED  # an x there would mean that a question does not apply
        words = f" {mark}{found['words']}" if mark else found["words"]
        return LabelLine(name, words, bool(bold or signs), signs)


def _without_signs(line: str) -> tuple[str, frozenset[str]]:
    """Remove the markup around the beginning of a line, or inside its asterisks; return the emphasis too."""
    stars, looks = "", set[str]()
    if line[:2] in ("**", "__"):
        stars, line = line[:2], line[2:]
    while begin := next((one for one in _SIGNS if line.casefold().startswith(one)), ""):
        end, look = _SIGNS[begin]
        line, at = line[len(begin) :], line.casefold().find(end, len(begin)) - len(begin)
        if at < 0:
            break
        line = line[:at] + line[at + len(end) :]
        looks.add(look)
    return stars + line, frozenset(looks)


def signs_in_words(words: str) -> frozenset[str]:
    """Return the emphasis in Markdown text, of all of it or of parts."""
    return frozenset(sign for pattern, sign in _IN_WORDS if pattern.search(words))


def without_signs_of_looks(words: str) -> str:
    """Remove an editor's highlighting and similar markup from Markdown text."""
    for begin, (end, _) in _SIGNS.items():
        for sign in (begin, end):
            words = re.sub(rf"(?<!\\){re.escape(sign)}", "", words, flags=re.IGNORECASE)
    return words


def broken_labels(names: Sequence[str]) -> re.Pattern[str]:
    """A pattern for lines that begin with a label whose bullet or asterisks were removed."""
    named = "|".join(map(re.escape, _longest_first({*names, *map(escaped, names)})))
    return re.compile(rf"\s*(?:[-*+•]\s*)?[*_=~]*(?P<name>{named})[*_=~]*\s*:.*\S.*", re.IGNORECASE)


def _longest_first(names: Collection[str]) -> list[str]:
    """Names ordered so that none hides a longer one that begins with it."""
    return sorted(names, key=len, reverse=True)
