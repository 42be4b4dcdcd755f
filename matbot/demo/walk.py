"""One group of the sample trust, walked through the conversation as they would type it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from matbot.demo.priorities import chosen
from matbot.line import LineMode, Out
from matbot.review.replies import Opened, Reply, Scoped
from matbot.review.review import review_of
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

AnyReply = TypeVar("AnyReply", bound=Reply)

TRUST = "Northfields Learning Trust"

FIRST = datetime(2026, 10, 6, 15, 30, tzinfo=UTC)
"""When the first afternoon begins; the next ones follow a week apart."""


@dataclass(frozen=True)
class Walk:
    """Who walks, and through which elements."""

    review: str
    """The id of their review."""
    name: str
    """How the files of what they say begin."""
    group: str
    people: int
    elements: tuple[str, ...] = ()
    """The elements they look at; empty for all."""


WALKS = (
    Walk("demoexec", "executive-team", "Executive team", 4, ("1C", "2B", "3B", "3C")),
    Walk("demoheads", "headteachers", "Headteachers", 6),
)


class Clock:
    """Gives replies ids and times that are the same at every run, with the time it takes to talk between."""

    def __init__(self, review: str) -> None:
        self.review = review
        self.count = 0
        self.at = FIRST

    def begin(self, afternoon: int) -> None:
        """Let the time be the beginning of an afternoon, counted from 0."""
        self.at = FIRST + timedelta(weeks=afternoon)

    def stamped(self, reply: AnyReply) -> AnyReply:
        """A reply as it was given at the next time."""
        self.count += 1
        self.at += timedelta(seconds=_seconds(reply))
        return reply.model_copy(update={"id": f"{self.review}{self.count:04}", "at": self.at})


def _seconds(reply: Reply) -> int:
    """How long people talk before they give a reply: longest where they show hands or agree a rating."""
    if isinstance(reply, Opened | Scoped):
        return 0
    said = reply.model_dump(exclude={"kind", "id", "at"}).values()
    words = sum(len(str(value).split()) for value in said)
    return {"voted": 240, "rated": 180}.get(reply.kind, 40) + 2 * words


class Speaking(LineMode):
    """Line mode that hears lines already written, and whose replies are given at the times of the sample."""

    def __init__(self, file: ReviewFile, lines: Iterable[str], clock: Clock, out: Out) -> None:
        typed = iter(lines)
        super().__init__(file, lambda _asking: next(typed, None), out)
        self.clock = clock

    def keep(self, *replies: Reply) -> None:
        """Put replies on the log with the sample's ids and times."""
        super().keep(*map(self.clock.stamped, replies))


def walk(workspace: Workspace, one: Walk, out: Out = lambda _block: None) -> ReviewFile:
    """Walk a group through its review: the open file of all they said. `out` gets what matbot said."""
    rubric, clock = find(), Clock(one.review)
    path = _create(workspace, rubric, one, clock)
    for afternoon, lines in enumerate(_afternoons(lines_of(one.name))):
        clock.begin(afternoon)
        with ReviewFile.open(path) as file:
            Speaking(file, lines, clock, out).run()
    file = ReviewFile.open(path)
    rows = chosen(lines_of(f"{one.name}-priorities"), rubric, review_of(rubric, file.log))
    file.append(*map(clock.stamped, rows))
    return file


def lines_of(name: str) -> list[str]:
    """The lines of a file in `walks/`, without its comments."""
    text = files("matbot.demo").joinpath("walks", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _create(workspace: Workspace, rubric: Rubric, one: Walk, clock: Clock) -> Path:
    opened = Opened(
        review=one.review,
        trust=TRUST,
        group=one.group,
        people=one.people,
        rubric=rubric.id,
        rubric_hash=rubric.content_hash,
    )
    scoped = Scoped(elements=one.elements or tuple(rubric.elements))
    with workspace.create(rubric, clock.stamped(opened), clock.stamped(scoped)) as file:
        return file.path


def _afternoons(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each afternoon: `/stop` ends one."""
    while lines:
        end = lines.index("/stop") + 1 if "/stop" in lines else len(lines)
        yield lines[:end]
        lines = lines[end:]
