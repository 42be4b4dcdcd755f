"""The texts of line mode: a block for each greeting, turn and outcome, and how a block is wrapped."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from matbot.interview import Interview, Turn
from matbot.line.other_views import (
    HALF_A_SCREEN,
    find_hidden_views,
    format_origin,
    format_promise,
    format_shows_of_hands,
)
from matbot.presenters.element_states import count_answered, lower_first
from matbot.report.words import find_discussed_elements, format_count
from matbot.review.header import format_looked_at
from matbot.review.heat_map import heat_map
from matbot.review.labels import PARKED, PARKED_LEFT_OUT
from matbot.review.outcomes import format_progress_counts
from matbot.review.steps import ALL_ASKED, LAST_TIME, Ask
from matbot.review.unrated import Unrated
from matbot.rubric import Question, Rubric
from matbot.text import one_line, shortened

WIDTH = 76
"""The longest line, in columns; a longer word, such as a path, is not broken."""

_GLUE = "\ue000"
"""A placeholder for a non-breaking space, used between a key and its meaning."""


def format_block(words: str) -> str:
    """Wrap a text to the width of a line, safe for a terminal, and indent every line after the first."""
    filled = textwrap.fill(
        one_line(words),
        WIDTH,
        initial_indent="matbot: ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(_GLUE, " ")


def format_prompt(turn: Turn) -> str:
    """Format the prompt of a turn, such as `you (1 2 3 4 0 x): `."""
    if turn.ask is Ask.FINISHED:
        return "you (Enter stops here): "
    keys = " ".join(choice.key or "Enter" for choice in turn.choices)
    return f"you ({keys}): " if keys else "you: "


def format_greeting(interview: Interview, notice: str) -> Iterator[str]:
    """Yield the opening lines: who completes the review, its progress, and how to answer."""
    if notice:
        yield notice
    yield f"{format_who(interview)}. {format_scope_looked_at(interview)}."
    yield from format_origin(interview.review)
    yield (
        "One line is one answer, and each is saved at once. /help says what else you can type; /stop ends, "
        "and keeps everything."
    )


def format_who(interview: Interview) -> str:
    """Format the trust and the group."""
    review = interview.review
    return ", ".join(filter(None, (review.trust, review.group)))


def format_scope_looked_at(interview: Interview) -> str:
    """Format the progress of the review, such as `3 of 14 elements looked at`."""
    looked, scope = len(interview.review.looked_at), len(interview.review.scope)
    return format_looked_at(looked, format_count(scope, "element"))


def format_turn(interview: Interview, before: Turn | None, draft: str, hidden: str = "") -> Iterator[str]:
    """Yield the current turn.

    Args:
        interview: The conversation.
        before: The turn printed before; what it already showed is not repeated.
        draft: A half-typed answer to this turn; empty if there is none.
        hidden: A line to add about hidden views; empty for none.

    """
    turn = interview.turn
    if before is None or _context_key(before) != _context_key(turn):
        yield from _format_setting(interview, turn, before)
    if before is None or before.step != turn.step:
        yield from _format_remarks(interview, turn)
    if hidden:
        yield hidden
    yield from format_draft(turn, draft)
    yield " ".join(filter(None, (turn.prompt, _format_choices(turn), _format_hands_hint(interview, turn))))


def _format_remarks(interview: Interview, turn: Turn) -> Iterator[str]:
    """Yield the remarks before the question; a show of hands is formatted as sentences."""
    hands = turn.ask is Ask.RATING and interview.review.elements[turn.step.place].votes
    if hands and interview.review.people > 1:
        yield from format_shows_of_hands(interview)
        yield from turn.says[1:]  # the first remark gives the hands in figures
    elif turn.step.element != LAST_TIME:
        yield from turn.says
    if turn.ask is Ask.FINISHED:
        yield "/check, /priorities and /transcript do that here."


def format_hidden_hint(interview: Interview) -> str:
    """Format a line naming the hidden views of this turn; empty if there are none."""
    found = find_hidden_views(interview)
    return f"{found.title} is hidden: /said shows it." if found else ""


def format_draft(turn: Turn, draft: str) -> Iterator[str]:
    """Yield the current answer and how to keep it; a half-typed answer takes precedence over a saved one."""
    if turn.ask is Ask.OPENING or not (turn.present or draft):
        return
    private = " (private)" if turn.private else ""
    source = ", from the pack" if turn.drafted else ""
    source += ", said when it was asked in other words" if turn.reworded else ""
    if draft:
        yield f"Half-typed{private}: {shortened(draft, HALF_A_SCREEN)}"
        yield "Empty sends it as it is, a single hyphen clears it."
    elif turn.choices:
        label = next((choice.label for choice in turn.choices if choice.value == turn.present), turn.present)
        yield f"So far: {label}{source}. Empty keeps it."
    else:
        yield f"So far{private}{source}: {shortened(turn.present, HALF_A_SCREEN)}"
        clears = "" if turn.ask in (Ask.REASON, Ask.HANDS) else ", a single hyphen clears it"
        yield f"Empty keeps it{clears}.{_PRIVATE_HINT if turn.private else ''}"


_PRIVATE_HINT = " Other words are private again only after /private."


def format_outcome(before: Interview, now: Interview) -> Iterator[str]:
    """Yield the outcome of an element and the review's progress, if the last answer completed the element."""
    part = before.turn.step.element
    if not part or before.flow.is_done(part) or not now.flow.is_done(part):
        return
    if part == LAST_TIME:
        yield f"That is what you set out to do: {format_progress_counts(now.review)}."
    else:
        rating = now.review.elements[part].rating
        if part in now.flow.set_aside:
            outcome = f"{part}: {lower_first(Unrated.NOT_THIS_TIME)}."
        else:
            outcome = (
                f"{part} is {now.rubric.levels[rating].name}." if rating else f"{part} has no rating yet."
            )
        yield f"{outcome} {format_scope_looked_at(now)}."


