"""The errors of the store. Each message is one plain line that says what happened and what to do."""

import errno

GO_ON = (
    "To go on, save a version of it and begin a new review that follows it: `matbot new --since REVIEW`, or "
    "New review in the app."
)
"""What to do if a review has no more room."""


class StoreError(Exception):
    """The store could not do something; the message is for the user."""


class NotSaved(StoreError):
    """A change is kept in memory, but not on disk."""


class ReviewFull(NotSaved):
    """The file has no room for a change; it is not kept in memory either, and a retry cannot succeed."""

    def __init__(self) -> None:
        super().__init__(
            "Not saved: this review is full, at 7 MB. All that is in it is kept, and you can still undo and "
            f"save versions. {GO_ON}"
        )


class NotFound(StoreError):
    """There is no such review."""


class Ambiguous(StoreError):
    """More than one review matches that name."""


class Unreadable(StoreError):
    """A file cannot be read; nothing was changed."""


class ReadOnly(StoreError):
    """The review can be read here, but not changed."""


class NotMoved(StoreError):
    """The files of a review could not be moved to the bin or back, and are where they were."""


class AlreadyThere(StoreError):
    """A new review would replace another file."""


_WORDS = {
    errno.ENOSPC: "the disk is full. Make room, and it is tried again",
    errno.EDQUOT: "your share of the disk is full. Make room, and it is tried again",
    errno.EACCES: "you have no right to write there. Save it in another folder",
    errno.EPERM: "you have no right to write there. Save it in another folder",
    errno.EROFS: "that disk can only be read. Save it on another",
    errno.EIO: "the disk reports a fault. Save it on another",
    errno.ENOENT: "its folder is not there any more. Plug the disk in again or put the folder back",
    errno.ENOTDIR: "a part of its path is not a folder. Save it in another folder",
    errno.ENAMETOOLONG: "its file name is too long. Give it a shorter one",
}

_REASONS = {
    errno.EACCES: "you have no right to change that folder",
    errno.EPERM: "you have no right to change that folder",
    errno.EROFS: "that disk can only be read",
    errno.ENOSPC: "the disk is full",
}

_HELD = {5, 32, 33}
"""The Windows error codes for a file that another program has open."""


def is_held(error: OSError) -> bool:
    """Return whether another program has the file open, which on Windows prevents replacing it."""
    return getattr(error, "winerror", None) in _HELD


def explain(error: OSError) -> str:
    """Explain an error of the system in the middle of a sentence, with what to do about it."""
    if is_held(error):
        return "another program has the file open. Close it there first"
    return _REASONS.get(error.errno or 0) or f"the system says: {error.strerror or error}"


def not_saved(error: OSError) -> NotSaved:
    """Convert an operating system error to a `NotSaved` with a message for the user."""
    if is_held(error):
        return NotSaved("Not saved: another program holds the file. Close it there, and it is tried again.")
    words = _WORDS.get(error.errno or 0) or f"the system says: {error.strerror or error}"
    return NotSaved(f"Not saved: {words}.")
