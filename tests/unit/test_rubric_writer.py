"""A framework version that is written as files reads back the same, whatever its words."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.rubric import Element, Heading, Level, Question, Rubric
from matbot.rubric.checker import check_folder, load
from matbot.rubric.places import numerals, question_id
from matbot.rubric.writer import keep

HOSTILE = (
    "Red: ",
    "**x**",
    "1. ",
    "# ",
    "- ",
    "<b>",
    "&amp;",
    "`",
    "[a](b)",
    "\\",
    "***",
    "---",
    "~~~",
    "| a |",
)

WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(lambda words: " ".join(" ".join(words).split()))
NAMES = st.from_regex(r"[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8})?", fullmatch=True)


@st.composite
def scales(draw: st.DrawFn) -> tuple[Level, ...]:
    """Three to five levels, each with letters and a name of its own."""
    names = draw(st.lists(NAMES, min_size=3, max_size=5, unique_by=str.casefold))
    taken = {"red", "green", *"abcdefgh"}
    named = [name for name in names if name.casefold() not in taken]
    levels = [Level(letters="ABCDE"[place], name=name) for place, name in enumerate(named)]
    spare = [Level(letters=f"X{number}", name=f"Level {number}") for number in range(3 - len(levels))]
    return (*levels, *spare)


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """A framework version of any shape: its own codes, numerals, scale, and descriptors where it has them."""
    scale = draw(scales())
    codes = draw(st.lists(st.from_regex(r"[0-9A-Z]{1,2}[.-]?[A-Z]", fullmatch=True), min_size=1, unique=True))
    first = draw(st.sampled_from("1ai"))
    elements = [draw(_elements(code, first, len(scale))) for code in codes[:6]]
    cut = draw(st.integers(1, len(elements)))
    parts = [part for part in (elements[:cut], elements[cut:]) if part]
    return Rubric(
        id="mine",
        title=draw(TEXTS),
        edition=draw(TEXTS),
        source=draw(TEXTS),
        credit=draw(st.one_of(st.just(""), TEXTS)),
        scale=scale,
        guidance=draw(st.lists(TEXTS, min_size=1, max_size=3).map(tuple)),
        errata=draw(st.lists(TEXTS, max_size=2).map(tuple)),
        headings=tuple(
            Heading(number=number, name=draw(TEXTS), elements=tuple(part))
            for number, part in zip("AB", parts, strict=False)
        ),
    )


@st.composite
def _elements(draw: st.DrawFn, code: str, first: str, levels: int) -> Element:
    numbers = [numeral for numeral, _ in zip(numerals(first), range(draw(st.integers(1, 3))), strict=False)]
    questions = [draw(_questions(question_id(code, numeral), levels)) for numeral in numbers]
    aspects = draw(st.lists(TEXTS, max_size=2).map(tuple))
    return Element(code=code, name=draw(TEXTS), aspects=aspects, questions=tuple(questions))


@st.composite
def _questions(draw: st.DrawFn, id_: str, levels: int) -> Question:
    maybe = st.one_of(st.just(""), TEXTS)
    red = draw(maybe)
    between = tuple(draw(maybe) for _ in range(levels - 2))
    return Question(
        id=id_,
        text=draw(TEXTS),
        red=red,
        green=draw(maybe if red else TEXTS),
        between=between if any(between) else (),
    )


@given(rubrics())
def test_a_framework_written_and_read_again_says_the_same(rubric: Rubric) -> None:
    """Words that look like Markdown, like a descriptor, like a list: all of them stay words."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "mine"
        keep(rubric, folder)
        assert [fault for fault in check_folder(folder) if not fault.may_stay] == []
        assert load(folder) == rubric


def test_the_framework_that_ships_is_the_same_once_written_again(rubric: Rubric, tmp_path: Path) -> None:
    """Its version, too: what it says is what counts, and not its folder's name."""
    keep(rubric, tmp_path / "copy")
    assert load(tmp_path / "copy").content_hash == rubric.content_hash


def test_a_framework_is_never_written_over_another(rubric: Rubric, tmp_path: Path) -> None:
    """And nothing is left behind where it could not be written."""
    rubrics = tmp_path / "rubrics"
    keep(rubric, rubrics / "copy")
    with pytest.raises(FileExistsError):
        keep(rubric, rubrics / "copy")
    assert [path.name for path in rubrics.iterdir()] == ["copy"]
