"""The agenda of a comparison: the elements to discuss, each with what every side recorded."""

from collections.abc import Iterator

from matbot.report.blocks import Block, HeadingBlock, KeyValues, Table, cells, paragraph, strong
from matbot.report.sections import QUESTION
from matbot.report.sides import (
    DRAFTS,
    FEW,
    LONGEST,
    format_asked_otherwise,
    format_distance,
    format_placing,
    format_side,
    format_sides,
    format_standing,
    labelled_answers,
    list_reasons,
    question_title,
)
from matbot.report.words import capitalise, format_leaning, has_words, on_one_line
from matbot.review.account import LEANINGS
from matbot.review.comparison import Comparison, Difference, Side
from matbot.review.unrated import Unrated, why_unrated
from matbot.text import shortened

NOTHING_SAID = "–"
"""Placeholder in a table cell for a side that recorded nothing."""


def agenda(comparison: Comparison) -> Iterator[Block]:
    """Blocks of the agenda: an overview table, then a section for each element."""
    yield HeadingBlock(2, "What to talk about")
    found = comparison.to_discuss
    if not found:
        yield paragraph("There is no element that two of you rated and see differently.")
        return
    yield paragraph(
        "Where you are furthest apart comes first, and among equals where evidence is missing. "
        "Begin at the top, and ask each other: what do you see that the others do not?"
    )
    yield _build_overview(comparison)
    for number, element in enumerate(found, 1):
        yield HeadingBlock(3, f"{number}. {comparison.rubric.elements[element.code].title}")
        yield paragraph(strong(f"{capitalise(format_distance(comparison.rubric, element))}."))
        yield from topic(comparison, element)


def _build_overview(comparison: Comparison) -> Table:
    rows = (
        (
            f"{number}",
            comparison.rubric.elements[element.code].title,
            format_distance(comparison.rubric, element),
            ", ".join(side.letter for side in element.unevidenced) or "none missing",
        )
        for number, element in enumerate(comparison.to_discuss, 1)
    )
    columns = ("Turn", "Element", "How far apart", "No evidence named by")
    return Table("The agenda, in the order to talk about it", columns, tuple(rows))


def topic(comparison: Comparison, element: Difference) -> Iterator[Block]:
    """Blocks for one element: each side's words, the questions answered differently, and missing evidence."""
    few = len(comparison.sides) <= FEW
    yield from _build_side_columns(comparison, element) if few else _build_side_rows(comparison, element)
    if element.apart:
        yield (_questions_in_columns if few else _questions_in_rows)(comparison, element)
    if element.unevidenced:
        yield paragraph(
            strong("No evidence was named by:"), format_sides(element.unevidenced, element.sides) + "."
        )
    if unconfirmed := element.unconfirmed:
        yield paragraph(strong(DRAFTS), f"what {format_sides(unconfirmed, element.sides)} said of this.")
    for words in format_asked_otherwise(element):
        yield paragraph(strong("Compare with care."), f"{capitalise(words)}.")


def _build_side_columns(comparison: Comparison, element: Difference) -> Iterator[Block]:
    """Table with a column for each side, and a row for each label that any side has text for."""
    labelled = [labelled_answers(element.account_of(side)) for side in comparison.sides]
    rows = [
        (rows[0][0], *(text if has_words(text) else NOTHING_SAID for _, text in rows))
        for rows in zip(*labelled, strict=True)
        if any(has_words(text) for _, text in rows)
    ]
    ratings = cells("Rating", *(format_standing(comparison, element, side) for side in comparison.sides))
    columns = ("What you said", *map(format_side, comparison.sides))
    yield Table("In your own words", columns, (ratings, *rows), scale=comparison.rubric.scale)


def _build_side_rows(comparison: Comparison, element: Difference) -> Iterator[Block]:
    """List of the sides that chose each rating, then a table with a row for each side that wrote anything."""
    yield KeyValues(tuple(_format_standings(comparison, element)))
    labels = [label for label, _ in labelled_answers(element.account_of(comparison.sides[0]))]
    rows = [
        (side, [_shorten(text) for _, text in labelled_answers(element.account_of(side))])
        for side in comparison.sides
    ]
    rows = [(side, texts) for side, texts in rows if any(texts)]
    kept = [place for place in range(len(labels)) if any(texts[place] for _, texts in rows)]
    if rows:
        yield Table(
            "In your own words",
            ("Who", *(labels[place] for place in kept)),
            tuple(
                (format_side(side), *(texts[place] or NOTHING_SAID for place in kept)) for side, texts in rows
            ),
            wide=True,
        )


def _format_standings(comparison: Comparison, element: Difference) -> Iterator[tuple[str, str]]:
    for level in comparison.rubric.scale:
        sides = [side for side in element.sides if element.account_of(side).rating == level.letters]
        if sides:
            yield level.name, format_sides(sides, element.sides)
    for unrated in Unrated:
        sides = [side for side in element.sides if why_unrated(side.account, element.code) is unrated]
        if sides:
            yield unrated, format_sides(sides, element.sides)


def _questions_in_columns(comparison: Comparison, element: Difference) -> Table:
    rows = (
        (
            question_title(comparison, id_),
            *(_format_answer(comparison, side, element, id_) for side in comparison.sides),
        )
        for id_ in element.apart
    )
    columns = (QUESTION, *map(format_side, comparison.sides))
    return Table("The questions that you answer differently", columns, tuple(rows))


def _format_answer(comparison: Comparison, side: Side, element: Difference, id_: str) -> str:
    if element.code not in side.account.elements:
        return NOTHING_SAID
    return format_placing(comparison.rubric, id_, side.account.question(id_))


def _questions_in_rows(comparison: Comparison, element: Difference) -> Table:
    rows = (
        (question_title(comparison, id_), _format_answers(comparison, id_), _format_notes(comparison, id_))
        for id_ in element.apart
    )
    columns = (QUESTION, "Your answer", "What makes you say that")
    return Table("The questions that you answer differently", columns, tuple(rows), wide=True)


def _format_answers(comparison: Comparison, id_: str) -> str:
    """Each answer with the letters of the sides that chose it, one per line."""
    found = {
        leaning: [side.letter for side in comparison.sides if side.account.question(id_).leaning == leaning]
        for leaning in LEANINGS
    }
    return "\n".join(
        f"{format_leaning(comparison.rubric, id_, leaning).capitalize()}: {', '.join(who)}"
        for leaning, who in found.items()
        if who
    )


def _format_notes(comparison: Comparison, id_: str) -> str:
    """Each side's reasons, shortened and preceded by its letter, one per line; a dash if there are none."""
    notes = ((side.letter, _shorten(list_reasons(side.account.question(id_)))) for side in comparison.sides)
    return "\n".join(f"{letter}: {text}" for letter, text in notes if text) or NOTHING_SAID


def _shorten(text: str) -> str:
    return shortened(on_one_line(text), LONGEST)


def is_cut_short(comparison: Comparison) -> bool:
    """Whether the agenda shortens any text, which it does only if there are more than `FEW` sides."""
    rows = (
        text
        for element in comparison.to_discuss
        for side in comparison.sides
        for text in (
            *(words for _, words in labelled_answers(element.account_of(side))),
            *(list_reasons(side.account.question(id_)) for id_ in element.apart),
        )
    )
    return len(comparison.sides) > FEW and any(len(on_one_line(text)) > LONGEST for text in rows)
