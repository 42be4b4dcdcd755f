"""The filled-in entries of a pack by question and element; entries that fit nowhere are listed."""

import re
from dataclasses import replace

from matbot.importers.packs.emphasis import BY_HAND, OF_LETTERS
from matbot.importers.packs.found import Entry, PackRow
from matbot.importers.packs.marks import is_tick
from matbot.importers.packs.quoting import QUOTED, quoted
from matbot.importers.packs.template_words import TemplateWords, list_labels, plain_words, words_beyond
from matbot.report.pack import MARK, QUESTION, WORDS, question_cells, rating_labels
from matbot.report.words import reference
from matbot.rubric import Rubric
from matbot.text import clean, in_words, shortened

_REFERENCE = re.compile(r"\s*([\w.-]+)\s*\(\s*(\w+)\s*\)")
_STANDS_OUT = "it is {}. It was not read: type a number instead."
_BEGINS = 30
"""How many characters of the beginning of a row are quoted."""


class Filled:
    """Collects the entries of a pack by what they are about, and reports what could not be read."""

    def __init__(self, rubric: Rubric, own: TemplateWords) -> None:
        self._rubric, self._own = rubric, own
        self._places = {plain_words(reference(id_)).replace(" ", ""): id_ for id_ in rubric.questions}
        self._places |= {plain_words(code): code for code in rubric.elements}
        self._pack_labels = list_labels(rubric)
        self._field_labels = (MARK, WORDS, *rating_labels(rubric))
        self._entries: dict[tuple[str, str], Entry] = {}
        self._contradicted: set[tuple[str, str]] = set()
        self.seen: set[str] = set()
        """The codes of the elements found in the pack."""
        self.present: set[tuple[str, str]] = set()
        """The fields found in the pack, filled in or not, as pairs of place and label."""
        self.unread: list[str] = []
        self.signs: dict[tuple[str, str], frozenset[str]] = {}
        """The emphasis of the rating rows, by element code and level name."""
        self.colours: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
        """The colours of that emphasis, by the same."""
        self._own_cells: list[Entry] = []
        """The pack's own text on its questions, as found in the file."""
        self._places_of_signs: dict[tuple[str, str], str] = {}

    def where_rated(self, code: str) -> list[str]:
        """Where the levels of an element are in the file."""
        return [where for (place, _), where in self._places_of_signs.items() if place == code]

    def entry(self, place: str, label: str) -> Entry | None:
        """The entry at a place under a label; None if it is empty or its contents contradict each other."""
        return self._entries.get((place, label))

    def take(self, entry: Entry) -> None:
        """Assign an entry to its place; an entry that fits nowhere is listed if somebody filled it in."""
        entry = self._with_mark_beside(entry)
        place = self._place(entry.about)
        self._mark_present(place, entry.label)
        if not place:
            self._report_unknown(entry)
        elif (own := self._own_words(place).get(entry.label)) is not None:
            self._compare(own, entry)
        elif entry.label in self._labels(place):
            self._keep(place, entry)
        elif clean(entry.text) or (entry.label and place in self._rubric.elements):
            words = f": {quoted(entry.text)} was not read." if clean(entry.text) else "."
            self.list(entry, f"the pack has nothing of that name{words}")

    def _with_mark_beside(self, entry: Entry) -> Entry:
        """Move a mark that was typed after the name of a level into the field next to it."""
        words = entry.label.split()
        if clean(entry.text) or entry.label in self._field_labels or len(words) < 2:
            return entry
        *name, mark = words
        if is_tick(mark) and " ".join(name) in self._field_labels:
            return replace(entry, label=" ".join(name), text=mark)
        return entry

    def take_row(self, row: PackRow) -> None:
        """List a row whose columns cannot be identified, quoting the words that people added."""
        place = self._place(row.about)
        for label in [row.label] if row.label else ["", *self._own_words(place), *self._labels(place)]:
            self._mark_present(place, label)
        first, *others = row.cells or ("",)
        cells = others if first.strip() in self._field_labels else [first, *others]
        words = [quoted(cell) for cell in cells if not self._own.has_cell(cell)]
        begins = f", “{shortened(first, _BEGINS)}”" if first.strip() and self._own.has_cell(first) else ""
        if words or place:
            were = "was" if len(words) == 1 else "were"
            sentence = f"{in_words(words)} {were} not read." if words else "It was not read."
            self.unread.append(f"{_capital(row.where)}{begins}: {row.why} {sentence}")

    def list(self, entry: Entry, words: str) -> None:
        """Report a problem with an entry."""
        place = self._place(entry.about)
        name = reference(place) if place in self._rubric.questions else place
        label = shortened(entry.label, QUOTED) or "a row without a name"
        self.unread.append(f"{name}, {label} ({entry.where}): {words}")

    def list_marked_letters(self) -> None:
        """List the pack's own words that are emphasised when others of their kind are not."""
        for kind in (True, False):
            cells = [one for one in self._own_cells if (one.label == QUESTION) == kind]
            alike = frozenset.intersection(*(one.signs for one in cells)) if cells else frozenset()
            for entry in cells:
                if signs := sorted(entry.signs & BY_HAND - alike):
                    self.list(entry, _STANDS_OUT.format(in_words(signs)))

    def _mark_present(self, place: str, label: str) -> None:
        if place:
            question = self._rubric.questions.get(place)
            self.seen.add(question.element if question else place)
            self.present.add((place, label))

    def _place(self, about: str) -> str:
        """The question id or element code; empty if this framework version has neither."""
        found = _REFERENCE.match(about)
        named = f"{found[1]}({found[2]})" if found else about
        return self._places.get(plain_words(named), "")

    def _labels(self, place: str) -> tuple[str, ...]:
        if not place:
            return ()
        return (MARK, WORDS) if place in self._rubric.questions else rating_labels(self._rubric)

    def _own_words(self, place: str) -> dict[str, str]:
        """The pack's own text at a place, by label."""
        question = self._rubric.questions.get(place)
        return question_cells(self._rubric, question) if question else {}

    def _compare(self, own: str, entry: Entry) -> None:
        """Report text or emphasis that was added to one of the pack's own cells."""
        self._own_cells.append(entry)
        if standing_out := sorted(entry.signs - OF_LETTERS):
            self.list(entry, _STANDS_OUT.format(in_words(standing_out)))
        if clean(entry.text) and plain_words(entry.text) != plain_words(own):
            words = clean(words_beyond(own, entry.text))
            more = f"{quoted(words)} is not what this framework version says there. It was not read."
            self.list(
                entry,
                more if words else "some of the words that this framework version has there are missing.",
            )

    def _keep(self, place: str, entry: Entry) -> None:
        if place in self._rubric.elements:
            self.signs[place, entry.label] = entry.signs
            self.colours[place, entry.label] = entry.colours
            self._places_of_signs[place, entry.label] = entry.where
        if not clean(entry.text) or (place, entry.label) in self._contradicted:
            if clean(entry.text):
                self.list(entry, f"it is filled in more than twice. {quoted(entry.text)} was not read.")
        elif (other := self._entries.get((place, entry.label))) is None:
            self._entries[place, entry.label] = entry
        elif clean(other.text) != clean(entry.text):
            self._contradicted.add((place, entry.label))
            del self._entries[place, entry.label]
            self.list(entry, f"it is filled in twice, also in {other.where}. Neither was read.")

    def _report_unknown(self, entry: Entry) -> None:
        """Report an entry for a question or rating that this framework version does not have."""
        is_own = entry.label in self._pack_labels and self._own.has_cell(entry.text)
        if not is_own and clean(entry.text):
            label = f", {shortened(entry.label, QUOTED)}" if clean(entry.label) else ""
            why = self._explain_unknown(entry.about)
            words = "It" if quoted(entry.text) in why else quoted(entry.text)
            self.unread.append(f"{_capital(entry.where)}{label}: {why} {words} was not read.")
        elif clean(entry.about) and not clean(entry.label):
            self.unread.append(f"{_capital(entry.where)}: {self._explain_unknown(entry.about)}")
        elif clean(entry.label) and not (
            entry.label in self._pack_labels or entry.label in self._field_labels
        ):
            self.unread.append(f"{_capital(entry.where)}: {quoted(entry.label)} is no label of the pack's.")

    def _explain_unknown(self, about: str) -> str:
        named = _REFERENCE.match(about)
        if named:
            return f"this framework version has no {shortened(named[0], QUOTED)}."
        if clean(about):
            return f"“{shortened(about, QUOTED)}” is no question or element of this framework version."
        return "it does not say which question it is."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
