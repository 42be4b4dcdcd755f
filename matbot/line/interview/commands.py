"""What can be typed in the conversation beside answers: a command, and what it does."""

import shlex
import sys
from collections.abc import Callable
from importlib import import_module

from matbot.commands.conversation import CONVERSATION
from matbot.interview import Unclear
from matbot.interview.past import answer_in_words
from matbot.line.help import example, format_help
from matbot.line.mode import LineMode, tell_if_any
from matbot.line.other_views import HALF_A_SCREEN, format_hidden_views
from matbot.line.speech import format_map, format_position
from matbot.line.talk import Stopped
from matbot.line.words import find_handlers
from matbot.presenters.packs import format_confirmed
from matbot.presenters.review_summary import format_added
from matbot.review.events import Event, EventUndone, ReviewDateSet, ScopeChosen, StepVisited
from matbot.review.steps import Ask
from matbot.text import clean_name, in_words, shortened

Command = Callable[[LineMode, str], None]
"""Does something with what was typed after the command's name."""

_PARKED = "Parked, to come back to. /park once more takes the mark off."


def do_back(mode: LineMode, _words: str) -> None:
    """Go to the turn before."""
    mode.go_on(mode.interview.go_back())


def do_skip(mode: LineMode, _words: str) -> None:
    """Go on without an answer."""
    mode.go_on(mode.interview.skip())


def do_repeat(mode: LineMode, _words: str) -> None:
    """Say the whole turn again."""
    mode.repeat()


def do_private(mode: LineMode, words: str) -> None:
    """Keep a note for one's own transcript only."""
    turn = mode.interview.turn
    if turn.ask is not Ask.NOTE:
        raise Unclear("Only a note can be private: type /private and the words where one is asked for.")
    text = mode.talk.fit(words) or mode.draft or turn.present
    if not text:
        raise Unclear("Type the words after it: /private and then the note.")
    mode.go_on(mode.interview.answer(text, private=True))


def do_park(mode: LineMode, _words: str) -> None:
    """Mark this place to come back to, or take the mark off."""
    taken_off = mode.interview.turn.parked
    mode.keep(mode.interview.park())
    tell_if_any(mode, ["The mark is taken off." if taken_off else _PARKED])


def do_to(mode: LineMode, place: str) -> None:
    """Go to an element or a question."""
    if not place:
        code, question = example(mode.interview.rubric)
        raise Unclear(f"Say where to: /to {code} for an element, /to {question} for a question.")
    events = mode.interview.go_to_place(place)
    scoped = (code for event in events if isinstance(event, ScopeChosen) for code in event.elements)
    new = [code for code in scoped if code not in mode.interview.review.scope]
    mode.go_on(*events, news=map(format_added, new))


def do_said(mode: LineMode, _words: str) -> None:
    """Tell what others said of the same, or the same people a year ago."""
    tell_if_any(mode, format_hidden_views(mode.interview))


def do_name(mode: LineMode, words: str) -> None:
    """Save a version under a name, or tell the names there are."""
    if not words and (versions := mode.interview.review.snapshots):
        named = in_words([shortened(version.name, 60) for version in versions])
        raise Unclear(
            f"Saved versions so far: {named}. To save another, type its name too: /name Before the board."
        )
    event = mode.interview.save_version(words)
    mode.keep(event)
    review = mode.interview.review.id
    if mode.matbot:
        how = f"{mode.matbot} compare {review} {shlex.quote(f'{review}@{event.name}')}"
    else:
        how = f"type this at home: compare {review},{review}@{event.name}"
    tell_if_any(mode, [f"This version is saved as {event.name}. To compare with it later, {how}"])


def do_next(mode: LineMode, words: str) -> None:
    """Keep when all of it is reviewed again."""
    if not words:
        raise Unclear("Say when you review again: /next October 2027.")
    mode.keep(ReviewDateSet(when=clean_name(words)))
    mode.say_turn()


def do_confirm(mode: LineMode, code: str) -> None:
    """Say yes to what was read from a pack."""
    events = mode.interview.confirm(code)
    mode.keep(*events)
    tell_if_any(mode, [format_confirmed(events)])


