"""Extract the fields of a pack filled in as plain text: a label, a colon, and what people wrote.

Only the pack's own lines count as headings, labels and end markers; text after an end marker, or under a
label that is repeated, is not an answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matbot.importers.packs.found import Entry, PackContents, UnplacedLine
from matbot.importers.packs.quoting import quoted
from matbot.importers.packs.template_words import list_labels, plain_words
from matbot.importers.packs.text_labels import Labels, broken_labels, signs_in_words, without_signs_of_looks
from matbot.importers.readers.markdown_signs import ESCAPED
from matbot.report.pack import (
    FRAMEWORK_LABELS,
    HOW_TO,
    MARK,
    QUESTION,
    TITLE,
    WORDS,
    YOUR_RATING,
    end_of,
    rating_labels,
)
from matbot.report.words import reference
from matbot.rubric import Rubric

_PLACE = r"[\w-]+(?:\.[\w-]+)*"
_QUESTION = re.compile(rf"\s{{0,3}}#{{2,4}}\s+({_PLACE}\s*\(\s*\w{{1,6}}\s*\)(?:\s.*)?)")
_RATING = re.compile(rf"\s{{0,3}}#{{2,4}}\s+({_PLACE}):\s*{YOUR_RATING}\s*", re.IGNORECASE)
_FRAMEWORK = re.compile(
    rf"\s*(?:[-*+]\s+)?(?:\*\*|__)?(?:{'|'.join(FRAMEWORK_LABELS)}):(?:\*\*|__)?\s*([\w.\\-]{{1,100}})\s*"
)


def framework_in_lines(text: str) -> str:
    """The id of the framework version that the text of a pack names; empty if it names none."""
    found = (_FRAMEWORK.fullmatch(line) for line in text.split("\n"))
    return next((ESCAPED.sub(r"\1", one[1]) for one in found if one), "")


def found_in_lines(text: str, rubric: Rubric) -> PackContents:
    """Extract the fields of a text; the framework version provides the names of its elements and levels."""
    reading = _TextReading(rubric, text)
    for number, line in enumerate(text.split("\n"), 1):
        reading.take(number, line)
    reading.end(has_end_marker=False)
    entries, unplaced = tuple(reading.entries), tuple(reading.unplaced)
    return PackContents(framework_in_lines(text), entries, unplaced=unplaced, notes=tuple(reading.notes))


@dataclass
class _Open:
    """The field being read, whose contents may continue on the next lines."""

    number: int
    label: str
    lines: list[str]
    signs: frozenset[str]
    """The emphasis of the label."""


class _TextReading:
    """Reads a text line by line."""

    def __init__(self, rubric: Rubric, text: str) -> None:
        self.entries, self.unplaced, self.notes = list[Entry](), list[UnplacedLine](), list[str]()
        self._pack_labels = tuple(label for label in list_labels(rubric) if label != QUESTION)
        self._of_question = Labels((*self._pack_labels, MARK, WORDS))
        levels = {level.name for level in rubric.scale}
        self._of_rating = Labels(rating_labels(rubric), levels)
        peoples = (MARK, WORDS), rating_labels(rubric)
        self._broken_of_question, self._broken_of_rating = map(broken_labels, peoples)
        self._names = {plain_words(name): name for names in peoples for name in names}
        titles = (f"## {title}" for title in (HOW_TO, *(one.title for one in rubric.elements.values())))
        self._titles = frozenset(titles)
        places = (*rubric.elements, *map(reference, rubric.questions))
        self._ends = {plain_words(end_of(place)): plain_words(place) for place in places}
        both = (self._of_question, self._of_rating)
        self._starred = any(
            found.is_marked for line in text.split("\n") for one in both if (found := one.find(line))
        )
        self._about = ""
        """The heading above, until something ends its section."""
        self._place = ""
        """The name of the place in its end marker."""
        self._labels = self._of_question
        self._labels_seen = set[str]()
        self._field: _Open | None = None
        self._possible_labels = list[tuple[str, str]]()
        """Labels that people's lines begin with, and the remark on each if its own line is missing."""

    def take(self, number: int, line: str) -> None:
        """Read the next line."""
        if heading := _QUESTION.fullmatch(line) or _RATING.fullmatch(line):
            self._begin(number, line, heading[1])
        elif (end := self._end_in(line)) or self._is_title(line):
            self.end(has_end_marker=end == self._place)
            self._add_unplaced(number, line)
        elif not (self._about and self._is_label(number, line)):
            if self._field:
                self._field.lines.append(line)
            else:
                self._add_unplaced(number, line)

    def end(self, *, has_end_marker: bool) -> None:
        """Close the current field and its place: what follows is not an answer.

        If the end marker of the last answer is missing, only its first lines certainly belong to it.
        """
        self._close(is_whole=has_end_marker)
        self.notes += [words for name, words in self._possible_labels if name not in self._labels_seen]
        self._possible_labels.clear()
        self._about = self._place = ""

    def _begin(self, number: int, line: str, about: str) -> None:
        self.end(has_end_marker=False)
        self._about, self._labels_seen = about, set()
        is_question = not _RATING.fullmatch(line)
        self._place = plain_words(about.partition(")")[0] + ")" if is_question else about)
        self._labels = self._of_question if is_question else self._of_rating
        if is_question:
            words = ESCAPED.sub(r"\1", about)
            self.entries.append(Entry(f"line {number}", about, QUESTION, words))
        else:
            self.entries.append(Entry(f"line {number}", about, "", ""))

    def _is_label(self, number: int, line: str) -> bool:
        """Whether a line is a label of the pack: it opens a field, or, out of place, ends the current one."""
        found = self._labels.find(line)
        if found and found.name not in self._labels_seen:
            self._close(is_whole=True)
            self._labels_seen.add(found.name)
            self._field = _Open(number, found.name, [found.words], found.signs)
            return True
        found = found or self._of_question.find(line) or self._of_rating.find(line)
        if not found or (self._starred and not found.is_marked):
            return False  # people write lists too
        self.end(has_end_marker=True)  # the heading above it is missing
        self._add_unplaced(number, line)
        return True

    def _close(self, *, is_whole: bool) -> None:
        now, self._field = self._field, None
        if now is None:
            return
        sure = len(now.lines) if is_whole else _first_blank(now.lines)
        words = "\n".join(now.lines[:sure])
        signs = now.signs
        if now.label in self._pack_labels:
            signs |= signs_in_words(words)
            words = ESCAPED.sub(r"\1", without_signs_of_looks(words))
        self.entries.append(Entry(f"line {now.number}", self._about, now.label, words, signs))
        self._look_for_broken(now, sure)
        for number, line in enumerate(now.lines[sure:], now.number + sure):
            self._add_unplaced(number, line)

    def _look_for_broken(self, now: _Open, sure: int) -> None:
        """Note the lines of an answer that begin with a label that lost its markup."""
        is_rating = self._labels is self._of_rating
        broken = self._broken_of_rating if is_rating else self._broken_of_question
        for number, line in enumerate(now.lines[1:sure], now.number + 1):
            if found := broken.fullmatch(line):
                name = self._names[plain_words(found["name"])]
                words = f"Line {number}: {quoted(line)} is not where a label is: it was read as words of"
                self._possible_labels.append((name, f"{words} “{now.label}”, not as “{name}”."))

    def _add_unplaced(self, number: int, line: str) -> None:
        """Keep a line that is outside every field."""
        if line.strip():
            place = f"line {number}"
            joins = bool(self.unplaced) and self.unplaced[-1].where == f"line {number - 1}"
            self.unplaced.append(UnplacedLine(place, ESCAPED.sub(r"\1", line), joins=joins))

    def _end_in(self, line: str) -> str:
        """The place that a line ends, whatever follows the marker; empty if it ends none."""
        words = plain_words(line)
        own = plain_words(end_of(self._place))
        ends = self._place if self._place and words.startswith(own) else ""
        return self._ends.get(words, ends)

    def _is_title(self, line: str) -> bool:
        return ESCAPED.sub(r"\1", line).strip() in self._titles or line.startswith(f"# {TITLE}: ")


def _first_blank(lines: Sequence[str]) -> int:
    """The number of lines up to the first empty one after some words."""
    begun = False
    for place, line in enumerate(lines):
        if begun and not line.strip():
            return place
        begun = begun or bool(line.strip())
    return len(lines)
