"""A review carried over to another edition line by line, or back: what becomes of it is said first."""

from collections.abc import Iterator
from functools import partial

from matbot.interview import Unclear
from matbot.interview.kept import kept_turns
from matbot.line.frameworks.crosswalk import Mending, looked_through
from matbot.line.frameworks.shelf import editions
from matbot.line.mode import LineMode
from matbot.line.talk import Left
from matbot.presenters.framework_versions import version_title
from matbot.report.output import NotWritten
from matbot.review.events import VersionSaved
from matbot.review.heat_map import Cell
from matbot.rubric import Rubric
from matbot.rubric.crosswalk import Crosswalk
from matbot.services.migration import CannotCarry, Move, crosswalk_for, keep_crosswalk, way_back
from matbot.text import shortened

BACK = "back"
_QUESTION = 300
"""How much of a question is said, in characters: most of them, whole."""


def carry(mode: LineMode) -> None:
    """Ask where to, tell what becomes of the review, and carry it over if that is wanted."""
    mode.refuse_read_only()
    later = _where_to(mode)
    crosswalk = crosswalk_for(mode.file, later, mode.workspace) if later else way_back(mode.file)
    if later:
        crosswalk = looked_through(mode.talk, crosswalk)
    move = _agreed(mode, crosswalk, mended=later is not None)
    mode.keep(*move.replies)
    _kept(mode, move)


def _where_to(mode: LineMode) -> Rubric | None:
    """The edition to carry it to; None for the way back."""
    others = [
        one for one in editions(mode.workspace.rubrics) if one.content_hash != mode.file.rubric.content_hash
    ]
    ways = {one.id: version_title(one) for one in others}
    if _was_carried(mode):
        ways = {BACK: "carry it back to the edition it came from"} | ways
    if not ways:
        raise CannotCarry("There is no other edition here. At home, editions imports one.")
    way = mode.talk.choose("Which edition is the review to go on in?", ways)
    return next((one for one in others if one.id == way), None)


def _was_carried(mode: LineMode) -> bool:
    try:
        return bool(way_back(mode.file))
    except CannotCarry:
        return False


def _agreed(mode: LineMode, crosswalk: Crosswalk, mended: bool) -> Move:
    """The move as people want it, once they said yes to it; Left where they did not.

    `mended` says that its questions can be looked through and matched anew.
    """
    look = "; look goes through which question is which" if mended else ""
    while True:
        move = Move(mode.file, crosswalk)
        mode.talk.tell(move_said(move), answered=True)
        way = mode.talk.ask(
            f"Carry the review over? Please answer yes or no{look}.",
            partial(_way, mended),
            "yes no" + " look" * mended,
        )
        if way == "yes":
            return move
        if way == "no":
            mode.talk.say("It stays as it is.")
            raise Left
        mending = Mending(mode.talk, crosswalk)
        mending.mend()
        crosswalk = mending.crosswalk


def _way(mended: bool, typed: str) -> str:
    word = typed.casefold()
    ways = {"yes": "yes", "y": "yes", "no": "no", "n": "no"} | ({"look": "look"} if mended else {})
    if word not in ways:
        raise Unclear(f"Please answer yes{', no or look' if mended else ' or no'}.")
    return ways[word]


def move_said(move: Move) -> Iterator[str]:
    """What becomes of a review: each element before and after, and what has no place."""
    yield f"From {move.crosswalk.earlier.id} to {move.crosswalk.later.id}."
    for before, after in move.cells():
        if before is None and after:
            yield f"{_cell(after)}: new."
        elif before and after is None:
            yield f"{_cell(before)}: has no place there."
        elif before and after:
            yield f"{_cell(before)} becomes {_cell(after)}."
    for turn in kept_turns(move.kept):
        said = shortened(" ".join((*turn.lines, *turn.private)), _QUESTION)
        yield f"Without a place there, and kept: {shortened(turn.title, 60)}: {said}"


def _cell(cell: Cell) -> str:
    return f"{cell.code} {shortened(cell.name, 40)}, {cell.words}"


def _kept(mode: LineMode, move: Move) -> None:
    """Keep what people confirmed for the next review, and say how to take it back."""
    try:
        keep_crosswalk(move.crosswalk, mode.workspace)
    except NotWritten as problem:
        mode.talk.say(str(problem))
    name = next(reply.name for reply in move.replies if isinstance(reply, VersionSaved))
    mode.talk.say(f"Carried over. How it was is named {name}. /carry takes it back.")
