"""The fields of a priority, and of a deferred element, each declared once with all its labels.

The forms, line mode, the options of `matbot priority`, the tables in every format, the Board paper and the
Learning-set summary are derived from these declarations. The privacy mark of each field is in
`matbot.review.priority_row` and on the event. This module does not import pydantic, because commands import
it to declare their options.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class PriorityField:
    """The labels of one field of a priority, and how it is edited and shown."""

    name: str
    """Its name on the model and in files."""
    label: str
    """Its column heading, and its prompt in line mode."""
    word: str
    """Its name where a single field is edited, and as an option of `matbot priority`."""
    help: str
    """The help of the option."""
    short: str = ""
    """Its name where the screen lists empty and drafted fields of a row; if empty, it is not listed."""
    clause: str = ""
    """Its phrase in a sentence that lists what is still to be agreed; if empty, it is not listed."""
    lines: int = 2
    """How many lines of its text are in view on the form."""
    form_label: str = ""
    """Its label on the form, if it differs from the column heading."""
    board_label: str = ""
    """Its column heading in the table of the Board paper; if empty, that table has no such column."""
    learning_set_label: str = ""
    """Its label in the Learning-set summary; if empty, the summary leaves it out."""
    option: str = ""
    """The option of `matbot priority`, if it differs from `word`."""
    aliases: tuple[str, ...] = ()
    """Other words for it in line mode."""
    in_framework: bool = False
    """Whether it is a column of the framework's own table; the others are about following up a priority."""

    @property
    def flag(self) -> str:
        """The option of `matbot priority` as typed: `--next-look`."""
        return f"--{self.option or self.word}"


@dataclass(frozen=True)
class DeferredField:
    """The labels of one field of a deferred element, and how it is asked for and shown."""

    name: str
    """Its name on the event and in files."""
    question: str
    """The question in the form and in line mode."""
    help: str
    """The help of the option."""
    label: str
    """Its column heading in documents, and its label elsewhere."""
    lines: int = 3
    """How many lines of its text are in view on the form."""
    gap: str = ""
    """What a document shows if it is empty, if not that it is to be agreed."""
    is_needed: bool = False
    """Whether an element cannot be deferred without it."""

    @property
    def flag(self) -> str:
        """The option of `matbot priority` as typed: `--look-again`."""
        return f"--{self.name.replace('_', '-')}"


FOCUS = PriorityField(
    name="focus",
    label="Focus area",
    word="focus",
    help="The focus area in your own words.",
    lines=1,
    form_label="Focus area, in your own words if you like",
)
"""The first column. It accompanies the elements that a row is about, which documents show in that column."""

COLUMNS = (
    PriorityField(
        name="issues",
        label="Key issues",
        word="issues",
        help="The key issues; drafted from your notes unless said.",
        short="key issues",
        lines=4,
        board_label="Key issues",
        in_framework=True,
    ),
    PriorityField(
        name="action",
        label="What to do about it",
        word="action",
        help="What to do about it.",
        short="what to do",
        lines=3,
        board_label="What we will do",
        aliases=("what",),
        in_framework=True,
    ),
    PriorityField(
        name="progress",
        label="Progress wanted in 12 months",
        word="progress",
        help="Progress wanted in 12 months; drafted unless said.",
        short="progress",
        lines=4,
        board_label="Progress wanted in 12 months",
        learning_set_label="Progress we want",
        in_framework=True,
    ),
    PriorityField(
        name="success_measure",
        label="How you will know it worked",
        word="success",
        help="How you will know it worked.",
        short="how you know",
        clause="how you will know that it worked",
        board_label="How we will know it worked",
    ),
    PriorityField(
        name="milestones",
        label="Milestones",
        word="milestones",
        help="What is to be seen on the way.",
        short="milestones",
        clause="the milestones on the way",
        form_label="Milestones on the way",
        board_label="Milestones",
    ),
    PriorityField(
        name="lead",
        label="Who leads",
        word="lead",
        help="Who leads.",
        short="lead",
        clause="who leads",
        lines=1,
    ),
    PriorityField(
        name="next_look",
        label="Review date",
        word="look",
        help="When it is reviewed.",
        short="review date",
        clause="when it is reviewed",
        lines=1,
        option="next-look",
    ),
)
"""The fields of a row after its focus area, in the order of the columns."""

WRITTEN = (FOCUS, *COLUMNS)
"""All fields of a row that people write; its elements are chosen instead."""

IN_FRAMEWORK = tuple(field for field in COLUMNS if field.in_framework)
FOLLOW_UP = tuple(field for field in COLUMNS if not field.in_framework)


WHY = DeferredField(
    name="why",
    question="Why is it deferred?",
    help="Why it is deferred.",
    label="Why it is deferred",
    gap="No reason given",
    is_needed=True,
)
MITIGATION = DeferredField(
    name="mitigation",
    question="How is the risk managed meanwhile?",
    help="How the risk is managed meanwhile.",
    label="How it is managed meanwhile",
)
LOOK_AGAIN = DeferredField(
    name="look_again",
    question="When do you review it again?",
    help="When it is reviewed again.",
    label="Review date",
    lines=1,
)
DEFERRED = (WHY, MITIGATION, LOOK_AGAIN)
"""The fields of a deferred element, in the order of the columns."""


def follow_up_in_words() -> str:
    """Format the fields about following up a priority as a list in a sentence."""
    *others, last = [field.clause for field in FOLLOW_UP if field.clause]
    return f"{', '.join(others)}, and {last}"
