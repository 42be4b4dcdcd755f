"""The sample trust: what its walks are meant to show, and that the committed transcripts are its own."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from matbot.demo import examples
from matbot.demo.walk import WALKS, Walk, lines_of, walk
from matbot.review.coach import range_of
from matbot.review.priorities import draft_issues
from matbot.review.replies import Reply
from matbot.review.review import Review, review_of
from matbot.rubric import Rubric
from matbot.store.workspace import Workspace
from tests.speaking import run, saves

EXAMPLES = Path(__file__).parents[2] / "transcripts" / "examples"


class Walked:
    """One walk: its log, and what matbot said."""

    def __init__(self, log: tuple[Reply, ...], said: list[str], review: Review) -> None:
        self.log = log
        self.said = said
        self.review = review


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Walked]]:
    """Both walks by name, walked once."""
    root = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATBOT_STATE", str(root / "state"))
        yield {one.name: _walk(root, one) for one in WALKS}


def _walk(root: Path, one: Walk) -> Walked:
    said: list[str] = []
    with walk(Workspace(root), one, said.append) as file:
        return Walked(file.log, said, review_of(file.rubric, file.log))


@pytest.mark.parametrize("name", [one.name for one in WALKS])
def test_every_line_of_a_walk_is_taken(walked: dict[str, Walked], name: str) -> None:
    """Each line is saved as a reply; none is unclear, and none is left over."""
    typed = [line for line in lines_of(name) if line != "/stop"]
    assert saves(walked[name].said) == len(typed)
    assert "Everything in this review has been asked. Thank you." in " ".join(walked[name].said)


def test_the_sample_is_the_same_at_every_run(walked: dict[str, Walked], workspace: Workspace) -> None:
    """Ids and times do not depend on the clock or on chance."""
    with walk(workspace, WALKS[0]) as file:
        assert file.log == walked["executive-team"].log
    assert file.log[0].at == datetime(2026, 10, 6, 15, 30, tzinfo=UTC)


def test_times_never_run_backwards(walked: dict[str, Walked]) -> None:
    """People talk between one reply and the next, and go home between afternoons."""
    for one in walked.values():
        times = [reply.at for reply in one.log]
        assert times == sorted(times)
        assert all(15 <= at.hour < 20 for at in times)


def test_the_executive_teams_drafts_match_the_frameworks_example(walked: dict[str, Walked]) -> None:
    """The same elements and numerals as the framework's own table; pupil involvement is now 3B (vi)."""
    review = walked["executive-team"].review
    numerals = {
        code: [line.rpartition(")")[0] + ")" for line in draft_issues(review, code).split("\n")]
        for code in review.scope
    }
    assert numerals == {
        "1C": ["(i)", "(ii) and (iii)", "(iv)"],
        "2B": ["(i)", "(ii) and (iii)"],
        "3B": ["(i) and (ii)", "(vi)"],
        "3C": ["(ii) and (iii)"],
    }
    assert {code for row in review.priorities for code in row.elements} == set(review.scope)


def test_priorities_are_partly_edited_and_partly_drafts(walked: dict[str, Walked]) -> None:
    """Some rows are agreed in all their columns, some still stand as drafted."""
    rows = walked["executive-team"].review.priorities
    assert any(row.action and row.lead and row.success_measure for row in rows)
    assert any(set(row.drafted) == {"issues", "progress"} for row in rows)
    assert any("progress" not in row.drafted for row in rows)


def test_the_headteachers_use_everything_there_is(walked: dict[str, Walked], rubric: Rubric) -> None:
    """All colours, a glance, not this time, parked, private, not sure, does not apply, not now."""
    review = walked["headteachers"].review
    elements = review.elements
    questions = [record for element in elements.values() for record in element.questions.values()]
    leanings = Counter(record.leaning for record in questions)
    assert review.scope == tuple(rubric.elements)
    assert {element.rating for element in elements.values()} == {"R", "AR", "AG", "G", None}
    assert [code for code, element in elements.items() if element.way == "glance"] == ["6A"]
    assert [code for code, element in elements.items() if not element.looked_at] == ["6B"]
    assert leanings["does not apply"] == 2
    assert leanings["not sure"] >= 3
    assert sum(record.private for record in questions) == 1
    assert sum(record.parked for record in questions) >= 2
    assert any(record.leaning and not record.note for record in questions)
    assert [row.element for row in review.not_now] == ["5A"]
    assert elements["5A"].rating == "R"
    assert "G" in {elements[code].rating for row in review.priorities for code in row.elements}


def test_some_ratings_stand_outside_the_range_that_was_named(
    walked: dict[str, Walked], rubric: Rubric
) -> None:
    """The coach names a range and people choose: two ratings of the headteachers lie outside it."""
    elements = walked["headteachers"].review.elements
    outside = [
        code
        for code, record in elements.items()
        if record.rating
        and range_of(rubric, record)
        and record.rating not in {level.letters for level in range_of(rubric, record)}
    ]
    assert outside == ["2B", "4B"]


def test_the_committed_examples_are_current(workspace: Workspace) -> None:
    """What is in transcripts/examples is what the demo says now. If not: `make examples`, and look at it."""
    made = dict(examples(workspace))
    committed = {path.name: path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*.md")}
    assert committed.keys() == made.keys(), "other files than the demo makes: run `make examples`"
    for name, text in made.items():
        assert committed[name] == text, f"{name} is stale: run `make examples`, and look at it"


def test_the_demo_says_what_it_made_and_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By default it makes `matbot-demo` here; a second time it refuses, and changes nothing."""
    monkeypatch.chdir(tmp_path)
    made = run("demo")
    assert made.status == 0
    written = sorted((tmp_path / "matbot-demo" / "transcripts").glob("*.md"))
    assert len(written) == len(WALKS)
    assert all(path.name in made.out for path in written)
    assert "matbot --workspace matbot-demo show demoexec" in made.out
    before = {path: path.read_bytes() for path in (tmp_path / "matbot-demo").rglob("*") if path.is_file()}
    again = run("demo")
    assert (again.status, again.out) == (1, "")
    assert "already" in again.err
    assert before == {path: path.read_bytes() for path in before}
