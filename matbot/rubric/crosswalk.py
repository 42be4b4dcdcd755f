"""Which question of a later framework version asks what a question of an earlier one asked.

Questions are matched by their words where these are the same, then by their ids, then by likeness; people
confirm it, since only they know what is meant. Elements follow their questions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from matbot.rubric.model import Question, Rubric

How = Literal["comparable", "reworded", "moved", "new", "gone"]
"""How a question came through: as it was; in other words; under another number; or on one side alone."""

SURE = 0.3
"""From this likeness on, two questions under different numbers are taken for the same point."""

POSSIBLE = 0.2
"""From this likeness on, so are two under the same number. Between the two, people should look."""


_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6
"""How many letters of a word count: `improve` and `improvement` are one word."""

_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        all and are across been being between but can could did does each for from had has have how into
        its mat mats may more most not other our out own school schools should some such than that the
        their them these they this those through trust trusts was what when where whether which who will
        with within would you your
        """,
    )
)
"""Words that any two questions of a framework for trusts share."""


@dataclass(frozen=True)
class Match:
    """One question of either framework version, and its counterpart in the other if it has one."""

    earlier: Question | None
    later: Question | None

    @property
    def how(self) -> How:
        """What became of the question in the later framework version."""
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
        """How alike the two are, from 0 to 1; 0 where there is only one."""
        if self.earlier is None or self.later is None:
            return 0.0
        return _likeness(_words_of(self.earlier), _words_of(self.later))

    @property
    def is_doubtful(self) -> bool:
        """Whether people should check the match before a review is moved."""
        return self.earlier is not None and self.later is not None and self.likeness < SURE


@dataclass(frozen=True)
class Crosswalk:
    """Which question of one framework version is which of another."""

    earlier: Rubric
    later: Rubric
    questions: Mapping[str, str]
    """The counterpart of each question of the earlier framework version that has one, by ids; one to one."""

    @cached_property
    def elements(self) -> dict[str, str]:
        """The counterpart of each element of the earlier framework that has one, by codes; one to one.

        That is where most of its questions went; of two that went to the same, the one with more there.
        """
        votes = Counter(
            (self.earlier.questions[old].element, self.later.questions[new].element)
            for old, new in self.questions.items()
        )
        for code, element in self.earlier.elements.items():  # with no question in common, by code and name
            twin = self.later.elements.get(code)
            same_name = twin and twin.name.casefold() == element.name.casefold()
            if same_name and not any(old == code for old, _ in votes):
                votes[code, code] = 1
        return _one_to_one(sorted(votes, key=lambda pair: (-votes[pair], pair[0] != pair[1])))

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Every question of both: the later framework version's in its order, then those that are gone."""
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
        earlier, later = (
            [(level.letters, level.name) for level in rubric.scale] for rubric in (self.earlier, self.later)
        )
        return earlier == later

    @property
    def counts(self) -> Counter[How]:
        """How many questions came through in which way."""
        return Counter(match.how for match in self.matches)

    def reversed(self) -> "Crosswalk":
        """The crosswalk from the later framework version to the earlier one."""
        back = {new: old for old, new in self.questions.items()}
        return Crosswalk(self.later, self.earlier, back)

    def without_match(self, earlier: str) -> "Crosswalk":
        """The crosswalk without the counterpart of one question of the earlier framework version."""
        return replace(self, questions={old: new for old, new in self.questions.items() if old != earlier})

    def with_match(self, earlier: str, later: str) -> "Crosswalk":
        """The crosswalk with this match, in place of any that either of the two questions had."""
        rest = {old: new for old, new in self.questions.items() if old != earlier and new != later}
        return replace(self, questions=rest | {earlier: later})


def crosswalk_of(earlier: Rubric, later: Rubric) -> Crosswalk:
    """The crosswalk that the words and the numbers of two frameworks suggest; for people to confirm."""
    found = _one_to_one(_suggest_pairs(earlier, later))
    in_order = {old: found[old] for old in earlier.questions if old in found}
    return Crosswalk(earlier, later, in_order)


def find_counterparts(crosswalk: Crosswalk, match: Match) -> list[Question]:
    """The questions that a question could be in the other framework version, the likest first."""
    if match.earlier:
        taken, others = set(crosswalk.questions.values()), crosswalk.later.questions
    else:
        taken, others = set(crosswalk.questions), crosswalk.earlier.questions
    known = match.earlier or match.later
    free = [question for id_, question in others.items() if id_ not in taken]
    return sorted(free, key=lambda question: -Match(known, question).likeness)


def _suggest_pairs(earlier: Rubric, later: Rubric) -> Iterator[tuple[str, str]]:
    """Pairs of ids that may be one point, the surest first."""
    pairs = _find_similar_pairs(earlier, later)
    yield from (pair for pair, _, same_words in pairs if same_words and pair[0] == pair[1])
    yield from (pair for pair, _, same_words in pairs if same_words)
    best = sorted(pairs, key=lambda pair: -pair[1])
    yield from (pair for pair, alike, _ in best if pair[0] == pair[1] and alike >= SURE)
    yield from (pair for pair, alike, _ in best if alike >= 2 * SURE)
    yield from (pair for pair, alike, _ in best if pair[0] == pair[1] and alike >= POSSIBLE)
    yield from (pair for pair, alike, _ in best if alike >= SURE)


def _find_similar_pairs(earlier: Rubric, later: Rubric) -> list[tuple[tuple[str, str], float, bool]]:
    """Every pair that has enough words in common: ids, likeness, and whether the words are the same."""
    olds = [(question, _words_of(question)) for question in earlier.questions.values()]
    news = [(question, _words_of(question)) for question in later.questions.values()]
    return [
        ((old.id, new.id), alike, old.content_hash == new.content_hash)
        for old, old_words in olds
        for new, new_words in news
        if (alike := _likeness(old_words, new_words)) >= POSSIBLE or old.content_hash == new.content_hash
    ]


def _words_of(question: Question) -> frozenset[str]:
    """The words of a question and its descriptors that tell it from others, as far as they count."""
    text = " ".join((question.text, question.red, *question.between, question.green))
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0, no word in common, to 1, the same words: those shared, of all there are in either."""
    both = one | other
    return len(one & other) / len(both) if both else 0.0


def _one_to_one(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Of pairs, the surest first, those in which nothing stands that stood in one before."""
    found: dict[str, str] = {}
    for old, new in pairs:
        if old not in found and new not in found.values():
            found[old] = new
    return found
