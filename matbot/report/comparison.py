"""A comparison as a report: who is compared, their ratings side by side, and what to discuss first."""

from collections.abc import Iterator
from datetime import date

from matbot.report.agenda import NOTHING_SAID, agenda, is_cut_short
from matbot.report.blocks import (
    Block,
    HeadingBlock,
    KeyValues,
    Legend,
    Paragraph,
    Picture,
    RatingCell,
    Report,
    Spread,
    Table,
    cells,
    paragraph,
    strong,
)
from matbot.report.sides import (
    DRAFTS,
    FEW,
    IN_NONE,
    NOT_REVIEWED,
    ONE_RATING,
    format_asked_otherwise,
    format_side,
    format_sides,
    format_spread,
    marked_rating,
    outside_legend,
    rating_of,
)
from matbot.report.words import (
    LOOK_FOR_NAMES,
    capitalise,
    date_in_words,
    format_count,
    format_titles,
    framework_facts,
    on_one_line,
    people_in_words,
)
from matbot.review.comparison import Comparison, Difference, Side
from matbot.rubric.places import numeral_of
from matbot.text import in_words, shortened


def comparison_report(comparison: Comparison, written: date) -> Report:
    """Build the report on a comparison, to discuss differences; nothing is averaged, nobody is ranked."""
    return Report(
        f"{format_owners(comparison)}: reviews side by side",
        (
            *_first_page(comparison, written),
            *side_by_side(comparison),
            *agenda(comparison),
            *_build_agreed(comparison),
            *_build_single_ratings(comparison),
        ),
    )


def format_owners(comparison: Comparison) -> str:
    """The names of the trusts in a comparison, or their number if there are more than two."""
    trusts = list(dict.fromkeys(on_one_line(side.account.trust) or "Your trust" for side in comparison.sides))
    short = [shortened(trust, 80) for trust in trusts]
    return " and ".join(short) if len(short) < 3 else f"{len(short)} trusts"


def _first_page(comparison: Comparison, written: date) -> Iterator[Block]:
    yield paragraph(
        strong("To talk about, not to judge."),
        "What each of you said is side by side here, so that you can talk about where you differ and "
        "why. Nothing is averaged, and no group and no trust is ranked.",
    )
    yield paragraph(_format_summary(comparison))
    yield KeyValues(tuple(_facts(comparison, written)))
    yield build_sides(comparison)
    yield paragraph(
        strong("Before you share it,"),
        f"{LOOK_FOR_NAMES} Private notes are not in it.",
    )
    if is_cut_short(comparison):
        yield paragraph(
            "With this many of you, the longer words are cut short and end with “…”. "
            "They are in full in the transcript of each review."
        )


def _format_summary(comparison: Comparison) -> str:
    rated = [element for element in comparison.elements if element.steps is not None]
    if not rated:
        return "No element has a rating from two of you yet, so there is nothing to set side by side so far."
    some = f"At least two of you rated {format_count(len(rated), 'element')}."
    found = [_format_share(sum(bool(one.steps) for one in rated), len(rated), "You rated {} differently")]
    same = sum(one.steps == 0 for one in comparison.to_discuss)
    found.append(_format_share(same, len(rated), "You gave {} the same rating, for different reasons"))
    sentences = [words for words in found if words]
    return " ".join([some, *(sentences or [f"You see {'them' if len(rated) > 1 else 'it'} alike."])])


def _format_share(number: int, rated: int, words: str) -> str:
    """A sentence on how many of the elements rated by two sides something applies to; empty if to none."""
    return f"{words.format(f'{number} of them' if rated > 1 else 'it')}." if number else ""


def _facts(comparison: Comparison, written: date) -> Iterator[tuple[str, str]]:
    yield from framework_facts(comparison.rubric)
    if comparison.rubric.credit:
        yield "Wording", comparison.rubric.credit
    yield "Produced on", date_in_words(written)


def build_sides(comparison: Comparison) -> Table:
    """Table of the sides: name, people, progress, last update, and which review or saved version it is."""
    several = len({side.account.trust for side in comparison.sides}) > 1
    rows = tuple(tuple(_list_side_cells(side, several)) for side in comparison.sides)
    trust = ("Trust",) if several else ()
    columns = ("Letter", "Who", *trust, "People", "How far they had come", "Last updated", "Review")
    return Table("Who is compared", columns, rows, wide=several)


def _list_side_cells(side: Side, several: bool) -> Iterator[str]:
    account = side.account
    as_of_words = f", as of “{on_one_line(account.moment)}”" if account.moment else ""
    yield side.letter
    yield side.label
    if several:
        yield account.trust
    yield people_in_words(account.people)
    yield side.progress
    yield date_in_words(account.said)
    yield account.review + as_of_words


