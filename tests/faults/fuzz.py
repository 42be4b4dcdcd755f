"""Fuzzed loads: whatever the bytes, there is one line of words, or a review that can be worked with."""

import os
import time
from datetime import date
from pathlib import Path
from random import Random

from matbot.cli.plain import format_listed
from matbot.interview import Interview
from matbot.review.flow import flow_of
from matbot.review.fold import review_of
from matbot.review.projection import header_of
from matbot.services.export import transcript_of
from matbot.store.checks import Flawed
from matbot.store.contents import Contents, read_contents
from matbot.store.errors import StoreError
from matbot.store.listing import read_listed_review
from matbot.store.review_file import ReviewFile
from tests.faults.mutations import mutated
from tests.faults.stand import Stand, full_rubric, small_rubric
from tests.faults.tally import Part, Share, Tally

_FULL = 0.01
"""How often the file is a full review; a small one reads a hundred times as fast."""

_WHOLE = 0.02
"""How often the bytes are put in the place of a review, listed, opened, shown, and saved if they can be."""

_OUTSIDE, _NEWER = "seen to be changed outside", "seen to be newer"
_SOUND = "read as a sound review"


def run(share: Share) -> None:
    """Load one mutated file after another, far west and far east of Greenwich."""
    os.environ["TZ"] = ("WEST+11", "EAST-13")[share.cases.start % 2]
    time.tzset()
    small, full = Stand(share.folder / "small", small_rubric()), Stand(share.folder / "full", full_rubric())
    small.use()
    raws = [stand.path.read_bytes() for stand in (small, full)]
    for case in share.cases:
        random = Random(f"fuzz {case}")
        raw = mutated(random, raws[random.random() < _FULL], raws[0])
        share.tally.count("loads")
        _judge(raw, f"case {case}", share.tally)
        if random.random() < _WHOLE:
            small.put_back()
            _judge_whole(small.path, raw, f"case {case}", share.tally)


def _judge(raw: bytes, how: str, tally: Tally) -> None:
    """Read bytes, and work with the review that is in them, if there is one."""
    try:
        contents = read_contents(raw)
        _work_with(contents)
    except Flawed as flaw:
        tally.count("refused in words")
        if "\n" in str(flaw) or not str(flaw):
            tally.fault("told in anything but one line", f"{how}: {flaw}")
    except BaseException as error:
        tally.fault("anything else", f"{how}: {error!r}"[:300])
    else:
        tally.count(_OUTSIDE if contents.altered else _NEWER if contents.newer else _SOUND)


def _work_with(contents: Contents) -> None:
    review = review_of(contents.rubric, contents.log)
    header_of(contents.rubric, review, flow_of(contents.rubric, review, contents.log))
    assert contents.drafts is not None


def _judge_whole(path: Path, raw: bytes, how: str, tally: Tally) -> None:
    """List, open, show and change the review as a file on disk."""
    path.write_bytes(raw)
    tally.count("of them listed and opened as a file too")
    try:
        format_listed(read_listed_review(path))
        with ReviewFile.open(path) as review:
            assert Interview(review.rubric, review.log).turn
            assert transcript_of(review.rubric, review.log, date(2026, 3, 4)).text
            if not review.read_only:
                review.save()
    except StoreError as error:
        if "\n" in str(error):
            tally.fault("told in anything but one line", f"{how}: {error}")
    except BaseException as error:
        tally.fault("anything else", f"{how}, as a file: {error!r}"[:300])


PART = Part(
    name="fuzz",
    title="Fuzzed loads",
    about=(
        "Real review files are mutated, in their bytes or in what their fields say (then mostly with "
        "a checksum that holds again), and read; a review that is read is worked with, and some are "
        "listed, opened and saved as files. There must be one line of words or a sound review, and "
        "nothing else."
    ),
    rows=(
        *("loads", "refused in words", _OUTSIDE, _NEWER, _SOUND),
        "of them listed and opened as a file too",
    ),
    never=("anything else", "told in anything but one line"),
    run=run,
    short=2000,
    full=500_000,
    in_memory=True,
)
