"""What can be typed in the conversation beside answers: a command, and what it does."""

import shlex
from collections.abc import Callable

from matbot.interview import Unclear
from matbot.line.help import example, help_about
from matbot.line.mode import LineMode, said_so
from matbot.review.replies import NextReview, Scoped
from matbot.review.steps import Ask
from matbot.spoken import confirmed_in_words, map_said, progress_said
from matbot.spoken_beside import unfolded
from matbot.text import clean_name

Command = Callable[[LineMode, str], None]
"""Does something with what was typed after the command's name."""

_PARKED = "Parked, to come back to. /park once more takes the mark off."


def _back(mode: LineMode, _words: str) -> None:
    mode.go_on(mode.interview.back())


def _skip(mode: LineMode, _words: str) -> None:
    mode.go_on(mode.interview.skip())


def _repeat(mode: LineMode, _words: str) -> None:
    mode.repeat()


def _private(mode: LineMode, words: str) -> None:
    turn = mode.interview.turn
    if turn.ask is not Ask.NOTE:
        raise Unclear("Only a note can be private: type /private and the words where one is asked for.")
    text = mode.talk.fitted(words) or mode.draft or turn.present
    if not text:
        raise Unclear("Type the words after it: /private and then the note.")
    mode.go_on(mode.interview.answer(text, private=True))


def _park(mode: LineMode, _words: str) -> None:
    taken_off = mode.interview.turn.parked
    mode.keep(mode.interview.park())
    said_so(mode, ["The mark is taken off." if taken_off else _PARKED])


def _to(mode: LineMode, place: str) -> None:
    if not place:
        code, question = example(mode.interview.rubric)
        raise Unclear(f"Say where to: /to {code} for an element, /to {question} for a question.")
    replies = mode.interview.to(place)
    mode.go_on(*replies)
    if any(isinstance(reply, Scoped) for reply in replies):
        mode.talk.say(f"{mode.interview.turn.step.element} was not in this review. Now it is.")


def _said(mode: LineMode, _words: str) -> None:
    said_so(mode, unfolded(mode.interview))


def _name(mode: LineMode, words: str) -> None:
    reply = mode.interview.name(words)
    mode.keep(reply)
    review = mode.interview.review.id
    moment = shlex.quote(f"{review}@{reply.name}")
    how = f"{mode.matbot} compare {review} {moment}" if mode.matbot else f"compare {review},{moment}, at home"
    said_so(mode, [f"To compare with this moment later: {how}"])


def _next(mode: LineMode, words: str) -> None:
    if not words:
        raise Unclear("Say when you review again: /next October 2027.")
    mode.keep(NextReview(when=clean_name(words)))
    mode.say_turn()


def _confirm(mode: LineMode, code: str) -> None:
    replies = mode.interview.confirm(code)
    mode.keep(*replies)
    said_so(mode, [confirmed_in_words(replies)])


def _undo(mode: LineMode, _words: str) -> None:
    mode.keep(mode.interview.undo())
    said_so(mode, ["The last thing you said is taken back."])


def _progress(mode: LineMode, _words: str) -> None:
    said_so(mode, progress_said(mode.interview))


def _map(mode: LineMode, _words: str) -> None:
    mode.talk.tell(map_said(mode.interview, mode.file.path))
    mode.say_turn()


def _help(mode: LineMode, topic: str) -> None:
    mode.talk.say(*help_about(topic, mode.interview.rubric))


def _reality(mode: LineMode, code: str) -> None:
    from matbot.line.reality import reality

    reality(mode, code)
    mode.come_back()


def _check(mode: LineMode, code: str) -> None:
    from matbot.line.answers import check

    check(mode, code)
    mode.come_back()


def _priorities(mode: LineMode, _words: str) -> None:
    from matbot.line.priorities import priorities

    priorities(mode)
    mode.come_back()


def _transcript(mode: LineMode, _words: str) -> None:
    from matbot.line.transcript import transcript

    file = mode.file
    transcript(mode.talk, lambda moment: file.as_of(moment) if moment else file, mode.workspace)
    mode.come_back()


def _plan(mode: LineMode, _words: str) -> None:
    from matbot.line.plan import plan

    plan(mode)
    mode.come_back()


def _pack(mode: LineMode, _words: str) -> None:
    from matbot.line.pack import pack_in_review

    pack_in_review(mode)
    mode.repeat()


def _carry(mode: LineMode, _words: str) -> None:
    from matbot.line.carry import carry

    carry(mode)
    mode.repeat()


COMMANDS: dict[str, Command] = {
    "repeat": _repeat,
    "back": _back,
    "skip": _skip,
    "park": _park,
    "private": _private,
    "to": _to,
    "progress": _progress,
    "where": _progress,
    "map": _map,
    "check": _check,
    "priorities": _priorities,
    "plan": _plan,
    "transcript": _transcript,
    "pack": _pack,
    "said": _said,
    "undo": _undo,
    "confirm": _confirm,
    "name": _name,
    "reality": _reality,
    "next": _next,
    "carry": _carry,
    "help": _help,
}
"""The commands by name; `/stop` is heard before them."""