def format_position(interview: Interview) -> Iterator[str]:
    """Yield the progress of the conversation, in this element and overall."""
    turn, review = interview.turn, interview.review
    position = format_place(turn)
    if turn.element:
        answered, asked = count_answered(review, turn.element.code)
        if asked:
            position = f"{position[:-1]}; {answered} of its {format_count(asked, 'question')} answered."
    yield f"{position} Overall {format_scope_looked_at(interview)}, {len(review.rated)} rated."


def format_map(interview: Interview, path: Path) -> Iterator[str]:
    """Yield the ratings by heading, what is parked, and where the review is saved."""
    review = interview.review
    shown = {*review.scope, *find_discussed_elements(review)}
    for row in heat_map(interview.rubric, review):
        if cells := [f"{cell.code} {cell.words}" for cell in row.cells if cell.code in shown]:
            yield f"{row.name}: {', '.join(cells)}."
    for label, places in ((PARKED, review.parked), (PARKED_LEFT_OUT, review.parked_left_out)):
        if places:
            yield f"{label}: {', '.join(map(review.name_place, places))}."
    yield f"Kept in {path}"


def format_place(turn: Turn) -> str:
    """Format the position of a turn as a sentence."""
    if turn.ask is Ask.FINISHED:
        return ALL_ASKED
    return ", ".join(filter(None, (turn.title, turn.position))) + "."


def format_goodbye(interview: Interview, path: Path, matbot: str) -> Iterator[str]:
    """Yield the closing lines: that everything is saved and where, and the next shell commands, if any."""
    yield f"Everything you said is saved. {format_scope_looked_at(interview)}."
    yield f"Kept in {path}"
    if matbot:
        yield from _format_next_commands(interview, matbot)


def _format_next_commands(interview: Interview, matbot: str) -> Iterator[str]:
    """Yield the next shell commands."""
    id_, turn = interview.review.id, interview.turn
    yield f"To read it, with a heat map: {matbot} transcript {id_}"
    if turn.ask is Ask.FINISHED:
        by_command = f"{matbot} priority {id_} --element CODE"
        yield f"To choose your priorities from it: {by_command}, or in the app: {matbot}"
    else:
        title = turn.title if turn.element else turn.title[0].lower() + turn.title[1:]
        yield f"To carry on with {title}: {matbot} ask {id_}"


def _context_key(turn: Turn) -> str:
    """Return a key for what the introductory lines of a turn are about; they are repeated when it changes."""
    if turn.question or turn.step.element == LAST_TIME:
        return turn.step.place
    return f"{'opening' if turn.ask is Ask.OPENING else 'rating'}:{turn.step.place}"


def _format_setting(interview: Interview, turn: Turn, before: Turn | None) -> Iterator[str]:
    """Yield the introductory lines: the question with its descriptors, or the name of the element."""
    if turn.step.element == LAST_TIME:
        if before is None or before.step.element != LAST_TIME:
            yield f"{turn.title}."
        yield from format_promise(interview)
    if turn.element is None:
        return
    if turn.question:
        yield format_place(turn)
        yield from _format_contrast(interview.rubric, turn.question, turn.question.text)
        if turn.parked:
            yield "You parked this question, to come back to."
    elif turn.ask is Ask.OPENING:
        yield f"{turn.element.title}."
    else:
        yield from _format_rating_turn(interview, turn)


def _format_rating_turn(interview: Interview, turn: Turn) -> Iterator[str]:
    """Yield the element's name and, if it is rated at a glance, every question with its descriptors."""
    assert turn.element
    yield f"{turn.element.title}: rate this element."
    glance = interview.review.elements[turn.element.code].way == "glance"
    if glance and turn.ask in (Ask.HANDS, Ask.RATING):
        for question in turn.element.questions:
            yield from _format_contrast(
                interview.rubric, question, f"Question {question.numeral}. {question.text}"
            )


def _format_contrast(rubric: Rubric, question: Question, text: str) -> Iterator[str]:
    yield text
    yield from format_descriptors(rubric, question)


def format_descriptors(rubric: Rubric, question: Question) -> Iterator[str]:
    """Yield each descriptor of a question in full: `Red descriptor: …`."""
    for descriptor in rubric.descriptors(question):
        yield f"{descriptor.level.name} descriptor: {descriptor.text}"


def _format_hands_hint(interview: Interview, turn: Turn) -> str:
    """Format how to type a show of hands in one line; empty if the turn does not ask for one."""
    if turn.ask is not Ask.HANDS:
        return ""
    example = " ".join(str((0, 2, 1)[place % 3]) for place in range(len(interview.rubric.scale)))
    return f"Type a number for each in that order, such as {example}."


def _format_choices(turn: Turn) -> str:
    """Format the choices of a turn as a sentence; empty if it has none."""
    if not turn.choices:
        return ""
    texts = [f"{choice.key or 'Enter'} {choice.label}" for choice in turn.choices]
    if turn.ask is Ask.RATING:
        texts.append("/skip leaves it without a rating")
    return "; ".join(choice.replace(" ", _GLUE) for choice in texts) + "."
