"""Writes frozen samples that are not there yet, as matbot writes reviews: `python -m tests.frozen NAME`."""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from matbot.demo.documents import document_folders
from matbot.review import events
from matbot.review.events import Event
from matbot.rubric import Rubric
from matbot.store.checks import TableTextCache, seal
from matbot.store.file_merge import merge_files
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.migrations import EARLIER, THERE, over
from tests.talk import Talk

FOLDER = Path(__file__).parent

NOTE = "Zoë: “most of us”, 5 of 7 \\ 🏫\n\tand two schools <not yet> | *really*"
"""Words with everything in them that a file format could trip over."""


def _saved(path: Path, talk: Talk) -> Path:
    """A conversation as a review file, saved after each answer."""
    opened, scoped, *more = talk.log
    with ReviewFile.create(path, talk.rubric, [opened, scoped]) as file:
        for event in more:
            file.append(event)
    return path


def _questions(rubric: Rubric = EARLIER) -> Talk:
    """Six people: an element question by question, one at a glance, one left out; undo and moves."""
    talk = Talk(rubric, people=6).say("", "1", NOTE, "x", "No sixth form.", "3")
    talk.say("Between us.", private=True).park().back().say("Between us.", private=True)
    talk.to("1A.ii").undo().undo()
    while not talk.at.startswith("hands"):
        talk.skip()
    talk.say("0 2 3 1", "h", "0 1 4 1", "3", "Most are clear.", "The plan", "Two heads")
    talk.say("g", "1 1 2 2", "4", NOTE, "", "").say("n").to("1C.i").say("2", "On second thoughts.")
    return talk


def whole_review(path: Path) -> None:
    """A conversation, priorities, a reality check, a saved version, the next review; a half-typed note."""
    talk = _questions()
    row = events.PriorityWritten(
        priority="p1", elements=("1A",), issues="(i)", action=NOTE, drafted=("issues",)
    )
    more: list[Event] = [
        row,
        row.model_copy(update={"id": events.new_id(), "lead": "CEO", "progress": "All", "drafted": ()}),
        events.PriorityWritten(
            priority="p2", elements=(), focus="The sixth form", success_measure="Twice as many"
        ),
        events.PriorityWritten(priority="p3", elements=("1B",), milestones="March", next_look="July"),
        events.PrioritiesOrdered(priorities=("p2", "p1", "p3")),
        events.PriorityDropped(priority="p3"),
        events.ElementDeferred(element="1C", why="One at a time", mitigation="Watch", look_again="Autumn"),
        talk.interview.check_rating("1A", "Another trust", "June", "sharpens", NOTE),
        talk.interview.save_version("Before the board met"),
        events.ReviewDateSet(when="October 2027"),
    ]
    talk.log += more
    with ReviewFile.open(_saved(path, talk)) as file:
        file.keep_draft("note:1C.ii", "Half a th")


def from_a_pack(path: Path) -> None:
    """Drafts that were read from a workshop pack, some of them confirmed."""
    talk = Talk(EARLIER, scope=["1A", "1B"], people=6)
    talk.log += [
        events.QuestionAnswered(question="1A.i", leaning="nearer green", drafted=True),
        events.NoteWritten(question="1A.i", note="From the pack.", drafted=True),
        events.QuestionAnswered(question="1A.ii", leaning="does not apply", drafted=True),
        events.ReasonGiven(question="1A.ii", reason="No sixth form.", drafted=True),
        events.ElementRated(element="1B", rating="AG", drafted=True),
        events.RationaleGiven(element="1B", rationale="As the pack says.", drafted=True),
        events.EvidenceNamed(element="1B", evidence="Minutes", drafted=True),
        events.DissentNoted(element="1B", differs="One of us", drafted=True),
    ]
    talk.log += talk.interview.confirm("1A")
    _saved(path, talk)


def moved_to_another_framework(path: Path) -> None:
    """Moved to another framework version, answered on there; some answers have no place in it."""
    _saved(path, _questions())
    _carry(path)
    _answer(path, "1B.i", "4", "Said in the other version.")


