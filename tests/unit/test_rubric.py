"""The framework that ships: whole, in order, in plain words of its own, and fit for a small screen."""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from matbot.rubric import Rubric
from matbot.rubric.library import DEFAULT, SHIPPED, UnknownRubric, find, folders

ROOT = Path(__file__).parents[2]
CHECK_WORDING = ROOT.parent / "shared" / "tools" / "check_wording.py"

QUESTIONS = {
    "1A": 6, "1B": 5, "1C": 5, "2A": 5, "2B": 6, "3A": 6, "3B": 6, "3C": 5,
    "4A": 6, "4B": 5, "5A": 6, "5B": 5, "6A": 4, "6B": 6,
}  # fmt: skip
"""How many questions each element of the published framework has."""

FACTS = {
    "1B.i": ("SEND", "pupil premium", "low and high prior attainment", "EAL"),
    "2A.v": ("teaching schools", "National Leaders of Education", "NLEs", "lead teachers"),
    "2B.i": ("teaching assistants", "teachers", "leaders"),
    "2B.ii": ("ITT", "NQT", "placements"),
    "3C.ii": ("subject networks", "coaching", "observing"),
    "4A.ii": ("year's progress",),
    "5A.iii": (
        "progress",
        "attainment",
        "wellbeing",
        "exclusions",
        "classroom",
        "subject",
        "phase",
        "school",
    ),
    "5A.v": ("MIS",),
    "5B.ii": ("KPIs", "learning walks", "lesson observations"),
    "6A.iii": ("scheme of delegation",),
    "6B.i": ("Articles of Association", "3 years"),
    "6B.v": ("complaints",),
}
"""What the published framework names in brackets and asides, and matbot's must keep."""


def test_it_has_six_headings_fourteen_elements_and_seventy_six_questions(rubric: Rubric) -> None:
    """Point for point with the published framework."""
    assert [heading.number for heading in rubric.headings] == list("123456")
    assert {code: len(element.questions) for code, element in rubric.elements.items()} == QUESTIONS
    assert len(rubric.questions) == 76


def test_numerals_run_in_order_without_a_gap(rubric: Rubric) -> None:
    """2A's slip in the published framework is mended."""
    for code, element in rubric.elements.items():
        numerals = ["i", "ii", "iii", "iv", "v", "vi"][: len(element.questions)]
        assert [question.id for question in element.questions] == [
            f"{code}.{numeral}" for numeral in numerals
        ]


def test_every_element_says_what_it_covers(rubric: Rubric) -> None:
    """Three or four aspects each, as the framework lists them."""
    assert {len(element.aspects) for element in rubric.elements.values()} <= {3, 4}


@pytest.mark.parametrize("place", FACTS)
def test_every_example_in_brackets_is_kept_as_a_fact(rubric: Rubric, place: str) -> None:
    """Somewhere in the question or its descriptors."""
    question = rubric.questions[place]
    text = " ".join((question.text, question.red, question.green)).lower()
    assert [fact for fact in FACTS[place] if fact.lower() not in text] == []


def test_questions_ask_your_trust_and_descriptors_are_whole_sentences(rubric: Rubric) -> None:
    """One voice throughout, and no word that judges."""
    for question in rubric.questions.values():
        assert "?" in question.text
        assert question.red.endswith(".")
        assert question.green.endswith(".")
        text = " ".join((question.text, question.red, question.green))
        assert not re.search(r"\bMATs?\b|[!]|\bscores?\b|\bfail|\bcompliant\b|’|“", text), question.id


def test_every_question_fits_a_small_screen_with_both_descriptors(rubric: Rubric) -> None:
    """At most 13 rows: the question over 76 columns, the descriptors side by side in 36."""
    for question in rubric.questions.values():
        sides = (len(textwrap.wrap(text, 36)) for text in (question.red, question.green))
        assert len(textwrap.wrap(question.text, 76)) + max(sides) <= 13, question.id


@pytest.mark.skipif(
    not CHECK_WORDING.is_file(), reason="the published framework's text is not on this machine"
)
def test_it_shares_no_run_of_eight_words_with_the_published_text() -> None:
    """The points are the framework's, the words are matbot's."""
    done = subprocess.run(
        [sys.executable, str(CHECK_WORDING), str(SHIPPED / DEFAULT)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_scale_runs_from_red_to_green(rubric: Rubric) -> None:
    """Ambers have no meaning of their own, on purpose."""
    assert list(rubric.levels) == ["R", "AR", "AG", "G"]
    assert [bool(level.meaning) for level in rubric.scale] == [True, False, False, True]


def test_the_content_hash_changes_with_any_word(rubric: Rubric) -> None:
    """A framework is versioned by what it says."""
    other = rubric.model_copy(update={"title": "Another"})
    assert len(rubric.content_hash) == 16
    assert find().content_hash == rubric.content_hash != Rubric(**other.model_dump()).content_hash


def test_an_unknown_framework_names_those_there_are() -> None:
    """One line that says what to choose."""
    with pytest.raises(UnknownRubric, match=DEFAULT):
        find("of-my-own")


def test_a_workspace_can_bring_frameworks_of_its_own(tmp_path: Path) -> None:
    """Beside those that ship."""
    own = tmp_path / "rubrics"
    (own / "mine").mkdir(parents=True)
    (own / "mine" / "rubric.md").write_text("# Mine\n", encoding="utf-8")
    assert [folder.name for folder in folders(own)] == [DEFAULT, "mine"]


def test_a_part_has_these_elements_alone(rubric: Rubric) -> None:
    """Headings without any of them are gone too."""
    part = rubric.part(["2B", "6A"])
    assert list(part.elements) == ["2B", "6A"]
    assert [heading.number for heading in part.headings] == ["2", "6"]
    assert len(part.questions) == 10
