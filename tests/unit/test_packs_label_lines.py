"""Lines of a Markdown pack that an editor or a person marked: each stands under its own label."""

from functools import partial
from itertools import permutations
from typing import Any

import pytest
from docx.shared import RGBColor

from matbot.review import events
from matbot.rubric import Level, Rubric
from tests.unit.filled_packs import in_lines, in_word, sense
from tests.unit.marked_packs import ANSWERS, rating

NAMES = ("Met", "Met in part", "Not met", "Not met in part")
"""Names of which one stands in another: at its beginning, its end or within it."""

LINES = {
    "a ticked box": "- [x] **{}:**",
    "a ticked box with a capital": "* [X] **{}:**",
    "a ticked box, the colon behind the bold": "- [X] **{}**:",
    "an x behind a colon behind the bold": "- **{}**: x",
    "a box without a bullet": "[x] **{}:**",
    "a box that an editor escaped": r"- \[x\] **{}:**",
    "a tick before the label": "- ✓ **{}:**",
    "an x before the label": "- x **{}:**",
    "a picture of a tick": "- ✅ **{}:**",
    "an x behind the label": "- **{}:** x",
    "highlighting": "- ==**{}:**==",
    "highlighting inside the stars": "- **=={}:==**",
    "highlighting in HTML": "- <mark>**{}:**</mark>",
    "underlining in HTML": "- <u>**{}:**</u>",
}


def named(rubric: Rubric, names: tuple[str, ...]) -> Rubric:
    """The same framework version with other names of its levels."""
    letters = ("R", "AR", "AG", "G")
    scale = tuple(Level(letters=one, name=name) for one, name in zip(letters, names, strict=True))
    return rubric.model_copy(update={"scale": scale})


def marked(pack: str, name: str, line: str) -> str:
    """A pack in which the line of a level has been changed, and the box of no other is ticked."""
    assert pack.count(f"- **{name}:**") == 1
    return pack.replace(f"- **{name}:**", line.format(name))


@pytest.mark.parametrize("way", LINES)
@pytest.mark.parametrize("place", range(4))
def test_a_level_that_is_marked_in_markdown_is_the_rating(rubric: Rubric, way: str, place: int) -> None:
    """And not the one above it; nothing is listed."""
    name = rubric.scale[place].name
    found = sense(rubric, marked(in_lines(rubric, {"1A": {}}), name, LINES[way]))
    assert rating(found) == rubric.scale[place].letters
    assert not found.unread


@pytest.mark.parametrize("names", permutations(NAMES), ids=" - ".join)
@pytest.mark.parametrize("way", ["a ticked box", "an x behind the label", "highlighting"])
def test_the_whole_name_of_a_level_counts(rubric: Rubric, names: tuple[str, ...], way: str) -> None:
    """Whichever other names stand in it, and in whichever order they come."""
    other = named(rubric, names)
    pack = in_lines(other, {"1A": {}})
    for level in other.scale:
        assert rating(sense(other, marked(pack, level.name, LINES[way]))) == level.letters


def _mark_behind(row: int, document: Any) -> None:
    document.tables[1].cell(row, 0).paragraphs[0].add_run(" x")


@pytest.mark.parametrize("names", [NAMES, NAMES[::-1]], ids=" - ".join)
def test_the_whole_name_of_a_level_counts_in_word(rubric: Rubric, names: tuple[str, ...]) -> None:
    """Beside it, and where the mark stands behind it."""
    other = named(rubric, names)
    for row, level in enumerate(other.scale, 1):
        assert rating(sense(other, in_word(other, {"1A": {level.name: level.name}}))) == level.letters
        behind = in_word(other, {"1A": {}}, partial(_mark_behind, row))
        assert rating(sense(other, behind)) == level.letters


def test_all_others_struck_out_in_markdown_leave_one(rubric: Rubric) -> None:
    """As in Word."""
    pack = in_lines(rubric, {"1A": {}})
    struck = {"Red": "- ~~Red:~~", "Amber Red": "- ~~**{}:**~~", "Green": "- <del>**{}:**</del>"}
    for name, line in struck.items():
        pack = marked(pack, name, line)
    assert rating(sense(rubric, pack)) == "AG"