def moved_and_back(path: Path) -> None:
    """The same, with the move taken back."""
    moved_to_another_framework(path)
    with ReviewFile.open(path) as file:
        moved = next(event for event in file.events if isinstance(event, events.ReviewMigrated))
        file.append(events.EventUndone(reply=moved.id))
    _answer(path, "1C.ii", "3", "Said in the first version again.")


def _carry(path: Path) -> None:
    with ReviewFile.open(path) as file:
        file.append(events.VersionSaved(name="before later"), over(THERE))


def _answer(path: Path, place: str, *words: str) -> None:
    with ReviewFile.open(path) as file:
        talk = Talk(file.rubric)
        talk.log = list(file.log)
        file.append(*talk.to(place).say(*words).log[len(file.log) :])


def two_copies_merged(path: Path) -> None:
    """Two copies that were answered apart, one of them differently, and then made one."""
    _saved(path, Talk(EARLIER, people=6).say("", "1", "First."))
    other = path.with_name("other.matbot.json")
    shutil.copy(path, other)
    _answer(path, "1A.ii", "1", "Here.")
    _answer(other, "1A.ii", "4", "There.")
    merge_files([path, other])


def from_a_newer_version(path: Path) -> None:
    """With an event, fields and a table that only a newer version knows, of the same schema."""
    _saved(path, Talk(EARLIER).say("", "1", "Clear to all."))
    tables = json.loads(path.read_bytes())
    last = tables["replies"][str(len(tables["replies"]))]
    last["mood"] = {"of": ["the", "room"]}
    number = str(len(tables["replies"]) + 1)
    tables["replies"][number] = {"kind": "sang", "id": "sang01", "at": last["at"], "song": NOTE}
    tables["header"]["1"] |= {"colour": "blue", "checksum": ""}
    tables["pictures"] = {"1": {"of": "a school"}}
    path.write_bytes(seal(tables, TableTextCache()))


def left_out_by_a_group(path: Path) -> None:
    """A joint review of a group that left an element out of its own review with `Not this time`."""
    group = Talk(EARLIER, scope=["1A", "1B"], group="Board", review="a2b3").say("n")
    _saved(path, Talk(EARLIER, scope=["1A", "1B"], groups=[group.account]).say("", "1", "First."))


def renamed_and_archived(path: Path) -> None:
    """A review that was renamed, archived, taken out of the archive and archived again."""
    talk = Talk(EARLIER).say("", "1", "First.")
    talk.log.append(talk.interview.change_details("Northfields Learning Trust", "Zoë & the heads", 7))
    for archived in (True, False, True):
        talk.log.append(talk.interview.archive(archived))
    _saved(path, talk)


def agreed_together(path: Path) -> None:
    """The sample trust's groups brought together, as `matbot demo` writes it."""
    _demo(path, "demotogether")


def a_year_on(path: Path) -> None:
    """The sample trust a year later, with the review of the year before, as `matbot demo` writes it."""
    _demo(path, "demonext")


def _demo(path: Path, review: str) -> None:
    workspace = Workspace(path.parent / "demo")
    for _ in document_folders(workspace):
        pass
    shutil.copy(workspace.find(review), path)


SAMPLES: dict[str, Callable[[Path], None]] = {
    write.__name__.replace("_", "-"): write
    for write in (
        whole_review,
        from_a_pack,
        moved_to_another_framework,
        moved_and_back,
        two_copies_merged,
        from_a_newer_version,
        left_out_by_a_group,
        renamed_and_archived,
        agreed_together,
        a_year_on,
    )
}


def main(names: list[str]) -> None:
    """Write the samples of these names; one that is there stays as it is."""
    for name in names:
        kept = FOLDER / f"{name}.matbot.json"
        if kept.exists():
            raise SystemExit(f"{kept.name} is there, and a frozen sample is never replaced.")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / kept.name
            SAMPLES[name](path)
            shutil.copyfile(path, kept)


if __name__ == "__main__":
    main(sys.argv[1:])
