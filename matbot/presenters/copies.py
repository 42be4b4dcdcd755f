"""Several copies of a review: what there is to know before they are made one, and the ways on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matbot.presenters.copy_differences import DifferenceWords, format_differ, preview_differences
from matbot.presenters.review_list import MERGE_CHOICES, format_events, format_several
from matbot.store.copy_check import CopyCheck, WaitingCopy, check_copies
from matbot.store.states import State
from matbot.text import one_line

if TYPE_CHECKING:
    from matbot.store.listing import ListedReview
    from matbot.store.review_file import ReviewFile

MERGE, LAST, LOOK, GOOD, ASIDE = "merge", "last", "look", "good", "aside"
"""The ways on where there are several copies, by the words that line mode takes for them."""
DECIDE = "changed"
"""How the words of the ways begin that open a changed copy, so that people say which version counts."""

_A_COPY = "One of the copies"
_ONLY_THE_OTHERS = "The other copies can be made one, and nothing that they say is lost."
_NOT_YET = "So the copies cannot be made one yet."


@dataclass(frozen=True)
class CopiesQuestion:
    """What is asked where a folder has several copies of a review."""

    words: str
    ways: Mapping[str, str]
    """What each way on is called, the one that is likeliest first."""
    differences: tuple[DifferenceWords, ...]
    check: CopyCheck

    def file_of(self, way: str) -> Path:
        """The file that a way on opens, where it is not the one saved last."""
        if way.startswith(DECIDE):
            return self.check.changed[int(way.removeprefix(DECIDE) or 1) - 1]
        return self.check.good[0]


def present_copies(one: ListedReview, merged: str, names_files: bool = True) -> CopiesQuestion:
    """What to ask of a review that has several files; reads them, and changes none.

    `merged` says what is known of a merge of all of them; `names_files` is whether files may be named.
    """
    check = check_copies(one.files)
    differences = preview_differences(one.files, names_files)
    waiting = tuple(format_waiting(copy, names_files) for copy in check.waiting)
    if waiting:
        merged = _ONLY_THE_OTHERS if check.to_merge else _NOT_YET
    words = " ".join(filter(None, (format_several(one), format_differ(differences), *waiting, merged)))
    return CopiesQuestion(words, dict(_ways(check, bool(differences), names_files)), differences, check)


def _ways(check: CopyCheck, differ: bool, names_files: bool) -> Iterator[tuple[str, str]]:
    """The ways on that there are, and what each is called."""
    if check.to_merge or not check.waiting:
        yield MERGE, MERGE_CHOICES[MERGE]
    if not check.waiting:
        yield LAST, MERGE_CHOICES[LAST]
    elif check.good:
        good = f"Open {one_line(check.good[0].name)}" if names_files else "Open a copy"
        yield GOOD, f"{good}, which is as matbot saved it"
    if differ:
        yield LOOK, MERGE_CHOICES[LOOK]
    changed = check.changed
    for number, path in enumerate(changed, 1):
        name = one_line(path.name) if names_files else "the copy that was changed"
        yield f"{DECIDE}{number if number > 1 else ''}", f"Open {name}, to say which version counts"
    if changed and check.good:
        those = "it" if len(changed) == 1 else "them"
        yield ASIDE, f"Leave out what was changed: keep {those} under another name, and open the rest"


def format_waiting(copy: WaitingCopy, names_files: bool = True) -> str:
    """Why a copy is in no merge, and what becomes of it, in a sentence or two."""
    name = one_line(copy.path.name) if names_files else _A_COPY
    if copy.state is State.NEWER:
        return f"{name} was saved by a newer matbot, and stays as it is: update matbot to make it one too."
    said = []
    if copy.differ:
        said.append(f"{format_events(copy.differ)} in it {_are(copy.differ)} not as elsewhere")
    if copy.only:
        said.append(f"{format_events(copy.only)} {_are(copy.only)} in no other copy")
    how = f": {' and '.join(said)}" if said else ", though no entry in it differs"
    return (
        f"{name} was changed by something other than matbot{how}. "
        "It stays as it is until somebody says which version counts."
    )


def list_waiting_beside(file: ReviewFile, names_files: bool = True) -> list[str]:
    """What there is to know of other files of an open review in its folder that are in no merge."""
    from matbot.store.listing import list_reviews

    listed = [one for one in list_reviews(file.path.parent) if one.copies and one.id == file.contents.id]
    others: Sequence[Path] = [path for one in listed for path in one.files]
    found = check_copies(others).waiting
    return [format_waiting(one, names_files) for one in found if one.path.name != file.path.name]


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
