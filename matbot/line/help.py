"""What /help says: one screen of what is used most, the rest when it is asked for."""

from collections.abc import Iterator

from matbot.interview import Unclear
from matbot.rubric import Rubric

FIRST = (
    "Answer a line at a time. Plain words will do, and Enter sends them.",
    "/repeat says all of this turn again.",
    "/back goes to the turn before. What you said there stays until you say something else.",
    "/skip goes on without an answer. At the opening of an element it means: not this time.",
    "/park marks this question or element to come back to, and stays here. Once more takes the mark off.",
    "/private and some words, where a note is asked for: the note, for your own transcript only.",
    "/to {code} goes to an element, /to {question} to a question.",
    "/progress says how far you are.",
    "/check tells your answers, /priorities is where you choose them, /transcript writes it all down.",
    "/stop ends. Everything you said is kept, and you can carry on another day.",
    "/help more tells the other commands, /help park tells about one.",
)
"""One screen, a block each; examples are of the edition."""

MORE = (
    "/map tells every element with its rating. /where is another name for /progress.",
    "/check {code} begins with one element. /undo takes back the last thing you said.",
    "/said tells what others said of the same, or you a year ago. It stays folded until you ask.",
    "/to last goes to what you set out to do last time, if this review follows another.",
    "/plan writes the priorities as a table alone, for your trust's own plan.",
    "/open opens what was written last with your system's own program for it.",
    "/pack writes a workshop pack to fill in, or reads one that came back into this review.",
    "/confirm says yes to all that was read from a pack, /confirm {code} to one element's part of it.",
    "/name and some words gives this moment a name, to compare with it later; /name alone tells the names.",
    "/reality {code} keeps a reality check beside a rating: whom it was tested with, and what they said.",
    "/next and some words says when you review again.",
    "/carry takes the review over to another edition of the framework, or back.",
    "/file tells where the review is kept and how its file stands, and what can be done about it.",
    "A reply that should begin with a slash begins with two.",
)
"""The rest."""


_EXAMPLE = "2B.iii"
"""The question that examples name, if the edition has it."""


def example(rubric: Rubric) -> tuple[str, str]:
    """The code of an element and the id of a question of an edition, for examples."""
    id_ = _EXAMPLE if _EXAMPLE in rubric.questions else list(rubric.questions)[-1]
    return rubric.questions[id_].element, id_


def help_about(topic: str, rubric: Rubric) -> Iterator[str]:
    """The first screen, the rest for `more`, or what is said of one command; Unclear for any other."""
    code, question = example(rubric)
    name = topic.strip().removeprefix("/").casefold()
    chosen = {"": FIRST, "more": MORE}.get(name) or _about(name)
    yield from (words.format(code=code, question=question) for words in chosen)


def _about(name: str) -> list[str]:
    """What is said of one command."""
    about = [words for words in (*FIRST, *MORE) if f"/{name} " in f"{words.replace(',', ' ')} "]
    if not about or not name.isalpha():
        raise Unclear("There is no help on that. /help lists what is used most, /help more the rest.")
    return about
