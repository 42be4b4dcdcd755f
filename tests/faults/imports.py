"""Word files of every make, read as frameworks and as packs: nothing stops, and no word is lost unseen."""

import traceback

from matbot.importers.packs.found import NotAPack
from matbot.importers.packs.opening import read_pack
from tests.faults.tally import Part, Share
from tests.reading_words import lost_of
from tests.word_files import word_file

_LOST, _FAULT = "words lost unseen", "faults of matbot's own"


def run(share: Share) -> None:
    """Read one file after another, each other than all before."""
    path = share.folder / "pack.docx"
    for case in share.cases:
        sample = word_file(case)
        share.tally.count("files")
        share.tally.count("words on their pages", len(sample.visible))
        try:
            lost = lost_of(sample)
            path.write_bytes(sample.raw)
            read_pack(path)
        except NotAPack as refused:
            if "fault of matbot's own" in str(refused):
                share.tally.fault(_FAULT, f"word_file({case}) as a pack: {refused}")
        except Exception:
            share.tally.fault(_FAULT, f"word_file({case}): {traceback.format_exc(limit=-2)}")
            continue
        share.tally.count("refused in words" if lost is None else "read as a framework")
        if lost:
            share.tally.fault(_LOST, f"word_file({case}): {', '.join(sorted(lost)[:5])}", len(lost))


PART = Part(
    name="imports",
    title="Word files as people and programs make them",
    about=(
        "`tests/word_files.py` makes them: styles based on styles, numbering in styles, content controls "
        "round everything, merged cells, text boxes, tracked changes, fields, both dialects. Each is read as "
        "a framework and as a pack. Every word on a page must be in the framework or in the list of what was "
        "not read."
    ),
    rows=("files", "words on their pages", "read as a framework", "refused in words"),
    never=(_FAULT, _LOST),
    run=run,
    short=120,
    full=20_000,
)
