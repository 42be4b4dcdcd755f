"""What the battery works on: a review in a folder of its own, with everything that is kept of it."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from matbot.review.events import (
    LEANINGS,
    ElementBegun,
    ElementRated,
    Event,
    EvidenceNamed,
    NoteWritten,
    PriorityWritten,
    QuestionAnswered,
    RationaleGiven,
    ReviewOpened,
    ScopeChosen,
)
from matbot.rubric import Rubric
from matbot.rubric.library import DEFAULT, find
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

FULL = 100_000
"""How large a full review is, in bytes."""

_WORDS = (
    *("we", "are", "clear", "in", "three", "schools", "but", "not", "the", "others", "yet", "heads", "say"),
    *(
        "“we’re nearly there”",
        "Sián’s",
        "naïve",
        "50 %",
        "Key Stage\t2",
        'a "plan"',
        "\\n",
        "漢字",
        "👩‍🏫",
        "{}",
    ),
)
_AT = datetime(2026, 3, 4, 10, tzinfo=UTC)


def full_rubric() -> Rubric:
    """The framework version that ships."""
    return find(DEFAULT, Path("none"))


def small_rubric() -> Rubric:
    """Two questions of the framework version that ships, so that reading takes little time."""
    rubric = full_rubric()
    heading = rubric.headings[0]
    element = heading.elements[0]
    element = element.model_copy(update={"questions": element.questions[:2]})
    heading = heading.model_copy(update={"elements": (element,)})
    return rubric.model_copy(update={"headings": (heading,), "errata": (), "guidance": ("Talk.",)})


def words(random: Random, count: int = 0) -> str:
    """Some words such as people type."""
    return " ".join(random.choices(_WORDS, k=count or random.randint(3, 30)))


def log_of(rubric: Rubric, random: Random) -> list[Event]:
    """Everything said in one walk through a rubric, after the opening and the scope."""
    log: list[Event] = []
    for code, element in rubric.elements.items():
        log.append(ElementBegun(element=code))
        for question in element.questions:
            log.append(QuestionAnswered(question=question.id, leaning=random.choice(LEANINGS[:4])))
            log.append(NoteWritten(question=question.id, note=words(random), private=random.random() < 0.1))
        log.append(ElementRated(element=code, rating=random.choice(rubric.scale).letters))
        log.append(RationaleGiven(element=code, rationale=words(random)))
        log.append(EvidenceNamed(element=code, evidence=words(random)))
        log.append(PriorityWritten(priority=code, elements=(code,), issues=words(random)))
    return [
        event.model_copy(update={"id": f"r{number}", "at": _AT + timedelta(minutes=number)})
        for number, event in enumerate(log)
    ]


def begin(workspace: Workspace, rubric: Rubric, id_: str) -> ReviewFile:
    """A new review, open, with its opening and its scope."""
    opened = ReviewOpened(
        id="opened", at=_AT, review=id_, trust="Northfields", group="Heads", rubric=rubric.id
    )
    return workspace.create(rubric, opened, ScopeChosen(id="scoped", at=_AT, elements=tuple(rubric.elements)))


def use_state_of(folder: Path) -> None:
    """Let locks and second copies be kept below a folder, from here on in this process."""
    os.environ["MATBOT_STATE"] = str(folder / "state")


class Stand:
    """A review of which everything can be put back as it was."""

    def __init__(self, folder: Path, rubric: Rubric, seed: str = "") -> None:
        use_state_of(folder)
        self.folder = folder
        self.workspace = Workspace(folder / "workspace")
        with begin(self.workspace, rubric, "abcd2345") as review:
            *most, last = log_of(rubric, Random(seed))
            review.append(*most)
            self.before = review.path.read_bytes()
            """The save before the last one."""
            review.append(last)
        self.path = review.path
        self.rubric = rubric
        self.log = review.log
        self.ids = [event.id for event in review.log]
        self._kept = self.files()

    def use(self) -> None:
        """Let this be the review that locks and second copies are kept of."""
        use_state_of(self.folder)

    def files(self) -> dict[Path, bytes]:
        """Everything that is kept of the review: the file, its copies, and what else stands about."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and path.parent.name != "locks")
        return {path: path.read_bytes() for path in found}

    def put_back(self) -> None:
        """Put everything back as it was when the review was made."""
        for path in self.files().keys() - self._kept.keys():
            path.unlink()
        for path, raw in self._kept.items():
            path.write_bytes(raw)

    def keeps(self, raw: bytes) -> bool:
        """Whether a file with just these bytes stands anywhere."""
        return raw in self.files().values()
