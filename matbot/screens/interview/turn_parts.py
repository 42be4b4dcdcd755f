"""The parts of the conversation screen around a turn that are derived from the review."""

from matbot.interview import Interview
from matbot.interview.choices import leaning_label
from matbot.interview.past import PastTurn, PastTurnsFold
from matbot.interview.turns import turn_at
from matbot.review.steps import Ask, Step
from matbot.review.years import find_changes
from matbot.screens.widgets.live_turn import ElementRecap


def find_remarks(interview: Interview) -> tuple[str, ...]:
    """Return matbot's remarks at the turn; a priority stays in view while its evidence is asked for."""
    turn = interview.turn
    if turn.ask is not Ask.SHOWS:
        return turn.says
    return turn_at(interview.rubric, interview.flow, Step(Ask.MET, turn.step.place)).says


def find_recap(interview: Interview) -> ElementRecap | None:
    """Return the recap shown below a turn that completes an element, or None at other turns."""
    turn = interview.turn
    if turn.element is None or turn.question or turn.ask is Ask.OPENING:
        return None
    record = interview.review.elements[turn.element.code]
    glance = turn.element.questions if record.way == "glance" else ()
    return ElementRecap(record, glance)


def format_leaning(interview: Interview) -> str:
    """Format the answer to the turn's question; empty if there is none."""
    place = interview.turn.step.place
    leaning = interview.review.question(place).leaning if interview.turn.question else None
    return leaning_label(interview.rubric, place, leaning) if leaning else ""


def find_past_turns(interview: Interview, past: PastTurnsFold, with_own: bool = False) -> list[PastTurn]:
    """Return the turns above the live one; answers to the current place are shown in the live turn.

    `past` caches the turns already shown, so that one more answer costs one answer. `with_own` also includes
    the answers to the live turn's own place, for its history.
    """
    turns = past.update(interview.rubric, interview.projection.counted)
    here = interview.turn.step.place
    return turns[:-1] if turns and turns[-1].place == here and not with_own else turns


def find_earlier_ratings(interview: Interview) -> dict[str, str]:
    """Return the previous review's rating of each element rated now; `new` if it was not rated then.

    It is empty if the review follows no other; ratings on another scale are left out.
    """
    found = find_changes(interview.rubric, interview.review)
    comparable = (change for change in found if change.now and change.wording != "on another scale")
    return {change.code: change.then or "new" for change in comparable}
