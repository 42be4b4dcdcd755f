"""Differences between the copies of a review, before and after they are merged, as text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matbot.interview.copy_differences import CopyDifference, find_copy_differences
from matbot.presenters.review_list import format_events, name_files
from matbot.report.words import moment_in_words
from matbot.text import one_line, shortened

if TYPE_CHECKING:
    from matbot.interview import Interview
    from matbot.interview.copy_differences import CopyAnswer
    from matbot.store.file_merge import MergedFile

_NAMED = 3
"""The most differences or files that a sentence names; beyond that it counts them."""

_SHORT = 60
"""The most characters of an answer in the message that it was chosen."""

_LINE = 240
"""The most characters of an answer where people choose line by line."""

_AFTER = {True: "Counts", False: "In another copy"}
_BEFORE = {True: "Will count", False: "Will be kept"}
"""The label of the answer that counts (True) and of the others, after and before a merge."""

ABOUT_DIFFERENCES = (
    "Where two copies answer the same thing differently, the later answer counts and the other is kept. "
    "Choose another to make it count; nothing is lost."
)
"""The introduction of the page after a merge, on screen and in line mode."""

NOTHING_DIFFERS = "The copies differ on nothing, or you have settled it."
"""Shown on that page if nothing is left to settle."""

BEFORE_MERGING = (
    "Nothing is merged yet. When the copies are merged, the later answer counts and the other is kept; "
    "then you can choose."
)
"""The introduction of the page before a merge."""


@dataclass(frozen=True)
class AnswerWords:
    """One of the differing answers, as text."""

    id: str
    """The id of its event."""
    label: str
    """Whether it counts, when it was given and, before a merge, which file it is in."""
    words: str
    counts: bool


@dataclass(frozen=True)
class DifferenceWords:
    """Something that the copies answer differently, as text."""

    key: str
    name: str
    """A reference to what was answered: `1A (iii), note`."""
    answers: tuple[AnswerWords, ...]
    """The answer that counts first."""


def differences_of(interview: Interview) -> tuple[CopyDifference, ...]:
    """Find what the copies of a merged review answer differently and nobody has settled."""
    return find_copy_differences(interview.rubric, interview.log, interview.projection.counted)


def present_differences(interview: Interview) -> tuple[DifferenceWords, ...]:
    """The differences of a merged review that nobody has settled, as text."""
    return tuple(_present_difference(one) for one in differences_of(interview))


def read_differences(path: Path) -> tuple[DifferenceWords, ...]:
    """Find what the copies merged into a file answer differently; the file is only read."""
    from matbot.store import recovery
    from matbot.store.places import find_place

    merged = recovery.recover(find_place(path)).contents.migrated_log()
    return tuple(_present_difference(one) for one in find_copy_differences(merged.rubric, merged.log))


def preview_differences(paths: Sequence[Path], names_files: bool = True) -> tuple[DifferenceWords, ...]:
    """Find what files that are copies of one review answer differently; the files are only read.

    Files that cannot be read are left out, as they are in a merge.

    Args:
        paths: The files.
        names_files: Whether the label of each answer names the file that it is in.

    """
    from matbot.store.file_merge import preview_merge

    preview = preview_merge(paths)
    if preview is None:
        return ()
    found = find_copy_differences(preview.rubric, preview.log)
    found_in = preview.found_in if names_files else {}
    return tuple(
        _present_difference(one, {id_: name_files(at) for id_, at in found_in.items()}) for one in found
    )


def format_differ(differences: Sequence[DifferenceWords]) -> str:
    """A sentence on the differences, such as `They differ on 1 answer: 1A (i), note.`; empty if none."""
    if not differences:
        return ""
    names = [one_line(one.name) for one in differences]
    many = len(names)
    count = f"{many} answer{'s' * (many > 1)}"
    if many > _NAMED:
        return f"They differ on {count}."
    return f"They differ on {count}: {'; '.join(names)}."


def format_answer(answer: CopyAnswer, difference: CopyDifference) -> str:
    """One of the differing answers in a line, with whether it counts and when it was given."""
    words = _present_answer(answer, answer is difference.counts, None)
    return f"{words.label}: {shortened(one_line(words.words), _LINE)}"


def format_chosen(difference: CopyDifference, answer: CopyAnswer) -> str:
    """A sentence on the answer that was chosen, such as `1A (i), answer: Nearer the green counts.`."""
    return f"{one_line(difference.name)}: {shortened(one_line(answer.words), _SHORT)} counts."


def format_joined(joined: MergedFile) -> str:
    """The result of a merge in one short line; `list_merge_details` has the details."""
    differ, out = len(joined.contradictions), len(joined.flaws)
    more = [f"{differ} answer{'s differ' if differ > 1 else ' differs'}"] if differ else []
    more += [f"{out} {'copies are' if out > 1 else 'copy is'} left out"] if out else []
    sentence = f"The copies are one now, with {format_events(joined.events)}"
    return f"{sentence}; {', '.join(more)}." if more else f"{sentence}."


def list_merge_details(joined: MergedFile) -> Iterator[str]:
    """The details of a merge: copies that it does not include, and where the other files are kept."""
    yield from (one_line(flaw) for flaw in joined.flaws[:_NAMED])
    if len(joined.flaws) > _NAMED:
        yield f"Of {len(joined.flaws) - _NAMED} more copies nothing is in the result either."
    if joined.flaws and joined.aside:
        more = len(joined.aside) - _NAMED
        rest = f", and {more} more beside them" if more > 0 else ""
        yield f"The other files are kept as {one_line(name_files(joined.aside[:_NAMED]))}{rest}."


def render_differences(differences: Sequence[DifferenceWords]) -> Iterator[str]:
    """Render each difference as a line: what was answered, and every answer with the time it was given."""
    for one in differences:
        answers = (f"{answer.label}: {one_line(answer.words)}" for answer in one.answers)
        yield f"{one.name}. {'. '.join(answers)}"


def _present_difference(one: CopyDifference, files: dict[str, str] | None = None) -> DifferenceWords:
    answers = (_present_answer(answer, answer is one.counts, files) for answer in one.answers)
    return DifferenceWords(one.key, one.name, tuple(answers))


def _present_answer(answer: CopyAnswer, counts: bool, files: dict[str, str] | None) -> AnswerWords:
    which = _AFTER[counts] if files is None else _BEFORE[counts]
    where = (files or {}).get(answer.event.id, "")
    label = ", ".join(filter(None, (which, moment_in_words(answer.at), where and f"in {one_line(where)}")))
    return AnswerWords(answer.event.id, label, answer.words, counts)
