"""Merges files that are copies of one review into one file."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from matbot.review.contradictions import find_contradictions
from matbot.review.events import Event
from matbot.rubric import Rubric
from matbot.store import files, recovery
from matbot.store.contents import Contents
from matbot.store.errors import AlreadyThere, StoreError, Unreadable, not_saved
from matbot.store.listing import is_copy_name, read_listed_review
from matbot.store.locks import ReviewLock
from matbot.store.log_merge import merge_contents
from matbot.store.places import find_place
from matbot.store.recovery import NOTHING_CHANGED
from matbot.store.review_file import ReviewFile


class CannotMerge(StoreError):
    """The files cannot be merged."""


class _MustWait(CannotMerge):
    """The user has to act on a file first: choose which version counts, or update matbot."""


@dataclass(frozen=True)
class MergedFile:
    """The result of a merge of files."""

    path: Path
    """The file with the merged review."""
    events: int
    """The number of events in it."""
    contradictions: tuple[str, ...]
    """The keys of what the copies answered differently."""
    aside: tuple[Path, ...]
    """The new names of files that would otherwise have listed the review twice."""
    left: tuple[Path, ...]
    """The files that were left unchanged."""
    flaws: tuple[str, ...]
    """What is wrong with each file that was not merged, in a sentence or two."""
    notice: str
    """What the user should know about the file, in a sentence or two; empty if nothing is wrong."""


@dataclass(frozen=True)
class _Found:
    """The combined contents of several files."""

    both: Contents
    flaws: dict[Path, str]
    """The files that cannot be read, and what is wrong with each, in a sentence."""
    waiting: dict[Path, str]
    """The files on which the user has to act first, and how; they are left in place."""


@dataclass(frozen=True)
class MergePreview:
    """The result that a merge of files would have."""

    rubric: Rubric
    log: tuple[Event, ...]
    found_in: Mapping[str, tuple[Path, ...]]
    """The files that contain each event, by the id of the event."""


def preview_merge(paths: Sequence[Path]) -> MergePreview | None:
    """Return what a merge of copies of one review would give; None if fewer than two can be merged.

    This changes nothing and takes no lock, so another window may go on writing meanwhile.
    """
    found: dict[Path, Contents] = {}
    for path in paths:
        with suppress(StoreError):
            found[path] = _read_contents(path)
    first = next(iter(found.values()), None)
    same = {path: contents for path, contents in found.items() if first and contents.id == first.id}
    if len(same) < 2:
        return None
    merged = reduce(merge_contents, same.values()).migrated_log()
    where: dict[str, tuple[Path, ...]] = {}
    for path, contents in same.items():
        for event in contents.log:
            where[event.id] = (*where.get(event.id, ()), path)
    return MergePreview(merged.rubric, merged.log, where)


def merge_files(paths: Sequence[Path], output: Path | None = None) -> MergedFile:
    """Merge files of one review into the first of them, or into a new file.

    No readable file changes until the result is safely on disk. Then the other files in its folder are
    renamed, so that the review is listed once. Files in other folders stay in place, and so do all files if
    the result goes to a new one. A copy that cannot be read does not prevent the merge: it is renamed too.
    Of three or more files, one that another program changed or a newer matbot saved is left unchanged.

    Args:
        paths: Two or more files that are copies of one review.
        output: A new file for the result; None to merge into the first of `paths`.

    Raises:
        StoreError: the files cannot be merged or saved; the message is for the user.

    """
    if len({find_place(path).lock for path in paths}) < max(2, len(paths)):
        raise CannotMerge("That is one file. Name two that are copies of one review.")
    if output and files.read_stamp(output):
        raise AlreadyThere(f"There already is a file {output}. Name another for the result.")
    first, *others = paths
    with ExitStack() as held:
        for path in paths if output else others:
            held.enter_context(_hold_lock(path))
        found = _read_all(paths)
        if output is None:
            return _merge_into_first(first, found, others)
        with ReviewFile.create_from(output, found.both) as review:
            return _build_result(review, found, (), paths)


def set_copies_aside(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Keep files under other names, so that the review is listed without them; StoreError, in words.

    Returns:
        The names under which they are kept.

    """
    kept = []
    for path in paths:
        with _hold_lock(path):
            if (aside := _set_aside(path)) is None:
                raise CannotMerge(f"{path.name} cannot be given another name. {NOTHING_CHANGED}")
            kept.append(aside)
    return tuple(kept)


