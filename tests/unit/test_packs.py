"""Workshop packs: what is filled in comes back as it was meant, and nothing is guessed."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.importers.packs.marks import is_empty_box, is_tick, leaning_of
from matbot.importers.packs.opening import read_pack
from matbot.importers.packs.text import framework_in_lines
from matbot.report.formats.ooxml import printable
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.services.blank_pack import build_blank_pack
from matbot.text import clean
from tests.speaking import run
from tests.strategies import words
from tests.unit.filled_packs import Answers, in_lines, in_word, kept, sense

MARK, WORDS = "Where you are", "What makes you say that"

THREE: Answers = {
    "1A (i)": {MARK: "3", WORDS: "All staff can say it.\nTwo new schools cannot yet."},
    "1A (ii)": {MARK: "Nearer the red", WORDS: "Plans follow events | mostly."},
    "1A (iii)": {MARK: "0"},
    "1A (iv)": {MARK: "X", WORDS: "We have no clusters."},
    "1A (v)": {WORDS: "We did not agree on a place.\n- Red: said two."},
    "1A": {
        "Amber Green": "x",
        "Why that rating": "Most of it is there.",
        "Key evidence": "Staff survey, 2026",
        "Who sees it differently": "Two of us say Amber Red.",
    },
    "2B (i)": {MARK: "1", WORDS: "# no plan *at all*"},
    "2B": {"Red": " ✓ "},
    "3C (i)": {MARK: "4 Like the green"},
    "3C": {"Key evidence": "Governors' minutes"},
}
"""A pack of three elements, filled in as people do."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands use a workspace of the test's own."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))


def shown(review: str) -> dict[str, Any]:
    """What `matbot show --json` says of a review."""
    found: dict[str, Any] = json.loads(run("show", review, "--json").out)
    return found


def holds_exactly_the_three(found: dict[str, Any]) -> None:
    """Whether a review says what `THREE` says, and nothing else."""
    elements = found["elements"]
    assert found["scope"] == ["1A", "2B", "3C"]
    assert {code: element["rating"] for code, element in elements.items()} == {
        "1A": "AG",
        "2B": "R",
        "3C": None,
    }
    answered = {
        f"{code} ({numeral})": (question["leaning"], question["note"], question["reason"])
        for code, element in elements.items()
        for numeral, question in element["questions"].items()
        if question["leaning"] or question["note"] or question["reason"]
    }
    assert answered == {
        "1A (i)": ("nearer green", "All staff can say it.\nTwo new schools cannot yet.", ""),
        "1A (ii)": ("nearer red", "Plans follow events | mostly.", ""),
        "1A (iii)": ("not sure", "", ""),
        "1A (iv)": ("does not apply", "", "We have no clusters."),
        "1A (v)": (None, "We did not agree on a place.\n- Red: said two.", ""),
        "2B (i)": ("red", "# no plan *at all*", ""),
        "3C (i)": ("green", "", ""),
    }
    texts = [elements["1A"][name] for name in ("rationale", "evidence", "differs")]
    assert texts == ["Most of it is there.", "Staff survey, 2026", "Two of us say Amber Red."]
    assert elements["3C"]["evidence"] == "Governors' minutes"


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_filled_pack_comes_back_as_exactly_what_was_filled_in(
    rubric: Rubric, tmp_path: Path, form: str
) -> None:
    """Ratings, leanings and words come back as drafts, and are the same once they are confirmed."""
    filled = in_word(rubric, THREE) if form == "docx" else in_lines(rubric, THREE)
    path = kept(tmp_path, filled, f"pack.{form}")
    read = run("pack", "--read", str(path), "--trust", "Northfields", "--group", "Heads", "--people", "6")
    review = read.out.strip()
    assert (read.status, re.fullmatch(r"[a-z0-9]{8}", review) is not None) == (0, True)
    assert read.err.splitlines() == [
        f"matbot: They are drafts until you confirm them, one by one: matbot ask {review} "
        f"or all at once: matbot pack --confirm {review}"
    ]
    found = shown(review)
    assert (found["trust"], found["group"], found["people"]) == ("Northfields", "Heads", 6)
    holds_exactly_the_three(found)
    assert all(element["draft"] for element in found["elements"].values())
    questions = found["elements"]["1A"]["questions"]
    assert [numeral for numeral, one in questions.items() if "draft" in one] == ["i", "ii", "iii", "iv", "v"]
    confirmed = run("pack", "--confirm", review)
    assert (confirmed.status, confirmed.out) == (0, "")
    assert "1A, 2B and 3C" in confirmed.err
    found = shown(review)
    holds_exactly_the_three(found)
    assert "draft" not in json.dumps(found["elements"])
    assert "Nothing here waits" in run("pack", "--confirm", review).err


