"""The lines of a pack in plain text that begin with a label and a colon, however an editor marked them."""

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
"""What editors put round words in Markdown, what ends it, and how the words look."""
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
"""How words look that Markdown marks, wherever in a text these stand."""
_TICKED = "☑"
_BEFORE = re.compile(
    r"(?P<bullet>\s{0,3}(?:[-*+]\s+)?)(?:(?:\\?\[(?P<box>[^\[\]\\]?)\\?\]|(?P<sign>[^\w\s*_\\<=~-]{1,3}|x))\s+)?",
    re.IGNORECASE,
)
"""A bullet, and the box or the sign that somebody put behind it."""


@dataclass(frozen=True)
class LabelLine:
    """A line that begins with a label."""

    name: str
    words: str
    """What stands behind the colon; before that, what somebody put before the label."""
    is_marked: bool
    """Whether the label has the marks that the pack gave it, or others in their place."""
    signs: frozenset[str]
    """How the label stands out, as `emphasis` names it."""


class Labels:
    """The labels of one kind of place: of a question, or of a rating."""

    def __init__(self, names: Sequence[str], levels: Collection[str] = ()) -> None:
        self._levels = levels
        named = "|".join(map(re.escape, _longest_first({*names, *map(escaped, names)})))
        bold = rf"(?P<stars>\*\*|__)(?P<bold>{named}):(?P=stars)"
        self._line = re.compile(rf"(?:{bold}|(?P<plain>{named}):)(?P<words>.*)")

    def find(self, line: str) -> LabelLine | None:
        """The label that a line begins with; None if it begins with none."""
        before = _BEFORE.match(line)
        assert before  # everything in it may be missing
        rest, signs = _without_signs(line[before.end() :])
        found = self._line.fullmatch(rest)
        if not found or not (found["bold"] or before["bullet"].strip()):
            return None
        name = ESCAPED.sub(r"\1", found["bold"] or found["plain"])
        if not (found["bold"] or signs) and (before["sign"] or before["box"]):
            return None  # the words of a list of people's
        mark = (before["box"] or before["sign"] or "").strip()
        if mark and name not in self._levels:
            mark = _TICKED  # an x would say there that a question does not apply
        words = f" {mark}{found['words']}" if mark else found["words"]
        return LabelLine(name, words, bool(found["bold"] or signs), signs)


def _without_signs(line: str) -> tuple[str, frozenset[str]]:
    """A line without what an editor put round its beginning, or between that and its stars; and the looks."""
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
    """How words of Markdown stand out, in part or as a whole."""
    return frozenset(sign for pattern, sign in _IN_WORDS if pattern.search(words))


def without_signs_of_looks(words: str) -> str:
    """Words of Markdown without what an editor put round some of them to make them stand out."""
    for begin, (end, _) in _SIGNS.items():
        for sign in (begin, end):
            words = re.sub(rf"(?<!\\){re.escape(sign)}", "", words, flags=re.IGNORECASE)
    return words


def broken_labels(names: Sequence[str]) -> re.Pattern[str]:
    """A line that begins with a label from which somebody took the bullet or the stars."""
    named = "|".join(map(re.escape, _longest_first({*names, *map(escaped, names)})))
    return re.compile(rf"\s*(?:[-*+•]\s*)?[*_=~]*(?P<name>{named})[*_=~]*\s*:.*\S.*", re.IGNORECASE)


def _longest_first(names: Collection[str]) -> list[str]:
    """Names in an order in which none hides a longer one that begins with it."""
    return sorted(names, key=len, reverse=True)
