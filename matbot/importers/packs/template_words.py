"""Distinguish the pack's own words from those that people added."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from matbot.importers.packs.found import UnplacedLine
from matbot.report.blocks import Block, Bullets, HeadingBlock, KeyValues, Paragraph, Table
from matbot.report.fill_in import FillIn
from matbot.report.pack import FRAMEWORK_LABELS, TITLE, pack, question_cells
from matbot.rubric import Rubric

_MOST_JOINED = 15
"""Over how many lines an editor may have wrapped one of the pack's own lines."""

_FEW = 3
"""How many words a line must share with the beginning of one of the pack's own to be matched with it."""

_LONGEST = 200
"""More words than any of the pack's own lines has."""

_ALIKE = str.maketrans("‘’‛‚“”„‟‐‑‒–—―", "''''\"\"\"\"------", "*_\\\u00ad\u200b\u2060\ufeff")
"""Normalises characters that editors substitute, and removes Markdown markup."""

_MARKUP = re.compile(r"[-*_#>=|~`+.\\\s\u00a0\u200b\ufeff]*")
"""A line without words."""

_BEGINS = re.compile(r"\A\s*(?:#{1,6}|[-*+•·])\s+")
"""The Markdown markup before a heading or list item."""

_TITLE = re.compile(rf"{TITLE}: (?:all \d+ elements|(?P<codes>[^\s,]+(?:, [^\s,]+)*))", re.IGNORECASE)

_WHOM = re.compile(r"for (?:(?!\w{4,}[.!?]\s).)+\.", re.IGNORECASE)
"""The audience of a pack: a single sentence of any content."""


def list_labels(rubric: Rubric) -> tuple[str, ...]:
    """All labels under which the pack itself describes a question, the question first."""
    questions = rubric.questions.values()
    return tuple(dict.fromkeys(label for question in questions for label in question_cells(rubric, question)))


def plain_words(text: str) -> str:
    """Normalise words for comparison: quotation marks, dashes, spaces and capitals."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold().split())


def words_beyond(own: str, text: str) -> str:
    """The words of a text without the pack's own at its beginning and end; all of them if none match."""
    mine, theirs = (list(map(plain_words, words.split())) for words in (own, text))
    before = _count_alike(mine, theirs)
    after = _count_alike(mine[before:][::-1], theirs[before:][::-1])
    return " ".join(text.split()[before : len(theirs) - after])


def _count_alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts have in common at the beginning."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


class TemplateWords:
    """The words in the packs of a framework version."""

    def __init__(self, rubric: Rubric) -> None:
        self._codes = {plain_words(code): code for code in rubric.elements}
        questions = rubric.questions.values()
        self._cells = {
            plain_words(text) for question in questions for text in question_cells(rubric, question).values()
        }
        blocks = [
            block
            for kind in (FillIn.CELLS, FillIn.LINES)
            for block in pack(rubric, list(rubric.elements), kind=kind).blocks
        ]
        self._lines = {plain_words(text) for block in blocks for text in _texts(block)}
        self._lines |= {plain_words(f"{label}: {rubric.id}") for label in FRAMEWORK_LABELS}
        self._by_beginning: dict[tuple[str, ...], list[list[str]]] = {}
        for line in self._lines | self._cells:
            own = line.split()
            self._by_beginning.setdefault(tuple(own[:_FEW]), []).append(own)
        self._sorted = sorted(self._lines | self._cells)

    def has_cell(self, text: str) -> bool:
        """Whether a cell is empty, or holds only what the pack wrote in one."""
        return _is_empty(text) or plain_words(text) in self._cells

    def has_line(self, text: str) -> bool:
        """Whether a line or paragraph holds only what the pack wrote in one."""
        words = _unmarked(text)
        return _is_empty(text) or words in self._lines or words in self._cells or bool(self._title(text))

    def find_titled_codes(self, unplaced: Iterable[UnplacedLine]) -> set[str]:
        """The codes of the elements that the title of a pack lists."""
        titles = filter(None, (self._title(line.text) for line in unplaced))
        named = {code for title in titles for code in (title["codes"] or ", ".join(self._codes)).split(", ")}
        return {self._codes[code] for code in named}

    def find_audience(self, unplaced: Sequence[UnplacedLine]) -> str:
        """The audience of a pack, if it names one."""
        line = self._find_audience_line(unplaced)
        if line is None or self.has_line(line.text):
            return ""
        return line.text.strip().partition(" ")[2].removesuffix(".")

    def find_added_lines(self, unplaced: Sequence[UnplacedLine]) -> Iterator[UnplacedLine]:
        """Lines among the unplaced that people added, without the pack's own words in the same line."""
        whom = self._find_audience_line(unplaced)
        unplaced = [line for line in unplaced if line is not whom]
        place = 0
        while place < len(unplaced):
            own = self._count_own_lines(unplaced, place)
            if not own:
                yield replace(unplaced[place], text=self._remove_own(unplaced[place].text))
            place += own or 1

    def _count_own_lines(self, unplaced: Sequence[UnplacedLine], place: int) -> int:
        """How many lines from this place on form one of the pack's own, which an editor may have wrapped."""
        words = ""
        for count, line in enumerate(unplaced[place : place + _MOST_JOINED], 1):
            if count > 1 and not line.joins:
                break
            words = f"{words} {line.text}"
            if self.has_line(words):
                return count
            if not self._begins_line(words):
                break
        return 0

    def _remove_own(self, text: str) -> str:
        """The words added to a line, if it begins like one of the pack's own."""
        words = _BEGINS.sub("", text, count=1)
        theirs = [plain_words(word) for word in words.split(maxsplit=_LONGEST)[:_LONGEST]]
        likely = self._by_beginning.get(tuple(theirs[:_FEW]), [])
        alike, own = max(((_count_alike(mine, theirs), mine) for mine in likely), default=(0, []))
        if alike < _FEW or alike <= len(own) // 2 or own[-1].endswith(":"):
            return text
        return words_beyond(" ".join(own), words) or text

    def _begins_line(self, text: str) -> bool:
        words = _unmarked(text)
        place = bisect_left(self._sorted, words)
        return place < len(self._sorted) and self._sorted[place].startswith(words)

    def _title(self, text: str) -> re.Match[str] | None:
        found = _TITLE.fullmatch(_unmarked(text))
        known = found and all(code in self._codes for code in (found["codes"] or "").split(", ") if code)
        return found if known else None

    def _find_audience_line(self, unplaced: Sequence[UnplacedLine]) -> UnplacedLine | None:
        """The line below the title that names the audience, if it is the only candidate."""
        could = [line for line in unplaced if _WHOM.fullmatch(plain_words(line.text))]
        below = [line for title, line in pairwise(unplaced) if self._title(title.text)]
        return could[0] if len(could) == 1 and could[0] in below else None


def _unmarked(text: str) -> str:
    """A line normalised for comparison, without heading or list markup."""
    return plain_words(_BEGINS.sub("", text, count=1))


def _is_empty(text: str) -> bool:
    return bool(_MARKUP.fullmatch(text))


def _texts(block: Block) -> Iterator[str]:
    match block:
        case HeadingBlock():
            yield block.text
        case Paragraph():
            yield " ".join(run.text for run in block.runs)
        case Bullets():
            yield from block.items
        case KeyValues():
            yield from (f"{name}: {value}" for name, value in block.pairs)
        case Table():
            yield block.caption
