"""Recording a reality check in four lines: who it was done with, when, the outcome, and what they said."""

from functools import partial

from matbot.interview import Unclear
from matbot.line.help import example
from matbot.line.mode import LineMode
from matbot.line.talk import BackRequested, Stopped, is_command, plain
from matbot.presenters.reality_check import RealityCheckAnswers

_NOT_SAVED = "No reality check is kept, then."


def reality(mode: LineMode, code: str) -> None:
    """Ask for a reality check of a rating and save it.

    If the input ends or the user types /stop, what was typed up to then is saved too, provided it is enough.

    Raises:
        Unclear: No element was named, or it has no rating to check.
        ReadOnly: The review can only be read.
        BackRequested: The user typed /back; nothing is saved.
        Stopped: The input ended, or the user typed /stop.

    """
    if not code:
        raise Unclear(f"Say which rating: /reality {example(mode.interview.rubric)[0]}.")
    mode.refuse_read_only()
    checking = RealityCheckAnswers.begin(mode.interview, code)
    mode.talk.say(f"A reality check of {checking.element}, in four lines.", checking.prompt)
    try:
        while not checking.is_done and not checking.is_leaving(typed := _ask_next(mode, checking)):
            checking = _add_line(mode, checking, typed)
    except BackRequested:
        mode.talk.say(_NOT_SAVED)
        raise
    except Stopped:
        _save(mode, checking)
        raise
    _save(mode, checking)


def _ask_next(mode: LineMode, checking: RealityCheckAnswers) -> str:
    """Read the next line of the check; of the commands, only those allowed at any question are run."""
    while is_command(typed := mode.talk.line(checking.hint)):
        if not mode.talk.run_command(typed, partial(mode.talk.say, checking.prompt)):
            mode.talk.say("Commands wait until the reality check is finished; /back leaves it.")
    return mode.talk.fit(plain(typed))


def _add_line(mode: LineMode, checking: RealityCheckAnswers, typed: str) -> RealityCheckAnswers:
    """Return the check with one more line added, or unchanged if the line was not a valid answer."""
    try:
        checking = checking.add_line(typed)
    except Unclear as unclear:
        mode.talk.say(str(unclear))
        return checking
    if not checking.is_done:
        mode.talk.say(checking.prompt)
    return checking


def _save(mode: LineMode, checking: RealityCheckAnswers) -> None:
    """Save the check if enough of it has been filled in."""
    if checking.is_enough:
        mode.keep(checking.build_event(mode.interview))
        mode.talk.say(f"Kept beside the rating of {checking.element}, which stays as it is.")
    else:
        mode.talk.say(_NOT_SAVED)
