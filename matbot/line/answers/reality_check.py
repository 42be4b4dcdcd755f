"""A reality check told in four lines: whom a rating was tested with, and what they said."""

from functools import partial

from matbot.interview import Unclear
from matbot.line.help import example
from matbot.line.mode import LineMode
from matbot.line.talk import BackRequested, Stopped, is_command, plain
from matbot.presenters.reality_check import RealityCheckAnswers

_NONE = "No reality check is kept, then."


def reality(mode: LineMode, code: str) -> None:
    """Ask for a reality check of a rating, and keep it; what is told when the input ends is kept as well."""
    if not code:
        raise Unclear(f"Say which rating: /reality {example(mode.interview.rubric)[0]}.")
    mode.refuse_read_only()
    checking = RealityCheckAnswers.begin(mode.interview, code)
    mode.talk.say(f"A reality check of {checking.element}, in four lines.", checking.asks)
    try:
        while not checking.done and not checking.leaves(typed := _heard(mode, checking)):
            checking = _after(mode, checking, typed)
    except BackRequested:
        mode.talk.say(_NONE)
        raise
    except Stopped:
        _keep(mode, checking)
        raise
    _keep(mode, checking)


def _heard(mode: LineMode, checking: RealityCheckAnswers) -> str:
    """The next line of the check; commands wait, but for /back and /stop."""
    while is_command(typed := mode.talk.line(checking.hint)):
        if not mode.talk.does(typed, partial(mode.talk.say, checking.asks)):
            mode.talk.say("Commands wait until the reality check is finished; /back leaves it.")
    return mode.talk.fitted(plain(typed))


def _after(mode: LineMode, checking: RealityCheckAnswers, typed: str) -> RealityCheckAnswers:
    """The check with one more line of it; the same where that was no answer."""
    try:
        checking = checking.after(typed)
    except Unclear as unclear:
        mode.talk.say(str(unclear))
        return checking
    if not checking.done:
        mode.talk.say(checking.asks)
    return checking


def _keep(mode: LineMode, checking: RealityCheckAnswers) -> None:
    """Keep what was told, if it is enough of a check."""
    if checking.enough:
        mode.keep(checking.build_event(mode.interview))
        mode.talk.say(f"Kept beside the rating of {checking.element}, which stays as it is.")
    else:
        mode.talk.say(_NONE)
