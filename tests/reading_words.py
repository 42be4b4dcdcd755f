"""Checks that every word of an imported file is either in the framework or reported as not read."""

import json
import re

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.files import UnreadableSource
from matbot.importers.readers.word import pieces_of_word
from tests.word_files import WordSample

_WORD = re.compile(r"[wW]ord[0-9]+x")


def said_of(found: Found) -> set[str]:
    """Return the numbered words in a framework version and in the findings about it."""
    listed = [f"{one.words}" for one in found.unread]
    listed += [f"{one.what} {one.why}" for one in found.corrections]
    listed += [one.what for one in found.doubts]
    said = json.dumps(found.rubric.model_dump(mode="json"), ensure_ascii=False)
    return {*_WORD.findall(said), *_WORD.findall("\n".join(listed))}


def lost_of(sample: WordSample) -> set[str] | None:
    """Return the visible words of a file that are neither imported nor reported; None if it is refused."""
    budget = Budget()
    try:
        pieces = pieces_of_word(sample.raw, budget)
        found = interpret_source(pieces, "ours.docx", budget=budget)
    except (CannotImport, UnreadableSource):
        return None
    return sample.visible - said_of(found)
