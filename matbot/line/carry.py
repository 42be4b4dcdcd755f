"""A review carried over to another edition line by line, or back: what becomes of it is said first."""

from collections.abc import Iterator

from matbot.carrying_over import CannotCarry, Move, crosswalk_for, keep_crosswalk, way_back
from matbot.interview import Interview
from matbot.interview.kept import kept_turns
from matbot.line.mode import LineMode
from matbot.line.shelf import editions
from matbot.line.talk import Left, Talk
from matbot.report.output import NotWritten
from matbot.report.words import counted
from matbot.review.heat_map import Cell
from matbot.review.replies import Named
from matbot.rubric import Question, Rubric
from matbot.rubric.crosswalk import Crosswalk, Match
from matbot.text import one_line, shortened

BACK = "back"
_QUESTION = 300
"""How much of a question is said, in characters: most of them, whole."""


def carry(mode: LineMode) -> None:
    """Ask where to, tell what becomes of the review, and carry it over if that is wanted."""
    mode.refuse_read_only()
    later = _where_to(mode)
    crosswalk = crosswalk_for(mode.file, later, mode.workspace) if later else way_back(mode.file)
    if later:
        crosswalk = _looked_through(mode.talk, crosswalk)
    move = Move(mode.file, crosswalk)
    mode.talk.tell(move_said(move))
    if not mode.talk.agrees("Carry the review over? Please answer yes or no."):
        mode.talk.say("It stays as it is.")
        raise Left
    mode.keep(*move.replies)
    mode.interview = Interview(mode.file.rubric, mode.file.log)
    _kept(mode, move)


def _where_to(mode: LineMode) -> Rubric | None:
    """The edition to carry it to; None for the way back."""
    others = [
        one for one in editions(mode.workspace.rubrics) if one.content_hash != mode.file.rubric.content_hash
    ]
    ways = {one.id: one_line(f"{one.title}, {one.edition}") for one in others}
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


def _looked_through(talk: Talk, crosswalk: Crosswalk) -> Crosswalk:
    """The same without those doubtful pairs of questions that people say are not the same."""
    talk.say(*_counts(crosswalk))
    doubtful = [match for match in crosswalk.matches if match.doubtful]
    if not doubtful or not talk.agrees(
        f"{counted(len(doubtful), 'question').capitalize()} share few words with their counterparts. "
        "Look at each? Please answer yes or no."
    ):
        return crosswalk
    for match in doubtful:
        crosswalk = _looked_at(talk, crosswalk, match)
    return crosswalk


def _looked_at(talk: Talk, crosswalk: Crosswalk, match: Match) -> Crosswalk:
    assert match.earlier, "only a pair can be doubtful"
    assert match.later, "only a pair can be doubtful"
    talk.say(_asked("Earlier", match.earlier), _asked("Later", match.later))
    same = talk.agrees("Do they ask the same? yes keeps them together, no parts them.")
    return crosswalk if same else crosswalk.without(match.earlier.id)


def _asked(when: str, question: Question) -> str:
    return f"{when}, {question.id}: {shortened(question.text, _QUESTION)}"


def _counts(crosswalk: Crosswalk) -> Iterator[str]:
    """How many questions came through in which way."""
    yield f"Of the questions, {', '.join(f'{number} {how}' for how, number in crosswalk.counts.items())}."
    if not crosswalk.same_scale:
        yield "They are rated on different scales: a rating of the one means nothing in the other."


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
    name = next(reply.name for reply in move.replies if isinstance(reply, Named))
    mode.talk.say(f"Carried over. How it was is named {name}. /carry takes it back.")
