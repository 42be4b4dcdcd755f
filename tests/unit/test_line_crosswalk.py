"""Which question is which, line by line: told, parted and matched anew, before a review is moved."""

import io
from collections.abc import Iterator

import pytest

from matbot.line import from_lines
from matbot.line.frameworks.crosswalk import check_matches
from matbot.line.talk import Talk
from matbot.rubric.writer import keep
from matbot.services.joint_reviews import NewReview, begin_review
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.migrations import EARLIER, LATER, THERE
from tests.speaking import at_home, speak, text_of


@pytest.fixture
def file(workspace: Workspace) -> Iterator[ReviewFile]:
    """A review with a note on a question that the later framework version has lost."""
    keep(LATER, workspace.rubrics / "later")
    with begin_review(workspace, NewReview(EARLIER, "Northfields", "Heads")) as review:
        speak(review, "/to 1B.ii", "2", "Of the lost one")
        yield review


def test_a_question_is_told_beside_its_counterpart(file: ReviewFile) -> None:
    """In full, of both framework versions; by its code in either."""
    output = text_of(speak(file, "/carry", "later", "look", "1a.i", "1C.i", "new V1.i", "9Z", "", "no"))
    assert "matbot: Earlier, 1A.i: " in output
    assert "The later framework version has the same words, as V1.i." in output
    assert "matbot: Later: nothing." in output
    assert "There is no question 9Z. Type one such as 1A.i." in output
    assert "It stays as it is." in output


def test_another_counterpart_is_chosen(file: ReviewFile) -> None:
    """Two are parted, and what was said goes where people say that it belongs."""
    lines = ("part 1B.i", "part 1B.i", "match 1B.ii", "7", "/repeat", "1B.i", "list", "/back", "help", "")
    output = text_of(speak(file, "/carry", "later", "look", *lines, "yes"))
    assert "Parted: 1B.i and 1B.i are on their own now." in output
    assert "It has no counterpart to part it from." in output
    assert "Which of these asks the same as 1B.ii?" in output
    assert "Type a number from 1 to 1, or a code such as 1B.i." in output
    assert "Matched: 1B.ii goes to 1B.i." in output
    assert "Moved." in output
    assert file.rubric.id == "later"
    assert "Of the lost one" in text_of(speak(file, "/check 1B"))


def test_there_is_nothing_to_match_with_where_all_have_a_counterpart(file: ReviewFile) -> None:
    """It says what would do; the way back asks for yes or no alone."""
    output = text_of(speak(file, "/carry", "later", "look", "match 1B.ii", "", "yes"))
    assert (
        "Every question of the other framework version has a counterpart. Part two first, such as: part 1A.i"
        in output
    )
    output = text_of(speak(file, "/carry", "back", "look", "no"))
    assert "Please answer yes or no." in output
    assert file.rubric.id == "later"


def test_two_frameworks_are_compared(file: ReviewFile, workspace: Workspace) -> None:
    """How many questions came through in which way, and each that did not come through as it was."""
    keep(EARLIER.model_copy(update={"id": "earlier"}), workspace.rubrics / "earlier")
    output = text_of(at_home(workspace, "editions", "compare 1", "compare 2,3", "/back", "/back", "stop"))
    assert "Name two framework versions by number, the earlier first, such as: compare 1,2" in output
    assert "matbot: Of the questions: " in output
    assert "matbot: 1 of " in output


@pytest.mark.parametrize(
    ("lines", "counterpart"),
    [
        (("yes", "perhaps", "no"), None),
        (("yes", "yes"), "V1.i"),
        (("yes", "other", "/back"), "V1.i"),
        (("yes", "other", "1"), "1B.i"),
        (("no",), "V1.i"),
    ],
)
def test_pairs_that_share_few_words_are_asked_about(lines: tuple[str, ...], counterpart: str | None) -> None:
    """They stay together, are parted, or one of them is matched with another."""
    unlike = THERE.without_match("1B.i").with_match("1C.i", "V1.i")
    output: list[str] = []
    typed = from_lines(io.StringIO("".join(f"{line}\n" for line in lines)), output.append)
    edited = check_matches(Talk(typed, output.append), unlike)
    assert "share few words with their counterparts. Look at each?" in text_of(output)
    assert edited.questions.get("1C.i") == counterpart
    assert ("Please answer yes, no or other." in text_of(output)) == ("perhaps" in lines)
