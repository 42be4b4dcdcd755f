"""A review opened, to talk about it: of several copies, and where it can only be read, what is wanted."""

from collections.abc import Iterable
from pathlib import Path

from matbot.interview import Interview
from matbot.line.talk import BackRequested, Talk
from matbot.presenters.copy_differences import (
    format_joined,
    list_merge_details,
    present_differences,
    render_differences,
)
from matbot.presenters.file_states import FILE_ACTION_LABELS, FILE_STATES, FileAction, versions_of
from matbot.presenters.review_list import (
    format_events,
    format_none_readable,
    name_files,
)
from matbot.services.paths import parse_path
from matbot.store.errors import Unreadable
from matbot.store.listing import ListedReview
from matbot.store.recovery import find_recoverable
from matbot.store.review_file import ReviewFile
from matbot.store.states import State
from matbot.store.workspace import Workspace
from matbot.text import number_in_words, one_line

_ONCE_CLOSED = "try again, once it is closed there"
"""A way on of line mode alone: a page takes over by itself."""


def open_review(talk: Talk, workspace: Workspace, one: ListedReview) -> ReviewFile:
    """The review, open as somebody wants it; Left where it is left, StoreError, in words."""
    if not one.copies:
        return open_reference(talk, workspace, str(one.path))
    if not one.has_good_file:
        good = find_recoverable(one.files)
        if good is None:
            raise Unreadable(format_none_readable(one, f"backups {one.id}"))
        return open_reference(talk, workspace, str(good))
    path = _settle_copies(talk, one)
    file = open_reference(talk, workspace, str(path))
    if differences := present_differences(Interview.of(file.projection)):
        talk.tell([*render_differences(differences), "To choose which answers count, type /file."])
    return file


def open_reference(talk: Talk, workspace: Workspace, reference: str) -> ReviewFile:
    """A review by its id or file, open as somebody wants it, where it can only be read."""
    file = workspace.open(reference)
    try:
        while file.read_only:
            file, done = settle_read_only(talk, workspace, file)
            if done:
                break
    except BaseException:
        file.close()
        raise
    return file


def _settle_copies(talk: Talk, one: ListedReview) -> Path:
    """Make the copies of a review one, if that is wanted; the file to go on in."""
    from matbot.presenters.copies import ASIDE, LAST, LOOK, MERGE, present_copies
    from matbot.store.file_merge import merge_files, set_copies_aside

    asked = present_copies(one, "Made one, nothing is lost.")
    ways = {way: f"{text[0].lower()}{text[1:]}" for way, text in asked.ways.items()}
    first = next(iter(ways))
    while (way := talk.choose(f"{asked.words} What shall it be?", ways, first)) == LOOK:
        talk.tell(render_differences(asked.differences), answered=True)
    if way == MERGE:
        joined = merge_files(asked.check.to_merge or one.files)
        talk.say(format_joined(joined), *list_merge_details(joined))
        return joined.path
    if way == ASIDE:
        kept = set_copies_aside(asked.check.changed)
        talk.say(f"Kept as {one_line(name_files(kept))}.")
    return one.path if way == LAST else asked.file_of(way)


def settle_read_only(talk: Talk, workspace: Workspace, file: ReviewFile) -> tuple[ReviewFile, bool]:
    """What becomes of a review that can only be read, and whether it is to be used as it is now."""
    state = FILE_STATES.get(file.state)
    words = f"{state.means} {state.advice}".strip() if state else ""
    again = {FileAction.AGAIN.value: _ONCE_CLOSED} if file.state is State.ELSEWHERE else {}
    ways = again | file_actions((*(state.ways if state else ()), FileAction.LOOK))
    why = f"This review can only be read: {file.read_only}."
    way = talk.choose(" ".join(filter(None, (why, words, _versions(file), "What shall it be?"))), ways)
    match way:
        case FileAction.AGAIN:
            file.take_over()
            return file, False
        case FileAction.COPY:
            return go_on_in_copy(talk, file, workspace), True
        case FileAction.FOLDER:
            return go_on_in_copy(talk, file, ask_folder(talk)), True
        case FileAction.THEIRS:
            file.take_theirs()
        case FileAction.OURS:
            file.keep_ours()
    return file, True


def file_actions(ways: Iterable[FileAction]) -> dict[str, str]:
    """Ways on by the words that people type, as they go on in a line."""
    return {way.value: f"{FILE_ACTION_LABELS[way][0].lower()}{FILE_ACTION_LABELS[way][1:]}" for way in ways}


def _versions(file: ReviewFile) -> str:
    """How the two versions differ, where something other than matbot changed the file."""
    found = versions_of(file)
    if found is None or found.ours is None:
        return ""
    return (
        f"The file holds {format_events(found.theirs)} now, {number_in_words(found.differ)} of them not as "
        f"matbot saved them; matbot saved {found.ours}."
    )


def go_on_in_copy(talk: Talk, file: ReviewFile, workspace: Workspace) -> ReviewFile:
    """A copy to go on in; the review itself is let go."""
    copy = workspace.copy(file)
    file.close()
    talk.say(f"This is the copy. It is kept in {copy.path}")
    return copy


def ask_folder(talk: Talk) -> Workspace:
    """Another folder, to keep a copy in; Left where none is named."""
    folder = talk.ask("In which folder, such as ~/Documents/matbot? Type its path.", parse_path)
    if folder is None:
        raise BackRequested
    return Workspace.at(folder)
