"""The Full record of a review: everything that was recorded, for the people who took part."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from matbot.interview.copy_differences import CopyDifference
from matbot.report.blocks import (
    Block,
    HeadingBlock,
    HeatMap,
    KeyValues,
    Paragraph,
    Quote,
    Report,
    paragraph,
    strong,
)
from matbot.report.copy_differences import copy_difference_blocks
from matbot.report.earlier_framework import earlier_framework_blocks
from matbot.report.elements import build_not_reviewed, element_by_element
from matbot.report.plan import draft_priorities
from matbot.report.together import joint_review_blocks
from matbot.report.words import (
    LOOK_FOR_NAMES,
    TO_BE_AGREED,
    date_in_words,
    format_count,
    format_focus,
    format_participants,
    format_progress,
    format_titles,
    framework_facts,
    has_words,
    name_rating,
    on_one_line,
    or_gap,
    rating_in_words,
    reference,
    trust_of,
)
from matbot.report.year_on import build_year_on_blocks
from matbot.report.you_said import build_promise_section, build_you_said_section
from matbot.review.events import PriorityWritten
from matbot.review.heat_map import Cell, heat_map
from matbot.review.labels import EVIDENCE, NO_EVIDENCE, NO_REASON
from matbot.review.priorities import strengths
from matbot.review.review import Review
from matbot.review.unrated import BUT_LEFT_OUT, NOT_IN_THIS_REVIEW, Unrated
from matbot.rubric import Rubric
from matbot.text import in_words


def transcript(
    rubric: Rubric,
    review: Review,
    written: date,
    version: str = "",
    differences: Sequence[CopyDifference] = (),
) -> Report:
    """Build the Full record of a review: a summary first, then everything recorded, private notes included.

    Args:
        rubric: The framework version.
        review: The review, as it is now or as of a saved version.
        written: The day on which the document is produced.
        version: The name of the saved version that is shown, if the review has gone on since; otherwise
            empty.
        differences: Answers that differ between merged copies and that nobody has settled yet.

    """
    return Report(
        f"{trust_of(review)}: transcript of your review",
        (
            *_first_page(rubric, review, written, version),
            *_build_guidance(rubric),
            *_heat_map_blocks(rubric, review),
            *_strength_blocks(rubric, review),
            *build_year_on_blocks(rubric, review),
            *build_promise_section(rubric, review),
            *build_you_said_section(rubric, review),
            *joint_review_blocks(rubric, review),
            *draft_priorities(rubric, review),
            *_build_parked_section(rubric, review),
            *copy_difference_blocks(differences),
            *element_by_element(rubric, review, differences),
            *build_not_reviewed(rubric, review),
            *earlier_framework_blocks(review),
            *_build_open_section(rubric, review),
        ),
        author=on_one_line(review.trust),
    )


def _first_page(rubric: Rubric, review: Review, written: date, version: str) -> Iterator[Block]:
    if version:
        named = [one.at for one in review.snapshots if one.name.casefold() == version.casefold()]
        then = date_in_words(named[-1] if named else review.said)
        yield paragraph(
            strong("This is how it stood"),
            f"on {then}, when you saved this version: {version}. What was said later is not in it.",
        )
    yield paragraph(strong("This is a draft."), "Nothing in it is agreed until you say so.")
    yield paragraph(format_progress(review))
    yield KeyValues(tuple(_facts(rubric, review, written)))


def _facts(rubric: Rubric, review: Review, written: date) -> Iterator[tuple[str, str]]:
    yield "Trust", trust_of(review)
    yield "Who took part", format_participants(review)
    yield "Begun", date_in_words(review.started)
    yield "Last updated", date_in_words(review.said)
    yield "Produced on", f"{date_in_words(written)}; your Full record, with everything in it"
    yield from framework_facts(rubric)
    if rubric.credit:
        yield "Wording", rubric.credit
    if review.since:
        of = f" of {date_in_words(review.earlier.said)}" if review.earlier else ""
        yield "Follows", f"your earlier review {review.since}{of}"
    for migration in review.migrations:
        yield "Moved", f"on {date_in_words(migration.at)} to {migration.framework}"
    for snapshot in review.snapshots:
        yield f"Version saved on {date_in_words(snapshot.at)}", snapshot.name


def _build_guidance(rubric: Rubric) -> Iterator[Block]:
    yield HeadingBlock(2, "How to read this")
    yield paragraph(
        strong("Diagnostic, not judgemental."),
        f"The {name_rating(rubric)}s show where you can build on what you have, and where capacity has still "
        "to be built. They grade nobody, and they compare you with no other trust.",
    )
    yield KeyValues(tuple(_list_level_meanings(rubric)))
    yield _build_answer_guidance(rubric)
    yield from _WORDS_AND_NAMES


def _list_level_meanings(rubric: Rubric) -> Iterator[tuple[str, str]]:
    """The meaning of each level, and of an element not reviewed.

    If only the ends of the scale have descriptors, the text says that this is on purpose.
    """
    weakest, *between, strongest = rubric.scale
    described = any(question.between for question in rubric.questions.values())
    yield strongest.name, "a strength to build on. It need not be perfect, and may still have things to mend."
    yield in_words([level.name for level in reversed(between)]), _DESCRIBED if described else _NOT_DESCRIBED
    yield weakest.name, "capacity is weak, so building it here comes early. It is not a failure."
    yield (
        Unrated.NOT_REVIEWED,
        f"nobody has answered, so nothing is known. It is not the same as {weakest.name}.",
    )


_NOT_DESCRIBED = (
    "there is no descriptor, on purpose. Where neither end fitted, you chose the end you are nearer to."
)

_DESCRIBED = (
    "between the two ends; some questions say what that looks like. "
    "Where no descriptor fitted, you chose the one you are nearer to."
)


def _build_answer_guidance(rubric: Rubric) -> Paragraph:
    weak, strong_end = rubric.ends.weak, rubric.ends.strong
    return paragraph(
        strong("Answers."),
        f"Each question says what weak capacity looks like (the {weak}), what strong capacity looks like "
        f"(the {strong_end}), or both. You said where your trust is between them; or that you were not sure, "
        "or that the question does not apply. No rating is worked out from them: people choose it.",
    )


_WORDS_AND_NAMES: tuple[Paragraph, ...] = (
    paragraph(
        strong("Your own words"),
        "are as you said them, set apart from the rest like a quotation. What is marked (draft) was put "
        "together by matbot and waits for your words.",
    ),
    paragraph(
        strong("Before you share it,"),
        f"{LOOK_FOR_NAMES} Private notes are in this document too; each is marked as private.",
    ),
)


def _heat_map_blocks(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The heat map, and a line for each level that lists its elements."""
    rows = heat_map(rubric, review)
    cells = [cell for row in rows for cell in row.cells]
    yield HeadingBlock(2, "Heat map")
    yield HeatMap(rubric.scale, rows)
    rated = (
        (level.name, _elements(rubric, [cell for cell in cells if cell.letters == level.letters]))
        for level in reversed(rubric.scale)
    )
    yield KeyValues((*rated, *_list_without_rating(rubric, cells)))


