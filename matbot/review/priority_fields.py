"""The fields of a priority, and of an element that is deferred: each is declared once, with its names.

The forms, line mode, the options of `matbot priority`, the tables in every format, the Board paper and
the one for a learning set follow from this. What a field holds, and so how it is kept from the wrong reader,
stands on `matbot.review.priority_row` and on the event. This module brings no pydantic: commands read it to
say their options.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class PriorityField:
    """How one field of a priority is called, written and shown."""

    name: str
    """Its name on the model and in files."""
    label: str
    """The name of its column, and what line mode asks for."""
    word: str
    """What it is called where one field alone is edited, and as an option of `matbot priority`."""
    help: str
    """What the option is for."""
    short: str = ""
    """What a row on the screen calls it that is empty or a draft; where empty, it is not told there."""
    clause: str = ""
    """What it says, in a sentence that lists what is still to be agreed."""
    lines: int = 2
    """How many lines of its text are in view on the form."""
    form_label: str = ""
    """What the form calls it, if not the same as its column."""
    board_label: str = ""
    """Its column in the table of the Board paper; where empty, that table has none."""
    learning_set_label: str = ""
    """What it is called in the Learning-set summary; where empty, it is not told there."""
    option: str = ""
    """The option of `matbot priority`, if not the word."""
    aliases: tuple[str, ...] = ()
    """Other words for it, as people say them in line mode."""
    in_framework: bool = False
    """Whether it is a column of the framework's own table; the others say how a priority is followed up."""

    @property
    def flag(self) -> str:
        """The option of `matbot priority` as it is typed: `--next-look`."""
        return f"--{self.option or self.word}"


@dataclass(frozen=True)
class DeferredField:
    """How one field of an element that is left for later is called, asked for and shown."""

    name: str
    """Its name on the event and in files."""
    question: str
    """What the form and line mode ask."""
    help: str
    """What the option is for."""
    label: str
    """Its column in documents, and what stands before it elsewhere."""
    lines: int = 3
    """How many lines of its text are in view on the form."""
    gap: str = ""
    """What a document says where it is empty, if not that it is to be agreed."""
    is_needed: bool = False
    """Whether an element cannot be left for later without it."""

    @property
    def flag(self) -> str:
        """The option of `matbot priority` as it is typed: `--look-again`."""
        return f"--{self.name.replace('_', '-')}"


FOCUS = PriorityField(
    name="focus",
    label="Focus area",
    word="focus",
    help="The focus area in your own words.",
    lines=1,
    form_label="Focus area, in your own words if you like",
)
"""The first column. It stands with the elements that a row is about, which documents show in its place."""

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
"""What is written in a row after its focus area, in the order of its columns."""

WRITTEN = (FOCUS, *COLUMNS)
"""All that is written in a row: the elements that it is about are chosen."""

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
"""What is written of an element that is left for later, in the order of its columns."""


def follow_up_in_words() -> str:
    """What is said of how a priority is followed up, as a list in a sentence."""
    *others, last = [field.clause for field in FOLLOW_UP if field.clause]
    return f"{', '.join(others)}, and {last}"
