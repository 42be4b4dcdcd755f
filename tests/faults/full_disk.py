"""A disk that really is full, and a limit on the size of files: words, nothing lost, saved later."""

import os
import re
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count, islice
from pathlib import Path
from random import Random

from matbot.store.errors import StoreError
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.faults.asking import Asked, WarmAsked
from tests.faults.lines import Said, answer, said_in
from tests.faults.stand import begin, full_rubric, use_state_of
from tests.faults.tally import PLAIN, Part, Share

_SIZE = 2_000_000
"""How large the disk is, in bytes."""

_MARGIN = 120_000
"""How much room is left on it at most when it counts as full: two copies of a review."""

_KILLED = 0.3
"""How often the process is killed before there is room again."""

_IN_WORDS = re.compile(r"Not saved: [a-z].*")


def run(share: Share) -> None:
    """Half the cases by a limit, half on a small disk of their own, where one can be had."""
    with _small_disk(share.folder / "disk") as disk:
        for case in share.cases:
            random = Random(f"full disk {case}")
            if disk and case // 2 % 2:
                use_state_of(disk if random.random() < 0.5 else share.folder)
                _Case(case, random, disk, share).fill_the_disk()
            elif hasattr(resource, "prlimit"):  # Linux alone lets a process limit another
                use_state_of(share.folder)
                _Case(case, random, share.folder, share).limit_the_process()


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A small disk in memory; None where it may not be had."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


class _Case:
    """One review that is spoken to while there is no room, and again once there is."""

    def __init__(self, case: int, random: Random, folder: Path, share: Share) -> None:
        self._how = f"case {case}"
        self._random = random
        self._folder = folder
        self._tally = share.tally
        with begin(Workspace(folder / "workspace"), full_rubric(), f"f{case:07}") as review:
            self._path = review.path
        self._asked: Asked = WarmAsked(folder / "workspace", f"f{case:07}")
        self._lines = chain.from_iterable(answer(random, list(full_rubric().questions)) for _ in count())
        self._sent: list[Said] = []
        self._safe = 0
        """How many of those are on disk: saving one saves all before it."""

    def fill_the_disk(self) -> None:
        """Something else fills the disk, almost or to the last byte."""
        ballast = self._folder / "ballast"

        def fill() -> None:
            with suppress(OSError), ballast.open("wb", buffering=0) as file:
                while file.write(bytes(4096)):
                    pass
            os.truncate(ballast, max(0, ballast.stat().st_size - self._random.randrange(_MARGIN)))

        self._speak(fill, lambda: ballast.unlink(missing_ok=True))
        self._tally.count("on a full disk")
        for kept in ("workspace", "state"):  # or the disk fills up with the reviews of all cases
            shutil.rmtree(self._folder / kept, ignore_errors=True)

    def limit_the_process(self) -> None:
        """No file of this process may be larger than a part of what is to be saved."""
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        size = self._random.randrange(self._path.stat().st_size)

        def limit(to: int) -> None:
            with suppress(ProcessLookupError):  # it was killed
                resource.prlimit(self._asked.pid, resource.RLIMIT_FSIZE, (to, most))

        self._speak(lambda: limit(size), lambda: limit(most))
        self._tally.count("under a limit on the size of files")

    def _speak(self, take_room: Callable[[], None], give_room: Callable[[], None]) -> None:
        """Some answers with room, some without, and then one with room again, or a kill."""
        self._type(3)
        take_room()
        self._type(self._random.randint(1, 4))
        if self._random.random() < _KILLED:
            self._asked.kill()
            give_room()
            self._tally.count("killed while there was no room")
        else:
            give_room()
            self._type(1)
            self._asked.end()
            if self._safe < len(self._sent):
                self._tally.fault("not saved again once there was room", self._how)
        self._judge()

    def _type(self, count: int) -> None:
        """Type so many lines one after another, and hear what becomes of each."""
        for line, given in islice(self._lines, count):
            before = self._asked.acknowledged, len(self._asked.troubles)
            self._asked.say(f"{line}\n")
            self._sent.append(given)
            self._asked.hear_until(lambda asked: (asked.acknowledged, len(asked.troubles)) != before)  # noqa: B023
            if self._asked.acknowledged > before[0]:
                self._safe = len(self._sent)

    def _judge(self) -> None:
        """Everything acknowledged is there, and each trouble was told as one."""
        self._tally.count("replies acknowledged", self._safe)
        for words in self._asked.troubles:
            self._tally.count("told in words")
            if not _IN_WORDS.search(words):
                self._tally.fault("told in anything but words", f"{self._how}: {words}")
        try:
            with ReviewFile.open(self._path) as review:
                now = said_in(review.log)
        except StoreError as error:
            self._tally.fault("reviews that could not be opened", f"{self._how}: {error}")
            now = []
        if now != self._sent[: len(now)] or len(now) < self._safe:
            self._tally.fault("acknowledged replies lost", self._how, max(1, self._safe - len(now)))


PART = Part(
    name="full-disk",
    title="A full disk, and a limit on the size of files",
    about=(
        "`matbot ask` is spoken to while it has room, then while a small disk of its own is filled by "
        "something else (where this may mount one), or no file of it may grow over a random size "
        "(where it may not); then, with room again, once more, or it is killed before. Each save that "
        "fails must be told in words, and everything acknowledged, before and after, must be there."
    ),
    rows=(
        *("on a full disk", "under a limit on the size of files", "killed while there was no room"),
        *("told in words", "replies acknowledged"),
    ),
    never=(
        *("acknowledged replies lost", "reviews that could not be opened"),
        *("not saved again once there was room", "told in anything but words"),
    ),
    run=run,
    short=16,
    full=400,
    against={PLAIN: 400},
)
