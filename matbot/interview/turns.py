"""What matbot asks at each step, and the choices it offers: the wording of the facilitator."""

from collections.abc import Iterator
from dataclasses import dataclass

from matbot.interview.choices import (
    MET_CHOICES,
    MET_LABELS,
    OPENING_CHOICES,
    SHOW_HANDS_AGAIN,
    Choice,
    leaning_choices,
    rating_choices,
)
from matbot.interview.other_views import OtherViews, find_other_views
from matbot.review.account import PriorityAccount
from matbot.review.coach import coach, range_of
from matbot.review.flow import Flow
from matbot.review.labels import PARKED
from matbot.review.local_time import to_local_day
from matbot.review.review import ElementRecord, PromiseProgress, Review
from matbot.review.steps import LAST_TIME, Ask, Step
from matbot.rubric import Element, Question, Rubric
from matbot.rubric.places import numeral_of
from matbot.text import in_words, shortened


class Unclear(ValueError):
    """The input does not answer the turn; the message says in one line what would."""


@dataclass(frozen=True)
class Turn:
    """What is asked at a step, with everything needed to render it."""

    step: Step
    prompt: str
    """The question that matbot asks, on one line."""
    says: tuple[str, ...] = ()
    """What matbot says before the prompt, one or two sentences a line."""
    choices: tuple[Choice, ...] = ()
    """The choices; empty if the turn asks for text."""
    present: str = ""
    """The current answer: the value of a choice, or text."""
    private: bool = False
    """Whether the current text is marked private."""
    drafted: bool = False
    """Whether the current answer was read from a pack and is not confirmed yet."""
    reworded: bool = False
    """Whether the current answer was given when the question was worded differently."""
    parked: bool = False
    """Whether the question or element is marked to come back to."""
    element: Element | None = None
    """None once everything has been asked, and for turns about an earlier review's priorities."""
    question: Question | None = None
    """The question this turn is about, if it is about one."""
    beside: OtherViews | None = None
    """What others said, or what was said a year ago, about the same subject; hidden until requested."""

    @property
    def ask(self) -> Ask:
        """The kind of answer that the turn asks for."""
        return self.step.ask

    @property
    def title(self) -> str:
        """What the turn is about, such as `1A Clarity of purpose`."""
        if self.element:
            return self.element.title
        return "Everything asked" if self.ask is Ask.FINISHED else LAST_TIME_TITLE

    @property
    def wants_words(self) -> bool:
        """Whether the answer is free text."""
        return self.ask in _WORDS

    @property
    def position(self) -> str:
        """The position of the question in its element, such as `question iii of 5`; empty for other turns."""
        if self.question is None or self.element is None:
            return ""
        return f"question {self.question.numeral} of {len(self.element.questions)}"


_WORDS = {Ask.SHOWS, Ask.REASON, Ask.NOTE, Ask.HANDS, Ask.RATIONALE, Ask.EVIDENCE, Ask.DIFFERS}

LAST_TIME_TITLE = "What you set out to do"
"""The title of the part that looks back on an earlier review's priorities."""


def turn_at(rubric: Rubric, flow: Flow, step: Step) -> Turn:
    """Build the turn for a step of a review."""
    if step.ask is Ask.FINISHED:
        return _finished_turn(flow)
    if step.element == LAST_TIME:
        return _last_time_turn(rubric, flow, step)
    if step.ask in (Ask.CHOICE, Ask.REASON, Ask.NOTE):
        return _question_turn(rubric, flow, step)
    return _element_turn(rubric, flow, step)


def _finished_turn(flow: Flow) -> Turn:
    says = [f"{flow.review.progress}."]
    if flow.review.parked:
        says.append(f"{PARKED}: {', '.join(map(flow.review.name_place, flow.review.parked))}.")
    says.append("Next: check your answers, choose priorities, read the transcript. Or stop: all is kept.")
    return Turn(flow.current, "Everything in this review has been asked. Thank you.", says=tuple(says))


def _last_time_turn(rubric: Rubric, flow: Flow, step: Step) -> Turn:
    priority = numeral_of(step.place)
    promised, found = (
        flow.review.promises[priority],
        flow.review.promise_progress.get(priority, PromiseProgress()),
    )
    number = list(flow.review.promises).index(priority) + 1
    if step.ask is Ask.MET:
        says = tuple(_format_promise(rubric, flow.review, promised, number))
        return Turn(step, "How far has it come?", says, MET_CHOICES, found.met or "")
    label = MET_LABELS[found.met] if found.met else "That"
    return Turn(step, f"{label}. What shows it?", present=found.shows)


