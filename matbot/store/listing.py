"""Lists reviews from the heads of their files, without reading whole files."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from matbot.review.header import Header, read_header
from matbot.store import files
from matbot.store.errors import Unreadable
from matbot.store.json_guards import is_too_deep, mend_characters
from matbot.store.schema import SCHEMA
from matbot.store.times import saved_at

ENDING = ".matbot.json"
"""The suffix of the names of review files."""

_MARK = ".matbot"
"""The part of that suffix that remains in the names that other programs give to copies."""

_HIDDEN = (".", "~")
"""Prefixes of files that other programs create for their own use, such as `._X.matbot.json`."""

_HEAD = 4096
"""How many bytes of the head of a file are read; three times the usual size of a header."""

_LARGEST_HEAD = 64 * 1024
"""How many bytes are read if the header is larger, as in a file that was reformatted for people to read."""

_END = 64
"""How many bytes of the end of a file are read, to detect whether it is truncated."""

EMPTY = "is empty"
"""The state of a file in which nothing stands, and whose name does not say of which review it was."""

UNREADABLE = "cannot be read"
"""The state of a file that is damaged, judging by its head and its end."""

_OWN_NAME = re.compile(r"[\w-]+-[0-9]{4}-[0-9]{2}-[a-z0-9]+\.matbot\.json")
"""How matbot names the file of a review: trust and group, month, id."""
_ODD = re.compile(r"[^\w-]")
"""What matbot puts into no name, and other programs into those of copies."""

_BEGINNING = re.compile(r'\s*\{\s*"header"\s*:\s*')
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class ListedReview:
    """A review file as the list of reviews shows it."""

    path: Path
    header: Header | None
    """None if the file cannot be read."""
    saved: datetime | None
    """When it was last saved, UTC."""
    state: str
    """How far the review has come, or what is wrong with the file, in a few words."""
    copies: tuple[Path, ...] = ()
    """Other files of the same review in the folder, such as those that a sync program leaves."""
    has_good_file: bool = True
    """Whether at least one of its files can be read, judging by their heads and their ends."""

    @property
    def id(self) -> str:
        """The review's id; for a file that cannot be read, the id in its name."""
        return (self.header and self.header.id) or _id_in(self.path.name)

    @property
    def is_archived(self) -> bool:
        """Whether it is in the archive, and not among the current reviews."""
        return bool(self.header and self.header.archived)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of the review, in the order to merge them."""
        return sort_for_merging((self.path, *self.copies))


def sort_for_merging(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Sort files so that the one with the review's own name is first: a merge writes to the first file.

    A name is a copy's if it contains the name of another of these files and more, such as `Copy of X` or
    `X (1)` next to `X`. If all are, the plainest is first.
    """
    files_named = list(paths)
    stems = {path: _stem(path.name) for path in files_named}

    def is_of_another(path: Path) -> bool:
        return any(_is_in(stem, stems[path]) for stem in stems.values() if stem != stems[path])

    def rank(path: Path) -> tuple[bool, bool, bool, int, int, str]:
        odd = len(_ODD.findall(stems[path]))
        is_plain = bool(_OWN_NAME.fullmatch(path.name.casefold()))
        return (
            not is_review_name(path.name),
            is_of_another(path),
            not is_plain,
            odd,
            len(path.name),
            path.name,
        )

    return tuple(sorted(files_named, key=rank))


def _is_in(stem: str, other: str) -> bool:
    """Return whether a name is part of another, with no letter or digit directly before or after it."""
    return bool(stem and re.search(rf"(?<![^\W_]){re.escape(stem)}(?![^\W_])", other))


def _stem(name: str) -> str:
    """Return a name without its suffix."""
    return name.casefold().removesuffix(ENDING).removesuffix(".json").strip()


def is_review_name(name: str) -> bool:
    """Return whether a name is one that matbot gives to review files."""
    return name.lower().endswith(ENDING) and not name.startswith(_HIDDEN)


def is_copy_name(name: str) -> bool:
    """Return whether a name is that of a review file, or one that another program gives to its copy."""
    return is_review_name(name) or (
        name.lower().endswith(".json") and bool(_id_in(name)) and not name.startswith(_HIDDEN)
    )


