"""Commands about several reviews: side by side, brought together, a year on; theirs stay as they are."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from matbot.report.columns import width
from matbot.review.events import (
    ElementRated,
    Event,
    EvidenceNamed,
    NoteWritten,
    QuestionAnswered,
    RationaleGiven,
    ReviewOpened,
    ScopeChosen,
    VersionSaved,
)
from matbot.rubric import Rubric
from matbot.store.workspace import Workspace
from tests.speaking import run

AT = datetime(2026, 10, 6, 15, tzinfo=UTC)

Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands use the test's workspace."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def make(workspace: Workspace, small_rubric: Rubric) -> Make:
    """Makes the review of a group and gives its file."""

    def made(id_: str, group: str, *output: Event, people: int = 3, rubric: Rubric = small_rubric) -> Path:
        opened = ReviewOpened(
            review=id_, trust="Northfields", group=group, people=people, rubric=rubric.id, at=AT
        )
        with workspace.create(rubric, opened, ScopeChosen(elements=tuple(rubric.elements), at=AT)) as file:
            if output:
                file.append(*(event.model_copy(update={"at": AT}) for event in output))
            return file.path

    return made


@pytest.fixture
def groups(make: Make) -> dict[str, Path]:
    """Heads and board: Red against Green in 1A, the same in 1B, each with a question in its own words."""
    weak = (
        ElementRated(element="1A", rating="R"),
        RationaleGiven(element="1A", rationale="Nobody can say it"),
    )
    strong = (
        ElementRated(element="1A", rating="G"),
        RationaleGiven(element="1A", rationale="It is written down"),
    )
    return {
        "heads": make(
            "heads234", "Heads", *weak, ElementRated(element="1B", rating="AR"),
            QuestionAnswered(question="1A.i", leaning="red"),
            NoteWritten(question="1A.i", note="Ask anybody"),
            NoteWritten(question="1A.ii", note="Not for others", private=True),
        ),
        "board": make(
            "board234", "Board", *strong, ElementRated(element="1B", rating="AR"),
            EvidenceNamed(element="1A", evidence="The plan"),
            QuestionAnswered(question="1A.i", leaning="green"),
        ),
    }  # fmt: skip


def shown(id_: str) -> Any:
    """What `show --json` says."""
    return json.loads(run("show", id_, "--json").out)


def compared(*arguments: str) -> Any:
    """What `compare --json` says."""
    return json.loads(run("compare", *arguments, "--json").out)


def test_the_object_of_a_comparison_is_the_one_that_is_promised(groups: dict[str, Path]) -> None:
    """Reviews with who they are; elements by urgency with ratings, words and what they lean apart on."""
    found = compared("heads", "board")
    assert list(found) == ["reviews", "elements"]
    assert found["reviews"][0] == {
        "key": "heads234", "id": "heads234", "letter": "A", "label": "Heads", "trust": "Northfields",
        "group": "Heads", "people": 3, "moment": None, "started": "2026-10-06T15:00:00Z",
        "said": "2026-10-06T15:00:00Z", "scope": ["1A", "1B"], "looked_at": 2, "rated": 2,
    }  # fmt: skip
    assert [(one["code"], one["steps"]) for one in found["elements"]] == [("1A", 3), ("1B", 0)]
    assert found["elements"][0] == {
        "code": "1A", "name": "Purpose 1A", "ratings": {"heads234": "R", "board234": "G"}, "steps": 3,
        "said": {"heads234": "Nobody can say it", "board234": "It is written down"},
        "evidence": {"heads234": "", "board234": "The plan"},
        "differs": {"heads234": "", "board234": ""},
        "questions": {"i": {
            "heads234": {"leaning": "red", "note": "Ask anybody"},
            "board234": {"leaning": "green", "note": ""},
        }},
        "wordings": {"heads234": "comparable", "board234": "comparable"},
    }  # fmt: skip


def test_a_comparison_in_words_is_a_grid_and_then_what_to_talk_about(groups: dict[str, Path]) -> None:
    """Letters with a legend, who chose what, how far apart, where evidence is missing, how to write it."""
    output = run("compare", "heads", "board")
    assert "A  Heads, 3 people, 6 October 2026: 2 of 2 elements looked at, 2 rated.\n" in output.out
    assert "R Red, AR Amber Red, AG Amber Green, G Green, · no rating" in output.out
    assert "  1. 1A Purpose 1A\n     Red against Green: three steps apart. A: Red; B: Green.\n" in output.out
    assert "You answer question i differently." in output.out
    assert "No key evidence named by A." in output.out
    assert "Rated alike: 1B." in output.out
    assert "matbot compare heads board --format md" in output.err
    assert "Not for others" not in output.out


def test_comparing_changes_nothing_on_disk(groups: dict[str, Path], tmp_path: Path) -> None:
    """Every file is byte for byte what it was, after comparing and after bringing together."""
    before = {path: path.read_bytes() for path in groups.values()}
    assert run("compare", "heads", "board").status == 0
    assert run("new", "--together", "heads", "--together", "board").status == 0
    assert {path: path.read_bytes() for path in groups.values()} == before


def test_some_elements_alone_are_compared(groups: dict[str, Path]) -> None:
    """`--elements` leaves out the others, in the words too."""
    assert [one["code"] for one in compared("heads", "board", "--elements", "1b")["elements"]] == ["1B"]
    assert "1A" not in run("compare", "heads", "board", "--elements", "1b").out


@pytest.mark.parametrize("label", ["Group", "L" * 200, "漢字 " * 60, "[/red] \x1b[31m| a"])
def test_twelve_sides_fit_80_columns(make: Make, label: str) -> None:
    """However many they are and whatever they are called, no line is longer, and labels differ."""
    ids = [f"group{letter}22" for letter in "abcdefghjkmn"]
    for number, id_ in enumerate(ids):
        make(id_, f"{label} {number}", ElementRated(element="1A", rating=("R", "AR", "AG", "G")[number % 4]))
    output = run("compare", *ids)
    assert output.status == 0
    assert max(map(width, output.out.splitlines())) <= 80
    assert "\x1b" not in output.out
    assert "A   B   C   D   E   F   G   H   I   J   K   L\n" in output.out
    assert "R   AR  AG  G   R   AR  AG  G   R   AR  AG  G\n" in output.out
    assert len({review["label"] for review in compared(*ids)["reviews"]}) == 12


def test_an_unfinished_review_and_one_with_nothing_rated_are_said_to_be(make: Make) -> None:
    """They stand beside the others with what they say; silence is no difference."""
    make("heads234", "Heads", ElementRated(element="1A", rating="AR"))
    make("board234", "Board")
    output = run("compare", "heads", "board")
    assert "1 of 2 elements looked at, 1 rated." in output.out
    assert "0 of 2 elements looked at, 0 rated." in output.out
    assert "There is no difference to talk about yet." in output.out
    assert "Only one rating: 1A." in output.out
    assert "Not reviewed by any of you: 1B." in output.out
    assert [one["steps"] for one in compared("heads", "board")["elements"]] == [None]


def test_two_copies_of_one_review_are_one_review(groups: dict[str, Path]) -> None:
    """Two files with one id are told apart by nothing: how to make them one is said."""
    copy = groups["heads"].with_name("copied.matbot.json")
    copy.write_bytes(groups["heads"].read_bytes())
    for first, second in (("heads", "heads"), (str(groups["heads"]), str(copy))):
        done = run("compare", first, second)
        assert (done.status, done.out) == (2, "")
        assert "Heads (heads234) is there twice" in done.err
        assert "matbot merge" in done.err
    assert run("compare", "heads", "board").status == 0


def test_another_scale_or_another_framework_cannot_stand_beside(
    make: Make, groups: dict[str, Path], small_rubric: Rubric
) -> None:
    """The one that does not fit is named, and what to do."""
    two_levels = small_rubric.model_copy(update={"id": "two", "scale": small_rubric.scale[::3]})
    make("scale234", "Other scale", rubric=two_levels)
    done = run("compare", "heads", "scale")
    assert (done.status, done.out) == (2, "")
    assert "Other scale (scale234) is rated on another scale (R, G)" in done.err
    strange = Rubric.model_validate_json(
        small_rubric.model_dump_json().replace("1A", "7A").replace("1B", "7B")
    )
    make("other234", "Elsewhere", rubric=strange)
    done = run("compare", "heads", "other")
    assert (done.status, done.out) == (2, "")
    assert "no element in common" in done.err
    assert run("new", "--together", "heads", "--together", "other").status == 2


def test_words_that_changed_are_said_beside_the_rating(
    make: Make, groups: dict[str, Path], small_rubric: Rubric
) -> None:
    """A side that was asked in other words is named, in words and in the object."""
    reworded = Rubric.model_validate_json(small_rubric.model_dump_json().replace("Weak.", "Feeble."))
    make("other234", "Elsewhere", ElementRated(element="1A", rating="G"), rubric=reworded)
    assert "Asked in other words (reworded): B. Compare with care." in run("compare", "heads", "other").out
    assert compared("heads", "other")["elements"][0]["wordings"]["other234"] == "reworded"


def test_what_another_framework_has_besides_is_not_left_unsaid(
    make: Make, groups: dict[str, Path], small_rubric: Rubric
) -> None:
    """An element that the first framework version does not have has no line, and is named."""
    other = Rubric.model_validate_json(small_rubric.model_dump_json().replace("1B", "7B"))
    make("other234", "Elsewhere", ElementRated(element="7B", rating="G"), rubric=other)
    output = run("compare", "heads", "other").out
    assert "B also reviewed 7B, which the framework version of A does not have.\n" in output
    assert "also spoke" not in run("compare", "heads", "board").out


def test_a_review_stands_beside_its_own_saved_version(make: Make) -> None:
    """`matbot name` prints how to ask for the saved version; what was said later is not in it."""
    make("heads234", "Heads", ElementRated(element="1A", rating="R"))
    named = run("name", "heads", "Before the board met")
    assert (named.status, named.out) == (0, "heads234@Before the board met\n")
    with Workspace(Path("workspace").absolute()).open("heads234") as file:
        file.append(ElementRated(element="1A", rating="AG"))
    (element,) = compared("heads", named.out.strip())["elements"]
    assert element["ratings"] == {"heads234": "AG", "heads234@Before the board met": "R"}
    assert run("compare", "heads@Before the board met", "heads@before THE board met").status == 2
    then = json.loads(run("show", "heads", "--as-of", "before the board met", "--json").out)
    assert then["elements"]["1A"]["rating"] == "R"
    printed = run("transcript", "heads", "--as-of", "before the board met", "--output", "-")
    assert (printed.status, "Amber Green (AG)" in printed.out) == (0, False)
    taken = run("name", "heads", "BEFORE the board met")
    assert (taken.status, taken.out) == (1, "")
    assert "There is a saved version called BEFORE the board met already" in taken.err


def test_a_comparison_is_written_and_never_over_another_unasked(groups: dict[str, Path]) -> None:
    """`--format md` writes to transcripts and prints the path alone; `--output -` prints the text."""
    written = run("compare", "heads", "board", "--format", "md")
    path = Path(written.out.removesuffix("\n"))
    assert (written.status, path.parent.name) == (0, "transcripts")
    assert run("compare", "heads", "board", "--format", "md").status == 1
    assert run("compare", "heads", "board", "--format", "md", "--overwrite").status == 0
    printed = run("compare", "heads", "board", "--output", "-").out
    assert printed == path.read_text(encoding="utf-8")
    assert "Nobody can say it" in printed
    assert "Not for others" not in printed


def test_a_learning_set_leaves_out_the_names_that_it_is_told(groups: dict[str, Path]) -> None:
    """It is about the elements that are named, printed or written."""
    asked = ("compare", "heads", "board", "--learning-set", "--elements", "1A", "--leave-out", "anybody")
    printed = run(*asked)
    assert printed.status == 0
    assert "It is written down" in printed.out
    assert "anybody" not in printed.out
    assert "names before you send it" in printed.err
    written = run(*asked, "--format", "md")
    assert Path(written.out.strip()).read_text(encoding="utf-8") == printed.out


def test_a_review_that_follows_another_takes_from_it_what_is_left_out(groups: dict[str, Path]) -> None:
    """Trust, group, people and elements are the earlier review's unless they are given."""
    made = run("new", "--since", "heads")
    follows = shown(made.out.strip())
    assert made.out == f"{follows['id']}\n"
    assert (follows["since"], follows["trust"], follows["group"], follows["people"], follows["scope"]) == (
        *("heads234", "Northfields", "Heads", 3),
        ["1A", "1B"],
    )
    asked = ("--trust", "Southfields", "--group", "", "--people", "1", "--elements", "1B")
    follows = shown(run("new", "--since", "heads", *asked).out.strip())
    assert (follows["trust"], follows["group"], follows["people"], follows["scope"]) == (
        *("Southfields", "", 1),
        ["1B"],
    )
    assert "Follows the review heads234 of October 2026." in run("show", follows["id"]).out


