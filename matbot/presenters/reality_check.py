"""Asks for a reality check line by line: four lines become one event."""

from dataclasses import dataclass, replace

from matbot.interview import Interview, Unclear
from matbot.review.account import OUTCOMES
from matbot.review.events import Event

_ASKS = (
    "Whom was it tested with? An empty line leaves it.",
    "When was that?",
    f"Did it agree with your rating, differ from it or sharpen it? {', '.join(OUTCOMES)}.",
    "What was said?",
)
"""The prompts, one for each line."""

_WHOM, _WHEN, _OUTCOME, _SAID = range(len(_ASKS))


@dataclass(frozen=True)
class RealityCheckAnswers:
    """The answers about a reality check that have been entered so far."""

    element: str
    answers: tuple[str, ...] = ()

    @classmethod
    def begin(cls, interview: Interview, code: str) -> "RealityCheckAnswers":
        """Begin a check of an element.

        Raises:
            Unclear: The element has no rating to check.

        """
        interview.check_rating(code, "somebody", "", OUTCOMES[0], "")  # raises if it cannot be checked
        return cls(code.strip().upper())

    @property
    def prompt(self) -> str:
        """The next prompt."""
        return _ASKS[len(self.answers)]

    @property
    def hint(self) -> str:
        """The prefix of the input line for the next answer."""
        return f"you ({' '.join(OUTCOMES)}): " if len(self.answers) == _OUTCOME else "you: "

    @property
    def is_done(self) -> bool:
        """Whether all lines have been entered."""
        return len(self.answers) == len(_ASKS)

    @property
    def is_enough(self) -> bool:
        """Whether enough has been entered to save it even without the last line."""
        return len(self.answers) > _OUTCOME

    def is_leaving(self, typed: str) -> bool:
        """Whether a line cancels the check: an empty one in answer to the first prompt."""
        return not self.answers and not typed

    def add_line(self, typed: str) -> "RealityCheckAnswers":
        """Return the check with another line.

        Raises:
            Unclear: The line does not answer the prompt.

        """
        if len(self.answers) == _OUTCOME:
            typed = _parse_outcome(typed)
        return replace(self, answers=(*self.answers, typed))

    def build_event(self, interview: Interview) -> Event:
        """Build the event, once `is_enough`."""
        words = self.answers[_SAID] if self.is_done else ""
        return interview.check_rating(
            self.element, self.answers[_WHOM], self.answers[_WHEN], self.answers[_OUTCOME], words
        )


def _parse_outcome(typed: str) -> str:
    """Parse an outcome, which may be abbreviated.

    Raises:
        Unclear: It is none of the outcomes.

    """
    wanted = typed.strip().casefold()
    for outcome in OUTCOMES:
        if wanted and outcome.startswith(wanted):
            return outcome
    raise Unclear(f"Please answer {', '.join(OUTCOMES[:-1])} or {OUTCOMES[-1]}.")
