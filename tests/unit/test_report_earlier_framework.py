"""What has no place in a framework version stands in the transcript under the one it was said in."""

from datetime import date

import pytest

from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import list_suffixes
from matbot.review.events import NoteWritten
from matbot.review.migration import migrate_log
from matbot.services.export import TRANSCRIPT_KINDS, TranscriptOptions, transcript_of
from tests.migrations import EARLIER, THERE, over
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)


def test_the_full_record_tells_what_is_kept_and_what_of_it_is_private() -> None:
    """With the question of then."""
    log = [
        *Talk(EARLIER).log,
        NoteWritten(question="1C.i", note="All of them."),
        NoteWritten(question="1C.ii", note="Between us.", private=True),
        over(THERE),
    ]
    reading = migrate_log(EARLIER, log)
    text = transcript_of(reading.rubric, reading.log, WRITTEN).text
    section = text.partition("## From the earlier framework version")[2]
    assert f"### 1C.i {EARLIER.questions['1C.i'].text}\n\n> All of them." in section
    assert "**Private:**\n\n> Between us." in section


@pytest.mark.parametrize("kind", [kind for kind in TRANSCRIPT_KINDS if kind != "own"])
@pytest.mark.parametrize("form", list_suffixes(DocumentKind.TRANSCRIPT))
def test_a_private_note_that_is_kept_is_for_the_full_record_alone(kind: str, form: str) -> None:
    """In no byte of what others read."""
    log = [*Talk(EARLIER).log, NoteWritten(question="1C.ii", note="Between us.", private=True), over(THERE)]
    reading = migrate_log(EARLIER, log)
    assert b"Between us" not in transcript_of(
        reading.rubric, reading.log, WRITTEN, TranscriptOptions(kind)
    ).render(form)


def test_a_review_that_never_changed_frameworks_has_no_such_section() -> None:
    """Nothing to say, nothing said."""
    assert "earlier framework version" not in transcript_of(EARLIER, Talk(EARLIER).log, WRITTEN).text


def test_the_board_is_told_what_is_kept_and_not_what_was_said() -> None:
    """Where a priority is about it, trustees can ask."""
    log = [*Talk(EARLIER).log, NoteWritten(question="1C.i", note="All of them."), over(THERE)]
    reading = migrate_log(EARLIER, log)
    text = transcript_of(reading.rubric, reading.log, WRITTEN, TranscriptOptions("board")).text
    assert "1C.i" in text.partition("From the earlier framework version")[2]
    assert "All of them." not in text
