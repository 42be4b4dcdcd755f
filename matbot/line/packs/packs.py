"""Workshop packs line by line: one to fill in, and one that came back."""

from pathlib import Path

from matbot.importers.packs.interpretation import PackReading
from matbot.line.elements import codes_in
from matbot.line.mode import LineMode
from matbot.line.talk import BackRequested, Talk
from matbot.line.transcript.export import file_meant, put
from matbot.rubric import Rubric
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import clean_name

WRITE, READ = "write", "read"
CHOICES = {WRITE: "write one to fill in", READ: "read one that came back"}


def pack_in_review(mode: LineMode) -> None:
    """Write a pack of this review's elements, or read one into this review."""
    if mode.talk.choose("A workshop pack.", CHOICES) == WRITE:
        write_pack(mode.talk, mode.workspace, mode.interview.rubric, mode.interview.review.scope)
        return
    mode.refuse_read_only()
    path = file_asked_for(mode.talk)
    mode.talk.say(*read_into(mode.talk, mode.file, path))
    mode.keep()


def write_pack(talk: Talk, workspace: Workspace, rubric: Rubric, usual: tuple[str, ...]) -> None:
    """Ask for whom and about what, and write a pack; `usual` are the elements unless others are named."""
    from matbot.services.blank_pack import build_blank_pack

    audience = talk.ask("For whom is it, such as Headteachers? Enter leaves that open.", clean_name)
    which = "all of them" if len(usual) == len(rubric.elements) else ", ".join(usual)
    codes = talk.ask(
        f"About which elements? Enter takes {which}; or name some, such as {','.join(usual[:2])}",
        lambda typed: codes_in(rubric, typed) if typed else usual,
    )
    put(talk, build_blank_pack(rubric, codes, audience), workspace)


def file_asked_for(talk: Talk) -> Path:
    """The file of a pack that came back."""
    return talk.ask("Which file came back, such as ~/Downloads/workshop-pack.docx?", file_meant)


def read_into(talk: Talk, file: ReviewFile, path: Path) -> list[str]:
    """Read a pack into a review that is open; what to say of it. NotAPack, StoreError; Left if unwanted."""
    from matbot.importers.packs.opening import read_pack
    from matbot.services.pack_import import add_to, replaced

    _, found = read_pack(path, framework=file.rubric)
    agree(talk, found)
    _say_group(talk, found, file.projection.review.group)
    held, gone = len(file.log), replaced(file, found)
    lines = [*gone, *add_to(file, found)]
    if len(file.log) == held:
        return [*lines, "Nothing in this pack is new to the review, and nothing was added."]
    return [
        *lines,
        "What it says is read, as drafts. You confirm them one by one, or all with /confirm.",
    ]


def begin_from_pack(talk: Talk, workspace: Workspace, path: Path, trust: str) -> ReviewFile:
    """Begin a review of what a pack says; the file, open. `trust` is what it is called unless named."""
    from matbot.importers.packs.opening import read_pack
    from matbot.line.group import group_asked_for, people_asked_for, trust_asked_for
    from matbot.services.pack_import import begin_from

    rubric, found = read_pack(path, workspace.rubrics)
    agree(talk, found)
    name = trust_asked_for(talk, trust)
    group = group_asked_for(talk, clean_name(found.whom))
    file = begin_from(workspace, rubric, found, name, group, people_asked_for(talk, 1))
    _say_group(talk, found, group)
    return file


def agree(talk: Talk, found: PackReading) -> None:
    """Tell what could not be read, and ask whether to go on with the rest; Left where that is not wanted."""
    talk.tell(found.unread)
    if not found.drafts:
        talk.say("Nothing else in this pack is filled in, so nothing was kept of it.")
        raise BackRequested
    if found.unread and not talk.agrees("That could not be read. Go on with the rest? Answer yes or no."):
        talk.say("Nothing was kept of it. Mend the file, and read it again.")
        raise BackRequested


def _say_group(talk: Talk, found: PackReading, group: str) -> None:
    """Say so where a pack was made for others than those whose review it is read into."""
    if group and found.whom and group.casefold() != found.whom.casefold():
        talk.say(
            f"The pack says it is for {found.whom}, and this review is by {group}. Look whether it is theirs."
        )
