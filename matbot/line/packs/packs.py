"""Workshop packs in line mode: writing one to fill in, and reading a completed one."""

from pathlib import Path

from matbot.importers.packs.interpretation import PackReading
from matbot.line.elements import parse_codes
from matbot.line.mode import LineMode
from matbot.line.talk import BackRequested, Talk
from matbot.line.transcript.export import export_document, parse_file
from matbot.presenters.new_review import elements_in_words
from matbot.presenters.packs import WHICH_FILE, present_outcome, present_reading
from matbot.rubric import Rubric
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import clean_name

WRITE, READ = "write", "read"
CHOICES = {WRITE: "write one to fill in", READ: "read one that came back"}


def run_pack_page(mode: LineMode) -> None:
    """Ask whether to write a pack of this review's elements or to read one into the review, and do it."""
    if mode.talk.choose("A workshop pack.", CHOICES) == WRITE:
        write_pack(mode.talk, mode.workspace, mode.interview.rubric, mode.interview.review.scope)
        return
    mode.refuse_read_only()
    path = ask_file(mode.talk)
    mode.talk.say(*read_into(mode.talk, mode.file, path))
    mode.keep()


def write_pack(talk: Talk, workspace: Workspace, rubric: Rubric, usual: tuple[str, ...]) -> None:
    """Ask for the audience and the elements, and write a blank pack.

    Args:
        talk: The conversation to ask in.
        workspace: The workspace whose folder of documents is the default destination.
        rubric: The framework version.
        usual: The default elements.

    """
    from matbot.services.blank_pack import build_blank_pack

    audience = talk.ask("For whom is it, such as Headteachers? Enter leaves that open.", clean_name)
    which = elements_in_words(rubric, usual)
    codes = talk.ask(
        f"About which elements? Enter takes {which}; or name some, such as {','.join(usual[:2])}",
        lambda typed: parse_codes(rubric, typed) if typed else usual,
    )
    export_document(talk, build_blank_pack(rubric, codes, audience), workspace)


def ask_file(talk: Talk) -> Path:
    """Ask for the file of a completed pack."""
    return talk.ask(f"{WHICH_FILE.removesuffix('?')}, such as ~/Downloads/workshop-pack.docx?", parse_file)


def read_into(talk: Talk, file: ReviewFile, path: Path) -> list[str]:
    """Read a completed pack into an open review.

    Returns:
        The lines to print about what was read.

    Raises:
        NotAPack: The file is not a workshop pack of this framework version.
        StoreError: The review cannot be saved.
        BackRequested: The pack has no answers, or the user did not want to go on.

    """
    from matbot.importers.packs.opening import read_pack
    from matbot.services.pack_import import add_pack as read_pack_into

    _, found = read_pack(path, framework=file.rubric)
    _confirm_reading(talk, found, file.projection.review.group)
    outcome = present_outcome(read_pack_into(file, found), file.projection.review)
    confirm = "You confirm them one by one, or all with /confirm."
    drafts = f"{outcome.drafts}. " if outcome.drafts and not outcome.added else ""
    return [*outcome.lines, f"{outcome.summary} {drafts}{confirm if outcome.has_drafts else ''}".rstrip()]


def begin_from_pack(talk: Talk, workspace: Workspace, path: Path, trust: str) -> ReviewFile:
    """Begin a review with the answers of a completed pack.

    Args:
        talk: The conversation to ask in.
        workspace: The workspace of the new review.
        path: The file of the pack.
        trust: The default name of the trust.

    Returns:
        The open file of the new review.

    """
    from matbot.importers.packs.opening import read_pack
    from matbot.line.group import ask_group, ask_people, ask_trust
    from matbot.services.pack_import import begin_from_pack

    rubric, found = read_pack(path, workspace.rubrics)
    _confirm_reading(talk, found, "")
    name = ask_trust(talk, trust)
    group = ask_group(talk, clean_name(found.whom))
    file = begin_from_pack(workspace, rubric, found, name, group, ask_people(talk, 1))
    talk.say(*filter(None, [present_reading(found).for_others(group)]))
    return file


def _confirm_reading(talk: Talk, pack: PackReading, group: str) -> None:
    """Print what could not be read, and ask whether to go on with the rest.

    Also prints a warning if the pack was made for another group than the one whose review it is read into.

    Raises:
        BackRequested: The pack has no answers, or the user did not want to go on.

    """
    reading = present_reading(pack)
    talk.tell(reading.unread)
    if reading.nothing_filled_in:
        talk.say(reading.nothing_filled_in)
        raise BackRequested
    confirmation = f"{reading.left_out}. Go on with the rest? Answer yes or no."
    if reading.unread and not talk.confirm(confirmation):
        talk.say("Nothing was kept of it. Mend the file, and read it again.")
        raise BackRequested
    talk.say(*filter(None, [reading.for_others(group)]))
