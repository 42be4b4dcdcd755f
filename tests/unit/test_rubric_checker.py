"""A hand-written framework version: each fault is named with its file, its line and how to mend it."""

from pathlib import Path

import pytest

from matbot.rubric.checker import FaultyRubric, check_folder, load

ABOUT = """# Mine

- edition: First
- source: us

## Scale

- R: Red - weak
- A: Amber
- G: Green

## How to use it

Talk it through.
"""

HEADING = """# 1 Vision

## 1A Purpose

- clear words

### 1A.i

Is it clear?

Red: It is not.

Green: It is.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small framework version without a fault."""
    place = tmp_path / "mine"
    place.mkdir()
    (place / "rubric.md").write_text(ABOUT, encoding="utf-8")
    (place / "1-vision.md").write_text(HEADING, encoding="utf-8")
    return place


def _faults(folder: Path) -> str:
    return "\n".join(map(str, check_folder(folder)))


def _change(folder: Path, old: str, new: str, name: str = "1-vision.md") -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_framework_has_no_faults_and_reads_as_written(folder: Path) -> None:
    """Headings, elements, questions and a scale of its own."""
    rubric = load(folder)
    assert _faults(folder) == ""
    assert (rubric.id, rubric.title, rubric.edition) == ("mine", "Mine", "First")
    assert [level.name for level in rubric.scale] == ["Red", "Amber", "Green"]
    assert rubric.questions["1A.i"].green == "It is."


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(folder: Path) -> None:
    """Notepad writes both."""
    path = folder / "1-vision.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert _faults(folder) == ""
    assert load(folder).questions["1A.i"].text == "Is it clear?"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Red: It is not.\n", "", "1-vision.md:7: 1A.i has no Red descriptor, so only the other"),
        ("Green: It is.\n", "", "1-vision.md:7: 1A.i has no Green descriptor, so only the other"),
        ("Is it clear?\n", "", "1-vision.md:7: 1A.i has no question"),
        ("### 1A.i\n", "### 1A.ii\n", "1-vision.md:7: Here 1A.i should come, not 1A.ii"),
        ("Red: It is not.\n\nGreen: It is.\n", "", "1-vision.md:7: 1A.i has no descriptor at either end"),
        ("Red: It is not.", "Blue: It is not.", "1-vision.md:11: No level is called Blue"),
        ("Red: It is not.", "Is it?", "1-vision.md:11: 1A.i has a second question"),
        ("Red: It is not.", "| Red |\n|---|", "1-vision.md:11: 1A.i has a second question"),
        ("Red: It is not.", "<div>Red</div>", "1-vision.md:11: Nothing is made of this"),
        ("### 1A.i\n", "### 1A.1\n\nOne?\n\nGreen: x\n\n### 1A.ii\n", "Here 1A.2 should come, not 1A.ii"),
        ("## 1A Purpose", "## Purpose", "An element is a code and a name"),
        ("# 1 Vision\n", "", "There is no heading"),
        ("# 1 Vision\n", "# Vision\n", "A heading is a number and a name"),
        ("Green: It is.", "Green: It is.\n\nGreen: Twice.", "1-vision.md:15: 1A.i has this twice"),
        ("### 1A.i\n", "", "These words belong to no question"),
        ("## 1A Purpose", "## 1A Purpose\n\n- x\n\n## 1A Purpose", "1A is already in 1-vision.md:3"),
        ("Red: It is not.", "- Red: It is not.", "A list belongs right below an element's name"),
    ],
)
def test_each_fault_names_file_line_and_how_to_mend_it(
    folder: Path, old: str, new: str, expected: str
) -> None:
    """One fault at a time."""
    _change(folder, old, new)
    assert expected in _faults(folder)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("# Mine\n", "", "The title is missing"),
        ("- source: us\n", "", "The source is missing"),
        ("- R: Red - weak\n", "", "A scale has three to five levels"),
        ("- R: Red - weak\n", "- red\n", "rubric.md:8: This is no level: red"),
        ("- A: Amber\n", "- R: Amber\n", "rubric.md:8: Two levels have the letters R"),
        ("Talk it through.\n", "", "Nothing says how to use it"),
    ],
)
def test_what_the_framework_must_say_of_itself(folder: Path, old: str, new: str, expected: str) -> None:
    """In rubric.md."""
    _change(folder, old, new, "rubric.md")
    assert expected in _faults(folder)


