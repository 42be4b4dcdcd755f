"""What is half typed stays where people go on without an answer."""

from pathlib import Path

from matbot.interview import Interview
from matbot.rubric import Rubric
from matbot.store.review_file import ReviewFile
from tests.talk import Talk


def test_a_half_typed_note_is_kept_when_its_step_is_skipped(small_rubric: Rubric, tmp_path: Path) -> None:
    """It is there again when people come back; sending it removes the draft."""
    talk = Talk(small_rubric).say("", "3")
    opened, scoped, *more = talk.log
    with ReviewFile.create(tmp_path / "a.matbot.json", talk.rubric, [opened, scoped]) as file:
        file.append(*more)
        file.keep_draft("note:1A.i", "long wait words")
        file.append(Interview.of(file.projection).skip())
        assert file.drafts == {"note:1A.i": "long wait words"}
        file.append(Interview.of(file.projection).go_back())
        file.append(Interview.of(file.projection).answer("long wait words, sent"))
        assert file.drafts == {}
