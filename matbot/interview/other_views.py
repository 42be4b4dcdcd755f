"""What the groups, or this trust a year ago, said about the subject of a turn.

It is hidden until somebody asks for it, so that people look at the contrast first and are not led by others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matbot.review.account import Account, ElementAccount, QuestionAccount
from matbot.review.labels import EVIDENCE
from matbot.review.local_time import to_local_day
from matbot.review.review import Review
from matbot.review.steps import Ask, Step
from matbot.review.unrated import Unrated, why_unrated


@dataclass(frozen=True)
class Voice:
    """What one group, or the review of a year ago, said."""

    who: str
    """`Headteachers`, or `October 2025`."""
    standing: str
    """Their answer, or the letters of their rating; empty if they gave neither."""
    words: tuple[str, ...]
    """Their own words, each with a label if it needs one."""
    unrated: str = ""
    """Why they have no rating of the element, or that the question is not in their review; else empty."""


@dataclass(frozen=True)
class OtherViews:
    """What others said about the subject of a turn, to be shown next to it."""

    title: str
    """The title: `What the groups said`, `What you said in October 2025`."""
    voices: tuple[Voice, ...]


_OF_ELEMENT = {Ask.OPENING, Ask.HANDS, Ask.RATING}


def find_other_views(review: Review, step: Step) -> OtherViews | None:
    """Find what each group said about the subject of a step, or else what was said a year ago.

    At the opening of an element, what was said a year ago takes precedence. None if nothing was said.
    """
    if step.ask is Ask.OPENING and review.earlier:
        return _find_earlier_views(review.earlier, step)
    if review.groups and step.ask is not Ask.OPENING:
        return _collect_views("What the groups said", review.groups, step)
    return _find_earlier_views(review.earlier, step) if review.earlier else None


def _find_earlier_views(earlier: Account, step: Step) -> OtherViews | None:
    """Find what was said a year ago, and what the groups of that joint review said."""
    found = _collect_views(f"What you said in {to_local_day(earlier.said):%B %Y}", [earlier], step)
    groups = _collect_views("", earlier.groups, step)
    return found and replace(found, voices=(*found.voices, *(groups.voices if groups else ())))


def _collect_views(title: str, accounts: Sequence[Account], step: Step) -> OtherViews | None:
    if step.ask in _OF_ELEMENT:
        voices = [_element_voice(account, account.element(step.place), step.element) for account in accounts]
    elif step.ask is Ask.CHOICE:
        voices = [
            _question_voice(account, account.question(step.place), step.element) for account in accounts
        ]
    else:
        return None
    return (
        OtherViews(title, tuple(voices)) if any(voice.standing or voice.words for voice in voices) else None
    )


def _element_voice(account: Account, part: ElementAccount, code: str) -> Voice:
    labelled = (
        ("", part.rationale),
        (f"{EVIDENCE}: ", part.evidence),
        ("Seen differently: ", part.differs),
        *((f"{id_.partition('.')[2]}: ", question.note) for id_, question in part.questions.items()),
    )
    words = tuple(f"{label}{text}" for label, text in labelled if text.strip())
    return Voice(account.label, part.rating or "", words, why_unrated(account, code) or "")


def _question_voice(account: Account, part: QuestionAccount, code: str) -> Voice:
    words = tuple(text for text in (part.reason, part.note) if text.strip())
    return Voice(account.label, part.leaning or "", words, _find_reason_outside(account, code))


def _find_reason_outside(account: Account, code: str) -> str:
    if code in account.scope:
        return ""
    return Unrated.LEFT_OUT if code in account.elements else Unrated.OUTSIDE
