"""Lines about other answers than the current one: other groups, shows of hands, the earlier review."""

from collections.abc import Iterator

from matbot.interview import Interview, Unclear
from matbot.interview.choices import leaning_labels
from matbot.interview.other_views import OtherViews, Voice, find_other_views
from matbot.interview.turns import turn_at
from matbot.presenters.element_states import voice_state
from matbot.report.words import month_in_words
from matbot.review.events import HandsShown
from matbot.review.review import Review
from matbot.review.steps import Ask, Step
from matbot.rubric import Question, Rubric
from matbot.text import in_words, number_in_words, one_line, shortened

HALF_A_SCREEN = 600
"""The longest part of a free-text answer to print at once, in characters."""

_SHORTEST_SHARE = 300
"""How much of each of a group's answers is printed at least, in characters; most notes fit in full."""

_MAX_LABEL = 60
"""The longest part of a group's label to print, in characters."""

_NOT_YET = "What the groups said comes with its questions and its rating, once you have seen the contrast."

_BELONGS_TO = {
    **dict.fromkeys((Ask.REASON, Ask.NOTE), Ask.CHOICE),
    **dict.fromkeys((Ask.RATIONALE, Ask.EVIDENCE, Ask.DIFFERS), Ask.RATING),
}
"""The turn that each of these turns belongs to, which has the same hidden views."""


def find_hidden_views(interview: Interview) -> OtherViews | None:
    """Find the hidden views of this turn, or of the question or rating that it belongs to."""
    step = interview.turn.step
    about = Step(_BELONGS_TO[step.ask], step.place) if step.ask in _BELONGS_TO else None
    return find_other_views(interview.review, about) if about else interview.turn.beside


def format_hidden_views(interview: Interview) -> Iterator[str]:
    """Yield what each group answered here, or what was answered a year ago.

    Raises:
        Unclear: Nothing is hidden at this turn.

    """
    found = find_hidden_views(interview)
    if found is None:
        later = interview.review.groups and interview.turn.ask is Ask.OPENING
        raise Unclear(_NOT_YET if later else "Nothing is hidden here: nobody else has answered this.")
    yield f"{found.title}:"
    for voice in found.voices:
        yield _format_voice(interview.rubric, voice, interview.turn.question)


def _format_voice(rubric: Rubric, voice: Voice, question: Question | None) -> str:
    """Format a group's name, rating or answer, and comments, shortened to about a screen in total."""
    if voice.standing in rubric.levels:
        standing_text = f"{rubric.levels[voice.standing].name}."
    elif voice.standing:
        standing_text = f"{leaning_labels(rubric.ends, question).get(voice.standing, voice.standing)}."
    else:
        standing_text = f"{voice_state(voice)}."
    share = max(_SHORTEST_SHARE, 2 * HALF_A_SCREEN // max(1, len(voice.words)))
    words = (shortened(text, share) for text in voice.words)
    return f"{shortened(voice.who, _MAX_LABEL)}: {' '.join((standing_text, *map(end_sentence, words)))}"


def keep_first_words(words: str, longest: int) -> str:
    """Truncate a text to `longest` characters without splitting a word, if possible."""
    line = one_line(words)
    return line if len(line) <= longest else f"{line[:longest].rpartition(' ')[0] or line[:longest]}…"


def end_sentence(words: str) -> str:
    """Add a full stop unless the text already ends like a sentence."""
    return words if words[-1:] in ".!?…" else f"{words}."


def format_show(rubric: Rubric, votes: tuple[int, ...], people: int) -> str:
    """Format a show of hands as sentences.

    Args:
        rubric: The framework version, whose scale the votes follow.
        votes: The number of hands for each level of the scale, in its order.
        people: How many people are in the group.

    """
    for_levels = [(level.name, hands) for level, hands in zip(rubric.scale, votes, strict=True)]
    shown = [f"{number_in_words(hands)} for {name}" for name, hands in for_levels if hands]
    none = [name for name, hands in for_levels if not hands]
    if not shown:
        return "none."
    for_none = f"; none for {in_words(none, 'or')}" if none else ""
    without_hand = people - sum(votes)
    without = (
        f" {number_in_words(without_hand).capitalize()} of you showed no hand." if without_hand > 0 else ""
    )
    return f"{in_words(shown)}{for_none}.{without}"


def format_shows_of_hands(interview: Interview) -> list[str]:
    """Return a line for the last show of hands of the element, after one for the show before it, if any."""
    turn, people = interview.turn, interview.review.people
    record = interview.review.elements[turn.step.place]
    shows = [move.votes for move in record.moves if isinstance(move, HandsShown)]
    before = (
        [f"The time before: {format_show(interview.rubric, shows[-2], people)}"] if len(shows) > 1 else []
    )
    return [*before, f"Hands: {format_show(interview.rubric, record.votes, people)}"]


def format_promise(interview: Interview) -> Iterator[str]:
    """Yield a priority of the earlier review, with long texts shortened."""
    about = turn_at(interview.rubric, interview.flow, Step(Ask.MET, interview.turn.step.place))
    yield from (shortened(words, HALF_A_SCREEN) for words in about.says)


def format_origin(review: Review) -> Iterator[str]:
    """Yield which groups a joint review consists of, and which review this one follows."""
    if review.groups:
        labels = [shortened(one.label, _MAX_LABEL) for one in review.groups]
        yield end_sentence(
            f"It is a joint review of {number_in_words(len(labels))} groups: {'; '.join(labels)}"
        )
    if review.earlier:
        yield f"It follows your review of {month_in_words(review.earlier.said)}."
