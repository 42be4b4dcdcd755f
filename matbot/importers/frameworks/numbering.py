"""Number the questions of one element in order, and note corrections to their numerals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from matbot.importers.frameworks.alignment import AlignedQuestion
from matbot.importers.frameworks.notes import Notes
from matbot.rubric import Level, Question
from matbot.rubric.places import numerals, question_id
from matbot.text import LONGEST, in_words, shortened


@dataclass(frozen=True)
class Numbering:
    """Numbers the questions of one element, and notes what it corrects."""

    code: str
    place: str
    scale: Sequence[Level]
    notes: Notes

    def questions(self, found: Iterable[AlignedQuestion]) -> list[Question]:
        """Return the questions for the framework version, with consecutive numerals of one style."""
        aligned = _in_order(list(self._find_valid(found)))
        kind = next((one.kind for one in aligned if one.kind), "i")
        self._doubt_restart(aligned, kind)
        signs = list(islice(numerals(kind), len(aligned)))
        for one in aligned[len(signs) :]:
            self._list_unread(one, "There are more questions than letters to number them by.")
        aligned = aligned[: len(signs)]
        self._correct_numerals(aligned, kind)
        self._correct_missing(aligned, signs)
        return [self._question(sign, one) for sign, one in zip(signs, aligned, strict=True)]

    def _question(self, sign: str, one: AlignedQuestion) -> Question:
        red, *between, green = (one.descriptors.get(level, "") for level in range(len(self.scale)))
        return Question(
            id=question_id(self.code, sign),
            text=one.text,
            red=red,
            green=green,
            between=tuple(between) if any(between) else (),
        )

    # What a framework version can have

    def _find_valid(self, found: Iterable[AlignedQuestion]) -> Iterator[AlignedQuestion]:
        """The questions with text and a descriptor at one end at least, none of them too long."""
        for one in found:
            if not one.text:
                self._list_unread(one, "It is beside no question.")
            elif not any(one.descriptors.get(level) for level in self._ends):
                self._list_unread(
                    one, "Nothing could be read beside it that says what weak or strong looks like."
                )
            elif any(len(text) > LONGEST for text in (one.text, *one.descriptors.values())):
                self._list_unread(one, f"It is longer than {LONGEST:,} characters.")
            else:
                yield one

    @property
    def _ends(self) -> tuple[int, int]:
        return 0, len(self.scale) - 1

    def _list_unread(self, one: AlignedQuestion, why: str) -> None:
        for text in (one.text, *one.descriptors.values()):
            self.notes.add_unread(one.place, text, why)

    def _doubt_restart(self, aligned: Sequence[AlignedQuestion], kind: str) -> None:
        """Report numerals that start again: two elements may have been merged."""
        for before, one in pairwise(aligned):
            if one.numeral == 1 < before.numeral:
                first, last = _sign(1, kind), _sign(before.numeral, kind)
                what = f"{self.code}: the numerals begin again at {first} after {last}."
                self.notes.doubt(
                    one.place, f"{what} Another element may begin there: “{shortened(one.text, 60)}”"
                )

    # Corrections

    def _correct_numerals(self, aligned: Sequence[AlignedQuestion], kind: str) -> None:
        """Note where the numerals in the file differ from those in the framework version."""
        right = list(range(1, len(aligned) + 1))
        values = [one.numeral for one in aligned]
        answers = {level: [one.numerals.get(level, 0) for one in aligned] for level in range(len(self.scale))}
        if aligned and not any(values):
            what = f"{self.code}: the questions are numbered by their places."
            self.notes.correct(self.place, what, "They have no numerals.")
        elif values != right:
            as_do = ", as their descriptors do" if right in answers.values() else ""
            self._note("questions", values, kind, as_do)
        for level, given in answers.items():
            if any(value not in (0, place) for value, place in zip(given, right, strict=True)):
                as_do = ", as the questions do" if values == right else ""
                self._note(f"{self.scale[level].name} descriptors", given, kind, as_do)

    def _note(self, what: str, values: Sequence[int], kind: str, as_do: str) -> None:
        listed = in_words([_sign(value, kind) for value in values])
        runs = f"run from {_sign(1, kind)} to {_sign(len(values), kind)}{as_do}"
        words = f"{self.code}: the {what} are numbered {listed} in the file; here they {runs}."
        self.notes.correct(self.place, words, _why(values))
        self.notes.errata.append(words)

    def _correct_missing(self, aligned: Sequence[AlignedQuestion], signs: Sequence[str]) -> None:
        """Note where the descriptor of one end of the scale is missing."""
        for level in self._ends:
            without = [
                sign for sign, one in zip(signs, aligned, strict=True) if not one.descriptors.get(level)
            ]
            if without:
                what = f"{self.code} ({in_words(without)}): only the other end is shown."
                why = f"No {self.scale[level].name} descriptor could be read there."
                self.notes.correct(self.place, what, why)


def _in_order(aligned: list[AlignedQuestion]) -> list[AlignedQuestion]:
    """Sort the questions by numeral if each has a different one; otherwise keep their order."""
    values = [one.numeral for one in aligned]
    once = all(values) and len({*values}) == len(values)
    return sorted(aligned, key=lambda one: one.numeral) if once else aligned


def _why(values: Sequence[int]) -> str:
    given = [value for value in values if value]
    if len(given) < len(values):
        return "Not every one has a numeral."
    if len({*given}) < len(given):
        return "A numeral comes twice."
    return "They do not begin with the first numeral, or one is left out."


def _sign(value: int, kind: str) -> str:
    return next(islice(numerals(kind), value - 1, None), "more") if value else "none"
