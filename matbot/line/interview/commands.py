"""The handlers of the commands of the conversation, which are typed with a slash."""

import shlex
import sys
from collections.abc import Callable
from importlib import import_module

from matbot.commands.conversation import CONVERSATION
from matbot.interview import Unclear
from matbot.line.help import example, format_help
from matbot.line.mode import LineMode, tell_if_any
from matbot.line.other_views import format_hidden_views
from matbot.line.speech import format_map, format_position
from matbot.line.talk import Stopped
from matbot.line.words import find_handlers
from matbot.presenters.packs import format_confirmed
from matbot.presenters.review_summary import format_add_question, format_added, format_taken_out
from matbot.presenters.undo import format_redone, format_undone, format_undone_words
from matbot.review.events import ReviewDateSet, ScopeChosen
from matbot.review.steps import Ask
from matbot.text import clean_name, in_words, shortened

Command = Callable[[LineMode, str], None]
"""Handles a command; its second argument is the text typed after the command's name."""

_PARKED = "Parked: come back to it later. /park once more takes the mark off."


def do_back(mode: LineMode, _words: str) -> None:
    """Go back to the previous turn."""
    mode.go_on(mode.interview.go_back())


def do_skip(mode: LineMode, _words: str) -> None:
    """Go on without an answer."""
    mode.go_on(mode.interview.skip())


def do_repeat(mode: LineMode, _words: str) -> None:
    """Print the whole turn again."""
    mode.repeat()


def do_private(mode: LineMode, words: str) -> None:
    """Save a private note, which appears in the Full record only."""
    turn = mode.interview.turn
    if turn.ask is not Ask.NOTE:
        raise Unclear("Only a note can be private: type /private and the words where one is asked for.")
    text = mode.talk.fit(words) or mode.draft or turn.present
    if not text:
        raise Unclear("Type the words after it: /private and then the note.")
    mode.go_on(mode.interview.answer(text, private=True))


def do_park(mode: LineMode, _words: str) -> None:
    """Park this question or element, or clear the mark if it is parked."""
    taken_off = mode.interview.turn.parked
    mode.keep(mode.interview.park())
    tell_if_any(mode, ["The mark is taken off." if taken_off else _PARKED])


def do_to(mode: LineMode, place: str) -> None:
    """Go to an element or a question."""
    if not place:
        code, question = example(mode.interview.rubric)
        raise Unclear(f"Say where to: /to {code} for an element, /to {question} for a question.")
    if added := mode.interview.find_added(place):
        question = format_add_question(mode.interview.rubric.elements[added].title)
        if not mode.talk.confirm(question):
            mode.say_turn()
            return
    events = mode.interview.go_to_place(place)
    scoped = (code for event in events if isinstance(event, ScopeChosen) for code in event.elements)
    new = [code for code in scoped if code not in mode.interview.review.scope]
    mode.go_on(*events, news=map(format_added, new))


def do_without(mode: LineMode, place: str) -> None:
    """Take an element out of the review."""
    if not place:
        code, _ = example(mode.interview.rubric)
        raise Unclear(f"Say which element to take out: /without {code}.")
    code = place.strip().upper()
    mode.go_on(*mode.interview.take_out(place), news=[format_taken_out(code, "/undo")])


def do_said(mode: LineMode, _words: str) -> None:
    """Show what the other groups answered here, or the same group a year ago."""
    tell_if_any(mode, format_hidden_views(mode.interview))


def do_name(mode: LineMode, words: str) -> None:
    """Save a version under a name; without one, list the saved versions."""
    if not words and (versions := mode.interview.review.snapshots):
        named = in_words([shortened(version.name, 60) for version in versions])
        raise Unclear(
            f"Saved versions so far: {named}. To save another, type its name too: /name Before the board."
        )
    event = mode.interview.save_version(words)
    mode.keep(event)
    review = mode.interview.review.id
    if mode.matbot:
        instruction = f"{mode.matbot} compare {review} {shlex.quote(f'{review}@{event.name}')}"
    else:
        instruction = f"type this at home: compare {review},{review}@{event.name}"
    tell_if_any(mode, [f"This version is saved as {event.name}. To compare with it later, {instruction}"])


