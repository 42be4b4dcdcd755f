"""The words of a page or a cell of a PDF as lines, and the lines as paragraphs again.

A PDF has no paragraphs, only words at places. A line that ended though the next word would have fitted
was ended by whoever wrote it; one that is full was only wrapped.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from matbot.importing.items import begins_item

_SOFT_HYPHEN = "\u00ad"
_SPACE = 0.25
"""How wide a space is, in heights of a letter."""
_APART = 1.3
"""From how many usual distances on two lines stand apart."""
_GOES_ON = re.compile(r"\S[-/]$")
"""The end of a line whose last word goes on in the next: nothing is put between them."""
_INSIDE = re.compile(r"[/-]")
"""What stands between the parts of a long word."""
_BELONGS_BEFORE = ",.;:?!)"
"""No line begins with these, unless the one above it was too narrow for its last word."""


@dataclass(frozen=True)
class Word:
    """One word as it is printed."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    begins_bold: bool
    ends_bold: bool


@dataclass(frozen=True)
class Line:
    """One line as it is printed, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words, a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def right(self) -> float:
        """How far it reaches."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Where its tallest word begins."""
        return min(word.top for word in self.words)

    @property
    def height(self) -> float:
        """How tall it is."""
        return max(word.bottom for word in self.words) - self.top


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words at their places as lines, from the top."""
    rows = list[list[Word]]()
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        if rows and _on_one_line(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def _on_one_line(word: Word, other: Word) -> bool:
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared * 2 > min(word.bottom - word.top, other.bottom - other.top)


def whole_words(lines: Iterable[Line]) -> Iterator[str]:
    """The words that were not broken: of a line with a broken one nothing else has room, but for its rest."""
    for line in lines:
        for word in line.words[1:]:
            yield from (_bare(part) for part in _INSIDE.split(word.text))


# Paragraphs


def text_of(lines: Sequence[Line], limit: float, known: Collection[str]) -> str:
    """Lines as text, a line a paragraph.

    `limit` is how far to the right they may reach; `known` are words that the file has elsewhere, by which
    one that was too wide for its line, and was broken, is known again.
    """
    return "\n".join(_joined(paragraph, limit, known) for paragraph in paragraphs_of(lines, limit))


def paragraphs_of(lines: Sequence[Line], limit: float) -> Iterator[list[Line]]:
    """Lines as paragraphs; `limit` is how far to the right lines may reach."""
    usual = _usual_distance(lines)
    paragraph = list(lines[:1])
    for line, following in pairwise(lines):
        if _ends(line, following, limit, usual):
            yield paragraph
            paragraph = []
        paragraph.append(following)
    if paragraph:
        yield paragraph


def _usual_distance(lines: Sequence[Line]) -> float:
    """From the top of a line to the top of the next."""
    distances = [following.top - line.top for line, following in pairwise(lines)]
    return min(median(distances), median(line.height for line in lines) * 1.5) if distances else 0.0


def _ends(line: Line, following: Line, limit: float, usual: float) -> bool:
    """Whether a paragraph ends between two lines."""
    if line.text.endswith(_SOFT_HYPHEN):
        return False
    first = following.words[0]
    fits = line.right + line.height * _SPACE + (first.right - first.left) < limit - 1
    apart = following.top - line.top > usual * _APART
    other_print = line.words[-1].ends_bold != first.begins_bold
    return fits or apart or other_print or begins_item(following.text)


def _joined(paragraph: Sequence[Line], limit: float, known: Collection[str]) -> str:
    """The words of a paragraph on one line. Hyphens stay; a soft one at the end of a line goes."""
    text = paragraph[0].text
    for line, following in pairwise(paragraph):
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + following.text
        else:
            whole = _GOES_ON.search(text) or _was_broken(line, following, limit, known)
            text += ("" if whole else " ") + following.text
    return text.replace(_SOFT_HYPHEN, "")


def _was_broken(line: Line, following: Line, limit: float, known: Collection[str]) -> bool:
    """Whether the last word of a line was too wide for it, and goes on below."""
    if len(line.words) > 1 or line.right < limit - line.height:
        return False
    rest = following.words[0].text
    word = _INSIDE.split(line.text)[-1] + _INSIDE.split(rest)[0]
    return rest[0] in _BELONGS_BEFORE or _bare(word) in known


def _bare(word: str) -> str:
    return word.strip(_BELONGS_BEFORE + "(").casefold()
