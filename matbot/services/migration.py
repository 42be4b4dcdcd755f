"""Moves a review to another framework version and back, and shows beforehand what becomes of it."""

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
    """A review that cannot be moved there; the message says why in a line."""


@dataclass(frozen=True)
class MigrationPreview:
    """A review as it is, and as it would be in another framework version."""

    file: ReviewFile
    crosswalk: Crosswalk

    @cached_property
    def before(self) -> Review:
        """The review as it is."""
        return self.file.projection.review

    @cached_property
    def after(self) -> Review:
        """The review as it would be in the other framework version."""
        reading = migrate_log(self.file.begun_with, [*self.file.events, *self.events])
        return review_of(reading.rubric, reading.log)

    @property
    def unplaced(self) -> tuple[UnplacedEvent, ...]:
        """What has no place there, and is kept under the framework version it was said in."""
        known = {kept.id for kept in self.before.unplaced}
        return tuple(kept for kept in self.after.unplaced if kept.id not in known)

    def cells(self) -> Iterator[tuple[Cell | None, Cell | None]]:
        """Every element of either framework version, before and after."""
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
        """The events that move the review, after one that saves the version before."""
        return VersionSaved(name=_free_name(self.before, self.crosswalk.later)), build_migration_event(
            self.crosswalk
        )

    def migrate(self) -> str:
        """Move the review.

        Returns:
            The name of the saved version before.

        Raises:
            NotSaved: it is not on disk; in words.

        """
        self.file.append(*self.events)
        named = self.events[0]
        assert isinstance(named, VersionSaved)
        return named.name


def find_crosswalk_to(file: ReviewFile, later: Rubric, workspace: Workspace) -> Crosswalk:
    """The crosswalk from the framework of a review to another: the one that is kept, else a suggestion.

    CannotMigrate where the review is in that framework version already; CannotRead, OSError for the file.
    """
    if later.content_hash == file.rubric.content_hash:
        raise CannotMigrate(f"The review is in this framework version already: {later.id}.")
    return find_crosswalk(workspace.rubrics, file.rubric, later) or crosswalk_of(file.rubric, later)


def keep_crosswalk(crosswalk: Crosswalk, workspace: Workspace) -> None:
    """Keep a crosswalk that people confirmed in the workspace, where none is kept yet; NotWritten."""
    names = (
        name_of(crosswalk.earlier.id, crosswalk.later.id),
        name_of(crosswalk.later.id, crosswalk.earlier.id),
    )
    if not any((workspace.rubrics / name).is_file() for name in names):
        write(sheet(crosswalk), workspace.rubrics / names[0], False)


def find_return_crosswalk(file: ReviewFile) -> Crosswalk:
    """The crosswalk back to the framework version that a review was in before.

    Raises:
        CannotMigrate: it was never moved.

    """
    migrations = list(find_migrations(file.begun_with, file.events).values())
    if not migrations:
        raise CannotMigrate("The review was never moved to another framework version: there is no way back.")
    last = migrations[-1]
    return Crosswalk(last.earlier, last.later, last.questions).reversed()


def _free_name(review: Review, later: Rubric) -> str:
    """A name for the version before, which no saved version of the review has yet."""
    taken = {snapshot.name.casefold() for snapshot in review.snapshots}
    name = f"before {shortened(later.id, 60)}"
    names = (name, *(f"{name} {number}" for number in range(2, len(taken) + 3)))
    return next(free for free in names if free.casefold() not in taken)