def list_reviews(folder: Path) -> list[ListedReview]:
    """List the reviews in a folder, the last saved first; empty if there is no such folder.

    Files of one review are listed once, as the one that was saved last. Programs that sync or copy name a
    second file differently, such as `X.matbot-DESKTOP.json`, so any JSON file may be a review: its content
    decides. An unreadable file with such a name counts as a copy if the name has the id of a listed review;
    an empty file is listed by itself.
    """
    names = [name for name in files.names_in(folder) if name.lower().endswith(".json")]
    found = sorted((read_listed_review(folder / name) for name in names), key=_find_saved_time, reverse=True)
    by_id: dict[str, list[ListedReview]] = {}
    for listed in found:  # unreadable files come last, since the time of their save is unknown
        name = listed.path.name
        if listed.header or is_review_name(name) or (listed.id in by_id and is_copy_name(name)):
            by_id.setdefault(listed.id, []).append(listed)
        elif not name.startswith(_HIDDEN) and files.is_empty(listed.path):
            by_id[name] = [replace(listed, state=EMPTY)]
    return [
        replace(
            listed,
            copies=tuple(copy.path for copy in copies),
            has_good_file=any(each.has_good_file for each in (listed, *copies)),
        )
        if copies
        else listed
        for listed, *copies in by_id.values()
    ]


def _id_in(name: str) -> str:
    """Return the id of a review in the name of one of its files; empty if the name has none."""
    stem, is_matbots, _ = name.lower().rpartition(_MARK)
    return stem.rpartition("-")[2] if is_matbots else ""


def _find_saved_time(listed: ListedReview) -> tuple[float, str]:
    # A number, because each comparison of two datetimes looks up their time zones.
    # A truncated file comes last too, since only its head can be read.
    return listed.saved.timestamp() if listed.saved and listed.has_good_file else 0.0, listed.path.name


def read_listed_review(path: Path) -> ListedReview:
    """Read a review file as the list shows it. It never raises: what is wrong is shown as the state."""
    try:
        document, is_whole = _read_header_document(path)
    except Unreadable:
        document, is_whole = None, False
    if document is None:
        return ListedReview(path, None, None, UNREADABLE, has_good_file=False)
    schema = document.get("schema")
    newer = isinstance(schema, int) and schema > SCHEMA
    try:
        header = read_header(document)
        saved = saved_at(document.get("saved"))
    except ValueError:
        state = "saved by a newer matbot" if newer else UNREADABLE
        return ListedReview(path, None, None, state, has_good_file=newer)
    if header.started and header.started > saved:  # the clock was wrong when the review was begun
        header = header._replace(started=saved)
    if not is_whole:
        return ListedReview(path, header, saved, UNREADABLE, has_good_file=False)
    return ListedReview(path, header, saved, "saved by a newer matbot" if newer else header.state)


def _read_header_document(path: Path) -> tuple[dict[str, Any] | None, bool]:
    """Return the header at the head of a file (None if there is none), and whether the file is complete."""
    for size in (_HEAD, _LARGEST_HEAD):
        raw, end = files.read_head(path, size, _END)
        for document in _parse_header_documents(raw):
            return document, _is_end(end)
        if len(raw) < size or b'"header"' not in raw:
            break
    return None, False


def _is_end(last: bytes) -> bool:
    """Return whether the last bytes of a file are those of a complete one.

    They close the last table, which is empty or closes after its last document, and then the file's object.
    """
    return b"".join(last.split()).endswith((b"}}}", b":{}}"))


def _parse_header_documents(raw: bytes) -> Iterator[dict[str, Any]]:
    """Yield the documents of the table `header`, if the bytes begin with it."""
    try:
        # Incrementally, since the last character may be truncated.
        text, _ = codecs.utf_8_decode(raw.removeprefix(codecs.BOM_UTF8), "strict", False)
        if match := _BEGINNING.match(text):
            table, end = _DECODER.raw_decode(text, match.end())
            header = text[match.end() : end].encode()
            if not is_too_deep(header):
                documents = (document for document in table.values() if isinstance(document, dict))
                yield from (mend_characters(document, header) for document in documents)
    except (ValueError, AttributeError, RecursionError):
        return
