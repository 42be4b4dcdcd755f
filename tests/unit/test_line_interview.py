"""The conversation line by line: what is said, what each command does, what is never lost."""

import errno
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matbot.interview import Interview
from matbot.line import at_terminal
from matbot.line.speech import WIDTH, format_block
from matbot.review.events import Event, ReviewOpened, ScopeChosen
from matbot.review.fold import review_of
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import LONGEST
from tests.speaking import SAVED, saves, speak, text_of
from tests.strategies import hostile


@pytest.fixture
def file(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[ReviewFile]:
    """A new review of one person."""
    with workspace.create(small_rubric, opened, scoped) as review:
        yield review


@pytest.fixture
def group(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[ReviewFile]:
    """A new review of five people."""
    five = opened.model_copy(update={"people": 5})
    with workspace.create(small_rubric, five, scoped) as review:
        yield review


def review_in(file: ReviewFile) -> Review:
    """What the file says."""
    return review_of(file.rubric, file.log)


def step(file: ReviewFile) -> str:
    """Where the conversation stands."""
    return Interview(file.rubric, file.log).turn.step.key


def test_an_element_is_spoken_in_the_order_that_scripts_rely_on(file: ReviewFile) -> None:
    """Opening, then choice and note of each question, or `x` and why, then rating, rationale and evidence."""
    output = speak(file, "", "1", "Because.", "x", "No pupils yet.", "2", "Why.", "Seen it.")
    record = review_in(file).elements["1A"]
    assert (record.rating, record.rationale, record.evidence) == ("AR", "Why.", "Seen it.")
    assert (record.questions["1A.i"].leaning, record.questions["1A.i"].note) == ("red", "Because.")
    assert record.questions["1A.ii"].reason == "No pupils yet."
    assert saves(output) == 8


def test_a_group_shows_hands_before_and_says_who_differs_after(group: ReviewFile) -> None:
    """In a group the hands come before the rating, and who differs after the evidence."""
    speak(group, "g", "0 2 3 0", "3", "Why.", "Seen it.", "Two would say Amber Red.")
    record = review_in(group).elements["1A"]
    assert (record.votes, record.rating, record.differs) == ((0, 2, 3, 0), "AG", "Two would say Amber Red.")


def test_a_question_says_everything_that_is_needed_to_answer_it(file: ReviewFile) -> None:
    """Element and position, the question, both descriptors, then the choices in words."""
    output = text_of(speak(file, ""))
    for part in (
        "matbot: 1A Purpose 1A, question i of 2.",
        "matbot: How is it?",
        "matbot: Red descriptor: Weak.",
        "matbot: Green descriptor: Strong.",
        "matbot: Where is your trust? 1 Like the red; 2 Nearer the red; 3 Nearer the green;"
        " 4 Like the green; 0 Not sure; x Does not apply.",
        "you (1 2 3 4 0 x):",
    ):
        assert f"{part}\n" in f"{output}\n"


def test_a_note_repeats_nothing_but_its_prompt(file: ReviewFile) -> None:
    """After the choice only the note is asked for: the contrast was just said."""
    output = speak(file, "", "1")
    asked = output.index("matbot: What makes you say that? (optional)")
    assert SAVED.fullmatch(output[asked - 1])
    assert output[asked + 1] == "you:"


def test_a_conversation_taken_up_at_a_note_says_the_question_again(file: ReviewFile) -> None:
    """Whoever comes back in the middle of a question hears what it is about."""
    speak(file, "", "1")
    assert "matbot: Red descriptor: Weak." in speak(file)


def test_rating_at_a_glance_says_every_pair_of_descriptors_first(file: ReviewFile) -> None:
    """At a glance, all questions with both descriptors stand before the rating."""
    output = speak(file, "g")
    assert (
        output.count("matbot: Red descriptor: Weak.")
        == output.count("matbot: Green descriptor: Strong.")
        == 2
    )
    assert text_of(output).index("Question ii.") < text_of(output).index("What is your rating for 1A?")


def test_progress_is_said_when_an_element_is_done(file: ReviewFile) -> None:
    """After rationale and evidence: how many were looked at, and the next element."""
    output = text_of(speak(file, "g", "4", "Why.", "Seen."))
    assert "1A is Green. 1 of 2 elements looked at." in output
    assert output.index("1 of 2 elements") < output.index("matbot: 1B Purpose 1B.")


def test_an_element_can_be_left_for_another_time(file: ReviewFile) -> None:
    """`n` at the opening goes on to the next element, and says so."""
    assert "1A: not this time. 0 of 2 elements looked at." in text_of(speak(file, "n"))
    assert step(file) == "opening:1B"


@pytest.mark.parametrize("lines", [("/stop",), ("/STOP", "1"), ()])
def test_stopping_says_where_it_is_kept_and_what_comes_next(file: ReviewFile, lines: tuple[str, ...]) -> None:
    """`/stop` and the end of input are the same good ending."""
    output = text_of(speak(file, *lines))
    assert "Everything you said is saved." in output
    assert f"Kept in {file.path}" in output
    assert "matbot transcript abcd2345" in output
    assert "To carry on with 1A Purpose 1A: matbot ask abcd2345" in output


def test_a_finished_review_thanks_and_an_empty_line_ends(file: ReviewFile) -> None:
    """Once all is asked, Enter stops, and an answer says that nothing is left to answer."""
    output = speak(file, "n", "n", "words", "", "never heard")
    assert "Everything in this review has been asked. Thank you." in text_of(output)
    assert "Everything has been asked. /to 1A changes answers there, /help says" in text_of(output)
    assert output.count("you (Enter stops here):") == 2


@pytest.mark.parametrize("line", ["7", "", "red-ish", "１", "1 2"])
def test_what_is_no_answer_is_asked_again(file: ReviewFile, line: str) -> None:
    """An unclear choice says what would be clear, and is not kept."""
    output = speak(file, "", line)
    assert "matbot: Please answer 1, 2, 3, 4, 0 or x." in output
    assert output.count("you (1 2 3 4 0 x):") == 2
    assert saves(output) == 1


def test_a_line_that_is_too_long_is_cut_and_says_so(file: ReviewFile) -> None:
    """20,000 characters are kept; the rest of the line is no answer of its own."""
    output = speak(file, "", "1", "a" * (5 * LONGEST), "2")
    assert review_in(file).question("1A.i").note == "a" * LONGEST
    assert "longer than 20,000 characters" in text_of(output)
    assert review_in(file).question("1A.ii").leaning == "nearer red"


def test_20_000_characters_are_kept_whole_and_shown_in_short(file: ReviewFile) -> None:
    """The longest note is kept without a word; said back, it leaves room on the screen."""
    output = speak(file, "", "1", "a " * (LONGEST // 2 - 1) + "bc", "/back")
    assert "longer than" not in text_of(output)
    assert len(review_in(file).question("1A.i").note) == LONGEST
    assert max(len(block.splitlines()) for block in output) < 20


def test_only_a_newline_ends_an_answer(file: ReviewFile) -> None:
    """Other characters that end lines somewhere are part of the words."""
    speak(file, "", "1", "one\rtwo\x85three\u2028four\x0cfive")
    assert review_in(file).question("1A.i").note == "one\ntwo\nthree\nfour\nfive"


def test_half_typed_words_from_the_app_are_not_lost(file: ReviewFile) -> None:
    """A draft is said, and an empty line sends it, private if it was marked so."""
    speak(file, "", "1")
    file.keep_draft("note:1A.i", "Half a thou")
    file.keep_draft("private:1A.i", "yes")
    assert "Half-typed: Half a thou" in text_of(speak(file, ""))
    note = review_in(file).question("1A.i")
    assert (note.note, note.private) == ("Half a thou", True)


def test_an_answer_that_cannot_be_saved_is_said_kept_and_saved_later(
    file: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NotSaved is words and no `saved`; the answer counts, and the next save has it."""
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", _no_room)
        output = speak(file, "", "1")
        assert saves(output) == 0
        assert "the disk is full" in text_of(output)
        assert "not on disk" in output[-1]
        assert review_in(file).question("1A.i").leaning == "red"
    assert saves(speak(file, "note")) == 1
    assert file.unsaved == 0


def test_what_is_not_saved_at_the_end_is_tried_once_more(
    file: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of the conversation saves what is only in memory."""
    append = file.append

    def fails(*events: Event) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", _no_room)
            append(*events)

    monkeypatch.setattr(file, "append", fails)
    output = speak(file, "")
    assert "Everything you said is saved." in text_of(output)
    assert file.unsaved == 0


def _no_room(*_anything: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        hostile
        | st.sampled_from(("", "1", "2", "x", "g", "0 1 2 0", "agrees"))
        | st.sampled_from(("/back", "/park", "/to 1B", "/said", "/name \x1b[31mNow", "/reality 1A")),
        max_size=12,
    )
)
def test_every_line_said_has_its_mark_whatever_is_typed(group: ReviewFile, lines: list[str]) -> None:
    """Every line begins `matbot: `, `you`, `saved` or two spaces, and holds no control character."""
    for part in speak(group, *(line.replace("\n", " ") for line in lines)):
        first, *rest = part.split("\n")
        assert re.match(r"matbot: |you|saved \d\d:\d\d:\d\d$", first)
        assert all(line.startswith("  ") for line in rest)
        assert part.replace("\n", "").isprintable() or not re.search(
            r"[\x00-\x1f\x7f-\x9f]", part.replace("\n", "")
        )


@given(words=hostile)
def test_a_block_is_narrow_but_for_words_that_are_long_themselves(words: str) -> None:
    """No line is longer than a narrow terminal unless one word is."""
    for line in format_block(words).split("\n"):
        assert len(line) <= WIDTH or len(line.split()) <= 2


def test_at_a_terminal_the_end_of_input_ends_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+D is the end of input; whatever is said next begins a new line."""
    output: list[str] = []
    monkeypatch.setattr("builtins.input", _end)
    assert at_terminal(output.append)("you: ") is None
    assert output == [""]


def _end(_asking: str) -> str:
    raise EOFError
