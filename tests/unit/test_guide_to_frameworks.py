"""The guide to writing a framework holds: what it shows is one, and what it says of files is so."""

import re
from pathlib import Path

import pytest

from matbot.rubric.checker import check_folder, load
from tests.speaking import run

GUIDE = Path(__file__).parents[2] / "docs" / "a-framework-version-of-your-own.md"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The framework version that the guide shows, in a workspace."""
    about, heading = re.findall(r"```markdown\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    folder = tmp_path / "here" / "rubrics" / "early-years"
    folder.mkdir(parents=True)
    (folder / "rubric.md").write_text(about, encoding="utf-8")
    (folder / "1-beginnings.md").write_text(heading, encoding="utf-8")
    return folder


def test_what_the_guide_shows_is_a_framework_without_a_fault(written: Path) -> None:
    """Not even one that may stay."""
    assert check_folder(written) == []
    rubric = load(written)
    assert [level.name for level in rubric.scale] == ["Emerging", "Secure", "Leading"]
    assert [len(rubric.descriptors(question)) for question in rubric.questions.values()] == [2, 3]


def test_its_commands_do_what_it_says(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checked, and then a review asked with it."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(written.parents[1]))
    assert run("rubric", "check", str(written)).out == "early-years is sound: 1 element, 2 questions.\n"
    review = run("new", "--trust", "Our Trust", "--rubric", "early-years").out.strip()
    asked = run("ask", review, typed="\n")
    assert "Leading descriptor: We visit each family at home" in asked.out
    assert "1 Like the weak end" in asked.out
