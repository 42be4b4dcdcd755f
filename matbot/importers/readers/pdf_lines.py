"""Group the words of a PDF page or cell into lines, and the lines into paragraphs.

A PDF has no paragraphs, only words at positions. If the next word would have fitted on a line, the author
ended the line there; a full line was only wrapped.
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
"""The width of a space, as a fraction of the line height."""
_APART = 1.3
"""The distance from which two lines are separate paragraphs, as a multiple of the usual distance."""
_ENDS_IN_HYPHEN = re.compile(r"\S[-/]$")
"""The end of a line whose last word continues in the next: they are joined without a space."""
_ENDINGS = {"able", "age", "an", "ant", "at", "ate", "in", "is", "it", "on", "or", "us"}
"""Words that are also endings of longer words: `progressi` and `on`."""
_LONGEST_ENDING = 3
"""The longest rest of a word whose first part is a word too: `communicate` and `d`."""
_INSIDE = re.compile(r"[/-]")
"""The separators between the parts of a compound word."""
_BELONGS_BEFORE = ",.;:?!)"
"""Characters that begin a line only if the line above was too narrow for its last word."""


@dataclass(frozen=True)
class PrintedWord:
    """One word, as printed."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    begins_bold: bool
    ends_bold: bool
    spaced: bool = False
    """Whether a space character is printed after it."""


@dataclass(frozen=True)
class Line:
    """One printed line, from left to right."""

    words: tuple[PrintedWord, ...]

    @property
    def text(self) -> str:
        """Its words, joined by spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def spaced(self) -> bool:
        """Whether it ends with a space character."""
        return self.words[-1].spaced

    @property
    def right(self) -> float:
        """Its right edge."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """The top edge of its tallest word."""
        return min(word.top for word in self.words)

    @property
    def height(self) -> float:
        """Its height."""
        return max(word.bottom for word in self.words) - self.top


@dataclass(frozen=True)
class PrintStyle:
    """How the file was typeset."""

    known: frozenset[str]
    """Words that appear unbroken somewhere, used to recognise broken ones."""
    spaces: bool
    """Whether its lines end in space characters wherever a space is meant and fits."""


def find_print_style(lines: Sequence[Line]) -> PrintStyle:
    """Determine the print style of a file from all its lines."""
    spaces = sum(line.spaced for line in lines) * 5 > len(lines)
    return PrintStyle(frozenset(_whole_words(lines)) | (_usual_words() if spaces else frozenset()), spaces)


def lines_of(words: Iterable[PrintedWord]) -> list[Line]:
    """Group words into lines by their positions, from the top."""
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
    """Words that are not broken: a line with a broken word has room for nothing else but its rest."""
    for line in lines:
        for word in line.words[1:]:
            yield from _parts(word)
    for line, following in pairwise(lines):
        if line.spaced and (following.spaced or len(following.words) > 1):
            yield from _parts(following.words[0])


@cache
def _usual_words() -> frozenset[str]:
    """Common words of frameworks: those of the framework version that ships with matbot."""
    questions = find().questions.values()
    text = " ".join(words for one in questions for words in (one.text, one.red, one.green))
    return frozenset(_bare(part) for word in text.split() for part in _INSIDE.split(word))


def _parts(word: PrintedWord) -> Iterator[str]:
    return (_bare(part) for part in _INSIDE.split(word.text))


# Paragraphs


def text_of(lines: Sequence[Line], limit: float, printed: PrintStyle) -> str:
    """Lines as text with one paragraph per line; `limit` is the right edge that they may reach."""
    paragraphs = paragraphs_of(lines, limit, printed)
    return "\n".join(_joined(paragraph, limit, printed) for paragraph in paragraphs)


def paragraphs_of(lines: Sequence[Line], limit: float, printed: PrintStyle) -> Iterator[list[Line]]:
    """Group lines into paragraphs; `limit` is the right edge that lines may reach."""
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
    """The usual distance from the top of a line to the top of the next."""
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
    """A paragraph on one line; hyphens stay, but a soft hyphen at the end of a line is removed."""
    text = paragraph[0].text
    for line, following in pairwise(paragraph):
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + following.text
        else:
            hyphen = _ENDS_IN_HYPHEN.search(text) and not line.spaced
            whole = hyphen or _was_broken(line, following, limit, printed)
            text += ("" if whole else " ") + following.text
    return text.replace(_SOFT_HYPHEN, "")


def _was_broken(line: Line, following: Line, limit: float, printed: PrintStyle) -> bool:
    """Whether the last word of a line was too wide for it and continues on the next."""
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
    """Whether two parts are separate words, with no room for the space between them."""
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
