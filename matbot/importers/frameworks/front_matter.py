"""Read a framework's title, version, source and guidance from the words around its tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from matbot.importers.frameworks.notes import Notes
from matbot.importers.readers.items import begins_item, without_bullet
from matbot.importers.readers.pieces import WHOLE_FILE, SourceParagraph
from matbot.rubric import Level
from matbot.text import LONGEST, clean_name, file_stem, in_words

_YEARS = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?[-–/_]\s?((?:20)?[0-9]{2})(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SOURCE = re.compile(
    r"\bowned by\b|\bbelongs to\b|\bdeveloped (?:by|in partnership)\b|\bpublished by\b"
    r"|©|\bcopyright\b|^source:",
    re.IGNORECASE,
)
_LONGEST_TITLE = 120
_SENTENCE = 60
"""The length in characters from which words are a paragraph rather than a heading."""

_USE_IT = (
    "Talk through the questions of each element, compare your trust with the descriptors, "
    "and choose the rating that it is nearest to."
)
"""The guidance for a framework that has none."""

_AFTER = "It is after the tables. A framework version keeps what is before them."
_BEFORE = "It is neither the title, nor the source, nor a paragraph on how to use the framework."


@dataclass
class FrontMatter:
    """Reads the words around the tables, and records which of them were used."""

    words: Sequence[SourceParagraph]
    before: int
    """How many of them precede the first table."""
    file: str
    """The name of the file."""
    notes: Notes
    taken: set[int] = field(default_factory=set)
    scale: Sequence[Level] = ()
    """The levels that a paragraph names; empty if none does."""
    _scale_at: int = -1

    def take_scale(self, text: str, scale: Sequence[Level]) -> None:
        """Mark the paragraph that names the scale as used."""
        places = [place for place, words in enumerate(self.words) if words.text == text]
        self.taken |= {*places}
        self.scale, self._scale_at = scale, min(places, default=-1)

    def title(self) -> str:
        """The framework's name: the first words of the file, or else its file name."""
        first = self.words[0].text if self.before else ""
        if 0 < len(first) <= _LONGEST_TITLE and "\n" not in first:
            self.taken.add(0)
            return first
        named = clean_name(PurePath(self.file).stem) or "Framework"
        self.notes.correct(WHOLE_FILE, f"The framework version is called {named}.", "The file has no title.")
        return named

    def version_label(self) -> str:
        """The year in the file name, or else the last one in the words, or a note on the import."""
        text = " ".join(words.text for words in self.words[: self.before])
        years = _years_in(self.file) or sorted(_years_in(text)) or _YEAR.findall(self.file)
        if years:
            return years[-1]
        named = f"as imported from {self._file_named}"
        self.notes.correct(
            WHOLE_FILE, f"The framework version is described {named}.", "The file does not say its year."
        )
        return named

    def source(self) -> str:
        """The first paragraph that names the owner or publisher of the framework, or else the file."""
        for place, words in enumerate(self.words):
            if _SOURCE.search(words.text) and place not in self.taken and len(words.text) <= LONGEST:
                self.taken.add(place)
                return words.text
        named = f"The file {self._file_named}."
        self.notes.correct(
            WHOLE_FILE, f"The source is given so: {named}", "The file does not say whose it is."
        )
        return named

    def guidance(self) -> tuple[str, ...]:
        """The paragraphs before the tables that explain the framework and how to use it, or a default."""
        places = [
            place
            for place, words in enumerate(self.words[: self.before])
            if place not in self.taken and _is_paragraph(words.text)
        ]
        self.taken |= {*places}
        if places:
            return tuple(self._expand(place) for place in places)
        self.notes.correct(WHOLE_FILE, f"How to use it: {_USE_IT}", "The file does not say how to use it.")
        return (_USE_IT,)

    def _expand(self, place: int) -> str:
        """A paragraph with what its colon announces, if that is in separate paragraphs."""
        text, after = self.words[place].text, place + 1
        if not text.endswith(":"):
            return text
        if after == self._scale_at:
            return f"{text} {in_words([_level(level) for level in self.scale])}."
        while after < self.before and after not in self.taken and _is_item(self.words[after].text):
            self.taken.add(after)
            text, after = f"{text} {self.words[after].text}", after + 1
        return text

    def list_rest(self) -> None:
        """Note all unused words, with consecutive paragraphs together."""
        for run in self._runs():
            place = _merge_places(self.words[run[0]].place, self.words[run[-1]].place)
            words = "\n".join(self.words[number].text for number in run)
            why = _BEFORE if run[0] < self.before else _AFTER
            self.notes.add_unread(place, words, why, of_table=False)

    def _runs(self) -> Iterator[list[int]]:
        run = list[int]()
        for place in range(len(self.words)):
            if run and (place in self.taken or place == self.before):
                yield run
                run = []
            if place not in self.taken:
                run.append(place)
        if run:
            yield run

    @property
    def _file_named(self) -> str:
        return clean_name(self.file) or "without a name"


def _merge_places(first: str, last: str) -> str:
    """Merge two places into a range: `lines 5 to 9`, or `page 1 to page 3`."""
    (kind, _, number), (other, _, end) = first.partition(" "), last.partition(" ")
    if first == last:
        return first
    return f"{kind}s {number} to {end}" if kind == other else f"{first} to {last}"


def _is_item(text: str) -> bool:
    return begins_item(text) or without_bullet(text) != text


def _level(level: Level) -> str:
    return f"{level.name} ({level.meaning})" if level.meaning else level.name


def _is_paragraph(text: str) -> bool:
    return _SENTENCE <= len(text) <= LONGEST and text[-1] in ".:?!"


def name_for(title: str, version_label: str) -> str:
    """The default folder name of a framework version: its title without `framework`, and its year."""
    words = [word for word in title.split() if word.casefold().strip(".,:;") != "framework"]
    year = version_label if _YEAR.match(version_label) else ""
    stem = file_stem(" ".join(words), "framework")[:50].strip("-")
    return file_stem(f"{stem} {year}", "framework")


def _years_in(text: str) -> list[str]:
    """School years such as 2019-20: two consecutive years."""
    return [
        f"{first}-{second[-2:]}"
        for first, second in _YEARS.findall(text)
        if (int(first) + 1) % 100 == int(second[-2:])
    ]
