"""What the conversation's screen shows around a turn, as far as it follows from the review."""

from matbot.interview import Interview
from matbot.interview.choices import leaning_label
from matbot.interview.past import PastTurn, PastTurnsFold
from matbot.interview.turns import turn_at
from matbot.review.steps import Ask, Step
from matbot.review.years import find_changes
from matbot.screens.widgets.live_turn import ElementRecap


def find_remarks(interview: Interview) -> tuple[str, ...]:
    """What matbot says at the turn; what was promised stays in sight while people say what shows it."""
    turn = interview.turn
    if turn.ask is not Ask.SHOWS:
        return turn.says
    return turn_at(interview.rubric, interview.flow, Step(Ask.MET, turn.step.place)).says


def find_recap(interview: Interview) -> ElementRecap | None:
    """What stands below a turn that pulls an element together."""
    turn = interview.turn
    if turn.element is None or turn.question or turn.ask is Ask.OPENING:
        return None
    record = interview.review.elements[turn.element.code]
    glance = turn.element.questions if record.way == "glance" else ()
    return ElementRecap(record, glance)


def format_leaning(interview: Interview) -> str:
    """Where people said they are at the turn's question, in words; empty if they have not."""
    place = interview.turn.step.place
    leaning = interview.review.question(place).leaning if interview.turn.question else None
    return leaning_label(interview.rubric, place, leaning) if leaning else ""


def find_past_turns(interview: Interview, past: PastTurnsFold, with_own: bool = False) -> list[PastTurn]:
    """The turns above the live one; what was said of its own place stands in the live turn.

    `past` knows the turns that were shown before, so that one more answer costs one answer. `with_own` keeps
    what was said of the live turn's own place too, for its history.
    """
    turns = past.update(interview.rubric, interview.projection.counted)
    here = interview.turn.step.place
    return turns[:-1] if turns and turns[-1].place == here and not with_own else turns


def find_earlier_ratings(interview: Interview) -> dict[str, str]:
    """The letters of last time for each element that is rated this time; `new` where it was not rated then.

    Empty where the review follows no other; letters of another scale are left out.
    """
    found = find_changes(interview.rubric, interview.review)
    comparable = (change for change in found if change.now and change.wording != "on another scale")
    return {change.code: change.then or "new" for change in comparable}
