"""The screens, line mode and the commands say the same of files: framework versions, and packs filled in."""

import re
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from matbot.importers.frameworks.opening import found_in
from matbot.importers.packs.opening import read_pack
from matbot.presenters.framework_versions import list_versions, present_findings, version_counts
from matbot.presenters.packs import present_outcome, present_reading
from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.rubric.crosswalk import crosswalk_of
from matbot.rubric.library import find
from matbot.rubric.writer import keep
from matbot.screens.frameworks.frameworks import draw_version
from matbot.screens.packs.filled_pack import format_outcome, format_reading
from matbot.screens.widgets.found_words import draw_found
from matbot.screens.widgets.framework_words import framework_details
from matbot.screens.widgets.match_words import match_row
from matbot.services.pack_import import add_pack
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, run, speak, text_of
from tests.unit.filled_packs import in_lines
from tests.unit.published import HEADER, Layout, as_text

SOME = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WIDE = 4000
"""Columns enough that nothing is cut short."""

_places = count()


def _workspace(folder: Path) -> Workspace:
    return Workspace(folder / f"workspace{next(_places)}")


ROW = (
    "1A. Purpose",
    "i. Is it clear?\nii. Is it shared?\nii. Is it lived?",
    "i. A\nii. B\niii. C",
    "i. D",
    "we are",
)
OURS = Layout(("Our framework", "It is owned by Northfields Trust."), ((HEADER, ("1. Vision",), ROW),))
"""A file in which questions are numbered wrongly, and somebody wrote into the column of the rating."""

# Framework versions

_names = st.text("abc XYZ-&", min_size=1, max_size=12).filter(lambda words: words.strip(" -&"))


@st.composite
def versions(draw: st.DrawFn, rubric: Rubric) -> Rubric:
    """A framework version with other names and facts, and with one element or two."""
    facts = {field: draw(_names).strip() for field in ("title", "edition", "source", "credit")}
    part = rubric.part(draw(st.sampled_from([("1A",), ("1B",), ("1A", "1B")])))
    return part.model_copy(update=facts | {"id": "drawn"})


@SOME
@given(data=st.data())
def test_any_framework_version_is_described_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """In the list, and read through: what it is, whose, how large; and one that has something to mend."""
    workspace = _workspace(tmp_path)
    keep(data.draw(versions(small_rubric)), workspace.rubrics / "drawn")
    keep(small_rubric, workspace.rubrics / "torn")
    (workspace.rubrics / "torn" / "rubric.md").write_text("# Nothing else\n", encoding="utf-8")
    shelf = list_versions(workspace.rubrics)
    rows = {one.name: draw_version(one)(WIDE).plain for one in shelf}
    where = ("--workspace", str(workspace.root))
    listed = run(*where, "rubric", "list").out
    spoken = [" ".join(one.split()) for one in at_home(workspace, "editions", "/back", "stop")]
    assert len(re.findall(r"\n    \S", listed)) == len(shelf)
    for number, one in enumerate(shelf, 1):
        line = next(values for values in spoken if values.startswith(f"matbot: {number} of {len(shelf)}: "))
        assert one.origin in line
        assert one.origin in rows[one.name]
        brief = listed.split(f"{one.name}  ")[1].split("\n")[0]
        if one.rubric is None:
            assert one.faults_in_words in line
            assert one.faults_in_words in rows[one.name]
            assert brief.startswith("has something to mend")
            continue
        for words in (line, rows[one.name], brief):
            assert version_counts(one.rubric) in words
            assert " ".join(one.rubric.edition.split()) in words
    drawn = find("drawn", workspace.rubrics)
    read = " ".join(run(*where, "rubric", "show", "drawn").out.split())
    heard = text_of(at_home(workspace, "editions", "drawn", *[""] * 9, "/back", "stop"))
    page = framework_details(drawn, WIDE).plain
    for label, words in (
        ("Framework version", drawn.edition),
        ("Source", drawn.source),
        ("Credit", drawn.credit),
    ):
        for told in (read, heard, page):
            assert f"{label}: {words}" in told


