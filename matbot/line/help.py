"""The text of /help: one screen of the commands used most, and the rest on request."""

from collections.abc import Iterator

from matbot.commands.conversation import CONVERSATION
from matbot.interview import Unclear
from matbot.line.words import REST, render_help
from matbot.rubric import Rubric

FIRST, MORE = render_help(
    CONVERSATION,
    (
        "Answer a line at a time. Plain words will do, and Enter sends them.",
        *("<repeat>", "<back>", "<skip>", "<park>", "<private>", "<to>", "<progress>"),
        "<check>, <priorities>, <transcript>",
        *("<stop>", "<help>"),
    ),
    (
        "<map> <where>",
        "/check {code} begins with one element. <undo>",
        "<said>",
        "/to last goes to what you set out to do last time, if this review follows another.",
        *("<plan>", "<open>", "<pack>", "<confirm>", "<name>", "<reality>", "<next>", "<carry>", "<file>"),
        REST,
        "An answer that should begin with a slash begins with two.",
    ),
)
"""One screen of the commands used most and another of the rest, a block per string.

`{code}` and `{question}` are filled in with examples from the framework version.
"""


_EXAMPLE = "2B.iii"
"""The question used in examples, if the framework version has it."""


def example(rubric: Rubric) -> tuple[str, str]:
    """Return the code of an element and the id of one of its questions, for use in examples."""
    id_ = _EXAMPLE if _EXAMPLE in rubric.questions else list(rubric.questions)[-1]
    return rubric.questions[id_].element, id_


def format_help(topic: str, rubric: Rubric) -> Iterator[str]:
    """Yield the first help screen, the rest for the topic `more`, or the help of one command.

    Raises:
        Unclear: There is no help on the topic.

    """
    code, question = example(rubric)
    name = topic.strip().removeprefix("/").casefold()
    chosen = {"": FIRST, "more": MORE}.get(name) or _format_command_help(name)
    yield from (words.format(code=code, question=question) for words in chosen)


def _format_command_help(name: str) -> list[str]:
    """Return the blocks of help that mention a command."""
    blocks = [words for words in (*FIRST, *MORE) if f"/{name} " in f"{words.replace(',', ' ')} "]
    if not blocks or not name.isalpha():
        raise Unclear("There is no help on that. /help lists what is used most, /help more the rest.")
    return blocks
