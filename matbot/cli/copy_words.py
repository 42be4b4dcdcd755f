"""The lines that commands print about copies of a review."""

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import TYPE_CHECKING

from matbot.presenters.copy_differences import format_differ, read_differences, render_differences
from matbot.presenters.file_states import FILE_STATES, FileAction, copy_state, versions_of
from matbot.presenters.review_list import format_events, name_files
from matbot.review.local_time import to_local_time
from matbot.store.states import State

if TYPE_CHECKING:
    from matbot.store.copies import Copy
    from matbot.store.file_merge import MergedFile
    from matbot.store.review_file import ReviewFile

_MOST_DIFFERENCES = 8
"""How many of the answers on which copies differ are printed at most."""

_ACTIONS = {
    State.ELSEWHERE: "Close it there, or make a copy to edit: `{matbot} backups {review} --open 1`",
    State.NEWER: f"{FILE_STATES[State.NEWER].advice} `{{matbot}} show {{review}}` shows it.",
    State.NO_RIGHT: "To make a copy to edit in FOLDER: `matbot --workspace FOLDER backups {path} --open 1`",
    State.CHANGED: "To see how, and to say which version counts: `{matbot} settle {review}`",
}


def format_actions(file: "ReviewFile", matbot: str, review: str) -> str:
    """Format what can be done about a review that can only be read.

    Args:
        file: The open file of the review.
        matbot: The start of a shell command for the workspace.
        review: The reference that the user typed for the review.

    """
    words = _ACTIONS.get(file.state, "`{matbot} show {review}` shows it.")
    return words.format(matbot=matbot, review=quote(review), path=quote(str(file.path.absolute())))


def format_copies(copies: "Sequence[Copy]") -> Iterator[str]:
    """Yield a line for each copy, with the number to open it by."""
    for number, copy in enumerate(copies, start=1):
        yield f"{number:>2}  {format_copy(copy)}"


def format_copy(copy: "Copy") -> str:
    """Format a copy: what it is, when it was saved, how many events it holds, and whether it is damaged."""
    if copy.contents is None:
        return f"{copy.name} {copy.path.name}: damaged, it {copy.flaw}"
    saved = to_local_time(copy.contents.saved)
    events = format_events(len(copy.contents.log))
    return f"{copy.label}, saved {saved:%Y-%m-%d %H:%M:%S}: {events}, {copy_state(copy)}"


def format_merged(joined: "MergedFile") -> Iterator[str]:
    """Yield what became of the merged files, and the answers on which they differed."""
    yield f"The copies are one review now, of {format_events(joined.events)}."
    yield from joined.flaws
    if joined.aside:
        yield f"So that it is listed once, the rest is kept as {name_files(joined.aside)}."
    if joined.left:
        yield f"Left as it was: {name_files(joined.left)}."
    if joined.notice:
        yield joined.notice
    if differences := read_differences(joined.path):
        yield f"{format_differ(differences)} The later answer counts, the earlier stays in the history."
        yield from render_differences(differences[:_MOST_DIFFERENCES])
        if len(differences) > _MOST_DIFFERENCES:
            yield f"And {len(differences) - _MOST_DIFFERENCES} more."
        yield "To choose: /file in the conversation line by line, F9 on the screen."


def format_versions(file: "ReviewFile") -> Iterator[str]:
    """Yield the two versions of a file that a program other than matbot changed."""
    found = versions_of(file)
    assert found, "asked only where there is a choice"
    changed = f"{FileAction.THEIRS}  the file as it is now: {format_events(found.theirs)}"
    if found.ours is None:
        yield changed
        yield f"{FileAction.OURS}    nothing: matbot has no copy of its own"
        return
    yield f"{changed}, {found.differ} not as matbot saved them"
    yield f"{FileAction.OURS}    what matbot saved last: {format_events(found.ours)}"
