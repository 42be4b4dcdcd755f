"""Where a review is kept line by line, how its file stands, and what can be done where that is not well."""

from matbot.line.mode import LineMode
from matbot.line.opening import as_wanted, copied, file_actions, folder_asked_for
from matbot.line.reviews import format_time
from matbot.presenters.file_states import FILE_STATES, FileAction
from matbot.store.states import State


def whereabouts(mode: LineMode) -> None:
    """Say where the review is kept and how its file stands; where something can be done, ask what."""
    mode.talk.say(f"Kept in {mode.file.path}")
    if mode.file.read_only:
        mode.go_on_in(as_wanted(mode.talk, mode.workspace, mode.file)[0])
    elif mode.file.unsaved:
        _save(mode)
    elif mode.file.saved:
        mode.talk.say(f"All of it is saved, last on {format_time(mode.file.saved)}.")


def _save(mode: LineMode) -> None:
    """Put on disk what is not there yet, here or in another folder."""
    state = FILE_STATES[State.UNSAVED]
    question = f"{state.means} What shall it be?"
    if mode.talk.choose(question, file_actions(state.ways), FileAction.AGAIN) == FileAction.AGAIN:
        mode.keep()
    else:
        mode.go_on_in(copied(mode.talk, mode.file, folder_asked_for(mode.talk)))