def side_by_side(comparison: Comparison) -> Iterator[Block]:
    """Blocks with the table of elements by sides, the spread of each element, and notes on reading them."""
    yield HeadingBlock(2, "Side by side")
    spoken = [element for element in comparison.elements if element.spoken_of]
    if spoken:
        yield from _add_picture(comparison, _build_grid(comparison, spoken))
        yield Legend(comparison.rubric.scale)
        yield from outside_legend(
            side.account for side in comparison.sides for one in spoken if one.code not in side.account.scope
        )
    silent = [element.code for element in comparison.elements if not element.spoken_of]
    if silent:
        yield _build_not_reviewed(comparison, silent)
    unconfirmed = [
        f"{one.code} of {format_sides(who, one.sides)}" for one in spoken if (who := one.unconfirmed)
    ]
    if unconfirmed:
        yield paragraph(strong(DRAFTS), f"{'; '.join(unconfirmed)}.")
    words = [(element.code, "; ".join(format_asked_otherwise(element))) for element in spoken]
    if any(text for _, text in words):
        yield paragraph(strong("Not everybody was asked the same."), "Compare these with care:")
        yield KeyValues(tuple((code, text) for code, text in words if text))


def _add_picture(comparison: Comparison, grid: Table) -> Iterator[Block]:
    """The table, together with a picture of the spread if two sides have rated any element."""
    groups = tuple((side.letter, shortened(on_one_line(side.label), 60)) for side in comparison.sides)
    lines = tuple(
        (comparison.rubric.elements[element.code].title, tuple(element.ratings.values()))
        for element in comparison.agenda
        if element.steps is not None
    )
    yield Picture("Where you stand, the furthest apart first", Spread(groups, lines), grid) if lines else grid


def _build_grid(comparison: Comparison, spoken: list[Difference]) -> Table:
    rubric, many = comparison.rubric, len(comparison.sides) > FEW
    rows = (
        cells(
            rubric.elements[element.code].title,
            *(marked_rating(side.account, element.code) for side in comparison.sides),
            format_spread(rubric, element),
        )
        for element in spoken
    )
    heads = [side.letter if many else format_side(side, 30) for side in comparison.sides]
    columns = ("Element", *heads, "Spread")
    return Table("What each of you chose", columns, tuple(rows), wide=many, scale=rubric.scale)


def _build_not_reviewed(comparison: Comparison, codes: list[str]) -> Paragraph:
    """The elements that no side reviewed: named if they are in any side's scope, otherwise only counted."""
    meant = [code for code in codes if any(code in side.account.scope for side in comparison.sides)]
    rest = len(codes) - len(meant)
    return paragraph(
        f"{NOT_REVIEWED}: {format_titles(comparison.rubric, meant)}." if meant else "",
        f"{IN_NONE}: {format_count(rest, 'element')}." if rest else "",
    )


def _build_agreed(comparison: Comparison) -> Iterator[Block]:
    """Table of the elements on which all sides that rated them agree, down to the questions."""
    found = [element for element in comparison.agenda if element.steps == 0 and not element.apart]
    if not found:
        return
    yield HeadingBlock(2, "Where you agree")
    rows = tuple(
        (
            comparison.rubric.elements[element.code].title,
            rating_of(comparison.rubric, next(filter(None, element.ratings.values()))),
            format_sides(_find_raters(element), element.sides),
            format_sides(element.unevidenced, element.sides) if element.unevidenced else "none missing",
        )
        for element in found
    )
    columns = ("Element", "Rating", "Chosen by", "No evidence named by")
    caption = "Agreeing is worth a word too: is it for the same reasons?"
    yield Table(caption, columns, rows, scale=comparison.rubric.scale)


def _build_single_ratings(comparison: Comparison) -> Iterator[Block]:
    """Table of the elements that only one side rated, or that were discussed and not rated."""
    found = [element for element in comparison.agenda if element.steps is None]
    if not found:
        return
    nobody = any(not _find_raters(element) for element in found)
    yield HeadingBlock(2, f"{capitalise(ONE_RATING)}{', or none yet' if nobody else ''}")
    rows = tuple(
        (
            comparison.rubric.elements[element.code].title,
            *_find_only_rating(comparison, element),
            in_words([numeral_of(id_) for id_ in element.apart]) if element.apart else NOTHING_SAID,
        )
        for element in found
    )
    columns = ("Element", "Rated by", "Rating", "Questions that you answer differently")
    caption = "There is nothing to set against these yet."
    yield Table(caption, columns, rows, scale=comparison.rubric.scale)


def _find_only_rating(comparison: Comparison, element: Difference) -> tuple[str, RatingCell]:
    """The side that rated the element, and its rating."""
    for side in _find_raters(element):
        return format_side(side), rating_of(comparison.rubric, element.account_of(side).rating)
    return "nobody yet", RatingCell(None)


def _find_raters(element: Difference) -> list[Side]:
    return [side for side in element.sides if element.account_of(side).rating]
