"""A workspace: the folder of a trust's reviews, transcripts and own framework versions."""

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
"""The maximum number of reviews named in the message about an ambiguous reference."""


class Workspace:
    """The folder of reviews, transcripts and framework versions; nothing is created in it before a write."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.has_to_be_named = False
        """Whether commands for this workspace need the option `--workspace`."""

    @classmethod
    def at(cls, named: Path | None = None) -> Workspace:
        """Return the workspace at `named`, else MATBOT_WORKSPACE, else `matbot` in the documents folder."""
        chosen = os.environ.get("MATBOT_WORKSPACE")
        usual = Path(chosen) if chosen else platformdirs.user_documents_path() / "matbot"
        workspace = cls((named or usual).expanduser().absolute())
        workspace.has_to_be_named = workspace.root != usual.expanduser().absolute()
        return workspace

    @property
    def command(self) -> str:
        """The beginning of a command for this workspace."""
        if not self.has_to_be_named:
            return "matbot"
        from shlex import quote  # needed for messages only, not for a list of reviews

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
        """Create a review, saved and open; raises as `ReviewFile.create` does."""
        from matbot.store.review_file import ReviewFile  # loads TinyDB, which a list does not need

        return ReviewFile.create(self.reviews / file_name(opened), rubric, [opened, scoped, *brought])

    def list_reviews(self) -> list[ListedReview]:
        """List the reviews in this workspace, the last saved first."""
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
        """Open a review by its id, a prefix of it, or its file; raises as `find` and `ReviewFile.open` do."""
        from matbot.store.review_file import ReviewFile

        first, *others = self.files_of(reference)
        review = ReviewFile.open(first)
        if others:
            from shlex import quote

            words = _format_copies_notice(
                1 + len(others), f"{self.command} merge {quote(review.contents.id)}"
            )
            review.notice = f"{review.notice} {words}".strip()
        return review

    def read(self, reference: str) -> Contents:
        """Read a review without touching its file or its lock; raises as `find` and `ReviewFile.open` do."""
        from matbot.store import recovery
        from matbot.store.places import find_place

        return recovery.recover(find_place(self.find(reference))).contents

    def copy(self, source: ReviewFile | Contents) -> ReviewFile:
        """Create a review with the contents of another, saved and open; raises as `ReviewFile.create`."""
        from matbot.review.events import ReviewOpened
        from matbot.store.copies import build_copy
        from matbot.store.review_file import ReviewFile

        contents = build_copy(source.contents if isinstance(source, ReviewFile) else source)
        opened = contents.log[0]
        assert isinstance(opened, ReviewOpened), "a copy begins with its opening"
        return ReviewFile.create_from(self.reviews / file_name(opened), contents)

    def find(self, reference: str) -> Path:
        """Return the file of a review by its id, a prefix of it, or a path; of several, the last saved.

        Raises:
            NotFound: there is no such review.
            Ambiguous: several reviews match the reference.

        """
        return self.files_of(reference)[0]

    def files_of(self, reference: str) -> tuple[Path, ...]:
        """Return every file of a review, the last saved first; if `reference` is a path, only that file.

        Raises as `find` does.
        """
        return self._files_of(reference, self.reviews)

    def _find_listed(self, reference: str, folder: Path) -> ListedReview:
        first, *copies = self._files_of(reference, folder)
        return replace(read_listed_review(first), copies=tuple(copies))

    def _files_of(self, reference: str, folder: Path) -> tuple[Path, ...]:
        id_or_path = reference.strip().lower()
        if not id_or_path:
            raise NotFound("Name a review: its id, the beginning of one, or its file.")
        if any(mark in id_or_path for mark in "/\\."):
            return (self._file(reference.strip(), folder),)
        listed = list_reviews(folder)
        found = [review for review in listed if review.id == id_or_path] or [
            review for review in listed if review.id.startswith(id_or_path)
        ]
        if not found:
            where, command = (" in the bin", "restore") if folder == self.bin else ("", "list")
            raise NotFound(
                f"There is no review {shortened(reference, 40)}{where}. "
                f"See `{self.command} {command}` for those there are."
            )
        if len(found) > 1:
            names = ", ".join(f"{review.id} ({_format_owner(review)})" for review in found[:_NAMED])
            raise Ambiguous(
                f"{shortened(reference, 40)} could be any of {len(found)} reviews. Name one, such as {names}."
            )
        return found[0].path, *found[0].copies

    def files_to_merge(self, reference: str) -> tuple[Path, ...]:
        """Return every file of a review in the order to merge them: those named as review files are first."""
        return sort_for_merging(self.files_of(reference))

    def _file(self, reference: str, folder: Path) -> Path:
        """Return the file at a path that is relative to the current folder or to `folder`."""
        for path in (Path(reference), folder / reference):
            if "\0" not in reference and os.path.lexists(path):
                return path
        raise NotFound(
            f"There is no file {shortened(reference, 200)}. "
            f"See `{self.command} list` for the reviews there are."
        )


def file_name(opened: ReviewOpened) -> str:
    """Return the file name of a new review: `<trust and group>-<yyyy-mm>-<id>.matbot.json`."""
    stem = file_stem(f"{opened.trust} {opened.group}")
    return f"{stem}-{to_local_day(opened.at):%Y-%m}-{file_stem(opened.review)}{ENDING}"


def _format_copies_notice(count: int, command: str) -> str:
    """Format the notice for a review with several files, such as those that a sync program leaves."""
    return (
        f"There are {count} copies of this review, and this is the one saved last. "
        f"To make them one: {command}"
    )


def _format_owner(review: ListedReview) -> str:
    if review.header is None:
        return review.state
    return shortened(" · ".join(filter(None, (review.header.trust, review.header.group))), 60)
