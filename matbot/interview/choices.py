"""The choices offered at a turn, and their labels."""

from dataclasses import dataclass

from matbot.review.account import LEANINGS, Leaning
from matbot.review.events import PROGRESS
from matbot.review.unrated import Unrated
from matbot.rubric import Question, Rubric
from matbot.rubric.ends import RED_AND_GREEN, ScaleEnds


@dataclass(frozen=True)
class Choice:
    """One of the choices offered at a turn."""

    key: str
    """What to type in line mode; empty for an empty line, which is plain Enter on the screen."""
    label: str
    value: str
    """The value stored in the event: an answer, the letters of a level, or a way to take an element."""
    pressed: str = ""
    """The digit to press on the screen, where letters are never choices; empty where the key is one."""

    @property
    def digit(self) -> str:
        """The digit that takes it on the screen."""
        return self.pressed or self.key


MET_CHOICES = tuple(
    Choice(key, label, progress)
    for key, label, progress in zip("123", map(str.capitalize, PROGRESS), PROGRESS, strict=True)
)

MET_LABELS = {choice.value: choice.label for choice in MET_CHOICES}
"""The label of each degree of progress, such as `Partly met`."""

OPENING_CHOICES = (
    Choice("", "Question by question", "questions", "1"),
    Choice("g", "Rate it at a glance", "glance", "2"),
    Choice("n", Unrated.NOT_THIS_TIME, "skip", "3"),
)

HANDS_AGAIN = "hands"
"""The value of the choice to repeat the show of hands after a discussion."""

SHOW_HANDS_AGAIN = Choice("h", "Show hands again", HANDS_AGAIN, "0")

LEANING_KEYS = "12340x"
"""The key of each answer in line mode and on paper, in the order of `LEANINGS`."""

LEANING_DIGITS = "123409"
"""The digit of each answer on the screen, in the order of `LEANINGS`."""


def leaning_choices(rubric: Rubric, question: Question) -> tuple[Choice, ...]:
    """Build the choices for a question: where the trust is between its two descriptors."""
    labels = leaning_labels(rubric.ends, question)
    return tuple(
        Choice(key, labels[leaning], leaning, digit)
        for key, digit, leaning in zip(LEANING_KEYS, LEANING_DIGITS, LEANINGS, strict=True)
    )


def leaning_labels(ends: ScaleEnds = RED_AND_GREEN, question: Question | None = None) -> dict[str, str]:
    """Return the label of each answer, such as `Like the red`.

    If a question has only one descriptor, all labels refer to that one.
    """
    weak, strong = ends.weak, ends.strong
    labels = [f"Like the {weak}", f"Nearer the {weak}", f"Nearer the {strong}", f"Like the {strong}"]
    if question and not question.red:
        labels[:2] = [f"Not like the {strong}", f"Further from the {strong}"]
    if question and not question.green:
        labels[2:] = [f"Further from the {weak}", f"Not like the {weak}"]
    return dict(zip(LEANINGS, (*labels, "Not sure", "Does not apply"), strict=True))


def leaning_label(rubric: Rubric, id_: str, leaning: Leaning) -> str:
    """Return the label of an answer to a question, even if this framework version lacks the question."""
    return leaning_labels(rubric.ends, rubric.questions.get(id_))[leaning]


def rating_choices(rubric: Rubric) -> tuple[Choice, ...]:
    """Build the choices for a rating: the levels of the scale, numbered from the weakest."""
    return tuple(
        Choice(str(number), level.name, level.letters) for number, level in enumerate(rubric.scale, 1)
    )
