"""A comparison in words for a terminal of 80 columns: a grid in letters, then what to talk about."""

from collections.abc import Iterator, Sequence

from matbot.report.columns import TERMINAL, filled, fitted, width, wrapped
from matbot.report.sides import DRAFTS, drafts
from matbot.report.words import date_in_words
from matbot.review.comparison import Comparison, Difference, Side
from matbot.rubric import Rubric
from matbot.rubric.places import code_of, numeral_of
from matbot.text import in_words, number_in_words

_LABEL = 60
"""How much of a label is said, in columns."""

_NAME = 20
"""The columns that an element's code and name have at least."""

_NOT_RATED, _NOT_ASKED = "·", "–"


def comparison_in_words(comparison: Comparison) -> Iterator[str]:
    """Who stands side by side, where each stands, and the elements in the order to talk about them."""
    for side in comparison.sides:
        first, *more = wrapped(_side(side), columns=TERMINAL - 3)
        yield f"{side.letter}  {first}"
        yield from (f"   {line}" for line in more)
    yield ""
    yield from _grid(comparison)
    yield ""
    yield from _agenda(comparison)
    yield ""
    yield from _the_rest(comparison)


def _side(side: Side) -> str:
    account = side.account
    people = "one person" if account.people == 1 else f"{account.people} people"
    told = not account.moment or account.moment in side.label
    moment = "" if told else f", as of {fitted(account.moment, _LABEL)}"
    rated = " yet" if side.progress.endswith(" 0 rated") else ""
    said = f"{people}, {date_in_words(account.said)}: {side.progress}{rated}"
    return f"{fitted(side.label, _LABEL)}{moment}, {said}."


