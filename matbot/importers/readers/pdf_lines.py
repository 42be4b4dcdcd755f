"""The words of a page or a cell of a PDF as lines, and the lines as paragraphs again.

A PDF has no paragraphs, only words at places. A line that ended though the next word would have fitted
was ended by whoever wrote it; one that is full was only wrapped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median

from matbot.importers.readers.items import begins_item
from matbot.rubric.library import find

_SOFT_HYPHEN = "\u00ad"
_SPACE = 0.25
"""How wide a space is, in heights of a letter."""
_APART = 1.3
"""From how many usual distances on two lines stand apart."""
_GOES_ON = re.compile(r"\S[-/]$")
"""The end of a line whose last word goes on in the next: nothing is put between them."""
_ENDINGS = {"able", "age", "an", "ant", "at", "ate", "in", "is", "it", "on", "or", "us"}
"""Words that longer words end in: `progressi` and `on`."""
_LONGEST_ENDING = 3
"""How long the rest of a word may be where what stands before it is a word too: `communicate` and `d`."""
_INSIDE = re.compile(r"[/-]")
"""What stands between the parts of a long word."""
_BELONGS_BEFORE = ",.;:?!)"
"""No line begins with these, unless the one above it was too narrow for its last word."""


@dataclass(frozen=True)
class PrintedWord:
    """One word as it is printed."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    begins_bold: bool
    ends_bold: bool
    spaced: bool = False
    """Whether a real space is printed after it."""


@dataclass(frozen=True)
class Line:
    """One line as it is printed, from left to right."""

    words: tuple[PrintedWord, ...]

    @property
    def text(self) -> str:
        """Its words, a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def spaced(self) -> bool:
        """Whether it ends in a real space."""
        return self.words[-1].spaced

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


@dataclass(frozen=True)
class PrintStyle:
    """How a file is printed."""

    known: frozenset[str]
    """Words that it has somewhere whole, by which one that was broken is known again."""
    spaces: bool
    """Whether its lines end in real spaces, where a space is meant and has room."""


def find_print_style(lines: Sequence[Line]) -> PrintStyle:
    """How a file is printed, by all its lines."""
    spaces = sum(line.spaced for line in lines) * 5 > len(lines)
    return PrintStyle(frozenset(_whole_words(lines)) | (_usual_words() if spaces else frozenset()), spaces)


def lines_of(words: Iterable[PrintedWord]) -> list[Line]:
    """Words at their places as lines, from the top."""
    rows = list[list[PrintedWord]]()
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        if rows and _on_one_line(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def _on_one_line(word: PrintedWord, other: PrintedWord) -> bool:
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared * 2 > min(word.bottom - word.top, other.bottom - other.top)


def _whole_words(lines: Sequence[Line]) -> Iterator[str]:
    """The words that were not broken: of a line with a broken one nothing else has room, but for its rest."""
    for line in lines:
        for word in line.words[1:]:
            yield from _parts(word)
    for line, following in pairwise(lines):
        if line.spaced and (following.spaced or len(following.words) > 1):
            yield from _parts(following.words[0])


@cache
def _usual_words() -> frozenset[str]:
    """Words that frameworks have: those of the framework version that ships with matbot."""
    asked = find().questions.values()
    text = " ".join(words for one in asked for words in (one.text, one.red, one.green))
    return frozenset(_bare(part) for word in text.split() for part in _INSIDE.split(word))


def _parts(word: PrintedWord) -> Iterator[str]:
    return (_bare(part) for part in _INSIDE.split(word.text))


# Paragraphs


def text_of(lines: Sequence[Line], limit: float, printed: PrintStyle) -> str:
    """Lines as text, a line a paragraph; `limit` is how far to the right they may reach."""
    paragraphs = paragraphs_of(lines, limit, printed)
    return "\n".join(_joined(paragraph, limit, printed) for paragraph in paragraphs)


def paragraphs_of(lines: Sequence[Line], limit: float, printed: PrintStyle) -> Iterator[list[Line]]:
    """Lines as paragraphs; `limit` is how far to the right lines may reach."""
    usual = _usual_distance(lines)
    paragraph = list(lines[:1])
    for line, following in pairwise(lines):
        broken = printed.spaces and _was_broken(line, following, limit, printed)
        if not broken and _ends(line, following, limit, usual):
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


def _joined(paragraph: Sequence[Line], limit: float, printed: PrintStyle) -> str:
    """The words of a paragraph on one line. Hyphens stay; a soft one at the end of a line goes."""
    text = paragraph[0].text
    for line, following in pairwise(paragraph):
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + following.text
        else:
            hyphen = _GOES_ON.search(text) and not line.spaced
            whole = hyphen or _was_broken(line, following, limit, printed)
            text += ("" if whole else " ") + following.text
    return text.replace(_SOFT_HYPHEN, "")


def _was_broken(line: Line, following: Line, limit: float, printed: PrintStyle) -> bool:
    """Whether the last word of a line was too wide for it, and goes on below."""
    signs = len(line.words) > 1 and begins_item(f"{line.words[0].text} X")
    if len(line.words) > 1 + signs or line.spaced or line.right < limit - line.height:
        return False
    first, rest = _INSIDE.split(line.words[-1].text)[-1], _INSIDE.split(following.words[0].text)[0]
    if following.text[0] in _BELONGS_BEFORE or _bare(first + rest) in printed.known:
        return True
    if begins_item(following.text):
        return False
    return printed.spaces and first[-1:].isalpha() and not _are_two(first, rest, printed)


def _are_two(first: str, rest: str, printed: PrintStyle) -> bool:
    """Whether two parts are words of their own, between which there was no room for a space."""
    if not rest[:1].islower():
        return True
    is_first, is_rest = (
        part in printed.known and (len(part) > 1 or part == "a") for part in map(_bare, (first, rest))
    )
    if is_rest and (is_first or _bare(rest) not in _ENDINGS):
        return True
    return is_first and len(rest) > _LONGEST_ENDING


def _bare(word: str) -> str:
    return word.strip(_BELONGS_BEFORE + "(").casefold()
