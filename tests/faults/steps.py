"""Every file call of a save and of a recovery is the last, fails once, or fails for good."""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import product

from matbot.review.events import NoteWritten
from matbot.store.errors import StoreError
from matbot.store.places import Place, find_place
from matbot.store.review_file import ReviewFile
from tests.faults.acts import LITTER, LITTERED, RECOVERIES, SAVES, Acknowledged, Act, about
from tests.faults.seam import Blind, Counting, Deadly, Failing, through
from tests.faults.stand import Stand, small_rubric
from tests.faults.tally import PLAIN, Part, Share, Tally

_ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)

_MORE = 5
"""How many more calls than usual may be made where one fails: to clean up, to try another way."""

_PROCESSES = 2
"""What there is to do follows from the calls that are made, and is shared between so many."""

_ONE_LINE = re.compile(r"[A-Z/][^\n]*\.")


@dataclass(frozen=True)
class Trouble:
    """One way in which the disk misbehaves."""

    kind: str
    """As it is counted."""
    at: int = 0
    """At which call, counted from 1."""
    error: int = 0
    unread: str = ""
    """Which file cannot be read, as `Place` calls it."""

    def disk(self, place: Place) -> Counting:
        """The disk that misbehaves in this way, where a review has its place."""
        if self.unread:
            return Blind(getattr(place, self.unread), self.error)
        if self.error:
            return Failing(self.at, self.error, for_good=self.kind == _FOR_GOOD)
        return Deadly(self.at, half=self.kind == _HALF_WAY)

    def __str__(self) -> str:
        where = self.unread or f"at call {self.at}"
        return f"{self.kind} {where} {errno.errorcode.get(self.error, '')}".rstrip()


_KILLED, _HALF_WAY = "killed", "killed half-way through a write"
_ONCE, _FOR_GOOD = "failed once", "failed for good"
_UNREAD = "one file could not be read"


def troubles(calls: Sequence[str], short: bool) -> Iterator[Trouble]:
    """Every way in which the disk can misbehave while these calls are made; if short, one error a call."""
    for at, name in enumerate(calls, start=1):
        yield Trouble(_KILLED, at)
        if name == "write":
            yield Trouble(_HALF_WAY, at)
    for at in range(1, len(calls) + _MORE):
        for error in (_ERRORS[at % 3],) if short else _ERRORS:
            yield Trouble(_ONCE, at, error)
            yield Trouble(_FOR_GOOD, at, error)
    for unread, error in product(("path", "mirror", "backup"), _ERRORS):
        yield Trouble(_UNREAD, error=error, unread=unread)


def run(acts: Sequence[Act], share: Share) -> None:
    """Do everything while the disk misbehaves in every way, and look at what is left."""
    stand = Stand(share.folder, small_rubric())
    for act in acts:
        cases = list(troubles(_calls_of(act, stand), share.short))
        for number in range(share.cases.start, len(cases), share.cases.step):
            stand.put_back()
            _try(act, stand, cases[number], share.tally)


def _try(act: Act, stand: Stand, trouble: Trouble, tally: Tally) -> None:
    """Do one thing while the disk misbehaves in one way."""
    how = f"{act.__name__}, {trouble}"
    tally.count(trouble.kind)
    acknowledged = _failed(act, stand, trouble, tally) if trouble.error else _killed(act, stand, trouble)
    for words in acknowledged.troubles:
        tally.count("told in words")
        if not _ONE_LINE.fullmatch(words):
            tally.fault("told in anything but one line", f"{how}: {words}")
    _Judge(act, stand, acknowledged, how, tally).judge()


def _calls_of(act: Act, stand: Stand) -> list[str]:
    """The file calls that are made when all goes well."""
    stand.put_back()
    disk = Counting()
    _do(act, stand, Acknowledged(), disk)
    return disk.made


def _do(act: Act, stand: Stand, acknowledged: Acknowledged, disk: Counting) -> None:
    with closing(act(stand, acknowledged)) as steps:  # type: ignore[type-var]
        next(steps)
        with through(disk):
            next(steps, None)
        next(steps, None)


