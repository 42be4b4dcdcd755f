"""What a filled pack says, as drafts to confirm; whatever could mean two things is listed, and left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from matbot.packs.found import Entry, Found
from matbot.packs.marks import is_bare_mark, is_tick, leaning_of
from matbot.report.pack import (
    DIFFERS,
    EVIDENCE,
    GREEN,
    MARK,
    QUESTION,
    RATIONALE,
    RED,
    WORDS,
    rating_labels,
    titled,
)
from matbot.report.words import reference
from matbot.review import replies as said
from matbot.review.replies import Leaning, Reply
from matbot.rubric import Rubric
from matbot.text import LONGEST, clean, in_words, shortened

_QUOTED = 40
"""How much of what stands in a file is said in passing, in characters."""

_REFERENCE = re.compile(r"\s*([0-9A-Za-z]+)\s*\(\s*([ivxlc]+)\s*\)", re.IGNORECASE)


@dataclass(frozen=True)
class Understood:
    """What a pack says, and what of it could not be read."""

    scope: tuple[str, ...]
    """The codes of the elements that it has, in the order of the framework."""
    drafts: tuple[Reply, ...]
    unread: tuple[str, ...]
    """A line each, with its place."""


def understood(rubric: Rubric, found: Found) -> Understood:
    """What a pack of this edition says."""
    reading = _Reading(rubric)
    for entry in found.entries:
        reading.take(entry)
    scope = tuple(code for code in rubric.elements if code in reading.seen)
    drafts = tuple(draft for code in scope for draft in reading.element(code))
    return Understood(scope, drafts, tuple(dict.fromkeys((*found.unread, *reading.unread))))


@dataclass
class _Reading:
    """A pack that is being read: its entries by what they are about, and what could not be read."""

    rubric: Rubric
    filled: dict[tuple[str, str], Entry] = field(default_factory=dict)
    """What was filled in, by the place in the framework and the label."""
    twice: set[tuple[str, str]] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    """The codes of the elements that the pack has."""
    unread: list[str] = field(default_factory=list)

    # What stands where

    def take(self, entry: Entry) -> None:
        """Put an entry where it belongs; what belongs nowhere is listed if somebody filled it in."""
        place = self._place(entry.about)
        if place:
            self.seen.add(place.partition(".")[0])
        if place in self.rubric.questions and entry.label in (QUESTION, RED, GREEN):
            self._compare(place, entry)
        elif clean(entry.text) or self._renamed(place, entry):
            self._keep(place, entry)

    def _renamed(self, place: str, entry: Entry) -> bool:
        """Whether something was written over the name of a row in the table of a rating."""
        return place in self.rubric.elements and bool(entry.label) and entry.label not in self._labels(place)

    def _keep(self, place: str, entry: Entry) -> None:
        if not place:
            if entry.label not in (QUESTION, RED, GREEN):
                self._list(entry, f"{self._strange(entry.about)} What stands there was not read.")
        elif entry.label not in self._labels(place):
            self._list(entry, "the pack has nothing of that name. What stands there was not read.")
        elif (place, entry.label) in self.twice:
            return
        elif (other := self.filled.get((place, entry.label))) is None:
            self.filled[place, entry.label] = entry
        elif clean(other.text) != clean(entry.text):
            self.twice.add((place, entry.label))
            del self.filled[place, entry.label]
            self._list(entry, f"it is filled in twice, also in {other.where}. Neither was read.")

    def _place(self, about: str) -> str:
        """The question's id or the element's code; empty if this edition has no such thing."""
        if found := _REFERENCE.match(about):
            id_ = f"{found[1].upper()}.{found[2].lower()}"
            return id_ if id_ in self.rubric.questions else ""
        code = about.strip().upper()
        return code if code in self.rubric.elements else ""

    def _strange(self, about: str) -> str:
        named = _REFERENCE.match(about)
        if named or about.strip():
            name = named[0].strip() if named else shortened(about, _QUOTED)
            return f"this edition has no {name}."
        return "it does not say which question it is."

    def _labels(self, place: str) -> tuple[str, ...]:
        return (MARK, WORDS) if place in self.rubric.questions else rating_labels(self.rubric)

    def _compare(self, id_: str, entry: Entry) -> None:
        """See to it that nothing was written into a cell that is the pack's own."""
        question = self.rubric.questions[id_]
        own = {QUESTION: titled(question), RED: question.red, GREEN: question.green}[entry.label]
        if clean(entry.text) and entry.text.split() != own.split():
            self._list(entry, "the pack's own words were changed. What was written there was not read.")

    # What it means

    def element(self, code: str) -> Iterator[Reply]:
        """What was filled in of an element, as drafts."""
        for question in self.rubric.elements[code].questions:
            yield from self._question(question.id)
        if rating := self._rating(code):
            yield said.Rated(element=code, rating=rating, drafted=True)
        if words := self._words(code, RATIONALE, bool(rating)):
            yield said.Reasoned(element=code, rationale=words, drafted=True)
        if words := self._words(code, EVIDENCE, bool(rating)):
            yield said.Evidenced(element=code, evidence=words, drafted=True)
        if words := self._words(code, DIFFERS, bool(rating)):
            yield said.Differed(element=code, differs=words, drafted=True)

    def _question(self, id_: str) -> Iterator[Reply]:
        leaning = self._leaning(id_)
        words = self._words(id_, WORDS, bool(leaning))
        if leaning:
            yield said.Leant(question=id_, leaning=leaning, drafted=True)
        if words and leaning == "does not apply":
            yield said.Explained(question=id_, reason=words, drafted=True)
        elif words:
            yield said.Noted(question=id_, note=words, drafted=True)

    def _leaning(self, id_: str) -> Leaning | None:
        entry = self.filled.get((id_, MARK))
        leaning = leaning_of(entry.text) if entry else None
        if entry and not leaning:
            words = (
                f"“{shortened(clean(entry.text), _QUOTED)}” is none of 1, 2, 3, 4, 0 and x. It was not read."
            )
            self._list(entry, words)
        return leaning

    def _rating(self, code: str) -> str | None:
        """The letters of the one level that is marked; None, and a line that says why, if it is not clear."""
        levels = [level for level in self.rubric.scale if (code, level.name) in self.filled]
        entries = [self.filled[code, level.name] for level in levels]
        for entry in entries:
            if not is_tick(entry.text):
                words = f"“{shortened(clean(entry.text), _QUOTED)}” is no mark. No rating was read."
                self._list(entry, words)
                return None
        if len(levels) > 1:
            names = in_words([level.name for level in levels])
            self.unread.append(f"{code} ({entries[0].where}): {names} are marked. No rating was read.")
            return None
        return levels[0].letters if levels else None

    def _words(self, place: str, label: str, marked: bool) -> str:
        """People's words; a lone mark among them, where none stands in its own place, is in the wrong one."""
        entry = self.filled.get((place, label))
        if entry is None:
            return ""
        if not marked and is_bare_mark(entry.text):
            self._list(entry, "a mark stands where words belong. It was not read.")
            return ""
        if len(entry.text.strip()) > LONGEST:
            self._list(entry, f"longer than {LONGEST:,} characters. Its beginning was read, not the rest.")
        return clean(entry.text)

    def _list(self, entry: Entry, words: str) -> None:
        place = self._place(entry.about)
        name = reference(place) if "." in place else place or shortened(entry.about, 30) or "A row"
        label = shortened(entry.label, _QUOTED)
        self.unread.append(f"{name}, {label} ({entry.where}): {words}")
