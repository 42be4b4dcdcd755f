"""The names that matbot knows: which they are, and which documents are without them."""

from datetime import date
from pathlib import Path

import pytest

from matbot.review.events import Event, PriorityWritten
from matbot.review.names import is_likely_name, names_known
from matbot.rubric import Rubric
from matbot.services.export import OWN, TRANSCRIPT_KINDS, Document, TranscriptOptions, transcript_of
from tests.speaking import run
from tests.talk import Talk
from tests.ui.groups import bringing, executive

TODAY = date(2026, 11, 22)


def _led_by(lead: str) -> Event:
    return PriorityWritten(priority="p", elements=("1A",), action="Ask Jo Okafor", lead=lead)


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("Jo Okafor", ["Jo Okafor"]),
        ("Jo Okafor, with Sam Lee and Ann", ["Jo Okafor", "Sam Lee"]),
        ("Director of Education, Jo Okafor (acting)", ["Jo Okafor"]),
        ("Dr Siân O’Neill-Hughes / jo okafor", ["Dr Siân O’Neill-Hughes"]),
        ("Ana de Souza", ["Ana de Souza"]),
        ("Headteacher of Larkhill, with the director of people", []),
        ("Director of Finance, Human Resources and Estates", []),
        ("Chief Executive; Larkhill Academy; HR Team; Everyone", []),
        ("", []),
    ],
)
def test_who_leads_is_known_by_name_and_not_by_post(lead: str, names: list[str]) -> None:
    """Two or three words with a capital each, and none of a post, a team or a place."""
    brought = executive()
    brought.log.append(_led_by(lead))
    talk = bringing([brought])
    assert names_known(talk.interview.review) == names
    talk.log.append(_led_by(lead))
    assert names_known(talk.interview.review) == names, "each once"


def test_a_lone_word_or_a_sentence_is_no_name() -> None:
    """Nor is what stands in no letters at all."""
    for words in ("Jo", "Whoever leads it then", "A B C D", "12 34", "? !", "of the"):
        assert not is_likely_name(words)


def _written(rubric: Rubric, wanted: TranscriptOptions) -> Document:
    talk = Talk(rubric, scope=["1A"]).say("g", "4", "Jo Okafor began it", "Sam Lee's log")
    talk.log.append(_led_by("Jo Okafor, headteacher"))
    return transcript_of(rubric, talk.log, TODAY, wanted)


@pytest.mark.parametrize("kind", [kind for kind in TRANSCRIPT_KINDS if kind != OWN])
def test_others_read_no_name_that_matbot_knows(small_rubric: Rubric, kind: str) -> None:
    """Its head says so; whoever is named besides is left out too."""
    words = _written(small_rubric, TranscriptOptions(kind, leave_out=["Sam Lee"])).text
    assert "okafor" not in words.casefold()
    assert "Sam Lee" not in words
    assert "are left out: (a name) stands in their place." in words


@pytest.mark.parametrize("kind", TRANSCRIPT_KINDS)
def test_names_stay_where_they_are_wanted(small_rubric: Rubric, kind: str) -> None:
    """In their own Full record, in others where somebody says so; no head speaks of names then."""
    text = _written(small_rubric, TranscriptOptions(kind, keep_names=True)).text
    assert "Jo Okafor began it" in text
    assert "stands in their place" not in text
    text = _written(small_rubric, TranscriptOptions(kind)).text
    assert ("Jo Okafor began it" in text) == (kind == OWN)


@pytest.mark.usefixtures("workspace")
def test_the_command_says_which_names_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the stream for remarks; with --keep-names nothing is, and nothing is said."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    review = run("new", "--trust", "Northfields", "--elements", "1A").out.strip()
    assert run("priority", review, "--element", "1A", "--lead", "Jo Okafor", "--action", "Ask").status == 0
    board = ("transcript", review, "--edition", "board", "--output", "-")
    assert "Names left out: Jo Okafor." in run(*board).err
    assert "Names left out" not in run(*board, "--keep-names").err
