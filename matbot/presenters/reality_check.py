"""A reality check asked line by line: four lines, and then one event."""

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
"""What is asked, a line each."""

_WHOM, _WHEN, _OUTCOME, _SAID = range(len(_ASKS))


@dataclass(frozen=True)
class RealityCheckAnswers:
    """A reality check that is being told, as far as it has come."""

    element: str
    answers: tuple[str, ...] = ()

    @classmethod
    def begin(cls, interview: Interview, code: str) -> "RealityCheckAnswers":
        """The check of an element; Unclear where there is no rating to check."""
        interview.check_rating(code, "somebody", "", OUTCOMES[0], "")  # refuses what cannot be checked
        return cls(code.strip().upper())

    @property
    def prompt(self) -> str:
        """What is asked next."""
        return _ASKS[len(self.answers)]

    @property
    def hint(self) -> str:
        """What the line that asks for the next answer begins with."""
        return f"you ({' '.join(OUTCOMES)}): " if len(self.answers) == _OUTCOME else "you: "

    @property
    def is_done(self) -> bool:
        """Whether all of it is told."""
        return len(self.answers) == len(_ASKS)

    @property
    def is_enough(self) -> bool:
        """Whether there is enough of it to keep, even if the last line never comes."""
        return len(self.answers) > _OUTCOME

    def is_leaving(self, typed: str) -> bool:
        """Whether a line leaves the check: nothing at all where it is asked who it was."""
        return not self.answers and not typed

    def add_line(self, typed: str) -> "RealityCheckAnswers":
        """The check with one more line of it; Unclear if that is no answer."""
        if len(self.answers) == _OUTCOME:
            typed = _outcome(typed)
        return replace(self, answers=(*self.answers, typed))

    def build_event(self, interview: Interview) -> Event:
        """What is kept of it, once enough is told."""
        words = self.answers[_SAID] if self.is_done else ""
        return interview.check_rating(
            self.element, self.answers[_WHOM], self.answers[_WHEN], self.answers[_OUTCOME], words
        )


def _outcome(typed: str) -> str:
    """The outcome that a word, or the beginning of one, names."""
    wanted = typed.strip().casefold()
    for outcome in OUTCOMES:
        if wanted and outcome.startswith(wanted):
            return outcome
    raise Unclear(f"Please answer {', '.join(OUTCOMES[:-1])} or {OUTCOMES[-1]}.")
