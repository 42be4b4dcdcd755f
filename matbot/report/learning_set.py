"""The report for a learning set: what trusts have in common, and what each can offer or wants help with."""

from collections.abc import Iterator, Sequence
from datetime import date

from matbot.report.agenda import topic
from matbot.report.blocks import Block, Bullets, HeadingBlock, KeyValues, Report, Table, paragraph, strong
from matbot.report.comparison import format_owners, side_by_side
from matbot.report.sides import format_side, format_sides
from matbot.report.words import LOOK_FOR_NAMES_ONCE_MORE, date_in_words, format_titles, framework_facts
from matbot.review.comparison import Difference
from matbot.review.learning_set import LearningSet
from matbot.review.names import A_NAME


def learning_set_report(found: LearningSet, written: date) -> Report:
    """Build the report on the chosen elements of trusts side by side, for learning from each other.

    The names of people that matbot knew have already been replaced in `found`.
    """
    return Report(
        f"{format_owners(found.comparison)}: learning set",
        (
            *_first_page(found, written),
            *side_by_side(found.comparison),
            *_build_shared(found, "Strengths that you share", found.strengths),
            *_build_shared(found, "Challenges that you share", found.challenges),
            *_build_offers(found),
            *_build_other_elements(found),
        ),
    )


def _first_page(found: LearningSet, written: date) -> Iterator[Block]:
    left_out = A_NAME in repr(found)
    yield paragraph(
        strong("Before you send it,"),
        LOOK_FOR_NAMES_ONCE_MORE
        + (f" Those that matbot knew are left out; {A_NAME} stands in their place." if left_out else ""),
    )
    yield paragraph(
        strong("To learn from each other."),
        "These are the elements that you chose to look at together. Nothing is averaged, and no trust is "
        "ranked.",
    )
    rubric = found.comparison.rubric
    yield KeyValues(
        (
            ("Elements", format_titles(rubric, list(rubric.elements))),
            *framework_facts(rubric),
            ("Produced on", date_in_words(written)),
        )
    )
    rows = tuple(
        (side.letter, side.label, date_in_words(side.account.said)) for side in found.comparison.sides
    )
    yield Table("Who looks at them together", ("Letter", "Trust", "Last updated"), rows)


def _build_shared(found: LearningSet, heading: str, elements: Sequence[Difference]) -> Iterator[Block]:
    if not elements:
        return
    yield HeadingBlock(2, heading)
    for element in elements:
        yield HeadingBlock(3, found.comparison.rubric.elements[element.code].title)
        yield from topic(found.comparison, element)


def _build_offers(found: LearningSet) -> Iterator[Block]:
    """Blocks on what each trust can offer and wants help with: a line for each, then the words in full."""
    if not found.offers:
        return
    yield HeadingBlock(2, "What each can offer, and wants help with")
    yield Bullets(tuple(_format_offers(found)))
    for element in dict.fromkeys(element.code for _, _, element in found.offers):
        yield from _build_offer_section(found, element)


def _format_offers(found: LearningSet) -> Iterator[str]:
    rubric = found.comparison.rubric
    for side in found.comparison.sides:
        gives = dict.fromkeys(element.code for giver, _, element in found.offers if giver == side)
        takes = dict.fromkeys(element.code for _, taker, element in found.offers if taker == side)
        if gives:
            yield f"{format_side(side)} can offer: {format_titles(rubric, list(gives))}."
        if takes:
            yield f"{format_side(side)} wants help with: {format_titles(rubric, list(takes))}."


def _build_offer_section(found: LearningSet, code: str) -> Iterator[Block]:
    pairs = [(giver, taker, element) for giver, taker, element in found.offers if element.code == code]
    givers = list({giver.key: giver for giver, _, _ in pairs}.values())
    takers = list({taker.key: taker for _, taker, _ in pairs}.values())
    want = "want" if len(takers) > 1 else "wants"
    yield HeadingBlock(3, found.comparison.rubric.elements[code].title)
    among = found.comparison.sides
    yield paragraph(
        f"{format_sides(givers, among)} can offer something here; {format_sides(takers, among)} {want} help."
    )
    yield from topic(found.comparison, pairs[0][2])


def _build_other_elements(found: LearningSet) -> Iterator[Block]:
    """The chosen elements that are in none of the lists, grouped by reason."""
    named = {
        element.code for element in (*found.strengths, *found.challenges, *(one[2] for one in found.offers))
    }
    rest = [element for element in found.comparison.elements if element.code not in named]
    you = "both" if len(found.comparison.sides) == 2 else "all"
    rated = [element for element in rest if None not in element.ratings.values()]
    unrated = [element for element in rest if element not in rated]
    yield from _build_list(found, "In the middle of the scale for one of you at least", rated)
    yield from _build_list(found, f"Not rated by {you} of you yet", unrated)


def _build_list(found: LearningSet, heading: str, elements: Sequence[Difference]) -> Iterator[Block]:
    if elements:
        yield HeadingBlock(2, heading)
        yield Bullets(tuple(format_titles(found.comparison.rubric, [element.code]) for element in elements))
