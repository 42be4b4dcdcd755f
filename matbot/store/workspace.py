"""A workspace: the folder that a trust's reviews, transcripts and own rubrics are kept in."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from matbot.review.local_time import to_local_day
from matbot.store import files
from matbot.store.errors import Ambiguous, NotFound
from matbot.store.listing import (
    ENDING,
    ListedReview,
    is_copy_name,
    list_reviews,
    read_listed_review,
    sort_for_merging,
)
from matbot.text import file_stem, shortened

if TYPE_CHECKING:
    from matbot.review.events import Event, ReviewOpened, ScopeChosen
    from matbot.rubric import Rubric
    from matbot.store.contents import Contents
    from matbot.store.review_file import ReviewFile

_NAMED = 5
"""How many reviews are named at most where a reference could be any of many."""


class Workspace:
    """The folder of reviews, transcripts and rubrics. Nothing is made in it before something is written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.has_to_be_named = False
        """Whether commands that are about this workspace have to name it."""

    @classmethod
    def at(cls, named: Path | None = None) -> Workspace:
        """The workspace that is named, else MATBOT_WORKSPACE, else `matbot` in the documents folder."""
        chosen = os.environ.get("MATBOT_WORKSPACE")
        usual = Path(chosen) if chosen else platformdirs.user_documents_path() / "matbot"
        workspace = cls((named or usual).expanduser().absolute())
        workspace.has_to_be_named = workspace.root != usual.expanduser().absolute()
        return workspace

    @property
    def command(self) -> str:
        """How a command begins that is about this workspace."""
        if not self.has_to_be_named:
            return "matbot"
        from shlex import quote  # only where something is wrong: not for a mere list

        return f"matbot --workspace {quote(str(self.root))}"

    @property
    def reviews(self) -> Path:
        """The folder of review files."""
        return self.root / "reviews"

    @property
    def transcripts(self) -> Path:
        """The folder that transcripts are written to."""
        return self.root / "transcripts"

    @property
    def rubrics(self) -> Path:
        """The folder of the trust's own framework versions."""
        return self.root / "rubrics"

    @property
    def bin(self) -> Path:
        """The folder of deleted reviews."""
        return self.root / "bin"

    def create(
        self, rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen, *brought: Event
    ) -> ReviewFile:
        """Begin a review, saved and open; raises as `ReviewFile.create` does."""
        from matbot.store.review_file import ReviewFile  # brings TinyDB: not for a mere list

        return ReviewFile.create(self.reviews / file_name(opened), rubric, [opened, scoped, *brought])

    def list_reviews(self) -> list[ListedReview]:
        """The reviews in this workspace, the last saved first."""
        return list_reviews(self.reviews)

    def list_bin(self) -> list[ListedReview]:
        """The deleted reviews, the last saved first."""
        return list_reviews(self.bin)

    def count_deleted(self) -> int:
        """How many files are in the bin, as far as their names tell; none of them is read."""
        return sum(is_copy_name(name) for name in files.names_in(self.bin))

    def delete(self, listed: ListedReview) -> None:
        """Move every file of a listed review to the bin; raises NotMoved as `move_to_bin` does."""
        from matbot.store.bin import move_to_bin

        move_to_bin(listed, self.bin)

    def restore(self, listed: ListedReview) -> Path:
        """Move a deleted review back from the bin; raises NotMoved as `restore_from_bin` does.

        Returns:
            Where its file is now.

        """
        from matbot.store.bin import restore_from_bin

        return restore_from_bin(listed, self.reviews)[0]

    def find_listed(self, reference: str) -> ListedReview:
        """The review that a reference names, with all its files; one named by its path has that file alone.

        Raises:
            NotFound, Ambiguous: as `find` raises them.

        """
        return self._find_listed(reference, self.reviews)

    def find_deleted(self, reference: str) -> ListedReview:
        """The review in the bin that a reference names; raises as `find_listed` does."""
        return self._find_listed(reference, self.bin)

    def open(self, reference: str) -> ReviewFile:
        """Open a review by its id, the beginning of one, or its file; raises as `find`, `ReviewFile.open`."""
        from matbot.store.review_file import ReviewFile

        first, *others = self.files_of(reference)
        review = ReviewFile.open(first)
        if others:
            from shlex import quote

            words = _copies_in_words(1 + len(others), f"{self.command} merge {quote(review.contents.id)}")
            review.notice = f"{review.notice} {words}".strip()
        return review

    def read(self, reference: str) -> Contents:
        """Read a review without touching its file or its lock; raises as `find` and `ReviewFile.open`."""
        from matbot.store import recovery
        from matbot.store.places import find_place

        return recovery.recover(find_place(self.find(reference))).contents

    def copy(self, source: ReviewFile | Contents) -> ReviewFile:
        """Create a review that says all that another does, saved and open; raises as `ReviewFile.create`."""
        from matbot.review.events import ReviewOpened
        from matbot.store.copies import build_copy
        from matbot.store.review_file import ReviewFile

        made = build_copy(source.contents if isinstance(source, ReviewFile) else source)
        opened = made.log[0]
        assert isinstance(opened, ReviewOpened), "a copy begins with its opening"
        return ReviewFile.create_from(self.reviews / file_name(opened), made)

    def find(self, reference: str) -> Path:
        """The file of a review by its id, the beginning of one, or a path; of several, the last saved.

        Raises:
            NotFound: there is no such review.
            Ambiguous: several reviews answer to that name.

        """
        return self.files_of(reference)[0]

    def files_of(self, reference: str) -> tuple[Path, ...]:
        """Every file of a review here, the last saved first; the one file if it is named by its path."""
        return self._files_of(reference, self.reviews)

    def _find_listed(self, reference: str, folder: Path) -> ListedReview:
        first, *copies = self._files_of(reference, folder)
        return replace(read_listed_review(first), copies=tuple(copies))

    def _files_of(self, reference: str, folder: Path) -> tuple[Path, ...]:
        wanted = reference.strip().lower()
        if not wanted:
            raise NotFound("Name a review: its id, the beginning of one, or its file.")
        if any(mark in wanted for mark in "/\\."):
            return (self._file(reference.strip(), folder),)
        listed = list_reviews(folder)
        found = [one for one in listed if one.id == wanted] or [
            one for one in listed if one.id.startswith(wanted)
        ]
        if not found:
            where, command = (" in the bin", "restore") if folder == self.bin else ("", "list")
            raise NotFound(
                f"There is no review {shortened(reference, 40)}{where}. "
                f"See `{self.command} {command}` for those there are."
            )
        if len(found) > 1:
            names = ", ".join(f"{one.id} ({_owner(one)})" for one in found[:_NAMED])
            raise Ambiguous(
                f"{shortened(reference, 40)} could be any of {len(found)} reviews. Name one, such as {names}."
            )
        return found[0].path, *found[0].copies

    def files_to_merge(self, reference: str) -> tuple[Path, ...]:
        """Every file of a review here in the order to merge them: one with the name of a review is first."""
        return sort_for_merging(self.files_of(reference))

    def _file(self, reference: str, folder: Path) -> Path:
        """A file that is named by its path, from here or from the folder of reviews, or the bin."""
        for path in (Path(reference), folder / reference):
            if "\0" not in reference and os.path.lexists(path):
                return path
        raise NotFound(
            f"There is no file {shortened(reference, 200)}. "
            f"See `{self.command} list` for the reviews there are."
        )


def file_name(opened: ReviewOpened) -> str:
    """The name of a new review's file: `<trust and group>-<yyyy-mm>-<id>.matbot.json`."""
    stem = file_stem(f"{opened.trust} {opened.group}")
    return f"{stem}-{to_local_day(opened.at):%Y-%m}-{file_stem(opened.review)}{ENDING}"


def _copies_in_words(count: int, command: str) -> str:
    """What to know where a review has several files, as a program that syncs leaves them."""
    return (
        f"There are {count} copies of this review, and this is the one saved last. "
        f"To make them one: {command}"
    )


def _owner(one: ListedReview) -> str:
    if one.header is None:
        return one.state
    return shortened(" · ".join(filter(None, (one.header.trust, one.header.group))), 60)
