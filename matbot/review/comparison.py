"""Compares groups side by side: where each of them is, how far apart they are, and what to discuss first.

Nothing is averaged. The widest difference comes first, because the framework is meant to facilitate
discussions (Annex A, 2).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from matbot.review.account import Account, ElementAccount, format_extent
from matbot.review.local_time import to_local_day
from matbot.review.wording import Wording, wording_of
from matbot.rubric import Rubric
from matbot.text import shortened

FEWEST, MOST = 2, 12
"""The minimum and maximum number of accounts in a comparison."""

LETTERS = "ABCDEFGHIJKL"
"""The labels of the sides where there is no room for their names."""


class CannotCompare(ValueError):
    """The accounts cannot be compared; the message says why, and what to do."""


@dataclass(frozen=True)
class Side:
    """One group in a comparison."""

    key: str
    """Identifies it in files: the review's id, with the name of the saved version if it is one."""
    letter: str
    """Its label where there is only room for a letter: `A`."""
    label: str
    """Its label, unique in the comparison: `Headteachers`, `Headteachers, October 2026`."""
    account: Account

    @property
    def progress(self) -> str:
        """How far it has come, such as `3 of 14 elements looked at, 2 rated`."""
        return format_extent(len(self.account.scope), self.looked_at, self.rated)

    @property
    def looked_at(self) -> int:
        """The number of elements in its review that were looked at."""
        return sum(code in self.account.elements for code in self.account.scope)

    @property
    def rated(self) -> int:
        """The number of elements in its review that have a rating."""
        return sum(bool(self.account.element(code).rating) for code in self.account.scope)


@dataclass(frozen=True)
class Difference:
    """One element of a comparison, with the answers of each side."""

    code: str
    name: str
    sides: tuple[Side, ...]
    steps: int | None
    """The distance on the scale of the two ratings furthest apart; None if fewer than two sides rated it."""
    apart: tuple[str, ...]
    """The ids of the questions that the sides answered differently, in order."""
    unevidenced: tuple[Side, ...]
    """The sides that rated it without giving key evidence."""
    wordings: Mapping[str, Wording]
    """How each side's questions relate to those of this comparison's framework version, by the side's key."""

    def account_of(self, side: Side) -> ElementAccount:
        """Return the answers of a side about it."""
        return side.account.element(self.code)

    @property
    def ratings(self) -> dict[str, str | None]:
        """The letters of each side's rating by its key."""
        return {side.key: self.account_of(side).rating for side in self.sides}

    @property
    def unconfirmed(self) -> list[Side]:
        """The sides with answers about it that were read from a pack and are not confirmed yet."""
        return [side for side in self.sides if self.account_of(side).drafted]

    @property
    def spoken_of(self) -> bool:
        """Whether any side looked at it."""
        return any(self.code in side.account.elements for side in self.sides)


@dataclass(frozen=True)
class Comparison:
    """Two to twelve accounts side by side, in the wording of one framework version."""

    rubric: Rubric
    sides: tuple[Side, ...]

    @cached_property
    def elements(self) -> tuple[Difference, ...]:
        """Every element, in the order of the framework."""
        return tuple(self._build_difference(code) for code in self.rubric.elements)

    @cached_property
    def agenda(self) -> tuple[Difference, ...]:
        """The elements that any side looked at, in the order in which to discuss them.

        Those furthest apart come first: Red against Green before neighbours. Among equals, those come first
        that more sides rated without evidence. Elements that fewer than two sides rated come last.
        """
        spoken = [element for element in self.elements if element.spoken_of]
        spoken.sort(
            key=lambda element: (-1 if element.steps is None else element.steps, len(element.unevidenced)),
            reverse=True,
        )
        return tuple(spoken)

    @property
    def to_discuss(self) -> tuple[Difference, ...]:
        """The part of the agenda on which the sides differ."""
        return tuple(
            element for element in self.agenda if element.steps or (element.steps == 0 and element.apart)
        )

    def _build_difference(self, code: str) -> Difference:
        accounts = [(side, side.account.element(code)) for side in self.sides]
        order = list(self.rubric.levels)
        places = [order.index(account.rating) for _, account in accounts if account.rating in order]
        return Difference(
            code=code,
            name=self.rubric.elements[code].name,
            sides=self.sides,
            steps=max(places) - min(places) if len(places) > 1 else None,
            apart=tuple(
                question.id
                for question in self.rubric.elements[code].questions
                if self._is_answered_differently(question.id)
            ),
            unevidenced=tuple(
                side for side, account in accounts if account.rating and not account.evidence.strip()
            ),
            wordings={side.key: wording_of(self.rubric, side.account, code) for side in self.sides},
        )

    def _is_answered_differently(self, question: str) -> bool:
        leanings = {side.account.question(question).leaning for side in self.sides}
        return len(leanings - {None}) > 1


