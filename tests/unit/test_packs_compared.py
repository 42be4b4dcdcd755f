"""What was read from a pack counts in a comparison, and stands there as what nobody has confirmed yet."""

import json
from pathlib import Path

import pytest

from matbot.rubric import Rubric
from tests.speaking import run
from tests.unit.filled_packs import in_lines, kept

MARKED = "From a pack, not confirmed yet:"


@pytest.mark.parametrize("sides", [2, 4])
def test_a_comparison_says_which_answers_nobody_has_confirmed(
    rubric: Rubric, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sides: int
) -> None:
    """By command, as JSON and in the report, however many sides there are; once confirmed, no more."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    reviews = []
    for number in range(sides):
        levels = {"1A": {"Red" if number else "Green": "x"}, "2B": {"Green": "x"}}
        path = kept(tmp_path, in_lines(rubric, levels), f"{number}.md")
        reviews.append(run("pack", "--read", str(path), "--trust", "T", "--group", f"G{number}").out.strip())
    for review in reviews[1:]:
        run("pack", "--confirm", review)

    assert f"{MARKED} 1A of A; 2B of A." in " ".join(run("compare", *reviews).out.split())
    elements = json.loads(run("compare", *reviews, "--json").out)["elements"]
    drafts = {one["code"]: one["drafts"] for one in elements if "drafts" in one}
    assert drafts == {"1A": reviews[:1], "2B": reviews[:1]}
    report = run("compare", *reviews, "--format", "md", "--output", "-").out
    who = "A" if sides > 3 else "A G0"
    assert f"**{MARKED}** 1A of {who}; 2B of {who}." in report
    assert f"**{MARKED}** what {who} said of this." in report

    run("pack", "--confirm", reviews[0])
    assert MARKED not in run("compare", *reviews).out
    assert MARKED not in run("compare", *reviews, "--format", "md", "--output", "-").out