def _failed(act: Act, stand: Stand, trouble: Trouble, tally: Tally) -> Acknowledged:
    """What was told while a call failed."""
    acknowledged = Acknowledged()
    try:
        _do(act, stand, acknowledged, trouble.disk(find_place(stand.path)))
    except Exception as error:
        tally.fault("told in anything but one line", f"{act.__name__}, {trouble}: {error!r}")
    return acknowledged


def _killed(act: Act, stand: Stand, trouble: Trouble) -> Acknowledged:
    """What was told by a process that was killed at a call."""
    hear, say = os.pipe()
    child = os.fork()
    if not child:
        try:
            _do(
                act,
                stand,
                Acknowledged(acknowledge=partial(_pass_on, say)),
                trouble.disk(find_place(stand.path)),
            )
        finally:
            os._exit(0)
    os.close(say)
    with open(hear, encoding="utf-8") as lines:
        saved = lines.read().splitlines()
    os.waitpid(child, 0)
    return Acknowledged(saved=saved)


def _pass_on(say: int, what: str) -> None:
    os.write(say, f"{what}\n".encode())


@dataclass(frozen=True)
class _Judge:
    """Looks at what is left once the disk is well again."""

    act: Act
    stand: Stand
    acknowledged: Acknowledged
    how: str
    tally: Tally

    def judge(self) -> None:
        """Everything acknowledged is there, the review opens and takes an answer, and nothing lies about."""
        path = about(self.act, self.stand)
        wanted = {*self.acknowledged.saved, *(self.stand.ids if path == self.stand.path else ())}
        if not wanted and not path.exists():
            return
        if self.act in LITTERED and not self.stand.keeps(LITTER):
            self.tally.fault("damaged files not kept", self.how)
        try:
            with ReviewFile.open(path) as review:
                there = {*(event.id for event in review.log), *review.drafts.values()}
                review.append(NoteWritten(id="last", question="1A.ii", note="Well again"))
        except StoreError as error:
            self.tally.fault("reviews that could not be opened and changed again", f"{self.how}: {error}")
            there = set()
        if lost := wanted - there:
            self.tally.fault("acknowledged replies lost", f"{self.how}: {', '.join(sorted(lost))}", len(lost))
        if left := [found.name for found in path.parent.glob(".*.tmp")]:
            self.tally.fault("half-written files left about", f"{self.how}: {left}")


_ROWS = (_KILLED, _HALF_WAY, _ONCE, _FOR_GOOD, _UNREAD, "told in words")
_NEVER = (
    *("acknowledged replies lost", "reviews that could not be opened and changed again"),
    *("damaged files not kept", "half-written files left about", "told in anything but one line"),
)

SAVES_PART = Part(
    name="saves",
    title="Every file call of a save",
    about=(
        "A reply, a draft and a new review are saved. At each call that the save makes of the system, "
        "the process is killed before the call (and, where it writes, half-way through), or the call "
        "fails once or for good with ENOSPC, EIO and EACCES; or, all along, the file, its second copy or "
        "its backup cannot be opened for reading. Then the disk is well again, the review is opened, and "
        "takes another reply."
    ),
    rows=_ROWS,
    never=_NEVER,
    run=partial(run, SAVES),
    short=_PROCESSES,
    full=_PROCESSES,
    against={PLAIN: _PROCESSES},
    processes=_PROCESSES,
    in_memory=True,
)

RECOVERIES_PART = Part(
    name="recoveries",
    title="Every file call of a recovery",
    about=(
        "The same while a damaged file is opened from its second copy or its backup, while a file "
        "that was put back to an older one is caught up, while another good copy in the file's place "
        "is taken in, and while litter in its place is set aside."
    ),
    rows=_ROWS,
    never=_NEVER,
    run=partial(run, RECOVERIES),
    short=_PROCESSES,
    full=_PROCESSES,
    processes=_PROCESSES,
    in_memory=True,
)