def test_an_empty_box_marks_nothing(rubric: Rubric) -> None:
    """People or editors may put one before each level."""
    pack = in_lines(rubric, {"1A": {}})
    for level in rubric.scale:
        pack = marked(pack, level.name, "- [x] **{}:**" if level.letters == "AG" else "- [ ] **{}:**")
    assert rating(sense(rubric, pack)) == "AG"


def test_a_ticked_box_before_a_question_is_listed(rubric: Rubric) -> None:
    """An x there would say that it does not apply."""
    pack = in_lines(rubric, {"1A (i)": {}}).replace("- **Where you are:**", "- [x] **Where you are:**", 1)
    found = sense(rubric, pack)
    assert not found.drafts
    assert any("“☑”" in line and "Where you are" in line for line in found.unread)


def test_a_list_of_boxes_in_a_note_stays_in_it(rubric: Rubric) -> None:
    """Its items are not the pack's labels."""
    words = "we did:\n- [x] visits\n- ✓ Red: none"
    found = sense(rubric, in_lines(rubric, {"1A (i)": {"What makes you say that": words}}))
    assert [one.note for one in found.drafts if isinstance(one, events.NoteWritten)] == [words]


@pytest.mark.parametrize(
    ("marks", "word"),
    [("**{}**", "bold"), ("_{}_", "in italics"), ("=={}==", "highlighted"), ("<u>{}</u>", "underlined")],
)
def test_a_descriptor_that_is_marked_in_markdown_is_listed(rubric: Rubric, marks: str, word: str) -> None:
    """With its place; whole or in part."""
    lines = in_lines(rubric, ANSWERS).split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("- **Red looks like:**"))
    label, _, words = lines[at].partition(":** ")
    first, _, rest = words.partition(" ")
    for text in (marks.format(words), f"{marks.format(first)} {rest}"):
        found = sense(rubric, "\n".join([*lines[:at], f"{label}:** {text}", *lines[at + 1 :]]))
        (line,) = found.unread
        assert f"1A (i), Red looks like (line {at + 1}): it is {word}" in line


LOOKS = {
    "bold": lambda run: setattr(run, "bold", True),
    "in italics": lambda run: setattr(run, "italic", True),
    "in capitals": lambda run: setattr(run.font, "all_caps", True),
    "in another colour": lambda run: setattr(run.font.color, "rgb", RGBColor(200, 0, 0)),
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_descriptor_whose_letters_are_marked_in_word_is_listed(rubric: Rubric, look: str) -> None:
    """With its place; in part as well. Where all look so, an editor has them so."""

    def mark(document: Any, cells: list[tuple[int, int]], in_part: bool = False) -> None:
        table = document.tables[0]
        for row, column in cells:
            paragraph = table.cell(row, column).paragraphs[0]
            if in_part:
                paragraph.add_run("\u00a0")
                words, paragraph.runs[0].text = paragraph.runs[0].text, ""
                LOOKS[look](paragraph.add_run(words[:5]))
                paragraph.add_run(words[5:])
            else:
                LOOKS[look](paragraph.runs[0])

    (line,) = sense(rubric, in_word(rubric, ANSWERS, lambda document: mark(document, [(2, 2)]))).unread
    assert f"1A (ii), Green looks like (table 1, row 3): it is {look}" in line
    part = sense(rubric, in_word(rubric, ANSWERS, lambda document: mark(document, [(2, 2)], in_part=True)))
    assert any("1A (ii), Green looks like (table 1, row 3)" in line for line in part.unread)
    rows = len(rubric.elements["1A"].questions)
    everywhere = [(row, column) for row in range(1, rows + 1) for column in (1, 2)]
    assert not sense(rubric, in_word(rubric, ANSWERS, lambda document: mark(document, everywhere))).unread
