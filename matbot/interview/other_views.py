"""What others said about the same, or what was said a year ago: folded until somebody asks for it.

It stays folded so that nobody is led by it: people look at the contrast first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matbot.review.account import Account, ElementAccount, QuestionAccount
from matbot.review.review import Review
from matbot.review.steps import Ask, Step
from matbot.review.unrated import Unrated


@dataclass(frozen=True)
class Voice:
    """What one group, or the year before, said."""

    who: str
    """`Headteachers`, or `October 2025`."""
    stands: str
    """Where they stand: the letters of a rating or a leaning; empty if they said neither."""
    words: tuple[str, ...]
    """Their own words, each with a label where it needs one."""
    outside: str = ""
    """That it is not in their review, in words; empty where it is."""


@dataclass(frozen=True)
class OtherViews:
    """What is folded beside a turn."""

    title: str
    """What it is, in a few words: `What the groups said`, `What you said in October 2025`."""
    voices: tuple[Voice, ...]


_OF_ELEMENT = {Ask.OPENING, Ask.HANDS, Ask.RATING}


def find_other_views(review: Review, step: Step) -> OtherViews | None:
    """What is folded beside a turn: what each group said of the same, else what was said a year ago."""
    if step.ask is Ask.OPENING and review.earlier:
        return _earlier(review.earlier, step)
    if review.groups and step.ask is not Ask.OPENING:
        return _folded("What the groups said", review.groups, step)
    return _earlier(review.earlier, step) if review.earlier else None


def _earlier(earlier: Account, step: Step) -> OtherViews | None:
    found = _folded(f"What you said in {earlier.said:%B %Y}", [earlier], step)
    return found and OtherViews(found.title, (*found.voices, *_groups_of(earlier, step)))


def _groups_of(earlier: Account, step: Step) -> Iterator[Voice]:
    """What the groups said that the earlier review had brought together."""
    found = _folded("", earlier.groups, step)
    yield from found.voices if found else ()


def _folded(title: str, accounts: Sequence[Account], step: Step) -> OtherViews | None:
    if step.ask in _OF_ELEMENT:
        voices = [_of_element(account, account.element(step.place), step.element) for account in accounts]
    elif step.ask is Ask.CHOICE:
        voices = [_of_question(account, account.question(step.place), step.element) for account in accounts]
    else:
        return None
    return OtherViews(title, tuple(voices)) if any(voice.stands or voice.words for voice in voices) else None


def _of_element(account: Account, part: ElementAccount, code: str) -> Voice:
    labelled = (
        ("", part.rationale),
        ("Evidence: ", part.evidence),
        ("Seen differently: ", part.differs),
        *((f"{id_.partition('.')[2]}: ", question.note) for id_, question in part.questions.items()),
    )
    words = tuple(f"{label}{text}" for label, text in labelled if text.strip())
    return Voice(account.label, part.rating or "", words, _outside(account, code))


def _of_question(account: Account, part: QuestionAccount, code: str) -> Voice:
    words = tuple(text for text in (part.reason, part.note) if text.strip())
    return Voice(account.label, part.leaning or "", words, _outside(account, code))


def _outside(account: Account, code: str) -> str:
    if code in account.scope:
        return ""
    return Unrated.LEFT_OUT if code in account.elements else Unrated.OUTSIDE
