"""What two copies of a review answered differently is said before they are merged and after, and chosen."""

import re
import shutil
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from matbot.interview import Interview
from matbot.interview.copy_differences import choose_answer, find_copy_differences
from matbot.presenters.copy_differences import (
    format_differ,
    format_joined,
    list_merge_details,
    present_differences,
    preview_differences,
    read_differences,
    render_differences,
)
from matbot.report.copy_differences import TITLE
from matbot.review import events
from matbot.review.events import Event, ReviewOpened, ScopeChosen
from matbot.review.fold import review_of
from matbot.review.log import parse_event
from matbot.rubric import Rubric
from matbot.services.export import TranscriptOptions, transcript_of
from matbot.store.file_merge import MergedFile, merge_files
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.conftest import set_time_zone
from tests.speaking import at_home, run, text_of

EVERYTHING: tuple[dict[str, Any], ...] = (
    {"kind": "leant", "question": "1A.i", "leaning": "{red|green}"},
    {"kind": "explained", "question": "1A.ii", "reason": "{Ours|Theirs}"},
    {"kind": "noted", "question": "1A.i", "note": "{Our note|Their note}"},
    {"kind": "voted", "element": "1A", "votes": "{1|2}"},
    {"kind": "rated", "element": "1A", "rating": "{R|AG}"},
    {"kind": "reasoned", "element": "1A", "rationale": "{Our why|Their why}"},
    {"kind": "evidenced", "element": "1A", "evidence": "{Our minutes|Their minutes}"},
    {"kind": "differed", "element": "1A", "differs": "{Nobody|Jo}"},
    {"kind": "prioritised", "priority": "p1", "elements": ["1A"], "action": "{Visit|Wait}", "lead": "Jo"},
    {"kind": "not_now", "element": "1B", "why": "{Too soon|No time}"},
    {"kind": "next_review", "when": "{In May|In June}"},
    {"kind": "scoped", "elements": "{1A|1B}"},
)
"""An answer of every kind that two copies can give differently."""

NAMES = (
    *("1A (i), answer", "1A (i), note", "1A (ii), why it does not apply"),
    *("1A, hands", "1A, rating", "1A, why this rating", "1A, key evidence", "1A, who sees it differently"),
    *("Elements in this review", "Priority 1A", "1B, deferred", "Next review"),
)


def said_by(side: int, start: datetime) -> list[Event]:
    """All of that as one copy says it."""
    said = []
    for number, kind in enumerate(EVERYTHING):
        fields: dict[str, Any] = {
            name: re.sub(r"\{(.*)\|(.*)\}", rf"\{side + 1}", value) if isinstance(value, str) else value
            for name, value in kind.items()
        }
        if kind["kind"] == "voted":
            fields["votes"] = [int(fields["votes"]), 0, 0, 0]
        if kind["kind"] == "scoped":
            fields["elements"] = [fields["elements"]]
        at = start + timedelta(hours=1 + side, minutes=number)
        said.append(parse_event({**fields, "id": f"{'ab'[side]}{number}", "at": at}))
    return said


