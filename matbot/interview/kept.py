"""What was said in an earlier edition and has no place in this one: told at its places of then."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from matbot.interview.choices import leaning_labels
from matbot.review import replies as said
from matbot.review.replies import Carried, Kept, Reply
from matbot.rubric import Level
from matbot.rubric.ends import RED_AND_GREEN, ends_of


@dataclass(frozen=True)
class KeptTurn:
    """What was said last of one question or element."""

    edition: str
    """What the edition is called in which it was said."""
    title: str
    """The element, or the question, in the words of then."""
    lines: tuple[str, ...]
    """What was said, an answer a line; words of people's own as they were typed."""
    private: tuple[str, ...] = ()
    """And what is for their own edition alone."""


def kept_turns(kept: Iterable[Kept]) -> list[KeptTurn]:
    """What is kept, place by place, in the order in which it was first spoken of."""
    places: dict[tuple[str, str], dict[str, Kept]] = {}
    for one in kept:
        answers = places.setdefault((one.carried.left, one.place), {})
        answers[one.was.kind] = one
    return [
        turn for answers in places.values() if (turn := _turn(list(answers.values()))).lines or turn.private
    ]


def _turn(answers: list[Kept]) -> KeptTurn:
    first = answers[0]
    title = (first.carried.gone | _still_there(first)).get(first.place, first.place)
    return KeptTurn(
        edition=first.carried.left_name,
        title=title,
        lines=tuple(
            line for one in answers if not _is_private(one.was) for line in _lines(one.was, one.carried)
        ),
        private=tuple(
            line for one in answers if _is_private(one.was) for line in _lines(one.was, one.carried)
        ),
    )


def _still_there(kept: Kept) -> dict[str, str]:
    """The element that is still there, where only its rating is kept, since the scale is another."""
    here = kept.carried.elements.get(kept.place)
    return {kept.place: f"{kept.place} {kept.carried.edition.elements[here].name}"} if here else {}


def _is_private(reply: Reply) -> bool:
    return isinstance(reply, said.Noted) and reply.private


def _lines(reply: Reply, carried: Carried) -> list[str]:
    """What an answer said; nothing for what only moved the conversation."""
    words = _WORDS.get(type(reply))
    said_so = words(reply, carried) if words else ""
    return [said_so] if said_so else []


def _leaning(reply: said.Leant, carried: Carried) -> str:
    scale = [Level(letters=letters, name=name) for letters, name in carried.levels.items()]
    return leaning_labels(ends_of(scale) if scale else RED_AND_GREEN)[reply.leaning]


def _hands(reply: said.Voted, carried: Carried) -> str:
    hands = zip(carried.levels.values(), reply.votes, strict=False)
    return "Hands: " + ", ".join(f"{name} {count}" for name, count in hands)


_WORDS: dict[type[Reply], Callable[[Any, Carried], str]] = {
    said.Leant: _leaning,
    said.Explained: lambda reply, _: f"Because: {reply.reason}",
    said.Noted: lambda reply, _: reply.note,
    said.Rated: lambda reply, carried: f"Rated {carried.levels.get(reply.rating, reply.rating)}",
    said.Voted: _hands,
    said.Reasoned: lambda reply, _: reply.rationale,
    said.Evidenced: lambda reply, _: f"Evidence: {reply.evidence}" if reply.evidence else "",
    said.Differed: lambda reply, _: f"Seen differently: {reply.differs}" if reply.differs else "",
    said.Challenged: lambda reply, _: f"Tested with {reply.with_whom}: {reply.outcome}. {reply.said}".strip(),
    said.NotNow: lambda reply, _: f"Not now: {reply.why or 'no reason was given'}",
}