def _format_promise(rubric: Rubric, review: Review, promised: PriorityAccount, number: int) -> Iterator[str]:
    """Yield the lines for an earlier review's priority, in its own words."""
    assert review.earlier, "a promise comes from an earlier review"
    titles = [rubric.elements[code].title if code in rubric.elements else code for code in promised.elements]
    about = shortened(promised.focus, 80) or in_words(titles or ["no focus area was named"])
    yield f"Priority {number} of {len(review.promises)}, {to_local_day(review.earlier.said):%B %Y}: {about}."
    for label, words in (
        ("What was to be done", promised.action),
        ("Progress wanted", promised.progress),
        ("How you would know it worked", promised.success_measure),
        ("Milestones", promised.milestones),
        ("Who led it", promised.lead),
    ):
        if words.strip():
            yield f"{label}: {words}"


def _question_turn(rubric: Rubric, flow: Flow, step: Step) -> Turn:
    question = rubric.questions[step.place]
    record = flow.review.question(step.place)
    prompts = {
        Ask.CHOICE: ("Where is your trust?", record.leaning or ""),
        Ask.REASON: ("Why does it not apply?", record.reason),
        Ask.NOTE: ("What makes you say that? (optional)", record.note),
    }
    prompt, present = prompts[step.ask]
    return Turn(
        step,
        prompt,
        choices=leaning_choices(rubric, question) if step.ask is Ask.CHOICE else (),
        present=present,
        private=record.private and step.ask is Ask.NOTE,
        drafted=step in flow.review.drafted,
        reworded=record.reworded,
        parked=record.parked,
        element=rubric.elements[step.element],
        question=question,
        beside=find_other_views(flow.review, step),
    )


def _element_turn(rubric: Rubric, flow: Flow, step: Step) -> Turn:
    record = flow.review.elements[step.place]
    element = rubric.elements[step.place]
    prompt, present = _element_prompt(rubric, flow, step, record)
    says = {
        Ask.OPENING: _opening_says(rubric, flow, element, record),
        Ask.HANDS: coach(rubric, record),
        Ask.RATING: coach(rubric, record) if flow.review.people == 1 else _hands_line(rubric, record),
    }
    again = (SHOW_HANDS_AGAIN,) if flow.review.people > 1 else ()
    choices = {Ask.OPENING: OPENING_CHOICES, Ask.RATING: (*rating_choices(rubric), *again)}
    return Turn(
        step,
        prompt,
        says=tuple(says.get(step.ask, ())),
        choices=choices.get(step.ask, ()),
        present=present,
        drafted=step in flow.review.drafted,
        parked=record.parked,
        element=element,
        beside=find_other_views(flow.review, step),
    )


def _element_prompt(rubric: Rubric, flow: Flow, step: Step, record: ElementRecord) -> tuple[str, str]:
    """Return the prompt for an element at a step, and the current answer."""
    names = ", ".join(level.name for level in rubric.scale)
    which_rating = "the agreed rating" if flow.review.people > 1 else "your rating"
    return {
        Ask.OPENING: ("How would you like to take it?", record.way or ""),
        Ask.HANDS: (f"A show of hands, please: how many for {names}?", " ".join(map(str, record.votes))),
        Ask.RATING: (f"What is {which_rating} for {step.place}?", record.rating or ""),
        Ask.RATIONALE: (_rationale_prompt(rubric, record), record.rationale),
        Ask.EVIDENCE: ("What is the key evidence for it?", record.evidence),
        Ask.DIFFERS: ("Who sees it differently, and how? (optional)", record.differs),
    }[step.ask]


def _opening_says(rubric: Rubric, flow: Flow, element: Element, record: ElementRecord) -> list[str]:
    count = len(element.questions)
    says = [f"It covers: {'; '.join(element.aspects)}."] if element.aspects else []
    says.append(f"{count} question{'s' if count > 1 else ''}.")
    if record.rating:
        drafted = Step(Ask.RATING, element.code) in flow.review.drafted
        rated = "Your pack rates it" if drafted else "You rated it"
        says.append(f"{rated} {rubric.levels[record.rating].name}.")
    if record.drafted:
        says.append("Answers from your pack wait here for you to confirm them.")
    if record.parked:
        says.append("You parked it, to come back to.")
    if flow.is_done(element.code) and record.way:
        says.append("You have been through it once. Your answers stay as they are until you change them.")
    return says


def _hands_line(rubric: Rubric, record: ElementRecord) -> list[str]:
    if not record.votes:
        return ["No hands were shown."]
    spread = ", ".join(
        f"{level.name} {hands}" for level, hands in zip(rubric.scale, record.votes, strict=True)
    )
    return [f"Hands: {spread}.", "Take the time to talk about where you differ."]


def _rationale_prompt(rubric: Rubric, record: ElementRecord) -> str:
    """Return the prompt for the rationale.

    If the rating is outside the range that the answers point to, it asks what weighed most.
    """
    if record.rating is None:
        return "Why that rating?"
    name, pointed = rubric.levels[record.rating].name, range_of(rubric, record)
    if pointed and record.rating not in {level.letters for level in pointed}:
        return f"What weighed most in choosing {name}?"
    return f"Why {name}?"
