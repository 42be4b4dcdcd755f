"""Review files in line mode: bringing one in from elsewhere, and opening a copy or backup of one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from matbot.interview import Unclear
from matbot.line.elements import parse_number
from matbot.line.opening import open_reference, open_review
from matbot.line.reviews import Reviews
from matbot.line.talk import BackRequested, Talk
from matbot.line.transcript.export import parse_file
from matbot.presenters.file_states import copy_state
from matbot.presenters.review_list import format_events
from matbot.review.local_time import format_time
from matbot.store.copies import Copy
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import one_line, shortened


def bring(talk: Talk, workspace: Workspace, typed: str) -> ReviewFile:
    """Copy a review file from elsewhere into the workspace, and open it.

    If the workspace already has that review, its copies are settled first.

    Args:
        talk: The conversation to ask in.
        workspace: The workspace to copy the file into.
        typed: The path of the file; if it is empty, the user is asked for it.

    """
    from matbot.store.incoming import bring_in

    question = "Which file, such as ~/Downloads/heads.matbot.json? A copy of it is kept with your reviews."
    path = _parse_review_file(typed) if typed else talk.ask(question, _parse_review_file)
    brought_in = bring_in(workspace, path)
    names = ((one, {path.name for path in (one.path, *one.copies)}) for one in workspace.list_reviews())
    existing = next((one for one, its in names if brought_in.name in its), None)
    return (
        open_review(talk, workspace, existing)
        if existing
        else open_reference(talk, workspace, str(brought_in))
    )


def _parse_review_file(typed: str) -> Path:
    """Parse the path of a review file; raise Unclear if there is no such file, or it is a Word file."""
    path = parse_file(typed)
    if path.suffix.lower() in (".docx", ".docm", ".dotx", ".dotm"):
        raise Unclear("That is a Word file. A workshop pack that came back is read with pack, at home.")
    return path


def backups(talk: Talk, workspace: Workspace, reviews: Reviews, typed: str) -> ReviewFile:
    """List every copy of a review, and open the one the user chooses as a new review.

    Raises:
        BackRequested: The user chose none.
        Unclear: `typed` names no review.

    """
    question = "The copies of which review? Its number, such as 1; or the id of one that is gone."
    parse = partial(_find_copies, reviews)
    copies = parse(typed) if typed else talk.ask(question, parse)
    many = len(copies)
    lines = [f"{number} of {many}: {format_copy(copy)}." for number, copy in enumerate(copies, 1)]
    talk.tell(lines, answered=True)
    question = "Which one opens as a new review? Its number; Enter leaves all as it is."
    chosen = talk.ask(question, partial(_parse_copy, copies), again=partial(talk.tell, lines))
    if chosen is None:
        raise BackRequested
    assert chosen.contents, "what cannot be opened is not taken"
    copied = workspace.copy(chosen.contents)
    talk.say("It is a review of its own now, and nothing else was changed.")
    return copied


def format_copy(copy: Copy) -> str:
    """Format a copy: what it is, when it was saved, how many events it holds, and whether it is damaged."""
    if copy.contents is None:
        return f"{copy.name} {one_line(copy.path.name)}, damaged: it {copy.flaw}"
    events = format_events(len(copy.contents.log))
    return f"{one_line(copy.label)}, saved {format_time(copy.contents.saved)}, {events}, {copy_state(copy)}"


def _find_copies(reviews: Reviews, typed: str) -> list[Copy]:
    """Return every copy of a review; if its own file is gone, the copies that this machine still has.

    Raises:
        Unclear: There is no such review, and no copy of it.

    """
    from matbot.store.copies import find_copies, find_remaining_copies

    try:
        return find_copies(reviews.find(typed).path)
    except Unclear:
        if left := find_remaining_copies(typed.strip().lower()):
            return left
        raise


def _parse_copy(copies: Sequence[Copy], typed: str) -> Copy | None:
    """Parse the number of a copy; None for an empty line.

    Raises:
        Unclear: There is no such copy, or it cannot be opened.

    """
    if not typed:
        return None
    place = parse_number(typed, len(copies))
    if place is None:
        raise Unclear(f"There is no copy {shortened(typed, 20)}. They are numbered 1 to {len(copies)}.")
    if copies[place].contents is None:
        raise Unclear(f"Copy {place + 1} cannot be opened: it {copies[place].flaw}. Choose another.")
    return copies[place]