def test_the_pack_that_is_written_is_one_that_can_be_read(rubric: Rubric, tmp_path: Path) -> None:
    """An empty pack in each format is written; the two that come back are said to be empty."""
    for form in ("docx", "md", "html"):
        made = run("pack", "--elements", "1a", "--audience", "Head | teachers", "--format", form)
        path = Path(made.out.strip())
        assert (made.status, path.name) == (0, f"workshop-pack-head-teachers-1a.{form}")
        again = run("pack", "--elements", "1A", "--audience", "Head | teachers", "--format", form)
        assert (again.status, "there already" in again.err) == (1, True)
        read = run("pack", "--read", str(path), "--trust", "T")
        assert (read.status, read.out) == (1, "")
        assert ("Nothing in it is filled in" if form != "html" else "A web page") in read.err
    assert run("list", "--json").out == "[]\n"


def test_a_whole_pack_in_word_repeats_its_headers_and_lies_across(rubric: Rubric) -> None:
    """Every page is across, and each table's first row stands on each page it goes on to."""
    document: Any = Document(BytesIO(in_word(rubric, {code: {} for code in rubric.elements})))
    assert all(section.page_width > section.page_height for section in document.sections)
    assert len(document.tables) == 2 * len(rubric.elements)
    assert all(table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None for table in document.tables)


@settings(max_examples=30, deadline=None)
@given(note=words, why=words, mark=st.sampled_from("12340"))
def test_any_words_come_back_as_they_are_kept(note: str, why: str, mark: str) -> None:
    """Whatever is written in a cell or after a colon is what `clean` makes of it."""
    rubric = find()
    note, why = (printable(text).replace("\r\n", "\n") for text in (note, why))  # as Word has it
    answers = {"1A (i)": {MARK: mark, WORDS: note}, "1A": {"Red": "x", "Why that rating": why}}
    expected = {field: clean(text) for field, text in (("note", note), ("rationale", why)) if clean(text)}
    in_cells = in_word(rubric, {about: dict(one) for about, one in answers.items()})
    for pack in (in_cells, in_lines(rubric, answers)):
        drafts = sense(rubric, pack).drafts
        found = {name: getattr(one, name) for one in drafts for name in expected if hasattr(one, name)}
        assert found == expected


@pytest.mark.parametrize(
    "mark", ["3", " 3. ", "(3)", "nearer the green", "NEARER GREEN", "3: Nearer the green"]
)
def test_a_leaning_is_taken_by_its_key_its_words_or_both(mark: str) -> None:
    """However it is put, as long as it can mean one thing alone."""
    assert leaning_of(mark) == "nearer green"


@pytest.mark.parametrize("mark", ["", "3 4", "34", "5", "✓", "3: like the red", "?", "green-ish", "3/4", "-"])
def test_what_could_mean_two_things_is_no_leaning(mark: str) -> None:
    """Nothing is guessed."""
    assert leaning_of(mark) is None


def test_a_tick_is_a_tick() -> None:
    """The marks that people put, in either case."""
    ticks = ["x", "X", " x ", "✓", "✔", "✔️", "yes", "Yes", "(x)", "[x]", "[X] ", "☒", "☑", "✅", "√", "✘"]
    assert all(map(is_tick, ticks))
    assert not any(map(is_tick, ["", "no", "?", "maybe", "xx", "1", "Red", "☐", "[ ]"]))
    assert all(map(is_empty_box, ["☐", "[ ]", "( )", "□"]))
    assert not any(map(is_empty_box, [*ticks, "no", "?", "-"]))


def test_empty_boxes_beside_the_one_that_is_ticked_are_no_marks(rubric: Rubric) -> None:
    """Word makes boxes of brackets."""
    found = sense(rubric, in_word(rubric, {"1A": {"Red": "☐", "Amber Red": "[ ]", "Green": "☒"}}))
    assert ([draft.kind for draft in found.drafts], found.unread) == (["rated"], ())


def test_what_people_said_already_stays_and_the_rest_is_added(rubric: Rubric, tmp_path: Path) -> None:
    """Read into a review that is there: its own answers count, drafts fill what is open, and widen it."""
    review = run("new", "--trust", "T", "--elements", "1A").out.strip()
    run("ask", review, typed="\n1\nOurs.\n")
    answers = {"1A (i)": {MARK: "4", WORDS: "Ours."}, "1A (ii)": {MARK: "2"}, "2B": {"Green": "x"}}
    path = kept(tmp_path, in_word(rubric, answers))
    read = run("pack", "--read", str(path), "--into", review)
    assert (read.status, read.out) == (0, f"{review}\n")
    assert "1A (i), Where you are: you have answered this otherwise in the review. That stays." in read.err
    found = shown(review)
    questions = found["elements"]["1A"]["questions"]
    assert found["scope"] == ["1A", "2B"]
    assert [(questions[n]["leaning"], "draft" in questions[n]) for n in ("i", "ii")] == [
        ("red", False),
        ("nearer red", True),
    ]
    before = run("show", review, "--json").out
    again = run("pack", "--read", str(path), "--into", review)
    assert (again.status, again.out) == (0, f"{review}\n")
    assert again.err.splitlines()[1:] == [
        "matbot: Nothing in this pack is new to the review, and nothing was added.",
        "matbot: The drafts that are in it already wait for you, one by one: "
        f"matbot ask {review} or all at once: matbot pack --confirm {review}",
    ]
    assert run("show", review, "--json").out == before
    run("pack", "--confirm", review)
    last = run("pack", "--read", str(path), "--into", review).err.splitlines()
    assert last[1:] == ["matbot: Nothing in this pack is new to the review, and nothing was added."]


