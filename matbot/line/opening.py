"""A review opened, to talk about it: of several copies, and where it can only be read, what is wanted."""

from matbot.line.talk import Left, Talk
from matbot.store.listing import Listed
from matbot.store.review_file import ReviewFile
from matbot.store.states import State
from matbot.store.workspace import Workspace
from matbot.text import number_in_words
from matbot.typed_path import path_in

LOOK, COPY, AGAIN, FOLDER, THEIRS, OURS = "look", "copy", "again", "folder", "changed", "saved"

_LOOK = {LOOK: "look round, and change nothing"}
_COPY = {COPY: "make a copy, and go on in that"}
_FOLDER = {FOLDER: "make a copy in another folder, and go on in that"}

_WAYS: dict[State, tuple[str, dict[str, str]]] = {
    State.ELSEWHERE: (
        "Only one window can write to a review.",
        {AGAIN: "try again, once it is closed there"} | _COPY | _LOOK,
    ),
    State.NEWER: ("Update matbot to go on in it.", _LOOK),
    State.NO_RIGHT: ("You have no right to write where it is kept.", _FOLDER | _LOOK),
    State.CHANGED: (
        "Which version counts? The other is kept beside it.",
        {THEIRS: "take the file as it is now", OURS: "take what matbot saved last"} | _LOOK,
    ),
}
"""Where a review can only be read: what that means, and what can be done."""


def opened(talk: Talk, workspace: Workspace, one: Listed) -> ReviewFile:
    """The review, open as somebody wants it; Left where it is left, StoreError, in words."""
    if one.copies:
        _settle_copies(talk, one)
    return ready(talk, workspace, str(one.path))


def ready(talk: Talk, workspace: Workspace, reference: str) -> ReviewFile:
    """A review by its id or file, open as somebody wants it, where it can only be read."""
    file = workspace.open(reference)
    try:
        while file.read_only:
            file, done = as_wanted(talk, workspace, file)
            if done:
                break
    except BaseException:
        file.close()
        raise
    return file


def _settle_copies(talk: Talk, one: Listed) -> None:
    """Make the copies of a review one, if that is wanted."""
    from matbot.store.joining import join

    way = talk.choose(
        f"This folder has {1 + len(one.copies)} copies of it, as happens where a folder is synced. Made one, "
        "nothing is lost. What shall it be?",
        {"merge": "make them one", "last": "open the one saved last"},
        "merge",
    )
    if way == "merge":
        joined = join([one.path, *one.copies])
        talk.say(f"The copies are one now, with {joined.replies} replies.")


def as_wanted(talk: Talk, workspace: Workspace, file: ReviewFile) -> tuple[ReviewFile, bool]:
    """What becomes of a review that can only be read, and whether it is to be used as it is now."""
    words, ways = _WAYS.get(file.state, ("", _LOOK))
    way = talk.choose(
        f"This review can only be read: {file.read_only}. {_versions(file)}{words} What shall it be?", ways
    )
    match way:
        case "again":
            file.take_over()
            return file, False
        case "copy":
            return copied(talk, file, workspace), True
        case "folder":
            return copied(talk, file, folder_asked_for(talk)), True
        case "changed":
            file.take_theirs()
        case "saved":
            file.keep_ours()
    return file, True


def _versions(file: ReviewFile) -> str:
    """How the two versions differ, where something other than matbot changed the file."""
    theirs = file.changed
    if theirs is None or file.replies is theirs.log:
        return ""
    ours = {reply.id: reply for reply in file.replies}
    differ = sum(ours.get(reply.id) != reply for reply in theirs.log)
    return (
        f"The file holds {len(theirs.log)} replies now, {number_in_words(differ)} of them not as matbot "
        f"saved them; matbot saved {len(file.replies)}. "
    )


def copied(talk: Talk, file: ReviewFile, workspace: Workspace) -> ReviewFile:
    """A copy to go on in; the review itself is let go."""
    copy = workspace.copy(file)
    file.close()
    talk.say(f"This is the copy. It is kept in {copy.path}")
    return copy


def folder_asked_for(talk: Talk) -> Workspace:
    """Another folder, to keep a copy in; Left where none is named."""
    folder = talk.ask("In which folder, such as ~/Documents/matbot? Type its path.", path_in)
    if folder is None:
        raise Left
    return Workspace(folder.absolute())
