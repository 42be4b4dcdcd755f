"""Matches the questions of an earlier framework version to those of a later one.

Questions are matched by identical wording first, then by id, then by similarity. People confirm the result,
since only they know what is meant. Elements follow their questions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from matbot.rubric.model import Question, Rubric

How = Literal["comparable", "reworded", "moved", "new", "gone"]
"""What became of a question: unchanged, reworded, under another id, or in only one of the versions."""

SURE = 0.3
"""The minimum similarity at which two questions with different ids are matched."""

POSSIBLE = 0.2
"""The minimum similarity for two questions with the same id. Between the two values, people should check."""


_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6
"""How many letters of a word are compared: `improve` and `improvement` count as the same word."""

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
"""Stop words, which any two questions of a framework for trusts may share."""


@dataclass(frozen=True)
class Match:
    """A question of either framework version, and its counterpart in the other if it has one."""

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
        """Whether both questions and their descriptors have the same wording."""
        return bool(self.earlier and self.later and self.earlier.content_hash == self.later.content_hash)

    @cached_property
    def likeness(self) -> float:
        """The similarity of the two, from 0 to 1; 0 if there is only one."""
        if self.earlier is None or self.later is None:
            return 0.0
        return _likeness(_words_of(self.earlier), _words_of(self.later))

    @property
    def is_doubtful(self) -> bool:
        """Whether people should check the match before a review is moved."""
        return self.earlier is not None and self.later is not None and self.likeness < SURE


@dataclass(frozen=True)
class Crosswalk:
    """Maps the questions and elements of an earlier framework version to those of a later one."""

    earlier: Rubric
    later: Rubric
    questions: Mapping[str, str]
    """The id of each earlier question that has a counterpart, and the counterpart's id; one to one."""

    @cached_property
    def elements(self) -> dict[str, str]:
        """The code of each earlier element that has a counterpart, and the counterpart's code; one to one.

        An element's counterpart is the one that has most of its questions. If two elements share one, it is
        the counterpart of the element with more questions in it.
        """
        votes = Counter(
            (self.earlier.questions[old].element, self.later.questions[new].element)
            for old, new in self.questions.items()
        )
        for code, element in self.earlier.elements.items():  # without a matched question, by code and name
            twin = self.later.elements.get(code)
            same_name = twin and twin.name.casefold() == element.name.casefold()
            if same_name and not any(old == code for old, _ in votes):
                votes[code, code] = 1
        return _one_to_one(sorted(votes, key=lambda pair: (-votes[pair], pair[0] != pair[1])))

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All questions of both versions: those of the later one in its order, then those that are gone."""
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
        """Whether a rating means the same in both versions."""
        earlier, later = (
            [(level.letters, level.name) for level in rubric.scale] for rubric in (self.earlier, self.later)
        )
        return earlier == later

    @property
    def counts(self) -> Counter[How]:
        """The number of questions by what became of them."""
        return Counter(match.how for match in self.matches)

    def reversed(self) -> "Crosswalk":
        """Return the crosswalk from the later framework version to the earlier one."""
        back = {new: old for old, new in self.questions.items()}
        return Crosswalk(self.later, self.earlier, back)

    def without_match(self, earlier: str) -> "Crosswalk":
        """Return the crosswalk without the match of one question of the earlier framework version."""
        return replace(self, questions={old: new for old, new in self.questions.items() if old != earlier})

    def with_match(self, earlier: str, later: str) -> "Crosswalk":
        """Return the crosswalk with this match, which replaces any other match of the two questions."""
        rest = {old: new for old, new in self.questions.items() if old != earlier and new != later}
        return replace(self, questions=rest | {earlier: later})


def crosswalk_of(earlier: Rubric, later: Rubric) -> Crosswalk:
    """Suggest a crosswalk from the wording and the ids of two framework versions, for people to confirm."""
    found = _one_to_one(_suggest_pairs(earlier, later))
    in_order = {old: found[old] for old in earlier.questions if old in found}
    return Crosswalk(earlier, later, in_order)


def find_counterparts(crosswalk: Crosswalk, match: Match) -> list[Question]:
    """Return the unmatched questions of the other version, the most similar to that of `match` first."""
    if match.earlier:
        taken, others = set(crosswalk.questions.values()), crosswalk.later.questions
    else:
        taken, others = set(crosswalk.questions), crosswalk.earlier.questions
    known = match.earlier or match.later
    free = [question for id_, question in others.items() if id_ not in taken]
    return sorted(free, key=lambda question: -Match(known, question).likeness)


def _suggest_pairs(earlier: Rubric, later: Rubric) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids that may be the same question, the most certain first."""
    pairs = _find_similar_pairs(earlier, later)
    yield from (pair for pair, _, same_words in pairs if same_words and pair[0] == pair[1])
    yield from (pair for pair, _, same_words in pairs if same_words)
    best = sorted(pairs, key=lambda pair: -pair[1])
    yield from (pair for pair, alike, _ in best if pair[0] == pair[1] and alike >= SURE)
    yield from (pair for pair, alike, _ in best if alike >= 2 * SURE)
    yield from (pair for pair, alike, _ in best if pair[0] == pair[1] and alike >= POSSIBLE)
    yield from (pair for pair, alike, _ in best if alike >= SURE)


def _find_similar_pairs(earlier: Rubric, later: Rubric) -> list[tuple[tuple[str, str], float, bool]]:
    """Return each pair that is similar enough: its ids, similarity, and whether the wording is identical."""
    olds = [(question, _words_of(question)) for question in earlier.questions.values()]
    news = [(question, _words_of(question)) for question in later.questions.values()]
    return [
        ((old.id, new.id), alike, old.content_hash == new.content_hash)
        for old, old_words in olds
        for new, new_words in news
        if (alike := _likeness(old_words, new_words)) >= POSSIBLE or old.content_hash == new.content_hash
    ]


def _words_of(question: Question) -> frozenset[str]:
    """Return the stems of the words of a question and its descriptors, without stop words."""
    text = " ".join((question.text, question.red, *question.between, question.green))
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the Jaccard index of two sets of words, from 0 (disjoint) to 1 (equal); 0 if both are empty."""
    union = first | second
    return len(first & second) / len(union) if union else 0.0


def _one_to_one(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Select pairs in order, skipping each of which a member is in a pair that was selected before."""
    found: dict[str, str] = {}
    for old, new in pairs:
        if old not in found and new not in found.values():
            found[old] = new
    return found