def test_a_folder_that_is_no_framework_says_what_one_is(tmp_path: Path) -> None:
    """In words, with what to do."""
    assert "rubric.md" in _faults(tmp_path / "nowhere")
    with pytest.raises(FaultyRubric, match=r"rubric\.md"):
        load(tmp_path)


def test_a_file_that_is_not_text_is_named(folder: Path) -> None:
    """And nothing else is said of it."""
    (folder / "2-more.md").write_bytes(b"\xff\xfe\x00")
    assert "2-more.md: This file cannot be read" in _faults(folder)


def test_a_question_without_one_of_its_descriptors_is_told_and_may_stay(folder: Path) -> None:
    """Only the other is shown then; a forgotten one is seen all the same."""
    _change(folder, "Red: It is not.\n", "")
    assert all(fault.may_stay for fault in check_folder(folder))
    question = load(folder).questions["1A.i"]
    assert (question.red, question.green) == ("", "It is.")


def test_marks_are_no_part_of_the_words(folder: Path) -> None:
    """People who write `*how*` mean how; a backslash guards what would read as a mark."""
    _change(folder, "Is it clear?", r"Is it *really* `clear`, R&D \*and\* all?")
    _change(folder, "Red: It is not.", "**Red:** It is *not*.")
    question = load(folder).questions["1A.i"]
    assert (question.text, question.red) == ("Is it really clear, R&D *and* all?", "It is not.")


def test_nothing_that_a_terminal_acts_on_comes_from_a_framework(folder: Path) -> None:
    """It may come from anybody."""
    _change(folder, "Is it clear?", "Is it \x1b[31mclear\x07?")
    assert load(folder).questions["1A.i"].text.isprintable()


@pytest.mark.parametrize("line", ["### ", "### 1A", "### 1A."])
def test_a_question_without_its_numeral(folder: Path, line: str) -> None:
    """One fault, with the line that is meant."""
    _change(folder, "### 1A.i\n", f"{line}\n")
    (fault,) = check_folder(folder)
    assert str(fault) == "1-vision.md:7: The numeral is missing. Write `### 1A.i` above the question."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("#### 1A.i", "A question's line has three signs: write `### 1A.i`."),
        ("###1A.ii", "A space is missing: write `### 1A.ii`."),
    ],
)
def test_a_questions_line_with_the_wrong_signs_is_one_fault(folder: Path, line: str, expected: str) -> None:
    """What stands below it is read all the same."""
    if "ii" in line:
        _change(folder, "Green: It is.\n", f"Green: It is.\n\n{line}\n\nTwo?\n\nRed: a\n\nGreen: b\n")
    else:
        _change(folder, "### 1A.i", line)
    (fault,) = check_folder(folder)
    assert fault.message == expected


def test_two_elements_of_one_code_are_one_fault(folder: Path) -> None:
    """However many questions they have."""
    whole = HEADING.partition("\n\n")[2]
    _change(folder, "Green: It is.\n", f"Green: It is.\n\n{whole}")
    (fault,) = check_folder(folder)
    assert fault.message == "1A is already in 1-vision.md:3. Give this one its own."


def test_without_the_file_that_says_what_it_is_nothing_else_is_told(folder: Path) -> None:
    """Its title, scale and so on are missing with it; its levels are not known."""
    (folder / "rubric.md").unlink()
    _change(folder, "Red: It is not.", "Weak: It is not.")
    (fault,) = check_folder(folder)
    assert str(fault).startswith("rubric.md: This file is missing")


def test_a_file_that_is_not_read_is_named_and_a_readme_is_left_alone(folder: Path) -> None:
    """The framework version is sound all the same."""
    (folder / "7-x.txt").write_text("# 7 X\n", encoding="utf-8")
    (folder / "README.md").write_text("About us.\n", encoding="utf-8")
    assert _faults(folder) == "7-x.txt: This file is not read: a framework version's files end in .md."
    assert len(load(folder).headings) == 1
