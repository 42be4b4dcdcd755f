"""At home line by line: what is there, what can be begun, and what is said where something cannot be."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from matbot.line.home.home import Home
from matbot.line.talk import SCREEN
from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, saves, text_of

ASKS = re.compile(r"you(?: \(.*\))?:")


def test_an_empty_workspace_explains_itself_in_three_sentences(workspace: Workspace) -> None:
    """Then what there is, and what can be typed."""
    output = at_home(workspace)
    assert [part.count(". ") for part in output[:3]] == [0, 0, 0]
    assert output[3] == "matbot: There are no reviews yet: new begins one."
    assert output[4] == "matbot: Type new, pack, frameworks, bring, help or stop."
    assert output[5:] == ["you (a word):"]


def test_home_offers_the_review_saved_last_and_numbers_them_all(two: Workspace) -> None:
    """Whose it is, how far it has come, and where it goes on."""
    output = text_of(at_home(two, "stop"))
    assert "matbot: Enter carries on with Northfields, Board; next is 1B Understanding of needs." in output
    assert "matbot: 1 of 2: Northfields, Board; 1 of 2 elements looked at, 1 rated, saved " in output
    assert "matbot: 2 of 2: Northfields, Heads; 1 of 1 element looked at, 1 rated, saved " in output
    assert "Red" not in output
    assert output.endswith("matbot: Goodbye. Everything is kept.")


@pytest.mark.parametrize(("typed", "group"), [("", "Board"), ("2", "Heads"), ("/1", "Board")])
def test_a_number_opens_a_review_and_stop_comes_home(two: Workspace, typed: str, group: str) -> None:
    """Enter takes the first; afterwards there is home again, and then a good end."""
    output = text_of(at_home(two, typed.lstrip("/"), "/stop", "stop"))
    assert f"matbot: Northfields, {group}. 1 of " in output
    assert output.index("Everything you said is saved.") < output.index("matbot: You are at home.")
    assert "matbot ask" not in output
    assert output.endswith("Goodbye. Everything is kept.")


def test_a_review_is_opened_by_its_id_or_its_file(two: Workspace) -> None:
    """Whatever people have at hand."""
    one = two.list_reviews()[1]
    for named in (one.id, one.id[:4], str(one.path), f"'{one.path}'"):
        assert "matbot: Northfields, Heads. 1 of 1" in text_of(at_home(two, named, "/stop"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("9", "There is no review 9. They are numbered 1 to 2."),
        ("nonsense", "There is no review nonsense."),
        ("[/red]", "There is no file [/red]."),
        ("9" * 5000, "There is no review 999"),
        ("0000000001", "There is no review 0000000001."),
        ("/nonsense", "There is no file /nonsense."),
        ("./nowhere.matbot.json", "There is no file"),
        ("compare 1", "Name 2 to 12 reviews"),
        ("compare 1,1", "is there twice"),
        ("compare 1,7", "There is no review 7."),
        ("compare 1,2@never", "This review has no saved version called never"),
        ("transcript 9", "There is no review 9."),
        ("tour", "There is no tour here."),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(two: Workspace, line: str, words: str) -> None:
    """Nothing is changed, and home asks again."""
    before = {path: path.read_bytes() for path in two.root.rglob("*.json")}
    output = at_home(two, line, "stop")
    assert words in text_of(output)
    assert sum(bool(ASKS.fullmatch(part)) for part in output) == 2
    assert {path: path.read_bytes() for path in two.root.rglob("*.json")} == before


@pytest.mark.parametrize("line", ["", "2", "compare", "transcript"])
def test_what_needs_a_review_says_so_where_there_is_none(workspace: Workspace, line: str) -> None:
    """And what begins one."""
    assert "new" in text_of(at_home(workspace, line, "stop")[6:7])


def test_each_question_of_a_new_review_says_what_would_be_an_answer(workspace: Workspace) -> None:
    """A wrong answer is told in a line and asked again; /repeat says the question, /help more."""
    output = at_home(
        workspace,
        *("new", "", "\u202e", "/repeat", "/help", "/nonsense", "Northfields"),
        *("Heads", "0", "ten", "9" * 500, "4", "9Z", "1A,", "later"),
        *("", "/stop", "stop"),
    )
    text = text_of(output)
    assert text.count("A review needs the name of your trust.") == 2
    assert text.count("What is your trust called") == 2
    assert "First answer this, or leave it with /back." in text
    assert text.count("Please type a whole number from 1 to 9999.") == 3
    assert "There is no element 9Z. They run from 1A to 6B, with commas between." in text
    assert "Enter begins it, /back leaves it; later means nothing here." in text
    (review,) = reviews_in(workspace)
    assert (review.trust, review.group, review.people, review.scope) == ("Northfields", "Heads", 4, ("1A",))


def test_back_leaves_a_new_review_and_nothing_is_kept(workspace: Workspace) -> None:
    """At any of its questions."""
    for typed in ((), ("T",), ("T", "G"), ("T", "G", "3"), ("T", "G", "3", "2")):
        output = text_of(at_home(workspace, "new", *typed, "/back", "stop"))
        assert "matbot: You are at home." in output
    assert not workspace.root.exists()


def test_elements_are_chosen_by_the_clock(workspace: Workspace, rubric: Rubric) -> None:
    """A number is a length of time; Enter takes the shortest."""
    for typed, count in (("", 3), ("2", 7), ("3", 14)):
        at_home(
            workspace, "new", *([""] if workspace.list_reviews() else []), "T", "", "", typed, "", "/stop"
        )
        assert len(reviews_in(workspace)[0].scope) == count


def test_a_year_on_follows_the_review_that_is_named(two: Workspace) -> None:
    """It takes from it what nobody says otherwise."""
    output = text_of(at_home(two, "new", "since", "nine", "2", "", "", "", "", "", "/stop"))
    assert "There is no review nine." in output
    assert "matbot: It follows your review of " in output
    review = reviews_in(two)[0]
    assert (review.trust, review.group, review.scope) == ("Northfields", "Heads", ("1A",))
    assert review.since == two.list_reviews()[2].id


def test_a_long_list_is_told_a_screen_at_a_time(workspace: Workspace, small_rubric: Rubric) -> None:
    """The first few at home, all of them by `list`; no more than a screen before somebody goes on."""
    for number in range(40):
        opened = ReviewOpened(
            review=f"review{number:02}", trust="T" * 150, group=f"Group {number}", rubric="small"
        )
        workspace.create(small_rubric, opened, ScopeChosen(elements=("1A",))).close()
    output = at_home(workspace, "list", "", "what", "/back", "40", "/stop", "stop")
    assert text_of(output).count("you (Enter for more, or your answer):") == 2
    assert "list gives them all." in text_of(output)
    assert "There is no review what. They are numbered 1 to 40." in text_of(output)
    lines = 0
    for part in output:
        lines = 0 if ASKS.fullmatch(part) else lines + part.count("\n") + 1
        assert lines <= SCREEN + 8  # home says the first few with what it is


def test_a_review_that_is_open_elsewhere_can_be_copied_or_looked_at(two: Workspace) -> None:
    """It says so as the app does, and what can be done."""
    with two.open(two.list_reviews()[0].id):
        output = text_of(
            at_home(two, "1", "again", "look", "/check", "/back", "n", "/priorities", "1A", "", "/stop")
        )
        assert output.count("This review can only be read: ") >= 2
        assert "1A Clarity of purpose: Green." in output
        output = text_of(at_home(two, "1", "copy", "n", "/stop"))
        assert "This is the copy. It is kept in " in output
    assert (len(two.list_reviews()), saves(at_home(two, "2", "n", "/stop"))) == (3, 1)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may write everywhere")
def test_a_review_without_the_right_to_write_can_be_copied(two: Workspace, tmp_path: Path) -> None:
    """Into another folder that is named."""
    two.reviews.chmod(stat.S_IRUSR | stat.S_IXUSR)
    output = text_of(at_home(two, "1", "folder", str(tmp_path / "mine"), "n", "/stop"))
    two.reviews.chmod(stat.S_IRWXU)
    assert "You have no right to write where it is kept." in output
    assert len(Workspace(tmp_path / "mine").list_reviews()) == 1


def test_copies_of_one_review_are_made_one(two: Workspace) -> None:
    """As a synced folder leaves them."""
    one = two.list_reviews()[0]
    one.path.with_name(f"copy-{one.path.name}").write_bytes(one.path.read_bytes())
    output = text_of(at_home(two, "1", "", "/stop", "stop"))
    assert "There are 2 copies of it." in output
    assert "The copies are one now, with " in output
    assert not any(one.copies for one in two.list_reviews())


def test_the_tour_opens_sample_reviews_and_leaves_nothing(two: Workspace, tmp_path: Path) -> None:
    """A home of their own; stop comes back to one's own reviews."""
    before = [one.id for one in two.list_reviews()]

    @contextmanager
    def sample() -> Iterator[Workspace]:
        yield Workspace(tmp_path / "sample")

    output: list[str] = []
    lines = iter(["tour", "new", "Made up", "", "", "", "", "/stop", "stop", "stop"])

    def hear(asking: str) -> str | None:
        output.append(asking)
        return next(lines, None)

    assert Home(two, hear, output.append, sample=sample).run()
    assert "These reviews are made up." in text_of(output)
    assert text_of(output).endswith("Goodbye. Everything is kept.")
    assert [one.id for one in two.list_reviews()] == before
