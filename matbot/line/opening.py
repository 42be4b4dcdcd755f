"""Opening a review in line mode: settling several copies of it, or a file that can only be read."""

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

_TRY_AGAIN = "try again, once it is closed there"
"""The label of a choice that only line mode offers: a screen takes over the file automatically."""


def open_review(talk: Talk, workspace: Workspace, one: ListedReview) -> ReviewFile:
    """Open a review; ask what to do if it has several copies or can only be read.

    Returns:
        The open file, which may be a copy.

    Raises:
        BackRequested: The user typed /back.
        StoreError: The review cannot be opened.

    """
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
    """Open a review by its id or file; ask what to do if it can only be read."""
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
    """Offer to merge the copies of a review; return the path of the file to continue in."""
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
    """Ask what to do with a review that can only be read.

    Returns:
        The file to continue in, and whether to use it in its present state. If not, the caller checks again
        whether it can only be read.

    Raises:
        BackRequested: The user typed /back.

    """
    state = FILE_STATES.get(file.state)
    words = f"{state.means} {state.advice}".strip() if state else ""
    retry = {FileAction.AGAIN.value: _TRY_AGAIN} if file.state is State.ELSEWHERE else {}
    ways = retry | file_actions((*(state.ways if state else ()), FileAction.LOOK))
    reason = f"This review can only be read: {file.read_only}."
    choice = talk.choose(
        " ".join(filter(None, (reason, words, _format_versions(file), "What shall it be?"))), ways
    )
    match choice:
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
    """Map the word typed for each action to its label, in lower case as part of a sentence."""
    return {
        choice.value: f"{FILE_ACTION_LABELS[choice][0].lower()}{FILE_ACTION_LABELS[choice][1:]}"
        for choice in ways
    }


def _format_versions(file: ReviewFile) -> str:
    """Describe how the two versions differ if a program other than matbot changed the file; else empty."""
    found = versions_of(file)
    if found is None or found.ours is None:
        return ""
    return (
        f"The file holds {format_events(found.theirs)} now, {number_in_words(found.differ)} of them not as "
        f"matbot saved them; matbot saved {found.ours}."
    )


def go_on_in_copy(talk: Talk, file: ReviewFile, workspace: Workspace) -> ReviewFile:
    """Copy a review into `workspace`, close the original, and return the open copy."""
    copy = workspace.copy(file)
    file.close()
    talk.say(f"This is the copy. It is kept in {copy.path}")
    return copy


def ask_folder(talk: Talk) -> Workspace:
    """Ask for another folder to save a copy in; raise BackRequested if none is named."""
    folder = talk.ask("In which folder, such as ~/Documents/matbot? Type its path.", parse_path)
    if folder is None:
        raise BackRequested
    return Workspace.at(folder)
