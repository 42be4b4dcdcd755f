"""What can be chosen at a turn, and how each choice is said."""

from dataclasses import dataclass

from matbot.review.account import LEANINGS, Leaning
from matbot.review.events import PROGRESS
from matbot.review.unrated import Unrated
from matbot.rubric import Question, Rubric
from matbot.rubric.ends import RED_AND_GREEN, ScaleEnds


@dataclass(frozen=True)
class Choice:
    """One thing to choose."""

    key: str
    """What to type in line mode; empty for an empty line, which is plain Enter on the screen."""
    label: str
    value: str
    """What the event keeps: an answer, the letters of a level, a way to take an element."""
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
"""How far progress has come, as it is said: `Partly met`."""

OPENING_CHOICES = (
    Choice("", "Question by question", "questions", "1"),
    Choice("g", "Rate it at a glance", "glance", "2"),
    Choice("n", Unrated.NOT_THIS_TIME, "skip", "3"),
)

HANDS_AGAIN = "hands"
"""The value of the choice to show hands once more, when people have talked."""

SHOW_HANDS_AGAIN = Choice("h", "Show hands again", HANDS_AGAIN, "0")

LEANING_KEYS = "12340x"
"""What to type, or to write on paper, for each leaning, in their order."""

LEANING_DIGITS = "123409"
"""What to press for each leaning, in their order."""


def leaning_choices(rubric: Rubric, question: Question) -> tuple[Choice, ...]:
    """Where a trust can sit between a question's descriptors."""
    labels = leaning_labels(rubric.ends, question)
    return tuple(
        Choice(key, labels[leaning], leaning, digit)
        for key, digit, leaning in zip(LEANING_KEYS, LEANING_DIGITS, LEANINGS, strict=True)
    )


def leaning_labels(ends: ScaleEnds = RED_AND_GREEN, question: Question | None = None) -> dict[str, str]:
    """How each answer is said, such as `Like the red`; by the one descriptor, if a question has but one."""
    weak, strong = ends.weak, ends.strong
    labels = [f"Like the {weak}", f"Nearer the {weak}", f"Nearer the {strong}", f"Like the {strong}"]
    if question and not question.red:
        labels[:2] = [f"Not like the {strong}", f"Further from the {strong}"]
    if question and not question.green:
        labels[2:] = [f"Further from the {weak}", f"Not like the {weak}"]
    return dict(zip(LEANINGS, (*labels, "Not sure", "Does not apply"), strict=True))


def leaning_label(rubric: Rubric, id_: str, leaning: Leaning) -> str:
    """How the answer to a question is said; also of a question that this framework does not have."""
    return leaning_labels(rubric.ends, rubric.questions.get(id_))[leaning]


def rating_choices(rubric: Rubric) -> tuple[Choice, ...]:
    """The levels of the scale as choices, numbered from the weakest."""
    return tuple(
        Choice(str(number), level.name, level.letters) for number, level in enumerate(rubric.scale, 1)
    )
