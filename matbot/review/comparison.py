"""Groups side by side: where each stands, how far apart they are, and what to talk about first.

Nothing is averaged. The widest difference comes first, because the framework is there to facilitate
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
"""How many accounts can stand side by side."""

LETTERS = "ABCDEFGHIJKL"
"""What the sides are called where there is no room for their names."""


class CannotCompare(ValueError):
    """These accounts cannot stand side by side; the message says why, and what to do."""


@dataclass(frozen=True)
class Side:
    """One group in a comparison."""

    key: str
    """Names it in files: the review's id, with the name of the saved version where it is one."""
    letter: str
    """Names it where there is room for a letter: `A`."""
    label: str
    """Names it in words, unlike any other side: `Headteachers`, `Headteachers, October 2026`."""
    account: Account

    @property
    def progress(self) -> str:
        """How far it had come, such as `3 of 14 elements looked at, 2 rated`."""
        return format_extent(len(self.account.scope), self.looked_at, self.rated)

    @property
    def looked_at(self) -> int:
        """How many elements of its review have anything said of them."""
        return sum(code in self.account.elements for code in self.account.scope)

    @property
    def rated(self) -> int:
        """How many elements of its review have a rating."""
        return sum(bool(self.account.element(code).rating) for code in self.account.scope)


@dataclass(frozen=True)
class Difference:
    """One element, with where each side stands."""

    code: str
    name: str
    sides: tuple[Side, ...]
    steps: int | None
    """How far the furthest two ratings are apart on the scale; None where fewer than two sides rated it."""
    apart: tuple[str, ...]
    """The ids of the questions that the sides place differently, in order."""
    unevidenced: tuple[Side, ...]
    """The sides that rated it and named no key evidence."""
    wordings: Mapping[str, Wording]
    """How each side was asked, by its key, beside the words of this comparison's framework version."""

    def account_of(self, side: Side) -> ElementAccount:
        """What a side said of it."""
        return side.account.element(self.code)

    @property
    def ratings(self) -> dict[str, str | None]:
        """The letters of each side's rating by its key."""
        return {side.key: self.account_of(side).rating for side in self.sides}

    @property
    def unconfirmed(self) -> list[Side]:
        """The sides that have not confirmed yet what was read from a pack about it."""
        return [side for side in self.sides if self.account_of(side).drafted]

    @property
    def spoken_of(self) -> bool:
        """Whether any side said anything of it."""
        return any(self.code in side.account.elements for side in self.sides)


@dataclass(frozen=True)
class Comparison:
    """Two to twelve accounts side by side, in the words of one framework version."""

    rubric: Rubric
    sides: tuple[Side, ...]

    @cached_property
    def elements(self) -> tuple[Difference, ...]:
        """Every element, in the order of the framework."""
        return tuple(self._difference(code) for code in self.rubric.elements)

    @cached_property
    def agenda(self) -> tuple[Difference, ...]:
        """The elements that any side spoke of, in the order to talk about them.

        Furthest apart first: Red against Green before neighbours. Among equals, those where more sides
        named no evidence. What fewer than two sides rated comes last.
        """
        spoken = [element for element in self.elements if element.spoken_of]
        spoken.sort(
            key=lambda one: (-1 if one.steps is None else one.steps, len(one.unevidenced)), reverse=True
        )
        return tuple(spoken)

    @property
    def to_discuss(self) -> tuple[Difference, ...]:
        """The part of the agenda on which the sides differ."""
        return tuple(
            element for element in self.agenda if element.steps or (element.steps == 0 and element.apart)
        )

    def _difference(self, code: str) -> Difference:
        accounts = [(side, side.account.element(code)) for side in self.sides]
        order = list(self.rubric.levels)
        places = [order.index(one.rating) for _, one in accounts if one.rating in order]
        return Difference(
            code=code,
            name=self.rubric.elements[code].name,
            sides=self.sides,
            steps=max(places) - min(places) if len(places) > 1 else None,
            apart=tuple(
                question.id for question in self.rubric.elements[code].questions if self._apart(question.id)
            ),
            unevidenced=tuple(side for side, one in accounts if one.rating and not one.evidence.strip()),
            wordings={side.key: wording_of(self.rubric, side.account, code) for side in self.sides},
        )

    def _apart(self, question: str) -> bool:
        leanings = {side.account.question(question).leaning for side in self.sides}
        return len(leanings - {None}) > 1


def build_comparison(
    rubric: Rubric, accounts: Sequence[Account], elements: Collection[str] = ()
) -> Comparison:
    """Accounts side by side, in the words of a framework version, of these elements alone if any are named.

    CannotCompare, in words, if they are too few or too many, one of them twice, or of frameworks that
    have nothing in common.
    """
    check_number(len(accounts))
    _refuse_twice(accounts)
    for account in accounts:
        _refuse_another_framework(rubric, account)
    rubric = rubric.part(elements) if elements else rubric
    sides = zip(LETTERS, accounts, _labels(accounts), strict=False)
    return Comparison(
        rubric, tuple(Side(_key(account), letter, label, account) for letter, account, label in sides)
    )


def check_number(count: int) -> None:
    """Refuse too few or too many reviews for a comparison.

    Raises:
        CannotCompare: in words.

    """
    if count < FEWEST:
        raise CannotCompare("Name at least two reviews to compare.")
    if count > MOST:
        raise CannotCompare(f"At most {MOST} reviews can be compared at once, and these are {count}.")


def _refuse_twice(accounts: Sequence[Account]) -> None:
    seen: dict[str, Account] = {}
    for account in accounts:
        if _key(account) in seen:
            raise CannotCompare(
                f"{_describe(account)} is there twice. Leave one out; of two copies of one review, make one "
                f"with matbot merge, or compare it with a saved version of its own."
            )
        seen[_key(account)] = account


def _refuse_another_framework(rubric: Rubric, account: Account) -> None:
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


def _labels(accounts: Sequence[Account]) -> list[str]:
    """A label for each account that no other has: the group; with the trust, the month, the id if need be."""
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
