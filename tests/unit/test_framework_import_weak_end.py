"""The weak end of a scale is told by its names or by people, and never by where it stands."""

from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.frameworks.order import Order, order_of
from matbot.importers.readers.text import pieces_of_text
from tests.speaking import run

RISING = (
    ("Red", "Amber", "Green"),
    ("Inadequate", "Requires improvement", "Good", "Outstanding"),
    ("Poor", "Fair", "Good", "Excellent"),
    ("Unsatisfactory", "Basic", "Proficient", "Distinguished"),
    ("Ineffective", "Partially effective", "Effective", "Highly effective"),
    ("Emerging", "Developing", "Secure", "Leading"),
    ("Level 1", "Level 2", "Level 3"),
    ("Benchmark 1", "Milestone 2", "Milestone 3", "Capstone 4"),
    ("1 Alpha", "2 Beta", "3 Gamma"),
    ("Red", "Amber", "Green", "Blue"),
    ("Rating 1", "Rating 2", "Rating 3"),
    ("Not achieved", "Partially achieved", "Achieved"),
    ("Weak", "Somewhere between", "Strong"),
    ("Urgent improvement", "Needs attention", "Expected standard", "Strong standard", "Exceptional"),
)
UNKNOWN = (
    ("Alpha", "Beta", "Gamma"),
    ("Grade 1", "Grade 2", "Grade 3"),
    ("Low", "Medium", "High"),
    ("A", "B", "C"),
)


def table(*names: str, extra: tuple[tuple[str, str], ...] = ()) -> str:
    """A framework whose levels are columns, and what looks like each is called by its place."""
    more = "".join(f" {name} |" for name, _ in extra)
    header = f"| Element | Questions |{''.join(f' {name} |' for name in names)}{more}"
    cells = "".join(f" is {name} |" for name in names) + "".join(f" {text} |" for _, text in extra)
    rule = "---|" * (2 + len(names) + len(extra))
    return f"# Ours 2025-26\n\n{header}\n|{rule}\n| 1A Data | Is it so? |{cells}\n"


def of_text(text: str, weakest: str = "") -> Found:
    """What is found in a plain text."""
    return interpret_source(pieces_of_text(text), "ours.md", weakest)


def levels(found: Found) -> tuple[str, ...]:
    """The names of the levels, the weakest first, each checked against what looks like it."""
    names = tuple(level.name for level in found.rubric.scale)
    (question,) = found.rubric.questions.values()
    assert (question.red, *question.between, question.green) == tuple(f"is {name}" for name in names)
    return names


@pytest.mark.parametrize("names", RISING)
def test_known_names_tell_the_weak_end_whichever_stands_first(names: tuple[str, ...]) -> None:
    """From left to right, and from right to left, with what looks like each."""
    for order in (names, names[::-1]):
        found = of_text(table(*order))
        assert levels(found) == names
        assert not found.ends
        assert not found.doubts


@pytest.mark.parametrize("names", UNKNOWN)
def test_names_that_do_not_tell_are_asked_about(names: tuple[str, ...]) -> None:
    """And read as people say, from either end; what is no end is refused in words."""
    assert of_text(table(*names)).ends == names
    assert levels(of_text(table(*names), names[0])) == names
    assert levels(of_text(table(*names), names[-1].upper())) == names[::-1]
    with pytest.raises(CannotImport, match=f"is either {names[0]} or {names[-1]}"):
        of_text(table(*names), names[1])


def test_an_answer_that_nobody_asked_for_counts_if_it_can_and_is_never_dropped() -> None:
    """A name that is at an end counts, even against its meaning; any other is refused in words."""
    names = ("Poor", "Fair", "Good")
    assert levels(of_text(table(*names), "good")) == names[::-1]
    assert levels(of_text(table(*names), "poor")) == names
    for weakest in ("Fair", "Nothing like it"):
        with pytest.raises(CannotImport, match="is either Poor or Good"):
            of_text(table(*names), weakest)


def test_numbers_and_names_that_disagree_are_told_by_the_names() -> None:
    """Grades of inspection count from the best."""
    names = ("1 Outstanding", "2 Good", "3 Requires improvement", "4 Inadequate")
    assert order_of(names) is Order.FALLING
    names = ("Outstanding (1)", "Good (2)", "Requires Improvement (3)", "Inadequate (4)")
    assert order_of(names) is Order.FALLING
    found = of_text(table(*names))
    assert [level.name for level in found.rubric.scale] == [name.partition(" (")[0] for name in names[::-1]]
    assert order_of(("4 Outstanding", "3 Good", "2 Requires improvement")) is Order.FALLING