def _list_without_rating(rubric: Rubric, cells: list[Cell]) -> Iterator[tuple[str, str]]:
    """The elements without a rating, grouped by reason; those outside the review are only counted."""
    groups: dict[str, list[Cell]] = {}
    for cell in sorted(cells, key=lambda cell: not cell.in_scope):
        if not cell.letters:
            groups.setdefault(cell.words, []).append(cell)
    for words, group in groups.items():
        yield words, _count(group) if words == NOT_IN_THIS_REVIEW else _elements(rubric, group)


def _elements(rubric: Rubric, cells: list[Cell]) -> str:
    codes = [cell.code for cell in cells]
    return f"{_count(cells)} ({format_titles(rubric, codes)})" if cells else _count(cells)


def _count(cells: list[Cell]) -> str:
    return format_count(len(cells), "element")


def _strength_blocks(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The elements at the strong end of the scale, strongest first, each with its evidence."""
    yield HeadingBlock(2, "Strengths to build on")
    strong_ones = strengths(rubric, review)
    if not strong_ones:
        yield paragraph(f"No element has a rating at the {rubric.ends.strong_end} of the scale yet.")
    for code in strong_ones:
        yield from _strength(rubric, review, code)


def _strength(rubric: Rubric, review: Review, code: str) -> Iterator[Block]:
    record = review.elements[code]
    label = strong(f"{rubric.elements[code].title}: {rating_in_words(rubric, review, code)}.")
    if has_words(record.evidence):
        yield paragraph(label, f"{EVIDENCE}:")
        yield Quote(record.evidence)
    elif has_words(record.rationale):
        yield paragraph(label, f"{NO_EVIDENCE}. Why you chose this rating:")
        yield Quote(record.rationale)
    else:
        yield paragraph(label, f"{NO_EVIDENCE}.")


def _build_parked_section(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks with what was parked, what nobody was sure of, and what does not apply and why.

    Items in elements that the review leaves out are labelled as left out.
    """
    left_out = _list_to_come_back_to(rubric, review, review.left_out)
    lists = {
        **_list_to_come_back_to(rubric, review, review.scope),
        **{f"{name}, {BUT_LEFT_OUT}": pairs for name, pairs in left_out.items()},
    }
    yield HeadingBlock(2, "To come back to")
    if not any(lists.values()):
        yield paragraph("Nothing was parked, and there was no question you were not sure of.")
    for name, pairs in lists.items():
        if pairs:
            yield paragraph(strong(name))
            yield KeyValues(tuple(pairs))


def _list_to_come_back_to(
    rubric: Rubric, review: Review, codes: Sequence[str]
) -> dict[str, list[tuple[str, str]]]:
    """The items to come back to in some elements, by category."""
    parked = [code for code in codes if review.elements[code].parked]
    questions = {id_: one for code in codes for id_, one in review.elements[code].questions.items()}
    # Questions that are parked as well are listed under Parked alone.
    unsure = [id_ for id_, one in questions.items() if one.leaning == "not sure" and not one.parked]
    return {
        "Parked": [
            *((code, f"{rubric.elements[code].name}, the whole element") for code in parked),
            *(_cite_question(rubric, review, id_) for id_, one in questions.items() if one.parked),
        ],
        "Not sure": [_cite_question(rubric, review, id_) for id_ in unsure],
        "Does not apply": [
            (reference(id_), or_gap(one.reason, NO_REASON))
            for id_, one in questions.items()
            if one.leaning == "does not apply" and not one.parked
        ],
    }


def _cite_question(rubric: Rubric, review: Review, id_: str) -> tuple[str, str]:
    """The reference and text of a question; with its answer if it is parked and has one that says little."""
    record = review.question(id_)
    little = record.parked and record.leaning in ("not sure", "does not apply")
    return reference(id_) + (f", {record.leaning}" if little else ""), rubric.questions[id_].text


def _build_open_section(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks with what nobody has answered or decided yet, and the date of the next review."""
    yield HeadingBlock(2, "Still open")
    codes = [
        code
        for code in review.looked_at
        if review.elements[code].way == "questions" and code not in review.set_aside
    ]
    records = chain(*(review.elements[code].questions.items() for code in codes))
    unanswered = [
        _cite_question(rubric, review, id_)
        for id_, record in records
        if not (record.looked_at or record.parked)  # what is parked is listed under Parked
    ]
    if unanswered:
        yield paragraph("These questions have no answer yet, in elements that you began:")
        yield KeyValues(tuple(unanswered))
    undecided = _list_undecided(rubric, review)
    if undecided:
        yield paragraph("Still to settle:")
        yield KeyValues(tuple(undecided))
    yield paragraph(strong("Next review:"), or_gap(review.next_review, f"{TO_BE_AGREED}."))


def _list_undecided(rubric: Rubric, review: Review) -> list[tuple[str, str]]:
    """What is missing: ratings and evidence of elements in the review, and agreement on priorities."""
    spoken = {code: review.elements[code] for code in review.looked_at}
    no_rating = [
        code for code, record in spoken.items() if not record.rating and code not in review.set_aside
    ]
    no_evidence = [
        code for code, record in spoken.items() if record.rating and not has_words(record.evidence)
    ]
    drafts = [row for row in review.priorities if row.drafted]
    no_action = [row for row in review.priorities if not has_words(row.action)]
    wanted = {
        "The rating": format_titles(rubric, no_rating),
        EVIDENCE: format_titles(rubric, no_evidence),
        "Your own words for what matbot drafted": _format_subjects(rubric, drafts),
        "What to do about it": _format_subjects(rubric, no_action),
    }
    return [(name, about) for name, about in wanted.items() if about]


def _format_subjects(rubric: Rubric, rows: Sequence[PriorityWritten]) -> str:
    """The subject of some priorities in one line: their elements, or their own words if they have none."""
    return "; ".join(format_titles(rubric, row.elements) or format_focus(rubric, row) for row in rows)
