"""Random kill -9 while people start, type and save: every answer that was acknowledged must be there."""

import os
from pathlib import Path
from random import Random

from matbot.store.errors import StoreError
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.faults.asking import Asked, ColdAsked, Hung, WarmAsked
from tests.faults.lines import Line, Said, answer, said_in
from tests.faults.stand import FULL, begin, full_rubric, use_state_of
from tests.faults.tally import CACHED, PLAIN, Part, Share, Tally

_LONGEST_SPIN = 200_000
"""How many turns a loop makes at most before the kill: about as long as the saving of one answer."""

_LONGEST_WATCH = 20_000
"""How often the folder is looked at for a save to begin: about as long as the saving of three answers."""

_MOMENTS = {"starting": 1, "typing": 1, "saving": 2, "seen to save": 4}
"""The moments of kills, and how often each is chosen."""

_COLD = 20
"""In the short form, one start in so many is from nothing."""


def run(share: Share) -> None:
    """One chain of kills: each process carries on where the one before it was killed."""
    use_state_of(share.folder)
    chain: Chain | None = None
    for case in share.cases:
        random = Random(f"kill {case}")
        if chain is None or chain.is_done:
            chain = Chain(share, f"k{case:07}")
        chain.kill_one(case, random)


class Chain:
    """One review, and the processes that were killed over it one after another."""

    def __init__(self, share: Share, id_: str) -> None:
        self._share = share
        self._tally: Tally = share.tally
        self._workspace = Workspace(share.folder / "workspace")
        self._questions = list(full_rubric().questions)
        with begin(self._workspace, full_rubric(), id_) as review:
            self._path: Path = review.path
        self._id = id_
        self._known: list[Said] = []
        """What the review said when it was last looked at."""
        self._acknowledged = 0
        self.is_done = False
        """Whether the review is full, or was lost."""

    def kill_one(self, case: int, random: Random) -> None:
        """Start a process, speak to it, kill it, and look at the review."""
        cold = not self._share.short or case % _COLD == 0
        asked = self._started(cold)
        sent = [line for _ in range(random.randint(1, 4)) for line in answer(random, self._questions)]
        try:
            self._speak_and_kill(asked, random, sent, 400 if cold else 30)
        except Hung as trouble:
            asked.kill()
            self._tally.fault("processes that hung", f"case {case}: {trouble}")
            self.is_done = True
        self._tally.count("kills")
        self._tally.count("of them in a process started from nothing", cold)
        self._tally.count("replies acknowledged", asked.acknowledged)
        for words in asked.troubles:
            self._tally.fault("troubles told", f"case {case}: {words}")
        self._acknowledged += asked.acknowledged
        self._look(case, sent, asked.acknowledged)

    def _started(self, cold: bool) -> Asked:
        if cold:
            return ColdAsked(self._workspace.root, self._id, self._share.storage)
        return WarmAsked(self._workspace.root, self._id)

    def _speak_and_kill(self, asked: Asked, random: Random, sent: list[Line], starting: int) -> None:
        (moment,) = random.choices(list(_MOMENTS), list(_MOMENTS.values()))
        text = "".join(f"{line}\n" for line, _ in sent)
        asked.say(text + ("and then half a li" if moment == "typing" else ""))
        if moment == "starting":
            asked.wait_at_most(random.randrange(starting))
        else:
            asked.hear_saved(len(sent) if moment == "typing" else random.randrange(len(sent)))
            if moment == "seen to save":
                self._watch()
            for _ in range(int(_LONGEST_SPIN ** random.random())):  # as often 10 as 1,000 as 100,000
                pass
        if asked.ended:
            self._tally.fault("processes that ended by themselves", f"{moment}: {asked.troubles}")
        asked.kill()
        self._tally.count(f"while {moment}")

    def _watch(self) -> None:
        """Look at the file and its folder until something there changes."""
        before = _stamps(self._path)
        for _ in range(_LONGEST_WATCH):
            if _stamps(self._path) != before:
                break

    def _look(self, case: int, sent: list[Line], acknowledged: int) -> None:
        """Open the review: what it said before and all acknowledged since must be there, word for word."""
        how = f"case {case}, {self._path.name}"
        try:
            with ReviewFile.open(self._path) as review:
                now = said_in(review.log)
        except StoreError as error:
            self._tally.fault("reviews that could not be opened", f"{how}: {error}")
            self._tally.fault("acknowledged replies lost", how, self._acknowledged)
            self.is_done = True
            return
        new = now[len(self._known) :]
        if (lost := acknowledged - len(new)) > 0:
            self._tally.fault("acknowledged replies lost", how, lost)
        if now[: len(self._known)] != self._known or new != [given for _, given in sent[: len(new)]]:
            self._tally.fault("reviews that say something else", how)
            self.is_done = True
        self._known = now
        self.is_done = self.is_done or self._path.stat().st_size > FULL


def _stamps(path: Path) -> tuple[int, int, int]:
    file, folder = os.stat(path), os.stat(path.parent)
    return file.st_mtime_ns, file.st_size, folder.st_mtime_ns


PART = Part(
    name="kills",
    title="Random kill -9 through `matbot ask`",
    about=(
        "`matbot ask` runs on a pipe, is sent several replies at once, and is killed at a random "
        "moment: while it starts, while half a line is typed, or when a random number of replies has "
        "been acknowledged with `saved HH:MM:SS` and a random moment more has passed, half of these "
        "as soon as the next save is seen to change the folder. Then the review is opened, and must "
        "say what it said before and everything that was acknowledged since, word for word. The next "
        "process carries on with the same review, until it has grown to 100 KB."
    ),
    rows=(
        *("kills", *(f"while {moment}" for moment in _MOMENTS)),
        *("of them in a process started from nothing", "replies acknowledged"),
    ),
    never=(
        *("acknowledged replies lost", "reviews that could not be opened", "reviews that say something else"),
        *("troubles told", "processes that ended by themselves", "processes that hung"),
    ),
    run=run,
    short=200,
    full=3000,
    against={PLAIN: 300, CACHED: 300},
)