def do_next(mode: LineMode, words: str) -> None:
    """Set the review date."""
    if not words:
        raise Unclear("Say when you review again: /next October 2027.")
    mode.keep(ReviewDateSet(when=clean_name(words)))
    mode.say_turn()


def do_confirm(mode: LineMode, code: str) -> None:
    """Confirm the answers that were read from a workshop pack."""
    events = mode.interview.confirm(code)
    mode.keep(*events)
    tell_if_any(mode, [format_confirmed(events)])


def do_undo(mode: LineMode, _words: str) -> None:
    """Undo the last thing that was said."""
    new_events = mode.interview.undo()
    undone = mode.interview.undo_history().done[0]
    said = format_undone_words(mode.interview, undone)
    words = format_undone(mode.interview, undone, "/redo")
    mode.keep(*new_events)
    tell_if_any(mode, [words, *([f"It was: {said}"] if said else [])])


def do_redo(mode: LineMode, _words: str) -> None:
    """Redo what was undone last."""
    new_events = mode.interview.redo()
    words = format_redone(mode.interview, mode.interview.undo_history().undone[0])
    mode.keep(*new_events)
    tell_if_any(mode, [words])


def do_progress(mode: LineMode, _words: str) -> None:
    """Show the progress of the review."""
    tell_if_any(mode, format_position(mode.interview))


def do_map(mode: LineMode, _words: str) -> None:
    """Show every element with its rating."""
    mode.talk.tell(format_map(mode.interview, mode.file.path))
    mode.say_turn()


def do_help(mode: LineMode, topic: str) -> None:
    """Show what can be typed, or what one command does."""
    mode.talk.tell(format_help(topic, mode.interview.rubric), answered=True, is_leaving=False)


def do_file(mode: LineMode, _words: str) -> None:
    """Show where the review is saved and the state of its file, and offer what can be done about it."""
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
        choice = mode.talk.choose(
            f"{state.means} What shall it be?", file_actions(state.ways), FileAction.AGAIN
        )
        if choice == FileAction.AGAIN:
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
    """Print or export the transcript."""
    from matbot.line.transcript.transcript import transcript

    file = mode.file
    transcript(mode.talk, lambda version: file.as_of(version) if version else file, mode.workspace)
    mode.come_back()


def do_pack(mode: LineMode, _words: str) -> None:
    """Write a workshop pack, or read a completed one."""
    from matbot.line.packs.packs import run_pack_page

    run_pack_page(mode)
    mode.repeat()


def do_open(mode: LineMode, _words: str) -> None:
    """Open the last document that was written."""
    from matbot.line.transcript.export import open_written

    open_written(mode.talk)
    mode.say_turn()


def do_carry(mode: LineMode, _words: str) -> None:
    """Move the review to another framework version, or back."""
    from matbot.line.frameworks.migration import migrate

    migrate(mode)
    mode.repeat()


def do_where(mode: LineMode, words: str) -> None:
    """Show the progress of the review; an alias of `do_progress`."""
    do_progress(mode, words)


def do_stop(_mode: LineMode, _words: str) -> None:
    """End the conversation."""
    raise Stopped


def _build_opener(opens: str) -> Command:
    """Build a handler that imports and opens a page on first use, and returns to the conversation.

    Args:
        opens: The page's function as `module:name`.

    """

    def open_page(mode: LineMode, words: str) -> None:
        module, _, name = opens.partition(":")
        getattr(import_module(module), name)(mode, words)
        mode.come_back()

    return open_page


for _word in CONVERSATION.words:
    if _word.opens:
        setattr(sys.modules[__name__], f"do_{_word.name}", _build_opener(_word.opens))

COMMANDS: dict[str, Command] = find_handlers(CONVERSATION, sys.modules[__name__])
"""The handler of each word of the conversation."""