def do_undo(mode: LineMode, _words: str) -> None:
    """Take back the last thing that was said."""
    withdrew = mode.interview.undo()
    assert isinstance(withdrew, EventUndone), "that is what takes something back"
    taken = next(event for event in mode.file.log if event.id == withdrew.reply)
    mode.keep(withdrew)
    tell_if_any(mode, [_format_undone(mode, taken)])


def _format_undone(mode: LineMode, taken: Event) -> str:
    """What was taken back, in words."""
    words = shortened(answer_in_words(mode.interview.rubric, taken), HALF_A_SCREEN)
    if isinstance(taken, StepVisited):
        return "Taken back: the last move. Here is where you were before it."
    if words and taken.step:
        return f"Taken back, of {taken.step.place}: {words}"
    return "The last thing you said is taken back."


def do_progress(mode: LineMode, _words: str) -> None:
    """Tell how far the review is."""
    tell_if_any(mode, format_position(mode.interview))


def do_map(mode: LineMode, _words: str) -> None:
    """Tell every element with its rating."""
    mode.talk.tell(format_map(mode.interview, mode.file.path))
    mode.say_turn()


def do_help(mode: LineMode, topic: str) -> None:
    """Tell what can be typed, or what one command does."""
    mode.talk.tell(format_help(topic, mode.interview.rubric), answered=True, is_leaving=False)


def do_file(mode: LineMode, _words: str) -> None:
    """Tell where the review is kept and how its file stands."""
    from matbot.line.answers.copy_differences import settle_differences
    from matbot.line.opening import ask_folder, file_actions, go_on_in_copy, settle_read_only
    from matbot.presenters.copies import list_waiting_beside
    from matbot.presenters.file_states import FILE_STATES, FileAction, format_last_save
    from matbot.store.states import State

    mode.talk.say(f"Kept in {mode.file.path}")
    if mode.file.read_only:
        mode.go_on_in(settle_read_only(mode.talk, mode.workspace, mode.file)[0])
    elif mode.file.unsaved:
        state = FILE_STATES[State.UNSAVED]
        way = mode.talk.choose(f"{state.means} What shall it be?", file_actions(state.ways), FileAction.AGAIN)
        if way == FileAction.AGAIN:
            mode.keep()
        else:
            mode.go_on_in(go_on_in_copy(mode.talk, mode.file, ask_folder(mode.talk)))
    elif mode.file.saved:
        mode.talk.say(format_last_save(mode.file.saved))
    mode.talk.say(*list_waiting_beside(mode.file))
    if not mode.file.read_only:
        settle_differences(mode)
    mode.come_back()


def do_transcript(mode: LineMode, _words: str) -> None:
    """Read out or write the transcript."""
    from matbot.line.transcript.transcript import transcript

    file = mode.file
    transcript(mode.talk, lambda version: file.as_of(version) if version else file, mode.workspace)
    mode.come_back()


def do_pack(mode: LineMode, _words: str) -> None:
    """Write a workshop pack, or read one that came back."""
    from matbot.line.packs.packs import run_pack_page

    run_pack_page(mode)
    mode.repeat()


def do_open(mode: LineMode, _words: str) -> None:
    """Open what was written last."""
    from matbot.line.transcript.export import open_written

    open_written(mode.talk)
    mode.say_turn()


def do_carry(mode: LineMode, _words: str) -> None:
    """Move the review to another framework version, or back."""
    from matbot.line.frameworks.migration import migrate

    migrate(mode)
    mode.repeat()


def do_where(mode: LineMode, words: str) -> None:
    """Tell how far the review is, by another name."""
    do_progress(mode, words)


def do_stop(_mode: LineMode, _words: str) -> None:
    """End the conversation."""
    raise Stopped


def _build_opener(opens: str) -> Command:
    """What opens a page, read in when somebody first asks for it, and comes back to the conversation."""

    def open_page(mode: LineMode, words: str) -> None:
        module, _, name = opens.partition(":")
        getattr(import_module(module), name)(mode, words)
        mode.come_back()

    return open_page


for _word in CONVERSATION.words:
    if _word.opens:
        setattr(sys.modules[__name__], f"do_{_word.name}", _build_opener(_word.opens))

COMMANDS: dict[str, Command] = find_handlers(CONVERSATION, sys.modules[__name__])
"""What each word of the conversation does."""
