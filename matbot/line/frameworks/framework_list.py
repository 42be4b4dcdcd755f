"""The editions that there are, and which of them is wanted."""

from pathlib import Path

from matbot.line.talk import Talk
from matbot.rubric import Rubric
from matbot.rubric.library import DEFAULT, find, folders
from matbot.text import one_line


def sound_or_not(own: Path) -> list[tuple[Path, Rubric | None]]:
    """The folder of every edition, the workspace's own in place of others of its name; None has faults."""
    from matbot.rubric.checker import FaultyRubric, load

    found = list[tuple[Path, Rubric | None]]()
    for folder in {folder.name: folder for folder in folders(own)}.values():
        try:
            found.append((folder, load(folder)))
        except FaultyRubric:
            found.append((folder, None))
    return found


def list_frameworks(own: Path) -> list[Rubric]:
    """The editions that are sound."""
    return [rubric for _, rubric in sound_or_not(own) if rubric]


def ask_for_framework(talk: Talk, own: Path) -> Rubric:
    """The edition to use: it is asked for where there is a choice."""
    there = list_frameworks(own)
    if len(there) < 2:
        return there[0] if there else find(DEFAULT, own)  # which says what is to be mended in it
    usual = next((one.id for one in there if one.id == DEFAULT), there[0].id)
    ways = {one.id: one_line(f"{one.edition}, {one.title}") for one in there}
    way = talk.choose("Which edition of the framework?", ways, usual)
    return next(one for one in there if one.id == way)
