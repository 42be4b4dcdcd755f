"""An answer folds the new event alone: in an open file, and in line mode, early in a review and late."""

import io
from datetime import date

import pytest

from matbot.interview import Interview
from matbot.line import LineMode, from_lines, run_line_mode
from matbot.review.events import QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.services.export import OWN, TRANSCRIPT_KINDS, TranscriptOptions, transcript_of
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.fold_counts import Folded, walked
from tests.migrations import EARLIER, THERE, over

at_turns = pytest.mark.parametrize("turns", [5, 300])

ONE = {"review": 1, "flow": 1, "effective_events": 1}
"""One event in the review and in the way through it; nothing else is looked through."""


def review_at(workspace: Workspace, rubric: Rubric, turns: int) -> ReviewFile:
    """A review that stands at a question after so many turns, open."""
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=rubric.id)
    file = workspace.create(rubric, opened, ScopeChosen(elements=tuple(rubric.elements)))
    file.append(*walked(rubric, turns))
    file.append(*Interview.of(file.projection).go_to_place(next(iter(rubric.questions))))
    return file


@at_turns
def test_an_answer_is_folded_once_for_header_and_conversation(
    workspace: Workspace, rubric: Rubric, turns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks the file afterwards gets what the save made."""
    with review_at(workspace, rubric, turns) as file:
        folded = Folded.counting(monkeypatch)
        file.append(Interview.of(file.projection).answer("2"))
        assert folded.since() == ONE
        interview = Interview.of(file.projection)
        assert interview.turn.step.key.startswith("note:")
        assert interview.projection is file.projection
        assert folded.since() == {}


@at_turns
def test_an_answer_in_line_mode_folds_one_event(
    workspace: Workspace, rubric: Rubric, turns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From one line that asks for something to the next."""
    with review_at(workspace, rubric, turns) as file:
        folded, counts = Folded.counting(monkeypatch), list[dict[str, int]]()
        typed = from_lines(io.StringIO("2\nBecause.\n1\n/stop\n"), lambda _: None)

        def hear(asking: str) -> str | None:
            counts.append(folded.since())
            return typed(asking)

        run_line_mode(LineMode(file, hear, lambda _: None))
        assert counts == [{}, ONE, ONE, ONE]


def test_undo_folds_the_whole_log_once(
    workspace: Workspace, rubric: Rubric, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was taken back may be anywhere in the log; the answer after it is one event again."""
    with review_at(workspace, rubric, 20) as file:
        file.append(Interview.of(file.projection).answer("2"))
        folded = Folded.counting(monkeypatch)
        file.append(*Interview.of(file.projection).undo())
        counted = len(file.projection.counted)
        assert folded.since() == {"review": counted, "flow": counted, "effective_events": len(file.log)}
        file.append(Interview.of(file.projection).answer("3"))
        assert folded.since() == ONE


def test_a_review_that_was_moved_goes_on_event_by_event(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only moving it reads the log anew."""
    with review_at(workspace, EARLIER, 20) as file:
        file.append(over(THERE))
        folded, before = Folded.counting(monkeypatch), file.log
        file.append(QuestionAnswered(question="V1.i", leaning="green"))
        assert folded.since() == ONE
        assert all(one is other for one, other in zip(before, file.log, strict=False))


@pytest.mark.parametrize("kind", TRANSCRIPT_KINDS)
def test_a_transcript_folds_no_log_twice(
    workspace: Workspace, rubric: Rubric, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What all readers may see is folded already; what is left after leaving things out is folded once."""
    with review_at(workspace, rubric, 20) as file:
        review, many = file.projection.review, len(file.projection.counted)
        folded = Folded.counting(monkeypatch)
        transcript_of(file.rubric, file.log, date(2026, 3, 4), TranscriptOptions(kind), review)
        assert folded.since().get("review", 0) == (0 if kind == OWN else many)
