"""Plays the review of a sample group through the conversation, as they would type it."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import TypeVar

from matbot.demo.priorities import build_priority_events, parse_days
from matbot.demo.stories import Walk
from matbot.interview import Interview
from matbot.line import LineMode, WriteText, run_line_mode
from matbot.review.events import AccountAdded, Event, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.services.joint_reviews import NewReview, build_opening_events, load_source
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

AnyEvent = TypeVar("AnyEvent", bound=Event)


class Clock:
    """Gives events reproducible ids and times, spaced by how long people talk in between."""

    def __init__(self, one: Walk) -> None:
        self.review = one.review
        self.count = 0
        self.first = self.at = one.first

    def set_afternoon(self, afternoon: int) -> None:
        """Set the time to the start of an afternoon, counted from 0."""
        self.at = self.first + timedelta(weeks=afternoon)

    def set_day(self, day: date) -> None:
        """Set the time to the afternoon of another day."""
        self.at = datetime.combine(day, self.first.timetz())

    def stamp(self, event: AnyEvent) -> AnyEvent:
        """Return a copy of an event with the next id and time."""
        self.count += 1
        self.at += timedelta(seconds=_estimate_seconds(event))
        return event.model_copy(update={"id": f"{self.review}{self.count:04}", "at": self.at})


def _estimate_seconds(event: Event) -> int:
    """Estimate how long people talk before an answer; longest for a show of hands or a rating."""
    if isinstance(event, ReviewOpened | ScopeChosen | AccountAdded):
        return 0
    values = event.model_dump(exclude={"kind", "id", "at"}).values()
    words = sum(len(str(value).split()) for value in values)
    return {"voted": 240, "rated": 180}.get(event.kind, 40) + 2 * words


class ScriptedLineMode(LineMode):
    """Line mode with prepared input, whose events have the ids and times of the sample."""

    def __init__(self, file: ReviewFile, lines: Iterable[str], clock: Clock, out: WriteText) -> None:
        typed = iter(lines)
        super().__init__(file, lambda _asking: next(typed, None), out)
        self.clock = clock

    def keep(self, *events: Event) -> None:
        """Append events with the sample's ids and times."""
        super().keep(*map(self.clock.stamp, events))


def walk(workspace: Workspace, one: Walk, out: WriteText = lambda _block: None) -> ReviewFile:
    """Play a group's review, and return its open file; `out` receives what matbot says."""
    clock = Clock(one)
    file = _create(workspace, one, clock)
    for afternoon, lines in enumerate(_split_afternoons(read_lines(one.name))):
        clock.set_afternoon(afternoon)
        run_line_mode(ScriptedLineMode(file, lines, clock, out))
    for day, rows in parse_days(read_lines(f"{one.name}-priorities", or_none=True)):
        if day:
            clock.set_day(day)
        file.append(*map(clock.stamp, build_priority_events(rows, Interview.of(file.projection))))
    return file


def read_lines(name: str, or_none: bool = False) -> list[str]:
    """Read a file in `walks/` without its comments; with `or_none`, a missing file has no lines."""
    place = files("matbot.demo").joinpath("walks", f"{name}.txt")
    if or_none and not place.is_file():
        return []
    return [line for line in place.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@cache
def _rubric() -> Rubric:
    """Load the framework version that ships, once for all reviews."""
    return find()


def _create(workspace: Workspace, one: Walk, clock: Clock) -> ReviewFile:
    rubric = _rubric()
    beginning = NewReview(
        rubric=rubric,
        trust=one.trust,
        group=one.group,
        people=one.people,
        elements=one.elements,
        since=load_source(workspace, one.since).account if one.since else None,
        groups=tuple(load_source(workspace, group).account for group in one.groups),
    )
    opened, scoped, *brought = build_opening_events(beginning)
    opened = opened.model_copy(update={"review": one.review})
    opened, scoped = clock.stamp(opened), clock.stamp(scoped)
    return workspace.create(rubric, opened, scoped, *map(clock.stamp, brought))


def _split_afternoons(lines: list[str]) -> Iterator[list[str]]:
    """Split lines into afternoons, each of which ends with `/stop`."""
    while lines:
        end = lines.index("/stop") + 1 if "/stop" in lines else len(lines)
        yield lines[:end]
        lines = lines[end:]
