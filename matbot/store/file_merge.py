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
    """Files that cannot be merged."""


class _MustWait(CannotMerge):
    """A file that people have to see to first: say which version counts, or update matbot."""


@dataclass(frozen=True)
class MergedFile:
    """The result of a merge of files."""

    path: Path
    """The file that has all of it."""
    events: int
    """How many events it has."""
    contradictions: tuple[str, ...]
    """The keys of what the copies answered differently."""
    aside: tuple[Path, ...]
    """The names under which files are kept now that would have listed the review twice."""
    left: tuple[Path, ...]
    """Files that are as they were."""
    flaws: tuple[str, ...]
    """What is wrong with each of the files of which nothing is in it, in a sentence or two."""
    notice: str
    """What people should know about the file, in a sentence or two; empty if all is as it should be."""


@dataclass(frozen=True)
class _Found:
    """What several files say together."""

    both: Contents
    flaws: dict[Path, str]
    """The files that cannot be read, and what is wrong with each, in a sentence."""
    waiting: dict[Path, str]
    """The files that people have to settle first, and how; they stay where they are."""


@dataclass(frozen=True)
class MergePreview:
    """What files would come to if they were merged."""

    rubric: Rubric
    log: tuple[Event, ...]
    found_in: Mapping[str, tuple[Path, ...]]
    """The files that have an event, by its id."""


def preview_merge(paths: Sequence[Path]) -> MergePreview | None:
    """What files that are copies of one review would come to; None where fewer than two can be merged.

    Changes nothing, and holds no lock: another window may go on writing meanwhile.
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
    """Merge files of one review into the first of them, or into a new file; StoreError, in words.

    Every file is as it was until the result is safely on disk. Then those that lie beside the first are
    kept under another name, so that the review is listed once. Files elsewhere stay, and so do all of
    them where the result goes into a new one. A copy that cannot be read keeps the others from nothing: it
    is kept under another name too. Of three or more, one that something else changed or that a newer matbot
    saved is left as it is.
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
            return _into_first(first, found, others)
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


def _into_first(first: Path, found: _Found, others: Sequence[Path]) -> MergedFile:
    with ExitStack() as open_:
        if first in found.flaws:
            review, kept = _create_anew(first, found.both)
            open_.enter_context(review)
        else:
            review, kept = open_.enter_context(ReviewFile.open(first)), None
            review.merge(found.both)
        beside = [path for path in others if path.parent.samefile(first.parent)]
        done = [path for path in beside if path not in found.waiting]
        aside = {
            path: _set_aside(path)
            for path in done
            if path not in found.flaws or _is_copy(path, found.both.id)
        }
        left = [path for path in others if not aside.get(path)]
        return _build_result(review, found, filter(None, (kept, *aside.values())), left)


def _create_anew(path: Path, both: Contents) -> tuple[ReviewFile, Path]:
    """A new file in place of one that cannot be read, and the name under which that one is kept."""
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
    """Within the block no window can write to a file."""
    lock = ReviewLock(find_place(path))
    if words := lock.take():
        raise CannotMerge(f"{path.name} cannot be merged now: {words}.")
    try:
        yield
    finally:
        lock.release()


def _read_all(paths: Sequence[Path]) -> _Found:
    """What all the files say; none of them is changed."""
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
    for path, waits in waiting.items():
        if path == paths[0] or len(found) < 2:
            raise waits
    _refuse_what_is_no_copy(paths[0], found, flaws)
    first = next(iter(found))
    for path, contents in found.items():
        if contents.id != found[first].id:
            raise CannotMerge(
                f"{first.name} and {path.name} are two reviews, {found[first].id} and {contents.id}. "
                "Only copies of one review can be merged."
            )
    words = {path: _in_words(path, flaw) for path, flaw in flaws.items()}
    return _Found(
        reduce(merge_contents, found.values()), words, {path: str(waits) for path, waits in waiting.items()}
    )


def _refuse_what_is_no_copy(
    first: Path, found: Mapping[Path, Contents], flaws: Mapping[Path, Unreadable]
) -> None:
    """Refuse files of which none can be read, and any that nothing says is a copy."""
    review = next((contents.id for contents in found.values()), "")
    for path, flaw in flaws.items():
        needed = path == first or len(found) < 2
        if not found or not files.read_stamp(path) or (needed and not _is_copy(path, review)):
            raise flaw


def _is_copy(path: Path, review: str) -> bool:
    """Whether the name of a file, or what is left of its header, says that it is a copy of a review."""
    return is_copy_name(path.name) or read_listed_review(path).id == review


def _in_words(path: Path, flaw: Unreadable) -> str:
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
    """Keep a file under another name; None if it has to stay where it is."""
    try:
        kept = files.set_aside(path)
        files.remove(path)
    except OSError:
        return None
    return kept