def _merge_into_first(first: Path, found: _Found, others: Sequence[Path]) -> MergedFile:
    with ExitStack() as open_:
        if first in found.flaws:
            review, kept = _replace_unreadable(first, found.both)
            open_.enter_context(review)
        else:
            review, kept = open_.enter_context(ReviewFile.open(first)), None
            review.merge(found.both)
        beside = [path for path in others if path.parent.samefile(first.parent)]
        settled = [path for path in beside if path not in found.waiting]
        aside = {
            path: _set_aside(path)
            for path in settled
            if path not in found.flaws or _is_copy(path, found.both.id)
        }
        left = [path for path in others if not aside.get(path)]
        return _build_result(review, found, filter(None, (kept, *aside.values())), left)


def _replace_unreadable(path: Path, both: Contents) -> tuple[ReviewFile, Path]:
    """Create a new file in place of an unreadable one; return it with the new name of the old one."""
    try:
        kept = files.set_aside(path)
        files.remove(path)
    except OSError as error:
        raise not_saved(error) from error
    try:
        return ReviewFile.create_from(path, both), kept
    except BaseException:
        with suppress(OSError):
            files.keep_copy(kept, path)
            files.remove(kept)
        raise


def _build_result(
    review: ReviewFile, found: _Found, aside: Iterable[Path], left: Iterable[Path]
) -> MergedFile:
    keys = tuple(find_contradictions(review.log, review.projection.counted))
    flaws = (*found.flaws.values(), *found.waiting.values())
    return MergedFile(review.path, len(review.events), keys, tuple(aside), tuple(left), flaws, review.notice)


@contextmanager
def _hold_lock(path: Path) -> Iterator[None]:
    """Hold the lock of a file within the block, so that no window can write to it."""
    lock = ReviewLock(find_place(path))
    if words := lock.take():
        raise CannotMerge(f"{path.name} cannot be merged now: {words}.")
    try:
        yield
    finally:
        lock.release()


def _read_all(paths: Sequence[Path]) -> _Found:
    """Read all the files without changing any; CannotMerge or Unreadable if they cannot be merged."""
    found: dict[Path, Contents] = {}
    flaws: dict[Path, Unreadable] = {}
    waiting: dict[Path, _MustWait] = {}
    for path in paths:
        try:
            found[path] = _read_contents(path)
        except Unreadable as flaw:
            flaws[path] = flaw
        except _MustWait as choice:
            waiting[path] = choice
    for path, reason in waiting.items():
        if path == paths[0] or len(found) < 2:
            raise reason
    _check_unreadable_files(paths[0], found, flaws)
    first = next(iter(found))
    for path, contents in found.items():
        if contents.id != found[first].id:
            raise CannotMerge(
                f"{first.name} and {path.name} are two reviews, {found[first].id} and {contents.id}. "
                "Only copies of one review can be merged."
            )
    words = {path: _format_flaw(path, flaw) for path, flaw in flaws.items()}
    return _Found(
        reduce(merge_contents, found.values()), words, {path: str(reason) for path, reason in waiting.items()}
    )


def _check_unreadable_files(
    first: Path, found: Mapping[Path, Contents], flaws: Mapping[Path, Unreadable]
) -> None:
    """Raise if no file can be read, one does not exist, or one that is required may not be a copy."""
    review = next((contents.id for contents in found.values()), "")
    for path, flaw in flaws.items():
        needed = path == first or len(found) < 2
        if not found or not files.read_stamp(path) or (needed and not _is_copy(path, review)):
            raise flaw


def _is_copy(path: Path, review: str) -> bool:
    """Return whether the name of a file, or what is left of its header, marks it as a copy of a review."""
    return is_copy_name(path.name) or read_listed_review(path).id == review


def _format_flaw(path: Path, flaw: Unreadable) -> str:
    return str(flaw).removesuffix(NOTHING_CHANGED).strip().replace(str(path), path.name)


def _read_contents(path: Path) -> Contents:
    found = recovery.recover(find_place(path))
    if found.contents.newer:
        raise _MustWait(f"{path.name} was saved by a newer matbot. Update matbot, and merge then.")
    if found.changed:
        raise _MustWait(
            f"{path.name} was changed by something other than matbot, and stays as it is. "
            f"Say first which version counts: matbot settle {shlex.quote(str(path))}"
        )
    return found.contents


def _set_aside(path: Path) -> Path | None:
    """Rename a file and return its new name; None if it cannot be renamed."""
    try:
        kept = files.set_aside(path)
        files.remove(path)
    except OSError:
        return None
    return kept
