"""What can be done in the conversation beside answering: check answers, priorities, documents, frameworks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from matbot.interview import Interview
from matbot.line.talk import SCREEN
from matbot.review.fold import review_of
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.rubric.writer import keep
from matbot.screens.priorities.priority_rows import chosen_rows
from matbot.services.blank_pack import build_blank_pack
from matbot.services.joint_reviews import NewReview, begin_review
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.speaking import run, saves, speak, text_of

HOSTILE = "[/red] \x1b[31m | \u202e `x`"


@pytest.fixture
def file(workspace: Workspace, small_rubric: Rubric) -> Iterator[ReviewFile]:
    """A review of one element rated, with notes, and one that is not begun."""
    with begin_review(workspace, NewReview(small_rubric, "Northfields", "Heads")) as review:
        speak(review, "", "1", "Nobody can say it", "0", "/private Hidden", "2", "Too weak", "Minutes")
        yield review


def review_in(file: ReviewFile) -> Review:
    """What the file says."""
    return review_of(file.rubric, file.log)


def step(file: ReviewFile) -> str:
    """Where the conversation stands."""
    return Interview(file.rubric, file.log).turn.step.key


@pytest.mark.parametrize(
    "command", ["/check", "/priorities", "/transcript", "/pack", "/carry", "/reality 1A"]
)
def test_leaving_comes_back_to_where_the_conversation_was(file: ReviewFile, command: str) -> None:
    """/back leaves anything; nothing is changed, and the same is asked again."""
    before = file.log
    output = text_of(speak(file, command, "/back"))
    assert (step(file), file.log) == ("opening:1B", before)
    assert "Back in the conversation, at: 1B Purpose 1B. /repeat says all of it." in output
    assert output.count("you (Enter g n):") == 2


@pytest.mark.parametrize("command", ["/check", "/priorities", "/transcript", "/pack", "/reality 1A"])
def test_stopping_and_the_end_of_input_end_the_review_from_anywhere(file: ReviewFile, command: str) -> None:
    """It is the same good ending."""
    for lines in ((command, "/stop", "never heard"), (command,)):
        assert "Everything you said is saved." in text_of(speak(file, *lines))


def test_answers_are_checked_an_element_at_a_time(file: ReviewFile) -> None:
    """How much was said, then each element with all that was said of it; what is open on request."""
    output = text_of(speak(file, "/check", "open", "9Z", ""))
    assert "matbot: Check your answers. 1 of 2 elements rated, 2 of 4 questions answered." in output
    assert (
        "matbot: 1 of 2, 1A Purpose 1A: Amber Red.\nmatbot: Why: Too weak\nmatbot: Key evidence: Minutes\n"
        in output
    )
    assert "matbot: Question i, How is it? Like the red.\nmatbot: Note: Nobody can say it\n" in output
    assert "matbot: Question ii, How is it? Not sure.\nmatbot: Private note: Hidden\n" in output
    assert "matbot: 1A Purpose 1A: not sure: ii.\nmatbot: 1B Purpose 1B: not reviewed." in output
    assert "There is no element 9Z." in output
    assert "matbot: 2 of 2, 1B Purpose 1B: not reviewed." in output
    assert "That is all of it." in output
    assert "1A Purpose 1A: Amber Red" not in text_of(speak(file, "/check 1b"))
    assert "There is no element 9Z." in text_of(speak(file, "/check 9Z"))


def test_long_answers_are_told_a_screen_at_a_time(file: ReviewFile) -> None:
    """No more than a screen before somebody goes on."""
    speak(file, "/to 1A.i", "1", "a " * 9000, "0", "b " * 9000, "2", "c " * 9000, "d " * 9000)
    output = speak(file, "/check", "", "", "", "/back")
    begins = next(place for place, part in enumerate(output) if "Check your answers" in part)
    lines = 0
    for part in output[begins:]:
        lines = 0 if part.startswith("you") else lines + part.count("\n") + 1
        assert lines <= SCREEN + 1
    assert "you (Enter for more, or your answer):" in output


def test_back_in_the_middle_of_a_list_leaves_its_page(file: ReviewFile) -> None:
    """As it does where the page asks what comes next; in a help it ends the list alone."""
    speak(file, "/to 1A.i", "1", "a " * 9000, "0", "b " * 9000, "2", "c " * 9000, "d " * 9000)
    output = speak(file, "/check", "/back", "/progress")
    more = output.index("you (Enter for more, or your answer):")
    assert not any(one.startswith("matbot: 2 of 2") for one in output[more:])
    assert "Back in the conversation" in text_of(output[more:])
    at = Interview(file.rubric, file.log).turn.step
    assert "you (Enter for more, or your answer):" in speak(file, "/help more", "/back", "/stop")
    assert Interview(file.rubric, file.log).turn.step == at


def test_a_deferred_element_is_called_that_wherever_it_is_told(file: ReviewFile) -> None:
    """On the page of priorities, line by line, by command, and in every document."""
    speak(file, "/priorities", "1A", "/back", "defer 1B", "The contract runs", "The chair watches", "In June")
    review = Interview(file.rubric, file.log).review.id
    workspace = ("--workspace", str(file.path.parent.parent))
    documents = (("transcript", "--edition", "own"), ("transcript", "--edition", "board"), ("plan",))
    told = [
        "\n".join(row.draw(100).plain for row in chosen_rows(Interview(file.rubric, file.log))),
        text_of(speak(file, "/priorities", "/back")),
        run(*workspace, "show", review).out,
        *(
            run(*workspace, name, review, *more, "--format", "md", "--output", "-").out
            for name, *more in documents
        ),
    ]
    for words in told:
        assert "Deferred" in words, told
        assert not re.search("Not now|[Ll]eft for later|[Kk]nowingly|[Ll]ook again|[Nn]ext look", words)
    for document in told[3:]:
        assert "How it is managed meanwhile" in document
        assert "Review date" in document


def test_a_priority_is_chosen_and_written_field_by_field(file: ReviewFile) -> None:
    """A draft says that it is one; Enter keeps it, a hyphen clears it, other words take its place."""
    output = speak(file, "/priorities", "1a", "", "Ask staff", "-", "", "", HOSTILE, "", "", "", "list", "")
    text = text_of(output)
    assert "matbot: To choose from: 1A Purpose 1A, Amber Red." in text
    assert "matbot: It is on the table as number 1." in text
    assert "Key issues, drafted from what you said: (i) Nobody can say it. Enter keeps it" in text
    assert "matbot: Priority 1 of 1: 1A Purpose 1A, Amber Red. Draft: key issues. " in text
    assert "Draft: key issues. To be agreed: progress." in text
    (row,) = review_in(file).priorities
    assert (row.action, row.progress, row.drafted) == ("Ask staff", "", ("issues",))
    assert row.lead == "[/red]  |  `x`"
    assert saves(output) == 4
    assert not any("\x1b" in part for part in output)


def test_leaving_a_row_keeps_what_was_said_of_it(file: ReviewFile) -> None:
    """Each field is saved as it is said; a number takes the row up again."""
    speak(file, "/priorities", "1A", "", "Ask staff", "/back", "1", "", "", "/stop")
    assert [row.action for row in review_in(file).priorities] == ["Ask staff"]
    output = text_of(speak(file, "/priorities", "1", "", "/back", ""))
    assert "What to do about it, so far: Ask staff. Enter keeps it" in output
    assert "matbot: The rest stays as it is." in output


def test_rows_are_added_ordered_dropped_and_brought_back(file: ReviewFile) -> None:
    """By their numbers; the last change is taken back by undo."""
    speak(file, "/priorities", "1A", "/back", "add", "Time to teach", "", "/back", "order 2,1")
    assert [row.focus for row in review_in(file).priorities] == ["Time to teach", ""]
    assert "Taken off the table." in text_of(speak(file, "/priorities", "drop 1", ""))
    assert [row.elements for row in review_in(file).priorities] == [("1A",)]
    output = text_of(speak(file, "/priorities", "undo", "undo", ""))
    assert "matbot: Priority 1 of 2: 1A Purpose 1A, Amber Red." in output
    assert len(review_in(file).priorities) == 2


def test_an_element_is_left_for_later_with_the_reason(file: ReviewFile) -> None:
    """Why is needed; what mitigates it and when to look again are not. It can be brought back."""
    output = text_of(
        speak(file, "/priorities", "later 1A", "", "The contract runs", "", "In June", "date", "May")
    )
    assert "Say why in a few words, so that the board can read it." in output
    review = review_in(file)
    assert [(left.element, left.why, left.look_again) for left in review.deferred] == [
        ("1A", "The contract runs", "In June")
    ]
    assert review.next_review == "May"
    output = text_of(speak(file, "/priorities", "drop 1A", ""))
    assert "Deferred: 1A Purpose 1A, Amber Red. Why: The contract runs. Review date: In June." in output
    assert review_in(file).deferred == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("9Z", "There is no element 9Z."),
        ("7", "7 is not on the table. Nothing is on it yet."),
        ("9" * 5000, "9999"),
        ("drop", "That is not on the table."),
        ("drop [/red]", "[/red] is not on the table."),
        ("order", "Name the rows in their order"),
        ("order 1,2", "1 is not on the table."),
        ("later", "Which element? They run from"),
        ("later 1A,1B", "Defer one element at a time"),
        ("undo", "There is nothing to undo here."),
        ("redo", "There is nothing to redo here."),
        ("write", "Nothing is on the table yet."),
        ("1A 1C", "There is no element 1C."),
        ("/nonsense", "First answer this, or leave it with /back."),
    ],
)
def test_what_cannot_be_done_to_priorities_is_told_in_a_line(file: ReviewFile, line: str, words: str) -> None:
    """Nothing is changed, and it is asked again."""
    before = file.log
    assert words in text_of(speak(file, "/priorities", line, ""))
    assert file.log == before


def test_a_priority_cannot_be_left_for_later_before_it_is_dropped(file: ReviewFile) -> None:
    """It would stand on both lists."""
    output = text_of(speak(file, "/priorities", "1A", "/back", "later 1A", ""))
    assert "1A is among your priorities. Take it off first: drop 1A" in output


def test_the_table_alone_is_written(file: ReviewFile, workspace: Workspace) -> None:
    """Once there is one; in the order and the format that are wanted."""
    assert "There are no priorities yet" in text_of(speak(file, "/plan"))
    speak(file, "/priorities", "1A", "/back", "write", "2", "csv", "", "")
    (path,) = workspace.transcripts.iterdir()
    assert path.name.endswith("-priorities.csv")


def test_a_transcript_goes_where_it_is_wanted(file: ReviewFile, workspace: Workspace, tmp_path: Path) -> None:
    """Kind of document, format and place; in a folder under its own name; never over another file unasked."""
    folder = tmp_path / "for the board"
    folder.mkdir()
    (folder / "mine.md").write_text("mine", encoding="utf-8")
    lines = (
        "/transcript",
        "2",
        "",
        "",
        "1",
        str(folder),
        "/transcript",
        "",
        "",
        "",
        "",
        str(folder / "mine.md"),
    )
    output = text_of(
        speak(file, *lines, "elsewhere", str(folder / "mine.md" / "x.md"), str(folder / "new.md"))
    )
    assert "There is a file" in output
    assert "cannot be used as a folder" in output
    assert (folder / "mine.md").read_text(encoding="utf-8") == "mine"
    assert "Hidden" in (folder / "new.md").read_text(encoding="utf-8")
    (board,) = folder.glob("*-board.md")
    assert "Hidden" not in board.read_text(encoding="utf-8")
    speak(file, "/transcript", "", "", "", "", str(folder / "mine.md"), "over")
    assert "Northfields" in (folder / "mine.md").read_text(encoding="utf-8")


def test_a_transcript_can_be_as_of_a_saved_version(file: ReviewFile, tmp_path: Path) -> None:
    """Only then is the saved version asked for."""
    assert "As of which saved version?" not in text_of(speak(file, "/transcript", "/back"))
    speak(file, "/name Before we talked", "/to 1A", "/to 1B", "g", "4", "Later words")
    output = text_of(
        speak(file, "/transcript", "never", "before WE talked", "", "", "", "", str(tmp_path / "t.md"))
    )
    assert "There is no saved version of that name. There is Before we talked." in output
    assert "Later words" not in (tmp_path / "t.md").read_text(encoding="utf-8")


def test_a_pack_is_read_into_this_review(file: ReviewFile, tmp_path: Path) -> None:
    """As drafts, which /confirm says yes to; one to fill in is written too."""
    path = tmp_path / "pack.md"
    path.write_text(
        build_blank_pack(file.rubric, ["1B"]).render("md").decode().replace("- **Green:**", "- **Green:** x"),
        encoding="utf-8",
    )
    output = text_of(speak(file, "/pack", "2", str(tmp_path), str(path), "/confirm 1B"))
    assert "There is no such file." in output
    assert "What it says is read, as drafts." in output
    assert "Confirmed, as your pack says it: 1B." in output
    assert review_in(file).elements["1B"].rating == "G"
    speak(file, "/pack", "1", "Staff", "", "html", str(tmp_path / "out.html"))
    assert "Staff" in (tmp_path / "out.html").read_text(encoding="utf-8")


def test_a_review_is_moved_and_back(file: ReviewFile, workspace: Workspace, small_rubric: Rubric) -> None:
    """What becomes of it is told first; the version before is saved, and there and back is the same."""
    assert "Which framework version is the review to go on in?" in text_of(speak(file, "/carry", "/back"))
    later = Rubric(**{**dict(small_rubric), "id": "later", "edition": "Second"})
    keep(later, workspace.rubrics / "later")
    output = text_of(speak(file, "/carry", "9", "later", "maybe", "no"))
    assert "It stays as it is." in output
    output = text_of(speak(file, "/carry", "later", "yes"))
    assert "1A Purpose 1A, Amber Red becomes 1A Purpose 1A, Amber Red." in output
    assert "Moved. How it was is saved as before later. /carry takes it back." in output
    assert file.rubric.id == "later"
    speak(file, "/carry", "back", "yes")
    assert (file.rubric.id, review_in(file).elements["1A"].rating) == ("small", "AR")
