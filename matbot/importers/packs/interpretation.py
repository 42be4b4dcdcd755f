"""Convert a filled-in pack into drafts to confirm; whatever is ambiguous is listed and left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from matbot.importers.packs.emphasis import STRUCK_OUT, chosen_by_signs
from matbot.importers.packs.filled import Filled
from matbot.importers.packs.found import Entry, PackContents
from matbot.importers.packs.marks import is_bare_mark, is_empty_box, is_tick, leaning_of
from matbot.importers.packs.missing import missing
from matbot.importers.packs.quoting import quoted
from matbot.importers.packs.template_words import TemplateWords, plain_words
from matbot.report.pack import DIFFERS, EVIDENCE, MARK, RATIONALE, WORDS
from matbot.review import events
from matbot.review.events import Event, Leaning
from matbot.rubric import Level, Rubric
from matbot.text import LONGEST, clean, in_words


@dataclass(frozen=True)
class PackReading:
    """The contents of a pack, and what could not be read."""

    scope: tuple[str, ...]
    """The codes of the elements in the pack, in framework order."""
    drafts: tuple[Event, ...]
    unread: tuple[str, ...]
    """One line each, with its place."""
    is_pack: bool = True
    """Whether anything in the file identifies it as a pack."""
    whom: str = ""
    """The audience the pack names, if any."""


def interpret_pack(rubric: Rubric, found: PackContents) -> PackReading:
    """Interpret the contents of a pack of this framework version."""
    own = TemplateWords(rubric)
    filled = Filled(rubric, own)
    for entry in found.entries:
        filled.take(entry)
    for row in found.rows:
        filled.take_row(row)
    filled.list_marked_letters()
    meaning = _Meaning(rubric, filled)
    scope = tuple(code for code in rubric.elements if code in filled.seen)
    drafts = tuple(draft for code in scope for draft in meaning.element(code))
    promised = own.find_titled_codes(found.unplaced)
    unplaced = (
        f"{one.where[0].upper()}{one.where[1:]}: {quoted(one.text)} {one.why}. It was not read."
        for one in own.find_added_lines(found.unplaced)
    )
    if not (scope or promised):
        return PackReading((), (), (), is_pack=False)
    lost = missing(rubric, filled.present, promised)
    unread = (*filled.unread, *unplaced, *lost, *found.notes)
    return PackReading(scope, drafts, tuple(dict.fromkeys(unread)), whom=own.find_audience(found.unplaced))


class _Meaning:
    """Converts the entries of each element into drafts."""

    def __init__(self, rubric: Rubric, filled: Filled) -> None:
        self._rubric, self._filled = rubric, filled

    def element(self, code: str) -> Iterator[Event]:
        """Yield the drafts for an element."""
        for question in self._rubric.elements[code].questions:
            yield from self._question(question.id)
        if rating := self._rating(code):
            yield events.ElementRated(element=code, rating=rating, drafted=True)
        if words := self._words(code, RATIONALE, bool(rating)):
            yield events.RationaleGiven(element=code, rationale=words, drafted=True)
        if words := self._words(code, EVIDENCE, bool(rating)):
            yield events.EvidenceNamed(element=code, evidence=words, drafted=True)
        if words := self._words(code, DIFFERS, bool(rating)):
            yield events.DissentNoted(element=code, differs=words, drafted=True)

    def _question(self, id_: str) -> Iterator[Event]:
        leaning = self._leaning(id_)
        words = self._words(id_, WORDS, bool(leaning))
        mark = self._filled.entry(id_, MARK)
        if mark and leaning == "does not apply" and not words:
            self._filled.list(mark, "it does not apply: say why beside it. The mark itself was read.")
        if leaning:
            yield events.QuestionAnswered(question=id_, leaning=leaning, drafted=True)
        if words and leaning == "does not apply":
            yield events.ReasonGiven(question=id_, reason=words, drafted=True)
        elif words:
            yield events.NoteWritten(question=id_, note=words, drafted=True)

    def _leaning(self, id_: str) -> Leaning | None:
        entry = self._filled.entry(id_, MARK)
        leaning = leaning_of(entry.text) if entry else None
        if entry and not leaning:
            self._filled.list(entry, f"{quoted(entry.text)} is none of 1, 2, 3, 4, 0 and x. It was not read.")
        return leaning

    def _rating(self, code: str) -> str | None:
        """The letters of the one marked level; None, with a line that explains why, if it is unclear."""
        beside = {level: self._filled.entry(code, level.name) for level in self._rubric.scale}
        marked = {level: entry for level, entry in beside.items() if entry and not is_empty_box(entry.text)}
        if not marked:
            return self._rating_that_stands_out(code)
        strange = [entry for level, entry in marked.items() if not _is_mark(entry.text, level)]
        for entry in strange:
            self._filled.list(entry, f"{quoted(entry.text)} is no mark. No rating was read.")
        if strange:
            return None
        if len(marked) > 1:
            self._list_rating(code, f"{in_words([level.name for level in marked])} are marked.")
            return None
        (level,) = marked
        return level.letters if self._agrees_with_signs(code, level, marked[level]) else None

    def _agrees_with_signs(self, code: str, level: Level, mark: Entry) -> bool:
        """Whether a typed mark counts, given the emphasis of the rows; contradictions are listed.

        A typed mark takes precedence over emphasis, unless the marked level itself is struck out.
        """
        signs, colours = self._signs_of_rating(code)
        if STRUCK_OUT in signs.get(level.name, ()):
            self._filled.list(mark, "it is marked, and struck out too. No rating was read.")
            return False
        others = {name: found - {STRUCK_OUT} for name, found in signs.items() if name != level.name}
        chosen, unclear = chosen_by_signs(others, {name: colours[name] for name in others})
        if other := f"{chosen} stands out" if chosen else unclear:
            self._filled.list(mark, f"it is marked, but {other}. The mark was read.")
        return True

    def _rating_that_stands_out(self, code: str) -> str | None:
        """The letters of the one level that is emphasised (shaded, underlined ...), if none is marked."""
        letters = {level.name: level.letters for level in self._rubric.scale}
        signs, colours = self._signs_of_rating(code)
        if len(signs) < len(letters):
            return None
        chosen, unclear = chosen_by_signs(signs, colours)
        if unclear:
            self._list_rating(code, f"{unclear}.")
        return letters.get(chosen)

    def _signs_of_rating(
        self, code: str
    ) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[tuple[str, str]]]]:
        """The emphasis of an element's levels, and its colours, by level name."""
        names = [level.name for level in self._rubric.scale if (code, level.name) in self._filled.signs]
        signs = {name: self._filled.signs[code, name] for name in names}
        return signs, {name: self._filled.colours[code, name] for name in names}

    def _list_rating(self, code: str, what: str) -> None:
        """Report why no rating was read, and where."""
        where = next(iter(self._filled.where_rated(code)), "the file")
        self._filled.unread.append(f"{code} ({where}): {what} No rating was read.")

    def _words(self, place: str, label: str, marked: bool) -> str:
        """The words typed in a field; a lone mark is rejected if the field for marks is empty."""
        entry = self._filled.entry(place, label)
        if entry is None:
            return ""
        if not marked and is_bare_mark(entry.text):
            self._filled.list(entry, "a mark is where words belong. It was not read.")
            return ""
        if len(entry.text.strip()) > LONGEST:
            words = f"longer than {LONGEST:,} characters. Its beginning was read, not the rest."
            self._filled.list(entry, words)
        return clean(entry.text)


def _is_mark(text: str, level: Level) -> bool:
    """Whether the text in a level's field selects it: a tick, or the level's own name or letters."""
    return is_tick(text) or plain_words(text) in (plain_words(level.name), plain_words(level.letters))
