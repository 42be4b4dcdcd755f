"""The commands of the conversation line by line: what each does, and what is said where it cannot be done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from matbot.commands.conversation import CONVERSATION
from matbot.interview import Interview
from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.review.fold import review_of
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import LONGEST
from tests.speaking import saves, speak, text_of


@pytest.fixture
def file(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[ReviewFile]:
    """A new review of one person."""
    with workspace.create(small_rubric, opened, scoped) as review:
        yield review


def review_in(file: ReviewFile) -> Review:
    """What the file says."""
    return review_of(file.rubric, file.log)


def step(file: ReviewFile) -> str:
    """Where the conversation stands."""
    return Interview(file.rubric, file.log).turn.step.key


def test_back_goes_to_the_turn_before_and_keeps_what_was_said(file: ReviewFile) -> None:
    """`/back` asks the turn before again, says what was said there, and empty keeps it."""
    output = text_of(speak(file, "", "1", "Because.", "/back"))
    assert "So far: Because. matbot: Empty keeps it, a single hyphen clears it." in output.replace("\n", " ")
    assert step(file) == "note:1A.i"
    speak(file, "", "/back", "/back", "")
    assert review_in(file).question("1A.i").note == "Because."
    assert review_in(file).question("1A.i").leaning == "red"


def test_a_single_hyphen_clears_words_and_only_where_there_are_some(file: ReviewFile) -> None:
    """`-` takes standing words away; where there are none it is what was said."""
    speak(file, "", "1", "-")
    assert review_in(file).question("1A.i").note == "-"
    speak(file, "/back", "-")
    assert review_in(file).question("1A.i").note == ""


def test_park_marks_the_place_and_stays(file: ReviewFile) -> None:
    """`/park` is a saved event, the same turn is asked again, and once more takes the mark off."""
    output = speak(file, "", "/park")
    assert saves(output) == 2
    assert review_in(file).question("1A.i").parked
    assert step(file) == "choice:1A.i"
    assert output.count("you (1 2 3 4 0 x):") == 2
    speak(file, "/park")
    assert not review_in(file).question("1A.i").parked


def test_private_words_are_a_private_note(file: ReviewFile) -> None:
    """`/private words` is the note, marked private."""
    speak(file, "", "1", "/private Not for the board: //x")
    note = review_in(file).question("1A.i")
    assert (note.note, note.private) == ("Not for the board: //x", True)
    assert "So far (private): Not for the board: //x" in text_of(speak(file, "/back"))


def test_private_alone_marks_the_note_that_stands(file: ReviewFile) -> None:
    """`/private` without words marks words that are there already; with none it asks for some."""
    assert "/private and then the note" in text_of(speak(file, "", "1", "/private"))
    speak(file, "Words.", "/back", "/private")
    assert (review_in(file).question("1A.i").note, review_in(file).question("1A.i").private) == (
        "Words.",
        True,
    )


def test_only_a_note_can_be_private(file: ReviewFile) -> None:
    """Anywhere else `/private` says so, and nothing is kept of it."""
    before = file.log
    assert "Only a note can be private" in text_of(speak(file, "/private words"))
    assert file.log == before


def test_skip_goes_on_without_an_answer(file: ReviewFile) -> None:
    """`/skip` passes a question by, and leaves an element not rated."""
    output = text_of(speak(file, "", "/skip", "/skip", "/skip"))
    assert review_in(file).elements["1A"].rating is None
    assert "1A has no rating yet." in output
    assert step(file) == "opening:1B"


@pytest.mark.parametrize("command", ["/progress", "/where"])
def test_progress_is_said_on_request_in_a_sentence_or_two(file: ReviewFile, command: str) -> None:
    """In this element and overall; then what is asked, without all that was said before it."""
    output = speak(file, "", "1", "Because.", command)
    assert saves(output) == 3
    words = (
        "1A Purpose 1A, question ii of 2; 1 of its 2 questions answered. Overall 1 of 2 elements looked at"
    )
    assert f"matbot: {words}, 0 rated." in text_of(output)
    assert output.count("matbot: How is it?") == 2  # of i and of ii, and of neither again
    assert output.count("you (1 2 3 4 0 x):") == 3


def test_the_map_is_told_when_it_is_asked_for(file: ReviewFile) -> None:
    """`/map` names every element with its rating, what is parked and the file; nothing is saved by it."""
    output = speak(file, "", "/park", "/map")
    assert saves(output) == 2
    assert "Vision: 1A Not reviewed, 1B Not reviewed." in text_of(output)
    assert "Parked to come back to: 1A (i)." in text_of(output)
    assert str(file.path) in text_of(output)
    assert "Vision: 1A" not in text_of(speak(file, "/progress"))


def test_repeat_says_the_whole_turn_again(file: ReviewFile) -> None:
    """The question, both descriptors, the choices and what stands; nothing is saved by it."""
    output = speak(file, "", "1", "Because.", "/back", "/repeat")
    again = output[[place for place, part in enumerate(output) if part == "matbot: How is it?"][-1] :]
    assert again[:3] == [
        "matbot: How is it?",
        "matbot: Red descriptor: Weak.",
        "matbot: Green descriptor: Strong.",
    ]
    assert "matbot: So far: Because." in again
    assert "matbot: What makes you say that? (optional)" in again
    assert saves(again) == 0


@pytest.mark.parametrize(("place", "lands"), [("1b", "opening:1B"), ("1B.ii", "choice:1B.ii")])
def test_to_goes_where_it_is_told(file: ReviewFile, place: str, lands: str) -> None:
    """`/to` goes to an element or a question, in one save."""
    assert saves(speak(file, f"/to {place}")) == 1
    assert step(file) == lands


@pytest.mark.parametrize("line", ["/to", "/to 9Z", "/to 1A.xx", "/nonsense", "/", "/back", "/ back"])
def test_a_command_that_cannot_be_done_says_so_and_changes_nothing(file: ReviewFile, line: str) -> None:
    """A line says what would do; the same turn is asked again."""
    before = file.log
    output = speak(file, line)
    assert file.log == before
    assert saves(output) == 0
    assert output.count("you (Enter g n):") == 2


def test_help_is_one_screen_and_more_of_it_names_every_command(file: ReviewFile) -> None:
    """`/help` fits a screen of 24 lines; with `/help more` it leaves none out."""
    silent = len(speak(file))
    first = speak(file, "/help")[silent - 3 :]
    assert sum(len(part.splitlines()) for part in first) < 24 + 6  # and what is said on leaving
    output = text_of(speak(file, "/help", "/help more", ""))
    for word in CONVERSATION.words:
        assert f"/{word.name} " in output


def test_help_tells_about_one_command(file: ReviewFile) -> None:
    """By its name, with or without the slash; of what is no command it says so."""
    assert "matbot: /park marks this" in text_of(speak(file, "/help park"))
    assert "matbot: /carry moves" in text_of(speak(file, "/help /carry"))
    for topic in ("nonsense", ".*", "[/red]", "x" * 5000):
        assert "There is no help on that." in text_of(speak(file, f"/help {topic}"))


def test_the_last_thing_said_can_be_taken_back(file: ReviewFile) -> None:
    """`/undo` asks again what was answered, and `/redo` says it again; at the beginning there is nothing."""
    assert "There is nothing to undo here." in text_of(speak(file, "/undo"))
    assert "There is nothing to redo here." in text_of(speak(file, "/redo"))
    output = text_of(speak(file, "", "1", "/undo")).replace("\n", " ")
    assert "Undone: the answer to 1A.i. Redo with /redo. matbot: It was: Like the red" in output
    assert review_in(file).question("1A.i").leaning is None
    assert "Redone: the answer to 1A.i." in text_of(speak(file, "/redo"))
    assert review_in(file).question("1A.i").leaning == "red"


def test_a_private_note_that_is_undone_is_not_read_out(file: ReviewFile) -> None:
    """Others may hear it."""
    output = text_of(speak(file, "", "1", "/private between us", "/undo"))
    assert "Undone: the note on 1A.i." in output
    assert "between us" not in output.partition("Undone")[2]


def test_two_slashes_begin_an_answer_with_one(file: ReviewFile) -> None:
    """`//` is how an answer begins with a slash."""
    speak(file, "", "1", "//back is what I said")
    assert review_in(file).question("1A.i").note == "/back is what I said"


def test_the_length_of_a_note_is_that_of_its_words_alone(file: ReviewFile) -> None:
    """A command before it, or a doubled slash, takes nothing of it away."""
    output = speak(file, "", "1", "/private " + "p" * LONGEST, "2", "//" + "q" * (LONGEST - 1))
    record = Interview(file.rubric, file.log).review.elements["1A"]
    assert [len(question.note) for question in record.questions.values()][:2] == [LONGEST, LONGEST]
    assert not [block for block in output if "longer than" in block]


def test_going_outside_the_review_says_that_it_grew(
    tmp_path: Path, small_rubric: Rubric, opened: ReviewOpened
) -> None:
    """A slip of the finger is noticed."""
    scoped = ScopeChosen(elements=("1A",))
    with Workspace(tmp_path / "other").create(small_rubric, opened, scoped) as file:
        assert "matbot: 1B Purpose 1B is not in this review. Add it?" in text_of(speak(file, "/to 1B", "no"))
        assert review_in(file).scope == ("1A",)
        assert "matbot: 1B is in this review now." in speak(file, "/to 1B", "yes")
        assert "in this review" not in text_of(speak(file, "/to 1A"))


def test_an_element_is_taken_out_of_the_review_and_its_answers_are_kept(file: ReviewFile) -> None:
    """`/without`, and undo puts it back; the last one stays."""
    output = text_of(speak(file, "", "1", "Because.", "/without 1A"))
    assert "1A is no longer in this review. What you said of it is kept. /undo puts it back." in output
    assert review_in(file).scope == ("1B",)
    assert review_in(file).question("1A.i").note == "Because."
    assert "1B is the only element in this review, so it stays." in text_of(speak(file, "/without 1B"))
    assert "1A is not in this review." in text_of(speak(file, "/without 1A"))
    assert "which element to take out" in text_of(speak(file, "/without"))
    speak(file, "/undo")
    assert review_in(file).scope == ("1A", "1B")
