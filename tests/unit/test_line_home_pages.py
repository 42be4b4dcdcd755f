"""Begun at home line by line: groups side by side, transcripts, packs and framework versions."""

from pathlib import Path

from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, text_of
from tests.unit.published import as_text, layout_of_rubric


def test_groups_are_compared_once_they_are_opened(two: Workspace) -> None:
    """No rating is said before; then the widest difference first, by name and in words."""
    output = text_of(at_home(two, "compare 1,2", "no", "stop"))
    assert "Nobody's ratings are said before you open them together." in output
    assert "Red" not in output
    output = text_of(
        at_home(two, "compare", "2,1", "perhaps", "yes", "", "", "1A", "9Z", "1A,1B", "help", "/back")
    )
    assert "matbot: A is Heads, one person, " in output
    assert "matbot: Please answer yes or no." in output
    assert "matbot: 1 of 1: 1A Clarity of purpose, Red against Green: three steps apart." in output
    assert "matbot: Heads: Red; Board: Green." in output
    assert "matbot: No key evidence named by Board." in output
    assert (
        "matbot: Why: Too weak\nmatbot: Key evidence: Minutes\nmatbot: Board: Green.\nmatbot: Why: Strong"
        in output
    )
    assert "There is no element 9Z." in output
    assert "Name one element at a time." in output


def test_a_comparison_is_written_and_groups_are_brought_together(two: Workspace) -> None:
    """In a file that is named, never over another; the new review opens at once."""
    lines = (
        "write",
        "",
        "",
        "write",
        "",
        "",
        "",
        "learning",
        "",
        "Jo",
        "2",
        "",
        "together",
        *[""] * 5,
        "/stop",
    )
    output = text_of(at_home(two, "compare 1,2", "yes", *lines, "stop"))
    names = sorted(path.name.partition("-comparison")[2] for path in two.transcripts.glob("*comparison*"))
    assert names == ["-2.md", ".md"]
    assert len(list(two.transcripts.glob("*learning-set.html"))) == 1
    assert "matbot: It is a joint review of two groups: Board; Heads." in output
    assert [group.label for group in reviews_in(two)[0].groups] == ["Board", "Heads"]


def test_a_transcript_is_written_from_home(two: Workspace) -> None:
    """Which review, which kind of document, about what; its path is said, and home is there again."""
    output = text_of(
        at_home(two, "transcript", "", "x", "2", "5", "board", "9Z", "1A", "Jo", "3", "", "stop")
    )
    (path,) = two.transcripts.iterdir()
    assert f"Written to {path}".replace(" ", "") in output.replace(" ", "")
    assert path.suffix == ".docx"
    assert "Please answer with a number from 1 to 3." in output
    assert "look for the names of pupils and staff" in output
    assert "You are at home." in output


def test_a_pack_goes_out_and_comes_back(two: Workspace, tmp_path: Path) -> None:
    """Written, filled in, read into a new review and into one that is there."""
    path = tmp_path / "my packs" / "pack.md"
    at_home(two, "pack", "write", "Staff", "1A", "md", str(path), "stop")
    path.write_text(
        path.read_text(encoding="utf-8").replace("- **Green:**", "- **Green:** x"), encoding="utf-8"
    )
    output = text_of(at_home(two, "pack", "2", "/nowhere.md", f'"{path}"', "", "", "", "", "/stop"))
    assert "There is no such file." in output
    assert "matbot: Northfields, Staff. 1 of 1 element looked at." in output
    assert (reviews_in(two)[0].group, reviews_in(two)[0].elements["1A"].rating) == ("Staff", "G")
    output = text_of(at_home(two, "pack", "read", str(path), "9", "3", "/stop"))
    assert "There is no review 9." in output
    assert "1A, The rating: you have answered this otherwise in the review. That stays." in output
    assert "The pack says it is for Staff, and this review is by Heads." in output
    assert "Nothing in this pack is new to the review" in output


def test_what_cannot_be_read_of_a_pack_is_told_first(two: Workspace, tmp_path: Path) -> None:
    """And nothing is kept unless people go on with the rest."""
    path = tmp_path / "pack.md"
    at_home(two, "pack", "1", "", "1A", "2", str(path), "stop")
    filled = (
        path.read_text(encoding="utf-8")
        .replace("- **Green:**", "- **Green:** x")
        .replace("- **Red:**", "- **Red:** x")
    )
    path.write_text(filled.replace("- **Your rationale:**", "- **Your rationale:** Words"), encoding="utf-8")
    before = len(two.list_reviews())
    output = text_of(at_home(two, "pack", "2", str(path), "", "no", "stop"))
    assert len(two.list_reviews()) == before
    assert "could not be read" in output or "Nothing else in this pack is filled in" in output
    path.write_text("no pack", encoding="utf-8")
    assert "cannot be read" in text_of(at_home(two, "pack", "2", str(path), "", "stop"))


def test_frameworks_are_told_read_and_checked(two: Workspace) -> None:
    """With their number, their name or a folder; what is to be mended is told by file and line."""
    faulty = two.rubrics / "faulty"
    faulty.mkdir(parents=True)
    (faulty / "rubric.md").write_text("# Mine\n", encoding="utf-8")
    output = text_of(
        at_home(
            two,
            "editions",
            "1",
            "/back",
            "check 2",
            f"check {faulty}",
            "2",
            "9",
            "check",
            "import",
            "/nowhere.docx",
        )
    )
    assert "1 of 2: MAT School Improvement Capacity Framework, 2019-20" in output
    assert "2 of 2: faulty, yours. It has something to mend in 5 places: check 2 says what." in output
    assert output.count("rubric.md: The edition is missing.") >= 2
    assert "There is no framework version 9. They are numbered 1 to 2." in output
    assert "There is no such file." in output


def test_a_framework_is_imported_once_what_was_found_was_told(
    two: Workspace, tmp_path: Path, rubric: Rubric
) -> None:
    """A name that will not do is told; /back keeps nothing. A new review can use what was kept."""
    path = tmp_path / "framework.txt"
    path.write_text(as_text(layout_of_rubric(rubric.part(["1A", "2B"]))), encoding="utf-8")
    at_home(two, "editions", "import", str(path), "/back")
    assert not two.rubrics.exists()
    output = text_of(at_home(two, "editions", "import", str(path), "Not [/red]", "mine", "/back"))
    assert "1A Clarity of purpose" in output
    assert "A framework version cannot be called Not [/red]." in output
    assert "matbot: Kept as mine. A new review can use it." in output
    at_home(two, "new", "first", "mine", "", "Ours", "", "1A", "", "/stop")
    assert reviews_in(two)[0].rubric == "mine"


def test_the_weak_end_of_a_scale_is_asked_for_where_a_file_does_not_tell(
    two: Workspace, tmp_path: Path
) -> None:
    """By number, before anything is told; then it is as people said."""
    path = tmp_path / "unknown.md"
    path.write_text(
        "| Element | Questions | Alpha | Beta | Gamma |\n|---|---|---|---|---|\n"
        "| 1A X | Is it? | a | b | c |\n",
        encoding="utf-8",
    )
    output = text_of(at_home(two, "editions", "import", str(path), "2", "mine", "/back"))
    assert "Which of these is the weakest? 1 Alpha; 2 Gamma." in output
    assert find("mine", two.rubrics).scale[0].name == "Gamma"
