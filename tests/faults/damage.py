"""Damaged files: every damage is noticed, and the newest good copy is opened."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from matbot.store.errors import StoreError, Unreadable
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from tests.faults.stand import Stand, full_rubric, small_rubric
from tests.faults.tally import PLAIN, Part, Share, Tally

_BLOCK = 512
"""The size of a block, in bytes: what a disk loses, it loses in these."""

_FOREIGN = (
    b"",
    b"\0" * 4096,
    b"null",
    b"[]",
    b"{}",
    b"<!doctype html><title>Sign in</title>",
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    b"PK\x03\x04" + bytes(range(256)),
    b'{"_default": {"1": {"name": "another program\'s"}}}',
    b"Northfields;Heads;3\r\n",
)

_HARMED = 0.4
"""How often each copy is damaged as well."""

_RECOVERED, _FOR_READING = "recovered from a copy, and said so", "opened for reading, and said so"

Damage = Callable[[Random, bytes], bytes]
"""What becomes of the bytes of a file."""


def bits_flipped(random: Random, raw: bytes) -> bytes:
    """One to three bits are not what they were."""
    damaged = bytearray(raw)
    for _ in range(random.randint(1, 3)):
        damaged[random.randrange(len(raw))] ^= 1 << random.randrange(8)
    return bytes(damaged)


def cut_off(random: Random, raw: bytes) -> bytes:
    """The end is missing."""
    return raw[: random.randrange(len(raw))]


def blocks_zeroed(random: Random, raw: bytes) -> bytes:
    """Some blocks are nothing but zeros."""
    at = random.randrange(0, len(raw), _BLOCK)
    lost = len(raw[at : at + _BLOCK * random.randint(1, 8)])
    return raw[:at] + bytes(lost) + raw[at + lost :]


def blocks_swapped(random: Random, raw: bytes) -> bytes:
    """Two blocks stand in each other's place."""
    blocks = [raw[at : at + _BLOCK] for at in range(0, len(raw), _BLOCK)]
    one, other = random.sample(range(len(blocks)), 2)
    blocks[one], blocks[other] = blocks[other], blocks[one]
    return b"".join(blocks)


def words_changed(random: Random, raw: bytes) -> bytes:
    """Something wrote another answer into the file, and left it in good shape."""
    tables = json.loads(raw)
    event = random.choice(list(tables["replies"].values()))
    # Not the review's own id: with another one it is another review, and takes no copies of this one.
    names = [name for name, value in event.items() if isinstance(value, str) and name != "review"]
    event[random.choice(names)] += "."
    return json.dumps(tables, indent=random.choice((None, 2))).encode()


def foreign(random: Random, raw: bytes) -> bytes:
    """Something quite different is in the file, or it is as no program of ours writes it."""
    merge = b"<<<<<<< ours\n" + raw + b"\n=======\n" + raw + b"\n>>>>>>> theirs\n"
    return random.choice((*_FOREIGN, merge, raw.decode().encode("utf-16")))


DAMAGES: tuple[Damage, ...] = (bits_flipped, cut_off, blocks_zeroed, blocks_swapped, words_changed, foreign)
"""Every kind of damage."""


def run(share: Share) -> None:
    """Damage the file, and often some of its copies too."""
    stands = [Stand(share.folder / "small", small_rubric(), "damage")]
    stands.append(Stand(share.folder / "full", full_rubric(), "damage"))
    for case in share.cases:
        random = Random(f"damage {case}")
        _Case(case, random, random.choice(stands), share.tally).judge()


class _Case:
    """A review whose file was damaged, and perhaps its copies."""

    def __init__(self, case: int, random: Random, stand: Stand, tally: Tally) -> None:
        stand.put_back()
        stand.use()
        self._stand, self._tally = stand, tally
        self._damage = random.choice(DAMAGES)
        self._how = f"case {case}, {self._damage.__name__}"
        self._damaged = self._harm(random, stand.path, self._damage)
        self._newest = self._harm_copies(random)

    def judge(self) -> None:
        """Open the review, and look at what is opened and what is said."""
        self._tally.count("damaged files")
        self._tally.count(self._damage.__name__.replace("_", " "))
        before = self._stand.files()
        try:
            with ReviewFile.open(self._stand.path) as review:
                self._judge_opened(review)
        except StoreError as error:
            self._judge_refused(error, before)
        except Exception as error:
            self._tally.fault("told in anything but words", f"{self._how}: {error!r}")
        if not self._stand.keeps(self._damaged):
            self._tally.fault("damaged files not kept", self._how)

    def _judge_opened(self, review: ReviewFile) -> None:
        ids = [event.id for event in review.log]
        if review.notice or review.read_only:
            self._tally.count(_FOR_READING if review.read_only else _RECOVERED)
            if self._newest and (len(ids) < self._newest or review.log != self._stand.log[: len(ids)]):
                self._tally.fault("not the newest good copy", self._how)
        elif (review.log, review.rubric) == (self._stand.log, self._stand.rubric):
            self._tally.count("the same words in other bytes")
        else:
            self._tally.fault("opened with other words, and nothing said", self._how)

    def _judge_refused(self, error: StoreError, before: dict[Path, bytes]) -> None:
        self._tally.count("refused in words, and nothing changed")
        if not isinstance(error, Unreadable) or "\n" in str(error):
            self._tally.fault("told in anything but words", f"{self._how}: {error!r}")
        if self._stand.files() != before:
            self._tally.fault("changed though it was refused", self._how)

    def _harm_copies(self, random: Random) -> int:
        """Damage some of the copies; how many answers the newest has that is still good."""
        place = find_place(self._stand.path)
        everything = len(self._stand.log)
        good = {0}
        for copy in sorted(self._stand.files().keys() - {place.path}):
            if random.random() < _HARMED:
                self._harm(random, copy, random.choice(DAMAGES))
            else:  # a dated backup has at least the opening
                good.add({place.mirror: everything, place.backup: everything - 1}.get(copy, 1))
        return max(good)

    def _harm(self, random: Random, path: Path, damage: Damage) -> bytes:
        whole = path.read_bytes()
        damaged = whole
        while damaged == whole:
            damaged = damage(random, whole)
        path.write_bytes(damaged)
        return damaged


PART = Part(
    name="damage",
    title="Damaged files",
    about=(
        "The file of a review is damaged, and in part of the cases its second copy and its backup "
        "too. Opened, it must either say what was wrong and show the newest copy that is good, or "
        "refuse in words and leave everything as it is; it may never show other words as if nothing "
        "were wrong, and the damaged file is always kept. A flipped bit that only turns `\\u00e9` "
        "into `\\u00E9` leaves the same words."
    ),
    rows=(
        *("damaged files", *(damage.__name__.replace("_", " ") for damage in DAMAGES)),
        *(_RECOVERED, _FOR_READING, "refused in words, and nothing changed", "the same words in other bytes"),
    ),
    never=(
        *("opened with other words, and nothing said", "not the newest good copy", "damaged files not kept"),
        *("changed though it was refused", "told in anything but words"),
    ),
    run=run,
    short=150,
    full=3000,
    against={PLAIN: 3000},
    in_memory=True,
)
