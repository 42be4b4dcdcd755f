"""The list of reviews, from the heads of their files: no file is read whole."""

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
"""How the names of review files end."""

_MARK = ".matbot"
"""What is left of that ending in whatever name another program gives to a copy."""

_HIDDEN = (".", "~")
"""How names begin that other programs give to what they keep for themselves, such as `._X.matbot.json`."""

_HEAD = 4096
"""How many bytes of a file are read; three times what a header usually takes."""

_LARGEST_HEAD = 64 * 1024
"""How many are read where a header is larger, as a file laid out for people to read has it."""

_END = 64
"""How many bytes are read of the end of a file, which tells whether it was cut short."""

EMPTY = "is empty"
"""The state of a file in which nothing stands, and whose name does not say of which review it was."""

UNREADABLE = "cannot be read"
"""The state of a file that is damaged, as far as its head and its end tell."""

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
    """None for a file that cannot be read."""
    saved: datetime | None
    """When it was last saved, UTC."""
    state: str
    """How far the review has come, or what is wrong with the file, in a few words."""
    copies: tuple[Path, ...] = ()
    """Other files of the same review in the folder, as a program that syncs leaves them."""
    has_good_file: bool = True
    """Whether one of its files at least can be read, as far as their heads and their ends tell."""

    @property
    def id(self) -> str:
        """The review's id; for a file that cannot be read, the one in its name."""
        return (self.header and self.header.id) or _id_in(self.path.name)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of the review, in the order to merge them."""
        return sort_for_merging((self.path, *self.copies))


def sort_for_merging(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Files with the review's own first: the name of a copy that another program made is to go.

    A name is a copy's where it says another's of these and more, such as `Copy of X` or `X (1)` beside `X`.
    Where all are, the plainest is first.
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
    """Whether a name stands in another, with no letter or digit right before it or behind it."""
    return bool(stem and re.search(rf"(?<![^\W_]){re.escape(stem)}(?![^\W_])", other))


def _stem(name: str) -> str:
    """A name without its ending; of a copy, whatever else is in it."""
    return name.casefold().removesuffix(ENDING).removesuffix(".json").strip()


def is_review_name(name: str) -> bool:
    """Whether matbot gives names such as this one to the files of reviews."""
    return name.lower().endswith(ENDING) and not name.startswith(_HIDDEN)


def is_copy_name(name: str) -> bool:
    """Whether a name is that of a review's file, or one that another program makes of it for a copy."""
    return is_review_name(name) or (
        name.lower().endswith(".json") and bool(_id_in(name)) and not name.startswith(_HIDDEN)
    )


def list_reviews(folder: Path) -> list[ListedReview]:
    """The reviews in a folder, the last saved first; none if there is no such folder.

    Files of one review are listed once, as the one that was saved last. Programs that sync or copy give a
    second file names of their own, such as `X.matbot-DESKTOP.json`, so any JSON file may be one: what is
    in it decides. One of such a name that cannot be read counts where its name has the id of a review; an
    empty one is listed by itself.
    """
    names = [name for name in files.names_in(folder) if name.lower().endswith(".json")]
    found = sorted((read_listed_review(folder / name) for name in names), key=_find_saved_time, reverse=True)
    together: dict[str, list[ListedReview]] = {}
    for one in found:  # those that cannot be read come last, as nothing says when they were saved
        name = one.path.name
        if one.header or is_review_name(name) or (one.id in together and is_copy_name(name)):
            together.setdefault(one.id, []).append(one)
        elif not name.startswith(_HIDDEN) and files.is_empty(one.path):
            together[name] = [replace(one, state=EMPTY)]
    return [
        replace(
            one,
            copies=tuple(copy.path for copy in copies),
            has_good_file=any(each.has_good_file for each in (one, *copies)),
        )
        if copies
        else one
        for one, *copies in together.values()
    ]


def _id_in(name: str) -> str:
    """The id of a review in the name of one of its files; empty if it has none."""
    stem, is_matbots, _ = name.lower().rpartition(_MARK)
    return stem.rpartition("-")[2] if is_matbots else ""


def _find_saved_time(one: ListedReview) -> tuple[float, str]:
    # A number, because comparing moments asks each for its time zone every time.
    # One that is cut short comes last too, as nothing can be read of it but its head.
    return one.saved.timestamp() if one.saved and one.has_good_file else 0.0, one.path.name


def read_listed_review(path: Path) -> ListedReview:
    """A review file as the list shows it. Never fails: what is wrong is its state."""
    try:
        document, is_whole = _header_in(path)
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
    if header.started and header.started > saved:  # by a clock that was wrong when it was begun
        header = header._replace(started=saved)
    if not is_whole:
        return ListedReview(path, header, saved, UNREADABLE, has_good_file=False)
    return ListedReview(path, header, saved, "saved by a newer matbot" if newer else header.state)


def _header_in(path: Path) -> tuple[dict[str, Any] | None, bool]:
    """The header at the head of a file, None if there is none; and whether the file has its end."""
    for size in (_HEAD, _LARGEST_HEAD):
        raw, end = files.read_head(path, size, _END)
        for document in _documents(raw):
            return document, _is_end(end)
        if len(raw) < size or b'"header"' not in raw:
            break
    return None, False


def _is_end(last: bytes) -> bool:
    """Whether a file ends as one does that is not cut short: its last table closes, and then all of it.

    That table is empty, or closes after the last document in it.
    """
    return b"".join(last.split()).endswith((b"}}}", b":{}}"))


def _documents(raw: bytes) -> Iterator[dict[str, Any]]:
    """The first document of the table `header`, if the bytes begin with it."""
    try:
        # Not to the end, as the last letter may be cut in two.
        text, _ = codecs.utf_8_decode(raw.removeprefix(codecs.BOM_UTF8), "strict", False)
        if begun := _BEGINNING.match(text):
            table, end = _DECODER.raw_decode(text, begun.end())
            header = text[begun.end() : end].encode()
            if not is_too_deep(header):
                documents = (document for document in table.values() if isinstance(document, dict))
                yield from (mend_characters(document, header) for document in documents)
    except (ValueError, AttributeError, RecursionError):
        return