def _grid(comparison: Comparison) -> Iterator[str]:
    """The elements by the sides, in letters."""
    longest = max(map(len, comparison.rubric.levels))
    cell = min(longest + 2, (TERMINAL - _NAME) // len(comparison.sides))
    shown = [code for code in comparison.rubric.elements if _wanted(comparison, code)]
    names = [f"  {code} {comparison.rubric.elements[code].name}" for code in shown]
    room = min(TERMINAL - cell * len(comparison.sides), max(map(width, names), default=0) + 3)
    yield filled("", room) + "".join(filled(side.letter, cell) for side in comparison.sides).rstrip()
    for heading in comparison.rubric.part(shown).headings:
        yield fitted(heading.title, TERMINAL)
        for element in heading.elements:
            marks = (_mark(side, element.code) for side in comparison.sides)
            name = filled("  " + fitted(f"{element.code} {element.name}", room - 3), room)
            yield name + "".join(filled(fitted(mark, cell - 1), cell) for mark in marks).rstrip()
    outside = [code for code in comparison.rubric.elements if code not in shown]
    if outside:
        yield from wrapped(f"In none of these reviews: {', '.join(outside)}.")
    yield from wrapped(_legend(comparison.rubric))


def _mark(side: Side, code: str) -> str:
    """A side's rating, that it has none, or that its review was not about this element."""
    said = side.account.element(code)
    if said.rating:
        return said.rating
    return _NOT_RATED if _asked(side, code) else _NOT_ASKED


def _wanted(comparison: Comparison, code: str) -> bool:
    """Whether any of the reviews is about an element."""
    return any(_asked(side, code) for side in comparison.sides)


def _asked(side: Side, code: str) -> bool:
    return code in side.account.scope or code in side.account.elements


def _legend(rubric: Rubric) -> str:
    levels = ", ".join(f"{level.letters} {level.name}" for level in rubric.scale)
    return f"{levels}, {_NOT_RATED} not rated, {_NOT_ASKED} not in that review."


def _agenda(comparison: Comparison) -> Iterator[str]:
    """What to talk about, the widest difference first."""
    if not comparison.to_discuss:
        yield from wrapped("There is no difference to talk about yet.")
        return
    yield "To talk about, the widest difference first"
    for number, element in enumerate(comparison.to_discuss, 1):
        yield f"{number:>3}. " + fitted(f"{element.code} {element.name}", TERMINAL - 5)
        for words in _item(comparison.rubric, element):
            yield from _indented(words)


def _item(rubric: Rubric, element: Difference) -> Iterator[str]:
    yield f"{_apart(rubric, element)}: {_standing(rubric, element)}."
    if element.apart:
        numerals = [numeral_of(id_) for id_ in element.apart]
        question = "question" if len(numerals) == 1 else "questions"
        yield f"You lean differently on {question} {in_words(numerals)}."
    if element.unevidenced:
        yield f"No evidence named by {_letters(element.unevidenced)}."
    for wording in dict.fromkeys(element.wordings.values()):
        if wording != "comparable":
            asked = [side for side in element.sides if element.wordings[side.key] == wording]
            yield f"{_letters(asked)}: {_WORDINGS[wording]}."


_WORDINGS = {
    "reworded": "asked in other words",
    "new": "asked with fewer questions",
    "not in the earlier edition": "not asked, it is not in that edition",
    "on another scale": "rated on another scale",
}


def _apart(rubric: Rubric, element: Difference) -> str:
    """How far apart the furthest two are."""
    if not element.steps:
        return "The same rating, for different reasons"
    order = list(rubric.levels)
    places = [order.index(rating) for rating in element.ratings.values() if rating in order]
    ends = f"{rubric.scale[min(places)].name} against {rubric.scale[max(places)].name}"
    return f"{ends}, {_steps(element.steps)} apart"


def _steps(steps: int) -> str:
    return f"{number_in_words(steps, none='no')} step{'' if steps == 1 else 's'}"


def _standing(rubric: Rubric, element: Difference) -> str:
    """Who chose which rating, from the weakest to the strongest: `A and C Red, B Green`."""
    said = []
    for level in rubric.scale:
        chose = [side for side in element.sides if element.ratings[side.key] == level.letters]
        if chose:
            said.append(f"{_letters(chose)} {level.name}")
    return "; ".join(said)


def _letters(sides: Sequence[Side]) -> str:
    return in_words([side.letter for side in sides])


def _the_rest(comparison: Comparison) -> Iterator[str]:
    """The elements on which there is no difference: rated alike, by one side alone, or by none."""
    discussed = {element.code for element in comparison.to_discuss}
    left = [element for element in comparison.agenda if element.code not in discussed]
    alike = [element.code for element in left if element.steps == 0]
    alone = [element.code for element in left if element.steps is None and any(element.ratings.values())]
    unrated = [element.code for element in left if not any(element.ratings.values())]
    silent = [one.code for one in comparison.elements if not one.spoken_of and _wanted(comparison, one.code)]
    for title, codes in (
        ("Rated alike", alike),
        ("Rated by one of you alone", alone),
        ("Spoken of, and rated by nobody yet", unrated),
        ("Nobody has spoken yet of", silent),
    ):
        if codes:
            yield from wrapped(f"{title}: {', '.join(codes)}.")
    unconfirmed = [f"{one.code} of {_letters(who)}" for one in comparison.agenda if (who := drafts(one))]
    if unconfirmed:
        yield from wrapped(f"{DRAFTS} {'; '.join(unconfirmed)}.")
    yield from _not_in_this_edition(comparison)


def _not_in_this_edition(comparison: Comparison) -> Iterator[str]:
    """What a side spoke of that the edition of the first does not have: it has no line in the grid."""
    first, *others = comparison.sides
    known = {code_of(id_) for id_ in first.account.words}
    for side in others:
        gone = [code for code in side.account.elements if code not in known]
        if gone:
            spoke = f"{side.letter} also spoke of {in_words(gone)}"
            yield from wrapped(f"{spoke}, which the edition of {first.letter} does not have.")


def _indented(words: str) -> Iterator[str]:
    for line in wrapped(words, columns=TERMINAL - 5):
        yield f"     {line}"
