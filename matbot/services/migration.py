"""Moves a review to another framework version and back, and previews the result."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from matbot.review.events import Event, UnplacedEvent, VersionSaved
from matbot.review.fold import review_of
from matbot.review.heat_map import Cell, heat_map
from matbot.review.migration import build_migration_event, find_migrations, migrate_log
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.rubric.crosswalk import Crosswalk, crosswalk_of
from matbot.rubric.crosswalk_file import find_crosswalk, name_of, sheet
from matbot.services.export import write
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import shortened


class CannotMigrate(ValueError):
    """A review cannot be moved to a framework version; the message gives the reason in one line."""


@dataclass(frozen=True)
class MigrationPreview:
    """A review in its present framework version, and as it would be in another."""

    file: ReviewFile
    crosswalk: Crosswalk

    @cached_property
    def before(self) -> Review:
        """The review in its present framework version."""
        return self.file.projection.review

    @cached_property
    def after(self) -> Review:
        """The review as it would be in the other framework version."""
        reading = migrate_log(self.file.begun_with, [*self.file.events, *self.events])
        return review_of(reading.rubric, reading.log)

    @property
    def unplaced(self) -> tuple[UnplacedEvent, ...]:
        """Answers without a place there, which are kept under the version they were given in."""
        known = {kept.id for kept in self.before.unplaced}
        return tuple(kept for kept in self.after.unplaced if kept.id not in known)

    def cells(self) -> Iterator[tuple[Cell | None, Cell | None]]:
        """Yield the cell of each element before and after; None if a framework version does not have it."""
        before = {
            cell.code: cell for row in heat_map(self.crosswalk.earlier, self.before) for cell in row.cells
        }
        after = {cell.code: cell for row in heat_map(self.crosswalk.later, self.after) for cell in row.cells}
        back = {new: old for old, new in self.crosswalk.elements.items()}
        for code, cell in after.items():
            yield before.get(back.get(code, "")), cell
        for code, cell in before.items():
            if code not in self.crosswalk.elements:
                yield cell, None

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that move the review, the first of which saves the present version."""
        return VersionSaved(name=_find_free_name(self.before, self.crosswalk.later)), build_migration_event(
            self.crosswalk
        )

    def migrate(self) -> str:
        """Move the review.

        Returns:
            The name of the saved version that keeps the review from before the move.

        Raises:
            NotSaved: It is not on disk; the message is for the user.

        """
        self.file.append(*self.events)
        named = self.events[0]
        assert isinstance(named, VersionSaved)
        return named.name


def find_crosswalk_to(file: ReviewFile, later: Rubric, workspace: Workspace) -> Crosswalk:
    """Find the crosswalk from a review's framework version to another: the saved one, or a suggestion.

    Raises:
        CannotMigrate: The review is in that framework version already.
        CannotRead: The saved crosswalk is not valid.
        OSError: The file of the saved crosswalk cannot be read.

    """
    if later.content_hash == file.rubric.content_hash:
        raise CannotMigrate(f"The review is in this framework version already: {later.id}.")
    return find_crosswalk(workspace.rubrics, file.rubric, later) or crosswalk_of(file.rubric, later)


def keep_crosswalk(crosswalk: Crosswalk, workspace: Workspace) -> None:
    """Save a crosswalk that people confirmed in the workspace, unless there is one already.

    Raises:
        NotWritten: It could not be written; the message is for the user.

    """
    names = (
        name_of(crosswalk.earlier.id, crosswalk.later.id),
        name_of(crosswalk.later.id, crosswalk.earlier.id),
    )
    if not any((workspace.rubrics / name).is_file() for name in names):
        write(sheet(crosswalk), workspace.rubrics / names[0], False)


def find_return_crosswalk(file: ReviewFile) -> Crosswalk:
    """Find the crosswalk back to the previous framework version of a review.

    Raises:
        CannotMigrate: The review was never moved.

    """
    migrations = list(find_migrations(file.begun_with, file.events).values())
    if not migrations:
        raise CannotMigrate("The review was never moved to another framework version: there is no way back.")
    last = migrations[-1]
    return Crosswalk(last.earlier, last.later, last.questions).reversed()


def _find_free_name(review: Review, later: Rubric) -> str:
    """Find a name for the version before the move that no saved version of the review has yet."""
    taken = {snapshot.name.casefold() for snapshot in review.snapshots}
    name = f"before {shortened(later.id, 60)}"
    names = (name, *(f"{name} {number}" for number in range(2, len(taken) + 3)))
    return next(free for free in names if free.casefold() not in taken)