def test_groups_brought_together_are_named_in_the_record(make: Make, groups: dict[str, Path]) -> None:
    """By id, saved version and last event; the people are their sum and the group is Together."""
    make("staff234", "Staff", ElementRated(element="1B", rating="G"), VersionSaved(name="May"))
    made = run("new", "--together", "heads", "--together", "staff@may").out.strip()
    review = shown(made)
    assert (review["group"], review["people"], review["scope"]) == ("Together", 6, ["1B"])
    assert [(one["id"], one["label"], one["moment"]) for one in review["together"]] == [
        ("heads234", "Heads", None),
        ("staff234", "Staff", "May"),
    ]
    assert all(one["upto"] for one in review["together"])
    assert "Joint review of Heads and Staff." in run("show", made).out


def test_groups_of_two_trusts_are_asked_which_it_is(groups: dict[str, Path]) -> None:
    """Nobody's trust is guessed."""
    id_ = run("new", "--since", "heads", "--trust", "Southfields").out.strip()
    refused = run("new", "--together", "board", "--together", id_)
    assert (refused.status, refused.out) == (2, "")
    assert "--trust NAME" in refused.err
    assert run("new", "--together", "board", "--together", id_, "--trust", "Both").status == 0


def test_a_reality_check_stands_beside_the_rating(groups: dict[str, Path]) -> None:
    """The rating stays; show says who it was tested with, in the object and in words."""
    asked = ("--with", "A focus group", "--when", "May", "--outcome", "differs", "--said", "Weaker")
    done = run("reality", "board", "1a", *asked)
    assert (done.status, done.out) == (0, "")
    assert "which stays Green" in done.err
    element = shown("board")["elements"]["1A"]
    assert element["rating"] == "G"
    assert element["checks"] == [
        {"with_whom": "A focus group", "when": "May", "outcome": "differs", "said": "Weaker"}
    ]
    assert element["moves"] == [{"at": "2026-10-06T15:00:00Z", "rating": "G"}]
    assert "Reality checks: 1A (they see it differently)." in run("show", "board").out


def test_a_review_that_is_open_elsewhere_takes_neither_name_nor_check(groups: dict[str, Path]) -> None:
    """Whoever writes in it keeps it to themselves; the words say so."""
    with Workspace(Path("workspace").absolute()).open("heads234"):
        for asked in (
            ("name", "heads", "Now"),
            ("reality", "heads", "1A", "--with", "Them", "--outcome", "agrees"),
        ):
            done = run(*asked)
            assert (done.status, done.out) == (1, "")
            assert "can only be read" in done.err