def build_comparison(
    rubric: Rubric, accounts: Sequence[Account], elements: Collection[str] = ()
) -> Comparison:
    """Compare accounts in the wording of a framework version.

    Args:
        rubric: The framework version.
        accounts: The accounts to compare.
        elements: The codes of the elements to compare; empty for all.

    Raises:
        CannotCompare: there are too few or too many accounts, one of them is there twice, or one is of
            another scale or of a framework that has nothing in common with `rubric`.

    """
    check_number(len(accounts))
    _check_unique(accounts)
    for account in accounts:
        _check_framework(rubric, account)
    rubric = rubric.part(elements) if elements else rubric
    sides = zip(LETTERS, accounts, _build_labels(accounts), strict=False)
    return Comparison(
        rubric, tuple(Side(_key(account), letter, label, account) for letter, account, label in sides)
    )


def check_number(count: int) -> None:
    """Check that a number of reviews can be compared at once.

    Raises:
        CannotCompare: they are too few or too many; the message is for the user.

    """
    if count < FEWEST:
        raise CannotCompare("Name at least two reviews to compare.")
    if count > MOST:
        raise CannotCompare(f"At most {MOST} reviews can be compared at once, and these are {count}.")


def _check_unique(accounts: Sequence[Account]) -> None:
    seen: dict[str, Account] = {}
    for account in accounts:
        if _key(account) in seen:
            raise CannotCompare(
                f"{_describe(account)} is there twice. Leave one out; of two copies of one review, make one "
                f"with matbot merge, or compare it with a saved version of its own."
            )
        seen[_key(account)] = account


def _check_framework(rubric: Rubric, account: Account) -> None:
    if account.scale != tuple(rubric.levels):
        raise CannotCompare(
            f"{_describe(account)} is rated on another scale ({', '.join(account.scale)}), so its ratings "
            "cannot stand beside the others. Leave it out."
        )
    if not account.words.keys() & rubric.questions.keys():
        raise CannotCompare(
            f"{_describe(account)} is of another framework ({account.rubric}) that has no element in common "
            "with the first. Leave it out."
        )


def _key(account: Account) -> str:
    return f"{account.review}@{account.moment}" if account.moment else account.review


def _describe(account: Account) -> str:
    return f"{shortened(account.label, 60)} ({_key(account)})"


def _build_labels(accounts: Sequence[Account]) -> list[str]:
    """Return a unique label for each account: the group, if necessary with the trust, the month or the id."""
    ways = (
        lambda account: account.label,
        lambda account: ", ".join(filter(None, (account.trust, account.group))),
        lambda account: f"{account.label}, {account.moment or format(to_local_day(account.said), '%B %Y')}",
        lambda account: f"{account.label}, {_key(account)}",
    )
    return [
        next(
            (label for way in ways if [way(other) for other in accounts].count(label := way(account)) == 1),
            _key(account),
        )
        for account in accounts
    ]
