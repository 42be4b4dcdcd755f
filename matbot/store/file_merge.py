"""Files that are copies of one review, made one file."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from matbot.review.contradictions import contradictions
from matbot.store import files, recovery
from matbot.store.contents import Contents
from matbot.store.errors import AlreadyThere, StoreError
from matbot.store.locks import ReviewLock
from matbot.store.log_merge import merge_contents
from matbot.store.places import place_of
from matbot.store.review_file import ReviewFile


class CannotMerge(StoreError):
    """Files that cannot be made one."""


@dataclass(frozen=True)
class MergedFile:
    """What came of making several files one."""

    path: Path
    """The file that has all of it."""
    events: int
    """How many replies it has."""
    contradictions: tuple[str, ...]
    """The keys of what the copies answered differently."""
    aside: tuple[Path, ...]
    """The names under which files are kept now that would have listed the review twice."""
    left: tuple[Path, ...]
    """Files that are as they were."""


def merge_files(paths: Sequence[Path], output: Path | None = None) -> MergedFile:
    """Put every reply of all the files into the first, or into a new one; StoreError, in words.

    Every file is as it was until the result is safely on disk. Then those that lie beside the first are
    kept under another name, so that the review is listed once. Files elsewhere stay, and so do all of
    them where the result goes into a new one.
    """
    _refuse_one_file_twice(paths)
    if output and files.stamp_of(output):
        raise AlreadyThere(f"There already is a file {output}. Name another for the result.")
    first, *others = paths
    with ExitStack() as held:
        for path in paths if output else others:
            held.enter_context(_held(path))
        both = _together(paths)
        return _into_new(output, both, paths) if output else _into_first(first, both, others)


def _into_new(output: Path, both: Contents, paths: Sequence[Path]) -> MergedFile:
    with ReviewFile.create_from(output, both) as review:
        return _joined(review, (), paths)


def _into_first(first: Path, both: Contents, others: Sequence[Path]) -> MergedFile:
    with ReviewFile.open(first) as review:
        review.merge(both)
        aside = {path: _put_aside(path) for path in others if path.parent.samefile(first.parent)}
        left = [path for path in others if not aside.get(path)]
        return _joined(review, filter(None, aside.values()), left)


def _joined(review: ReviewFile, aside: Iterable[Path], left: Iterable[Path]) -> MergedFile:
    keys = tuple(contradictions(review.log))
    return MergedFile(review.path, len(review.events), keys, tuple(aside), tuple(left))


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Within the block no window can write to a file."""
    lock = ReviewLock(place_of(path))
    if words := lock.take():
        raise CannotMerge(f"{path.name} cannot be merged now: {words}.")
    try:
        yield
    finally:
        lock.release()


def _together(paths: Sequence[Path]) -> Contents:
    """What all the files say; none of them is changed."""
    found = [_said_in(path) for path in paths]
    for path, contents in zip(paths, found, strict=True):
        if contents.id != found[0].id:
            raise CannotMerge(
                f"{paths[0].name} and {path.name} are two reviews, {found[0].id} and {contents.id}. "
                "Only copies of one review can be merged."
            )
    return reduce(merge_contents, found)


def _said_in(path: Path) -> Contents:
    found = recovery.find(place_of(path))
    if found.contents.newer:
        raise CannotMerge(f"{path.name} was saved by a newer matbot. Update matbot, and merge then.")
    if found.changed:
        raise CannotMerge(
            f"{path.name} was changed by something other than matbot. "
            f"Say first which version counts: matbot settle {shlex.quote(str(path))}"
        )
    return found.contents


def _refuse_one_file_twice(paths: Sequence[Path]) -> None:
    if len({place_of(path).lock for path in paths}) < max(2, len(paths)):
        raise CannotMerge("That is one file. Name two that are copies of one review.")


def _put_aside(path: Path) -> Path | None:
    """Keep a file under another name; None if it has to stay where it is."""
    try:
        kept = files.set_aside(path)
        files.remove(path)
    except OSError:
        return None
    return kept