@pytest.fixture
def paths(
    workspace: Workspace,
    small_rubric: Rubric,
    opened: ReviewOpened,
    scoped: ScopeChosen,
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[Path, Path]:
    """Two copies of a review, as a program that syncs leaves them, that differ in everything."""
    with workspace.create(small_rubric, opened, scoped) as review:
        path = review.path
    copy = path.with_name(path.name.replace(".matbot", ".matbot (Anna's conflicted copy 2026-03-05)"))
    shutil.copy(path, copy)
    for side, one in enumerate((path, copy)):
        with ReviewFile.open(one) as review:
            review.append(*said_by(side, opened.at))
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    return path, copy


def merged(paths: Sequence[Path]) -> ReviewFile:
    """The copies made one, open."""
    return ReviewFile.open(merge_files(paths).path)


def test_every_kind_of_answer_is_told_with_both_answers(paths: tuple[Path, Path]) -> None:
    """In the framework's order, each by its code; the later answer counts."""
    with merged(paths) as review:
        found = find_copy_differences(review.rubric, review.log)
    assert sorted(one.name for one in found) == sorted(NAMES)
    assert [one.name for one in found][:8] == list(NAMES[:8])
    words = {one.name: [answer.words for answer in one.answers] for one in found}
    assert words["1A (i), answer"] == ["Like the green", "Like the red"]
    assert words["1A (i), note"] == ["Their note", "Our note"]
    assert words["1A, rating"] == ["Rated Amber Green", "Rated Red"]
    assert words["1A, key evidence"] == ["Their minutes", "Our minutes"]
    assert words["Priority 1A"] == ["What to do about it: Wait", "What to do about it: Visit"]
    assert words["1B, deferred"] == ["Why it is deferred: No time", "Why it is deferred: Too soon"]
    assert words["Next review"] == ["In June", "In May"]
    assert words["Elements in this review"] == ["1B", "1A"]


def test_choosing_settles_and_loses_neither(paths: tuple[Path, Path]) -> None:
    """Whichever is chosen counts then; every answer stays in the log, and undo takes the choice back."""
    with merged(paths) as review:
        before = {event.id for event in review.log}
        while found := find_copy_differences(review.rubric, review.log):
            other = found[0].others[0]
            review.append(choose_answer(other))
            left = find_copy_differences(review.rubric, review.log)
            assert [one.key for one in left] == [one.key for one in found[1:]]
        assert before < {event.id for event in review.log}
        folded = review_of(review.rubric, review.log)
        assert folded.question("1A.i").leaning == "red"
        assert folded.elements["1A"].rating == "R"
        assert folded.priorities[0].action == "Visit"
        assert folded.next_review == "In May"
        review.append(*Interview(review.rubric, review.log).undo())
        assert len(find_copy_differences(review.rubric, review.log)) == 1


def test_a_draft_that_is_chosen_is_said_by_people(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """It was read from a pack, and waits for nobody now."""
    one = events.ElementRated(id="a", element="1A", rating="R", drafted=True)
    other = events.ElementRated(id="b", element="1A", rating="G")
    log = [opened, scoped, one, other, events.CopiesMerged(id="m", apart=(("a", "b"),))]
    (difference,) = find_copy_differences(small_rubric, log)
    chosen = choose_answer(difference.others[0])
    assert isinstance(chosen, events.ElementRated)
    assert (chosen.rating, chosen.drafted, chosen.id != "a") == ("R", False, True)


def test_a_priority_dropped_in_one_copy_is_a_difference(
    small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """And one that is dropped since is settled."""
    row = events.PriorityWritten(id="a", priority="p", elements=(), focus="Reading", action="Visit")
    drop = events.PriorityDropped(id="b", priority="p")
    log = [opened, scoped, row, drop, events.CopiesMerged(id="m", apart=(("a", "b"),))]
    (difference,) = find_copy_differences(small_rubric, log)
    assert difference.name == "Priority Reading"
    assert [answer.words.split("\n")[0] for answer in difference.answers] == [
        "Not in the table",
        "Focus area: Reading",
    ]
    assert not find_copy_differences(small_rubric, [*log, events.PriorityDropped(priority="p")])


def test_before_a_merge_the_same_is_told_with_the_files(paths: tuple[Path, Path]) -> None:
    """Nothing is changed by asking."""
    before = [path.read_bytes() for path in paths]
    preview = preview_differences(paths)
    assert [path.read_bytes() for path in paths] == before
    told = list(render_differences(preview))
    assert told[0] == (
        f"1A (i), answer. Will count, 4 March 2026 at 12:00, in {paths[1].name}: Like the green. "
        f"Will be kept, 4 March 2026 at 11:00, in {paths[0].name}: Like the red"
    )
    assert "They differ on 12 answers." in format_differ(preview)
    unnamed = render_differences(preview_differences(paths, names_files=False))
    assert not any(path.name in line for line in unnamed for path in paths)
    merge_files(paths)
    after = read_differences(paths[0])
    assert [one.name for one in after] == [one.name for one in preview]
    assert [[answer.words for answer in one.answers] for one in after] == [
        [answer.words for answer in one.answers] for one in preview
    ]


def test_files_that_cannot_be_merged_are_not_told(paths: tuple[Path, Path], tmp_path: Path) -> None:
    """One alone, damaged ones, and those of another review."""
    damaged = tmp_path / "damaged.json"
    damaged.write_bytes(b"{")
    assert preview_differences(paths[:1]) == ()
    assert preview_differences([paths[0], damaged]) == ()
    assert len(preview_differences([*paths, damaged])) == 12


def test_the_day_and_the_hour_are_local(paths: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """As the people had them who answered."""
    set_time_zone(monkeypatch, "EAST-13")
    (answer, *_) = preview_differences(paths)[0].answers
    assert answer.label.startswith("Will count, 5 March 2026 at 01:00")


def test_the_notice_after_a_merge_fits_eighty_columns() -> None:
    """However many copies there were; the details are told apart."""
    paths = tuple(Path(f"the-name-of-a-file-{number}.matbot.json") for number in range(20))
    flaws = tuple(f"{path.name} cannot be read: it is empty." for path in paths)
    joined = MergedFile(paths[0], 2345, tuple(f"note:1A.{n}" for n in range(120)), paths, (), flaws, "")
    words = format_joined(joined)
    assert words == "The copies are one now, with 2345 entries; 120 answers differ, 20 copies are left out."
    assert len(words) < 90
    told = list(list_merge_details(joined))
    assert told[-2:] == [
        "Of 17 more copies nothing is in the result either.",
        "The other files are kept as the-name-of-a-file-0.matbot.json, the-name-of-a-file-1.matbot.json "
        "and the-name-of-a-file-2.matbot.json, and 17 more beside them.",
    ]
    assert len(told) == 5
    one = MergedFile(paths[0], 1, ("scope",), (), (), flaws[:1], "")
    assert format_joined(one) == "The copies are one now, with 1 entry; 1 answer differs, 1 copy is left out."
    assert (
        format_joined(MergedFile(paths[0], 5, (), (), (), (), ""))
        == "The copies are one now, with 5 entries."
    )


# The Full record


def record_of(review: ReviewFile, **wanted: object) -> str:
    """The Full record in Markdown, or another document."""
    options = TranscriptOptions(**wanted)  # type: ignore[arg-type]  # each test names fields of its own
    return transcript_of(review.rubric, review.log, date(2026, 3, 6), options).text


def test_the_full_record_tells_the_other_copys_answers(paths: tuple[Path, Path]) -> None:
    """Under a heading of their own, and where the element is told."""
    with merged(paths) as review:
        text = record_of(review)
        _, _, part = text.partition(f"## {TITLE}")
        part, _, rest = part.partition("\n## ")
        for words in ("Our note", "Their note", "Our minutes", "Their minutes", "In May", "In June"):
            assert words in part
        assert "4 March 2026" in part
        assert "answer; note" not in part
        assert re.search(r"Copies differ in.*\(i\), answer; \(i\), note; .*rating", rest)
        assert TITLE not in record_of(review, kind="board")
        assert TITLE not in record_of(review, kind="learning-set")
        for difference in find_copy_differences(review.rubric, review.log):
            review.append(choose_answer(difference.counts))
        assert TITLE not in record_of(review)


def test_what_differs_is_of_the_part_that_is_wanted_and_without_names(paths: tuple[Path, Path]) -> None:
    """A record of one element tells what differs there; a name that is left out is left out here too."""
    with merged(paths) as review:
        part = record_of(review, codes=["1B"])
        assert "No time" in part
        assert "Their note" not in part
        text = record_of(review, leave_out=["Jo"])
        assert not re.search(r"\bJo\b", text)


def test_a_record_of_a_saved_version_tells_what_differed_then(paths: tuple[Path, Path]) -> None:
    """Although it is settled now."""
    with merged(paths) as review:
        review.append(events.VersionSaved(name="then"))
        for difference in find_copy_differences(review.rubric, review.log):
            review.append(choose_answer(difference.counts))
        assert TITLE in record_of(review, saved_version="then")
        assert TITLE not in record_of(review)


# Line mode and commands


def test_line_mode_tells_what_differs_before_and_after_and_asks(
    workspace: Workspace, paths: tuple[Path, Path]
) -> None:
    """See first, then merge, then choose one of the answers and leave the others open."""
    lines = ("1", "3", *[""] * 9, "1", *[""] * 9, "/file", "2", *["open"] * 11, "/stop", "stop")
    output = text_of(at_home(workspace, *lines))
    assert "They differ on 12 answers." in output
    assert f"Will count, 4 March 2026 at 12:00, in {paths[1].name}: Like the green" in output
    assert "The copies are one now, with 27 entries; 12 answers differ." in output
    assert "Counts, 4 March 2026 at 12:00: Like the green. In another copy" in output
    assert "To choose which answers count, type /file." in output
    assert "1 of 12: 1A (i), answer. Which answer counts?" in output
    assert "1A (i), answer: Like the red counts." in output
    (path,) = [one.path for one in workspace.list_reviews()]
    with ReviewFile.open(path) as review:
        assert len(present_differences(Interview.of(review.projection))) == 11
        assert review_of(review.rubric, review.log).question("1A.i").leaning == "red"


def test_the_command_tells_both_answers(paths: tuple[Path, Path]) -> None:
    """After it has merged; where there are many, the first of them."""
    done = run("merge", "abcd2345")
    assert done.status == 0
    assert "1A (i), answer. Counts, 4 March 2026 at 12:00: Like the green. In another copy" in done.err
    assert "To choose: /file in the conversation line by line, F9 on the screen." in done.err