def test_a_draft_that_gives_way_to_another_is_named(rubric: Rubric, tmp_path: Path) -> None:
    """A second pack, or one that was mended, takes the place of what nobody confirmed, and says so."""
    first = kept(tmp_path, in_word(rubric, {"1A (i)": {MARK: "1", WORDS: "Not yet."}}))
    review = run("pack", "--read", str(first), "--trust", "T").out.strip()
    second = kept(tmp_path, in_word(rubric, {"1A (i)": {MARK: "1", WORDS: "We begin."}}))
    assert run("pack", "--read", str(second), "--into", review).err.splitlines()[0] == (
        "matbot: 1A (i), What makes you say that: the draft that waited there, “Not yet.”, gave way to what "
        "this pack says."
    )
    assert shown(review)["elements"]["1A"]["questions"]["i"]["note"] == "We begin."


@pytest.mark.parametrize(("group", "is_said"), [("Trustees", True), ("heads", False), ("", False)])
def test_a_pack_that_was_made_for_others_says_so(
    rubric: Rubric, tmp_path: Path, group: str, is_said: bool
) -> None:
    """It is read all the same: people may have passed it on."""
    raw = build_blank_pack(rubric, ["1A"], "Heads").render("md").replace(b"- **Green:**", b"- **Green:** x")
    path = kept(tmp_path, raw, "pack.md")
    begun = run("pack", "--read", str(path), "--trust", "T", "--group", group)
    words = "The pack says it is for Heads, and this review is by Trustees. Check whether it is theirs."
    assert (begun.status, words in begun.err) == (0, is_said)
    review = run("new", "--trust", "T", "--group", group).out.strip()
    assert (words in run("pack", "--read", str(path), "--into", review).err) == is_said


def test_a_pack_of_another_edition_is_not_read_into_a_review(tmp_path: Path) -> None:
    """Other words would have been answered."""
    review = run("new", "--trust", "T").out.strip()
    path = kept(tmp_path, "- **Framework version:** other-2030\n", "pack.md")
    read = run("pack", "--read", str(path), "--into", review)
    assert (read.status, "It is of the framework version other-2030" in read.err) == (1, True)


def test_a_text_may_be_saved_by_any_editor(rubric: Rubric, tmp_path: Path) -> None:
    """Other line ends, other bullets, no stars, another encoding: it is the same pack."""
    text = in_lines(rubric, {"1A (i)": {MARK: "3", WORDS: "Ja, genau. Ça va."}, "1A": {"Green": "x"}})
    for changed in (
        text.replace("\n", "\r\n"),
        text.replace("- **", "* **"),
        text.replace("**", ""),
        text.replace("**", "__"),
    ):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            path = kept(tmp_path, changed.encode(encoding), "pack.md")
            _, found = read_pack(path)
            assert (len(found.drafts), found.unread) == (3, ()), changed[:300]
    assert framework_in_lines(text) == rubric.id


def test_a_word_pack_begins_its_first_element_on_its_first_page(rubric: Rubric) -> None:
    """Each other element can be handed out by itself; the margins are narrow."""
    document = Document(BytesIO(build_blank_pack(rubric, ["1A", "1B", "2A"]).render()))
    titles = [one for one in document.paragraphs if one.style and one.style.name == "Heading 2"]
    breaks = [bool(one.paragraph_format.page_break_before) for one in titles]
    assert breaks == [False, False, True, True]
    assert {section.start_type for section in document.sections} == {WD_SECTION.CONTINUOUS}
    assert all((section.left_margin or 0) <= Mm(12) for section in document.sections)


@pytest.mark.parametrize("name", ["pack.md", "pack.docx"])
def test_a_pack_of_the_version_that_landed_is_read_as_one_of_this(tmp_path: Path, name: str) -> None:
    """It calls the framework version its edition; nothing of its own words is taken for people's."""
    framework = find("mat-si-capacity-2019", tmp_path)

    def as_before(document: Any) -> None:
        for run_of in (one for paragraph in document.paragraphs for one in paragraph.runs):
            run_of.text = run_of.text.replace("Framework version", "Edition")

    if name.endswith("md"):
        pack: bytes | str = in_lines(framework, THREE).replace("**Framework version:**", "**Edition:**")
    else:
        pack = in_word(framework, THREE, as_before)
    assert "Edition" in (
        pack if isinstance(pack, str) else "".join(p.text for p in Document(BytesIO(pack)).paragraphs)
    )
    found, reading = read_pack(kept(tmp_path, pack, name), tmp_path)
    assert found.id == framework.id
    assert not any("Edition" in line for line in reading.unread)
    now = in_lines(framework, THREE) if name.endswith("md") else in_word(framework, THREE)
    _, as_now = read_pack(kept(tmp_path, now, name), tmp_path)
    assert reading.unread == as_now.unread
    assert len(reading.drafts) == len(as_now.drafts) > 9
