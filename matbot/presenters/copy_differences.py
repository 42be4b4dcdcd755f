"""What copies of a review answered differently, before they are merged and after: in words for people."""

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
"""How many differences, or files, are named in a sentence; more are counted."""

_SHORT = 60
"""How much of an answer is said where it was chosen, in characters."""

_LINE = 240
"""And how much where people choose, line by line."""

_AFTER = {True: "Counts", False: "In another copy"}
_BEFORE = {True: "Will count", False: "Will be kept"}
"""What is said of the answer that counts, and of the others, after a merge and before it."""

ABOUT_DIFFERENCES = (
    "Where two copies answer the same thing differently, the later answer counts and the other is kept. "
    "Choose another to make it count; nothing is lost."
)
"""What the page after a merge says, on the screen and in line mode."""

NOTHING_DIFFERS = "The copies differ on nothing, or you have settled it."
"""What it says once nothing is left to choose."""

BEFORE_MERGING = (
    "Nothing is merged yet. When the copies are merged, the later answer counts and the other is kept; "
    "then you can choose."
)
"""What the page before a merge says."""


@dataclass(frozen=True)
class AnswerWords:
    """One of the answers to the same thing, for whoever lays it out."""

    id: str
    """The id of its event."""
    label: str
    """Whether it counts, when it was given and, before a merge, in which file."""
    words: str
    counts: bool


@dataclass(frozen=True)
class DifferenceWords:
    """Something that the copies answered differently, for whoever lays it out."""

    key: str
    name: str
    """What was answered, by its code: `1A (iii), note`."""
    answers: tuple[AnswerWords, ...]
    """The answer that counts first."""


def differences_of(interview: Interview) -> tuple[CopyDifference, ...]:
    """What the copies of a merged review answered differently, as far as nobody has settled it."""
    return find_copy_differences(interview.rubric, interview.log, interview.projection.counted)


def present_differences(interview: Interview) -> tuple[DifferenceWords, ...]:
    """The same in words, for a page."""
    return tuple(_in_words(one) for one in differences_of(interview))


def read_differences(path: Path) -> tuple[DifferenceWords, ...]:
    """What the copies that were merged into a file answered differently; reads it, and changes nothing."""
    from matbot.store import recovery
    from matbot.store.places import find_place

    merged = recovery.recover(find_place(path)).contents.migrated_log()
    return tuple(_in_words(one) for one in find_copy_differences(merged.rubric, merged.log))


def preview_differences(paths: Sequence[Path], names_files: bool = True) -> tuple[DifferenceWords, ...]:
    """What files that are copies of one review answer differently; changes none of them.

    Files that cannot be read are left out, as they are when the others are merged. `names_files` is
    whether each answer tells the file that it is in.
    """
    from matbot.store.file_merge import preview_merge

    preview = preview_merge(paths)
    if preview is None:
        return ()
    found = find_copy_differences(preview.rubric, preview.log)
    found_in = preview.found_in if names_files else {}
    return tuple(_in_words(one, {id_: name_files(at) for id_, at in found_in.items()}) for one in found)


def format_differ(differences: Sequence[DifferenceWords]) -> str:
    """On what copies differ, in a sentence, such as `They differ on 1 answer: 1A (i), note.`; or nothing."""
    if not differences:
        return ""
    names = [one_line(one.name) for one in differences]
    many = len(names)
    count = f"{many} answer{'s' * (many > 1)}"
    if many > _NAMED:
        return f"They differ on {count}."
    return f"They differ on {count}: {'; '.join(names)}."


def format_answer(answer: CopyAnswer, difference: CopyDifference) -> str:
    """One of the answers in a line, with whether it counts and when it was given."""
    words = _answer(answer, answer is difference.counts, None)
    return f"{words.label}: {shortened(one_line(words.words), _LINE)}"


def format_chosen(difference: CopyDifference, answer: CopyAnswer) -> str:
    """What was chosen, in a sentence such as `1A (i), answer: Nearer the green counts.`."""
    return f"{one_line(difference.name)}: {shortened(one_line(answer.words), _SHORT)} counts."


def format_joined(joined: MergedFile) -> str:
    """What became of copies that were merged, in one short line; `list_merge_details` says the rest."""
    differ, out = len(joined.contradictions), len(joined.flaws)
    more = [f"{differ} answer{'s differ' if differ > 1 else ' differs'}"] if differ else []
    more += [f"{out} {'copies are' if out > 1 else 'copy is'} left out"] if out else []
    sentence = f"The copies are one now, with {format_events(joined.events)}"
    return f"{sentence}; {', '.join(more)}." if more else f"{sentence}."


def list_merge_details(joined: MergedFile) -> Iterator[str]:
    """What else there is to know of a merge: the files of which nothing is in it, and where others are."""
    yield from (one_line(flaw) for flaw in joined.flaws[:_NAMED])
    if len(joined.flaws) > _NAMED:
        yield f"Of {len(joined.flaws) - _NAMED} more copies nothing is in the result either."
    if joined.flaws and joined.aside:
        more = len(joined.aside) - _NAMED
        rest = f", and {more} more beside them" if more > 0 else ""
        yield f"The other files are kept as {one_line(name_files(joined.aside[:_NAMED]))}{rest}."


def render_differences(differences: Sequence[DifferenceWords]) -> Iterator[str]:
    """Each difference in a line: what was answered, and every answer with when it was given."""
    for one in differences:
        answers = (f"{answer.label}: {one_line(answer.words)}" for answer in one.answers)
        yield f"{one.name}. {'. '.join(answers)}"


def _in_words(one: CopyDifference, files: dict[str, str] | None = None) -> DifferenceWords:
    answers = (_answer(answer, answer is one.counts, files) for answer in one.answers)
    return DifferenceWords(one.key, one.name, tuple(answers))


def _answer(answer: CopyAnswer, counts: bool, files: dict[str, str] | None) -> AnswerWords:
    which = _AFTER[counts] if files is None else _BEFORE[counts]
    where = (files or {}).get(answer.event.id, "")
    label = ", ".join(filter(None, (which, moment_in_words(answer.at), where and f"in {one_line(where)}")))
    return AnswerWords(answer.event.id, label, answer.words, counts)
