"""How two editions stand to each other: which question of the later one asks what one of the earlier asked.

Questions are matched by their words where these are the same, then by their ids, then by likeness; people
confirm it, since only they know what is meant. Elements follow their questions.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from matbot.rubric.likeness import likeness, words_in
from matbot.rubric.model import Element, Question, Rubric

How = Literal["comparable", "reworded", "moved", "new", "gone"]
"""How a question came through: as it was; in other words; under another number; or on one side alone."""

SURE = 0.3
"""From this likeness on, two questions under different numbers are taken for the same point."""

POSSIBLE = 0.2
"""From this likeness on, so are two under the same number. Between the two, people should look."""


@dataclass(frozen=True)
class Match:
    """One question of either edition, and its counterpart in the other if it has one."""

    earlier: Question | None
    later: Question | None

    @property
    def how(self) -> How:
        """In a word, how it came through."""
        if self.earlier is None or self.later is None:
            return "new" if self.later else "gone"
        if self.earlier.id != self.later.id:
            return "moved"
        return "comparable" if self.same_words else "reworded"

    @property
    def same_words(self) -> bool:
        """Whether both ask the same, word for word."""
        return bool(self.earlier and self.later and self.earlier.content_hash == self.later.content_hash)

    @cached_property
    def likeness(self) -> float:
        """How alike the two are, from 0 to 1; 0 where there is but one."""
        return likeness(_words(self.earlier), _words(self.later)) if self.earlier and self.later else 0.0

    @property
    def doubtful(self) -> bool:
        """Whether people should look at it before anything is carried over."""
        return self.earlier is not None and self.later is not None and self.likeness < SURE


@dataclass(frozen=True)
class Crosswalk:
    """From one edition to another, question by question."""

    earlier: Rubric
    later: Rubric
    questions: Mapping[str, str]
    """The counterpart of each question of the earlier edition that has one, by ids; one to one."""

    @cached_property
    def elements(self) -> dict[str, str]:
        """The counterpart of each element of the earlier edition that has one, by codes; one to one.

        That is where most of its questions went; of two that went to the same, the one with more there.
        """
        return _one_to_one(self._element_votes())

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Every question of both: the later edition's in its order, then those that are gone."""
        back = {new: old for old, new in self.questions.items()}
        kept = [
            Match(self.earlier.questions[back[id_]] if id_ in back else None, question)
            for id_, question in self.later.questions.items()
        ]
        gone = [
            Match(question, None)
            for id_, question in self.earlier.questions.items()
            if id_ not in self.questions
        ]
        return (*kept, *gone)

    @property
    def same_scale(self) -> bool:
        """Whether a rating of the one means the same in the other."""
        return _levels(self.earlier) == _levels(self.later)

    @property
    def counts(self) -> Counter[How]:
        """How many questions came through in which way."""
        return Counter(match.how for match in self.matches)

    def turned(self) -> "Crosswalk":
        """The way back."""
        back = {new: old for old, new in self.questions.items()}
        return Crosswalk(self.later, self.earlier, back)

    def without(self, earlier: str) -> "Crosswalk":
        """The same, but for one question of the earlier edition, which has no counterpart then."""
        return replace(self, questions={old: new for old, new in self.questions.items() if old != earlier})

    def with_match(self, earlier: str, later: str) -> "Crosswalk":
        """The same with this match; whatever either of the two was matched with before is free."""
        rest = {old: new for old, new in self.questions.items() if old != earlier and new != later}
        return replace(self, questions=rest | {earlier: later})

    def _element_votes(self) -> Counter[tuple[str, str]]:
        votes = Counter(
            (self.earlier.questions[old].element, self.later.questions[new].element)
            for old, new in self.questions.items()
        )
        for code, element in self.earlier.elements.items():  # with no question in common, by code and name
            twin = self.later.elements.get(code)
            if twin and _named_alike(element, twin) and not any(old == code for old, _ in votes):
                votes[code, code] = 1
        return votes


def crosswalk_of(earlier: Rubric, later: Rubric) -> Crosswalk:
    """The crosswalk that the words and the numbers of two editions suggest; for people to confirm."""
    found: dict[str, str] = {}
    for old, new in _suggestions(earlier, later):
        if old not in found and new not in found.values():
            found[old] = new
    in_order = {old: found[old] for old in earlier.questions if old in found}
    return Crosswalk(earlier, later, in_order)


def counterparts(crosswalk: Crosswalk, match: Match) -> list[Question]:
    """The questions that a question could be in the other edition, the likest first."""
    if match.earlier:
        taken = set(crosswalk.questions.values())
        pairs = [
            Match(match.earlier, one) for id_, one in crosswalk.later.questions.items() if id_ not in taken
        ]
        likest = sorted(pairs, key=lambda pair: -pair.likeness)
        return [pair.later for pair in likest if pair.later]
    earlier = crosswalk.earlier.questions
    pairs = [Match(one, match.later) for id_, one in earlier.items() if id_ not in crosswalk.questions]
    return [pair.earlier for pair in sorted(pairs, key=lambda pair: -pair.likeness) if pair.earlier]


def _suggestions(earlier: Rubric, later: Rubric) -> Iterator[tuple[str, str]]:
    """Pairs of ids that may be one point, the surest first."""
    pairs = _alike(earlier, later)
    yield from (pair for pair, _, same_words in pairs if same_words and pair[0] == pair[1])
    yield from (pair for pair, _, same_words in pairs if same_words)
    best = sorted(pairs, key=lambda pair: -pair[1])
    yield from (pair for pair, alike, _ in best if pair[0] == pair[1] and alike >= SURE)
    yield from (pair for pair, alike, _ in best if alike >= 2 * SURE)
    yield from (pair for pair, alike, _ in best if pair[0] == pair[1] and alike >= POSSIBLE)
    yield from (pair for pair, alike, _ in best if alike >= SURE)


def _alike(earlier: Rubric, later: Rubric) -> list[tuple[tuple[str, str], float, bool]]:
    """Every pair that has enough words in common: ids, likeness, and whether the words are the same."""
    olds = [(question, _words(question)) for question in earlier.questions.values()]
    news = [(question, _words(question)) for question in later.questions.values()]
    return [
        ((old.id, new.id), alike, old.content_hash == new.content_hash)
        for old, old_words in olds
        for new, new_words in news
        if (alike := likeness(old_words, new_words)) >= POSSIBLE or old.content_hash == new.content_hash
    ]


def _words(question: Question | None) -> frozenset[str]:
    if question is None:
        return frozenset()
    return words_in(" ".join((question.text, question.red, *question.between, question.green)))


def _one_to_one(votes: Mapping[tuple[str, str], int]) -> dict[str, str]:
    found: dict[str, str] = {}
    order: Iterable[tuple[str, str]] = sorted(votes, key=lambda pair: (-votes[pair], pair[0] != pair[1]))
    for old, new in order:
        if old not in found and new not in found.values():
            found[old] = new
    return found


def _named_alike(one: Element, other: Element) -> bool:
    return one.name.casefold() == other.name.casefold()


def _levels(rubric: Rubric) -> list[tuple[str, str]]:
    return [(level.letters, level.name) for level in rubric.scale]
