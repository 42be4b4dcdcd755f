"""What can be typed in the conversation beside answers: a command, and what it does."""

import shlex
from collections.abc import Callable

from matbot.interview import Unclear
from matbot.interview.past import answer_in_words
from matbot.line.help import example, help_about
from matbot.line.mode import LineMode, said_so
from matbot.review.replies import NextReview, Reply, Scoped, Went, Withdrew
from matbot.review.steps import Ask
from matbot.spoken import confirmed_in_words, map_said, progress_said
from matbot.spoken_beside import HALF_A_SCREEN, unfolded
from matbot.text import clean_name, in_words, shortened

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
    scoped = (code for reply in replies if isinstance(reply, Scoped) for code in reply.elements)
    new = [code for code in scoped if code not in mode.interview.review.scope]
    mode.go_on(*replies, news=[f"{code} was not in this review. Now it is." for code in new])


def _said(mode: LineMode, _words: str) -> None:
    said_so(mode, unfolded(mode.interview))


def _name(mode: LineMode, words: str) -> None:
    if not words and (moments := mode.interview.review.snapshots):
        named = in_words([shortened(moment.name, 60) for moment in moments])
        raise Unclear(
            f"Named so far: {named}. To name this moment type the name too: /name Before the board."
        )
    reply = mode.interview.name(words)
    mode.keep(reply)
    review = mode.interview.review.id
    if mode.matbot:
        how = f"{mode.matbot} compare {review} {shlex.quote(f'{review}@{reply.name}')}"
    else:
        how = f"type this at home: compare {review},{review}@{reply.name}"
    said_so(mode, [f"This moment is called {reply.name}. To compare with it later, {how}"])


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
    withdrew = mode.interview.undo()
    assert isinstance(withdrew, Withdrew), "that is what takes something back"
    taken = next(reply for reply in mode.file.log if reply.id == withdrew.reply)
    mode.keep(withdrew)
    said_so(mode, [_taken_back(mode, taken)])


def _taken_back(mode: LineMode, taken: Reply) -> str:
    """What was taken back, in words."""
    words = shortened(answer_in_words(mode.interview.rubric, taken), HALF_A_SCREEN)
    if isinstance(taken, Went):
        return "Taken back: the last move. Here is where you were before it."
    if words and taken.step:
        return f"Taken back, of {taken.step.place}: {words}"
    return "The last thing you said is taken back."


def _progress(mode: LineMode, _words: str) -> None:
    said_so(mode, progress_said(mode.interview))


def _map(mode: LineMode, _words: str) -> None:
    mode.talk.tell(map_said(mode.interview, mode.file.path))
    mode.say_turn()


def _help(mode: LineMode, topic: str) -> None:
    mode.talk.tell(help_about(topic, mode.interview.rubric), answered=True)


def _reality(mode: LineMode, code: str) -> None:
    from matbot.line.reality import reality

    reality(mode, code)
    mode.come_back()


def _file(mode: LineMode, _words: str) -> None:
    from matbot.line.whereabouts import whereabouts

    whereabouts(mode)
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


def _open(mode: LineMode, _words: str) -> None:
    from matbot.line.paper import open_written

    open_written(mode.talk)
    mode.say_turn()


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
    "file": _file,
    "open": _open,
    "help": _help,
}
"""The commands by name; `/stop` is heard before them."""