@SOME
@given(data=st.data())
def test_any_two_versions_are_told_apart_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """How many questions came through in which way, and which of them are to be looked at."""
    workspace = _workspace(tmp_path)
    texts = st.sampled_from(["How is it?", "Who decides on it, and when?", "How good is it now?"])
    headings = []
    for heading in small_rubric.headings:
        elements = []
        for element in heading.elements:
            asked = [one.model_copy(update={"text": data.draw(texts)}) for one in element.questions]
            elements.append(element.model_copy(update={"questions": tuple(asked)}))
        headings.append(heading.model_copy(update={"elements": tuple(elements)}))
    keep(small_rubric, workspace.rubrics / "before")
    keep(small_rubric.model_copy(update={"headings": tuple(headings)}), workspace.rubrics / "since")
    earlier, later = (find(name, workspace.rubrics) for name in ("before", "since"))
    crosswalk = crosswalk_of(earlier, later)
    rows = [match_row(match, match.is_doubtful, False, WIDE).plain for match in crosswalk.matches]
    out = " ".join(
        run("--workspace", str(workspace.root), "rubric", "compare", "before", "since").out.split()
    )
    values = text_of(at_home(workspace, "editions", "compare before,since", *[""] * 9, "/back", "stop"))
    for how, words in (("comparable", "as they were"), ("reworded", "reworded"), ("moved", "moved")):
        many = sum(re.search(rf"  {how}\b", row) is not None for row in rows)
        assert (f"{many} {words}" in out) == bool(many)
        assert (f"{many} {words}" in values) == bool(many)
    doubtful = sum("look at this" in row for row in rows)
    assert out.count(", look at it ") == values.count("share few words: look at this one") == doubtful


def test_what_is_found_in_a_file_is_told_alike(workspace: Workspace, tmp_path: Path) -> None:
    """What is to be looked at first, what was mended and what was left out, each with its place."""
    path = tmp_path / "ours.txt"
    path.write_text(as_text(OURS), encoding="utf-8")
    found = found_in(path)
    out = run("--workspace", str(workspace.root), "rubric", "import", str(path), typed="n\n").out
    values = text_of(at_home(workspace, "editions", "import", str(path), *[""] * 9, "/back", "/back", "stop"))
    page = draw_found(found, WIDE).plain
    findings = present_findings(found)
    assert findings.corrections
    assert findings.left_out
    for label, some in findings.parts.items():
        assert (f"\n{label}:\n" in f"\n{out}") == (f"\n{label}\n" in f"\n{page}") == bool(some)
        for one in some:
            assert f"matbot: {label}, {one.place}: {' '.join(one.words.split())}" in values
            for told in (out, page):
                assert f"  {one.place}: " in told
                assert one.words in told


# Packs that came back

_marks = st.sampled_from(["", "1", "3", "x", "9", "Green and Red"])


@st.composite
def answers(draw: st.DrawFn) -> dict[str, dict[str, str]]:
    """What somebody filled in, some of it so that it cannot be read; never nothing at all."""
    perhaps = {words: st.sampled_from(["", words]) for words in ("So.", "x")}
    filled = {
        about: {"Where you are": draw(_marks), "What makes you say that": draw(perhaps["So."])}
        for about in ("1A (i)", "1A (ii)", "1B (i)")
    }
    filled["1A"] = {"Green": draw(perhaps["x"]), "Red": draw(perhaps["x"])}
    assume(any(words for values in filled.values() for words in values.values()))
    return filled


@SOME
@given(data=st.data())
def test_any_pack_that_came_back_is_read_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """What could not be read, what stays as it was, and whether anything was new."""
    filled = data.draw(answers())
    workspaces = [_workspace(tmp_path) for _ in range(3)]
    path = tmp_path / f"pack{next(_places)}.md"
    path.write_text(in_lines(small_rubric, filled), encoding="utf-8")
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=small_rubric.id, group="Heads")
    for workspace in workspaces:
        workspace.create(small_rubric, opened, ScopeChosen(elements=("1A",))).close()
    _, pack = read_pack(path, framework=small_rubric)
    reading = present_reading(pack)
    command = run("--workspace", str(workspaces[0].root), "pack", "--read", str(path), "--into", "k7m2")
    with workspaces[1].open("k7m2") as file:
        values = text_of(speak(file, "/pack", "read", str(path), *["yes"] * bool(pack.unread), "/stop"))
    on_screen = format_reading(reading)
    for unread in pack.unread:
        words = " ".join(unread.split())
        assert words in " ".join(command.err.split())
        assert words in values
    if pack.unread and pack.drafts:
        for told in (command.err, values, on_screen):
            assert reading.left_out in told
    nothing = "in this pack is filled in, so nothing was kept of it."
    assert {nothing in told for told in (command.err, values, on_screen)} == {not pack.drafts}
    if pack.drafts:
        with workspaces[2].open("k7m2") as file:
            outcome = present_outcome(add_pack(file, pack), file.projection.review)
        assert outcome.summary in values
        assert outcome.summary in format_outcome(outcome)
        again = run("--workspace", str(workspaces[0].root), "pack", "--read", str(path), "--into", "k7m2").err
        assert "Nothing in this pack is new to the review, and nothing was added." in again
    ends = [reviews_in(workspace)[0].elements for workspace in workspaces]
    assert ends[0] == ends[1] == ends[2]