@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        ("Poor practice looks like", "Good practice looks like"),
        ("Ineffective", "Effective"),
        ("What weak looks like", "What strong looks like"),
        ("Red (weak) looks like", "Green (strong) looks like"),
        ("Not yet in place", "Fully in place"),
        ("Unsafe (poor)", "Safe (good)"),
    ],
)
def test_two_columns_are_told_apart_whichever_stands_first(weak: str, strong: str) -> None:
    """The descriptors of the weak end are red, and those of the strong one green."""
    for first, second in ((weak, strong), (strong, weak)):
        found = of_text(
            f"| Element | Questions | {first} | {second} | Rating |\n|---|---|---|---|---|\n"
            f"| 1A Data | Is it so? | of {first} | of {second} | G AG AR R |\n"
        )
        (question,) = found.rubric.questions.values()
        assert (question.red, question.green) == (f"of {weak}", f"of {strong}")
        assert [level.name for level in found.rubric.scale] == ["Red", "Amber Red", "Amber Green", "Green"]
        assert not found.ends


@pytest.mark.parametrize(
    "name",
    [
        "Action",
        "Owner",
        "By when",
        "RAG",
        "Status",
        "Next steps",
        "Description",
        "Comments",
        "Who will lead this",
    ],
)
def test_columns_that_are_no_levels_are_left_out_and_listed(name: str) -> None:
    """Empty or filled, at either end."""
    for text in ("", "Somebody wrote this."):
        found = of_text(table("Emerging", "Developing", "Secure", extra=((name, text),)))
        assert levels(found) == ("Emerging", "Developing", "Secure")
        if name != "RAG":
            assert name in [one.words for one in found.unread]
        assert text in ["", *(one.words for one in found.unread)]


@pytest.mark.parametrize("text", ["", "AG", "R / AR / AG / G", "☐", "3"])
def test_a_column_that_is_empty_or_has_ratings_alone_is_no_level(text: str) -> None:
    """Whatever it is called."""
    found = of_text(table("Alpha (weak)", "Omega (strong)", extra=(("Autumn", text),)))
    assert "Autumn" in [one.words for one in found.unread]
    assert "Autumn" not in [level.name for level in found.rubric.scale]


def test_an_unknown_column_at_an_end_is_told_first() -> None:
    """It may be a level, and it may be none."""
    found = of_text(table("Emerging", "Developing", extra=(("Our schools", "say so"),)))
    assert "The column “Our schools” is taken for a level" in found.doubts[0].what


# By command


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A framework whose names do not tell."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    path = tmp_path / "ours.md"
    path.write_text(table("Alpha", "Beta", "Gamma"), encoding="utf-8")
    return str(path)


def test_yes_alone_keeps_no_guess(file: str, tmp_path: Path) -> None:
    """It says which option answers; with that it is kept."""
    done = run("rubric", "import", file, "--yes")
    assert (done.status, len(done.err.splitlines())) == (1, 1)
    assert '--weakest "Alpha"' in done.err
    assert not (tmp_path / "workspace/rubrics").exists()
    assert run("rubric", "import", file, "--yes", "--weakest", "gamma").status == 0


def test_it_is_asked_and_nothing_is_kept_without_an_answer(file: str, tmp_path: Path) -> None:
    """By number or by name; then whether to keep it."""
    for typed, status in (("", 1), ("5\ny\n", 1), ("2\ny\n", 0)):
        done = run("rubric", "import", file, typed=typed)
        assert done.status == status
        assert "Which of these is the weakest?" in done.out
    assert "Scale: Gamma (G), Beta (B), Alpha (A)" in done.out


def test_a_level_that_is_not_there_is_no_answer(file: str) -> None:
    """Exit 1, with the two that could be."""
    done = run("rubric", "import", file, "--yes", "--weakest", "Delta")
    assert (done.status, done.out) == (1, "")
    assert "either Alpha or Gamma" in done.err


def test_the_answer_is_taken_on_the_way_in(file: str) -> None:
    """By whoever reads the file with it."""
    found = found_in(Path(file), "Gamma")
    assert (found.rubric.scale[0].name, found.ends) == ("Gamma", ())
