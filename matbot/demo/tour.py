"""A short tour of sample reviews, which are deleted afterwards."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Lock

from matbot.demo.leftovers import SampleFolder
from matbot.demo.priorities import build_priority_events, parse_days
from matbot.demo.stories import APART, WALKS, Walk
from matbot.demo.walk import Clock, read_lines
from matbot.interview import Interview
from matbot.review.events import Event, ReviewOpened, ScopeChosen
from matbot.review.steps import Ask
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.services.joint_reviews import NewReview, build_opening_events
from matbot.store import times
from matbot.store.workspace import Workspace

UNDER_WAY, BEGINS_AT = "demoexec", "choice:2B.i"
"""The review that the tour continues, and the step at which it is when the tour begins."""

_STATE = "MATBOT_STATE"
"""The environment variable with the folder in which this machine keeps copies of every review."""


class SampleRemoved(Exception):
    """The sample was deleted while it was being made."""


class SampleTalk:
    """The conversation of one sample group, in memory, which can be played up to any step."""

    def __init__(self, rubric: Rubric, one: Walk, first: datetime) -> None:
        """`first` is the time at which they begin."""
        self.one, self.rubric = one, rubric
        self._clock = Clock(replace(one, first=first))
        opened, *rest = build_opening_events(
            NewReview(rubric, one.trust, one.group, people=one.people, elements=one.elements)
        )
        self.log = [*map(self._clock.stamp, [opened.model_copy(update={"review": one.review}), *rest])]
        lines = read_lines(one.name)
        self._lines = lines[: lines.index("/stop")]
        self._typed: dict[str, list[str]] = {}
        """The lines they type at each step, by its key."""
        self._asked: dict[str, int] = {}
        """The number of events before a step was first asked, by its key."""

    def speak(self) -> Iterator[None]:
        """Play the lines of their first afternoon, one for each iteration."""
        interview = Interview(self.rubric, self.log)
        for line in self._lines:
            step = interview.turn.step.key
            self._asked.setdefault(step, len(self.log))
            self._typed.setdefault(step, []).append(line)
            self.log.append(self._clock.stamp(_build_event(interview, line)))
            interview = Interview(self.rubric, self.log)
            yield

    def find_log_until(self, step: str) -> list[Event]:
        """The log as it was when a step was asked for the first time."""
        return self.log[: self._asked[step]]

    def find_typed_at(self, step: str) -> str:
        """The first line that they type at a step."""
        return self._typed[step][0]

    def continue_to(self, log: Sequence[Event], step: str = "") -> list[Event]:
        """Play the conversation from the end of a log to a step, or to the end, and return the new events.

        Steps at which the group types nothing are skipped.
        """
        made: list[Event] = []
        typed = {key: list(lines) for key, lines in self._typed.items()}
        while (interview := Interview(self.rubric, (*log, *made))).turn.step.key != step:
            if interview.turn.ask is Ask.FINISHED:
                break
            lines = typed.get(interview.turn.step.key)
            event = _build_event(interview, lines.pop(0)) if lines else interview.skip()
            made.append(self._clock.stamp(event))
        return made

    def choose_priorities(self, log: Sequence[Event], number: int) -> list[Event]:
        """Build the events of the first `number` priorities that they choose, for the end of a log."""
        _, rows = next(parse_days(read_lines(f"{self.one.name}-priorities")))
        return [*map(self._clock.stamp, build_priority_events(rows[:number], Interview(self.rubric, log)))]


class Sample:
    """A workspace with the reviews of three groups; clearing it deletes it and all copies of them."""

    def __init__(self) -> None:
        """Create only the folder, which from now on also receives this process's copies of reviews.

        Raises:
            OSError: It cannot be created.

        """
        self._folder = SampleFolder()
        self.workspace = Workspace(self._folder.path / "matbot")
        self._before = os.environ.get(_STATE)
        os.environ[_STATE] = str(self._folder.path / "copies")
        self._writing, self._cleared = Lock(), False

    def make(self) -> SampleTalk:
        """Make the reviews, and return the conversation of the one that is under way.

        Raises:
            SampleRemoved: The sample was cleared in the meantime.

        """
        rubric, first = find(), times.now() - timedelta(days=1)
        walks = [one for one in WALKS if one.review in APART]
        walks.sort(key=lambda one: one.review == UNDER_WAY)  # last, so that it is the one to continue
        *_, under_way = [self._play_all(SampleTalk(rubric, one, first)) for one in walks]
        return under_way

    def clear(self) -> None:
        """Delete all of it; can be called repeatedly and from any thread."""
        with self._writing:
            if self._cleared:
                return
            self._cleared = True
            self._folder.clear()
        if self._before is None:
            os.environ.pop(_STATE, None)
        else:
            os.environ[_STATE] = self._before

    def _play_all(self, talk: SampleTalk) -> SampleTalk:
        for _ in talk.speak():
            self._check_not_cleared()
        log = talk.find_log_until(BEGINS_AT) if talk.one.review == UNDER_WAY else talk.log
        opened, scoped, *rest = log
        assert isinstance(opened, ReviewOpened), "a review begins with its opening"
        assert isinstance(scoped, ScopeChosen), "what it is about stands second"
        with self._writing:
            self._check_not_cleared()
            self.workspace.create(talk.rubric, opened, scoped, *rest).close()
        return talk

    def _check_not_cleared(self) -> None:
        if self._cleared:
            raise SampleRemoved


@contextmanager
def sample() -> Iterator[Workspace]:
    """Provide a workspace with sample reviews, which is deleted on exit or when the terminal closes."""
    with _handle_signals():
        made = Sample()
        try:
            made.make()
            yield made.workspace
        finally:
            made.clear()


@contextmanager
def _handle_signals() -> Iterator[None]:
    """Exit normally on SIGHUP and SIGTERM, so that the sample is deleted first."""
    names = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {name: signal.signal(name, lambda *_: sys.exit(1)) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _build_event(interview: Interview, line: str) -> Event:
    """Build the event that a line of the sample makes at the present turn."""
    command, _, words = line.partition(" ")
    if command == "/private":
        return interview.answer(words, private=True)
    commands = {"/park": interview.park, "/skip": interview.skip, "/back": interview.go_back}
    if command in commands:
        return commands[command]()
    keeps = not line and interview.turn.present and interview.turn.ask is not Ask.OPENING
    return interview.skip() if keeps else interview.answer(line)
