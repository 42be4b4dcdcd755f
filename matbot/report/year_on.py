"""The sections of a report that compare a review with the one before, and with earlier years."""

from collections import Counter
from collections.abc import Iterator, Sequence

from matbot.report.blocks import Block, HeadingBlock, Moves, Picture, RatingCell, Table, cells, paragraph
from matbot.report.words import (
    capitalise,
    date_in_words,
    format_titles,
    has_words,
    month_in_words,
    on_one_line,
    or_gap,
)
from matbot.review.labels import NO_RATIONALE
from matbot.review.review import Review
from matbot.review.unrated import Unrated
from matbot.review.wording import find_removed_elements, format_wording
from matbot.review.years import (
    HELD,
    MOVED,
    NEITHER_TIME,
    NEWLY_RATED,
    Change,
    SuccessiveReview,
    find_changes,
    find_successive_reviews,
    kind_of_unrated,
)
from matbot.rubric import Rubric
from matbot.text import in_words

_WITH_CARE = (
    "Reworded means that some questions read differently then, new that some have come since. "
    "Part of a change may come from the questions."
)

NO_REASON = f"{NO_RATIONALE}."


def build_year_on_blocks(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks that compare each element with the earlier review; none if there is no earlier review."""
    if not review.earlier:
        return
    yield HeadingBlock(2, f"Since {month_in_words(review.earlier.said)}")
    found = find_changes(rubric, review)
    yield from build_movement_blocks(rubric, review, found)
    yield from _build_not_compared(rubric, review, found)
    yield from _build_reasons(rubric, review, found)
    yield from _build_years_table(rubric, review)


def build_movement_blocks(rubric: Rubric, review: Review, found: Sequence[Change]) -> Iterator[Block]:
    """The ratings then and now, in numbers, as a picture and as a table; nothing if no element was rated."""
    compared = [change for change in found if change.kind != NEITHER_TIME]
    if compared:
        yield paragraph(_format_summary(rubric, compared))
        if any(change.steps < 0 for change in compared):
            yield paragraph(
                f"A rating nearer the {rubric.ends.weak_end} than before blames nobody: more may be asked of "
                "the trust now, or more may be seen."
            )
        yield from _build_then_and_now(rubric, review, compared)


def _format_dates(review: Review) -> tuple[str, str]:
    """Column headings with the dates of the earlier review and of this one."""
    then = review.earlier.said if review.earlier else None
    return f"Then: {date_in_words(then)}", f"Now: {date_in_words(review.talked or review.said)}"


def format_change(rubric: Rubric, change: Change) -> str:
    """What happened to a rating: `moved from Amber Red to Amber Green`, `held at Red`, `newly rated`."""
    if change.then and change.now:
        then, now = rubric.levels[change.then].name, rubric.levels[change.now].name
        return f"held at {now}" if change.kind == HELD else f"moved from {then} to {now}"
    return change.kind


def _format_summary(rubric: Rubric, compared: Sequence[Change]) -> str:
    """A sentence that counts the ratings that moved in each direction, held, or are new."""
    ways = Counter(_find_way(rubric, change) for change in compared)
    counts = [(way, ways[way]) for way in (*_name_directions(rubric), *_OTHER_WAYS) if ways[way]]
    first, *others = (f"{count} {_format_way(way, count)}" for way, count in counts)
    elements = "element" if counts[0][1] == 1 else "elements"
    return f"{in_words([first.replace(' ', f' {elements} ', 1), *others])}."


_OTHER_WAYS = (HELD, NEWLY_RATED, *map(kind_of_unrated, Unrated))
"""What can happen to a rating other than a move, in the order in which it is reported."""


def _name_directions(rubric: Rubric) -> tuple[str, str]:
    """The two directions in which a rating can move."""
    strong_end, weak_end = rubric.ends.strong_end, rubric.ends.weak_end
    return f"moved towards the {strong_end}", f"moved towards the {weak_end}"


def _find_way(rubric: Rubric, change: Change) -> str:
    if change.kind != MOVED:
        return change.kind
    stronger, weaker = _name_directions(rubric)
    return stronger if change.steps > 0 else weaker


def _format_way(way: str, count: int) -> str:
    if way.startswith(("moved", HELD)):
        return way
    if way == kind_of_unrated(Unrated.NOT_THIS_TIME):  # people chose this, so it is cited by its label
        return f"{'is' if count == 1 else 'are'} marked {capitalise(way)}"
    return f"{'was' if count == 1 else 'were'} {way}"


def _build_then_and_now(rubric: Rubric, review: Review, compared: Sequence[Change]) -> Iterator[Block]:
    """The picture of the moves, with the table that has the same content."""
    alike = all(change.wording == "comparable" for change in compared)
    rows = tuple(
        (
            rubric.elements[change.code].title,
            RatingCell(change.then),
            RatingCell(change.now),
            format_change(rubric, change),
            *(() if alike else (format_wording(change.wording),)),
        )
        for change in compared
    )
    wording = () if alike else ("The words of the questions",)
    columns = ("Element", *_format_dates(review), "What became of it", *wording)
    table = Table("Then and now", columns, rows, scale=rubric.scale)
    moves = Moves(tuple((rubric.elements[change.code].title, change.then, change.now) for change in compared))
    yield Picture("From last time to this time", moves, table)
    yield paragraph("The questions had the same words both times." if alike else _WITH_CARE)


def _build_not_compared(rubric: Rubric, review: Review, found: Sequence[Change]) -> Iterator[Block]:
    """The elements that are not in the table: rated at neither time, or not in this framework version."""
    neither = [change.code for change in found if change.kind == NEITHER_TIME and change.code in review.scope]
    if neither:
        yield paragraph(f"Not rated either time: {format_titles(rubric, neither)}.")
    lost = find_removed_elements(rubric, review.earlier) if review.earlier else []
    if lost:
        yield paragraph(
            f"In the earlier framework version alone: {in_words([on_one_line(code) for code in lost])}."
        )


def _build_reasons(rubric: Rubric, review: Review, found: Sequence[Change]) -> Iterator[Block]:
    """Table of the rationales then and now, for elements rated both times."""
    both = [change for change in found if change.then and change.now]
    both = [change for change in both if has_words(change.why_then) or has_words(change.why_now)]
    if not both:
        return
    yield HeadingBlock(3, "Why, then and now")
    rows = tuple(
        (
            f"{rubric.elements[change.code].title}: {format_change(rubric, change)}",
            or_gap(change.why_then, NO_REASON),
            or_gap(change.why_now, NO_REASON),
        )
        for change in both
    )
    yield Table("The reasons that you gave", ("Element", *_format_dates(review)), rows)


def _build_years_table(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Table of each year's ratings in letters, if there are more than two years."""
    lined_up = find_successive_reviews(rubric, review)
    codes = [code for code in rubric.elements if any(year.ratings[code] for year in lined_up)]
    if len(lined_up) < 3 or not codes:
        return
    yield HeadingBlock(3, "Over the years")
    rows = tuple(
        cells(rubric.elements[code].title, *(_build_year_cell(year, code) for year in lined_up))
        for code in codes
    )
    columns = ("Element", *(date_in_words(year.said) for year in lined_up))
    caption = "What you chose each time"
    yield Table(caption, columns, rows, wide=len(lined_up) > 4, scale=rubric.scale)
    if any(wording != "comparable" for year in lined_up for wording in year.wordings.values()):
        yield paragraph(_WITH_CARE)


def _build_year_cell(year: SuccessiveReview, code: str) -> RatingCell:
    """The rating of one year, with a note if its questions were worded differently."""
    rating, wording = year.ratings[code], year.wordings[code]
    noted = wording != "comparable" and (rating or wording == "not in the earlier edition")
    return RatingCell(rating, f"({format_wording(wording)})" if noted else "")
