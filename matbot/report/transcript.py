"""The transcript of a review: everything that was said, for the people who said it."""

from collections.abc import Iterator
from datetime import date, datetime

from matbot.report.blocks import Block, HeadingBlock, KeyValues, Paragraph, Report, paragraph, strong
from matbot.report.earlier_framework import earlier_framework_blocks
from matbot.report.elements import element_by_element, not_reviewed
from matbot.report.heat_map_section import heat_map_blocks, strength_blocks
from matbot.report.open_questions import still_open, to_come_back_to
from matbot.report.plan import draft_priorities
from matbot.report.together import brought_together
from matbot.report.words import a_rating, begun, date_in_words, progress, trust_of, who
from matbot.report.year_on import since_then
from matbot.report.you_said import set_out, you_said
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.text import in_words


def transcript(rubric: Rubric, review: Review, written: date, version: str = "") -> Report:
    """The own edition of a review's transcript: summary first, then all that was said, private notes too.

    `version` is the name of the saved version at which the review stood so, where it has gone on since.
    """
    return Report(
        f"{trust_of(review)}: transcript of your review",
        (
            *_first_page(rubric, review, written, version),
            *_how_to_read(rubric),
            *heat_map_blocks(rubric, review),
            *strength_blocks(rubric, review),
            *since_then(rubric, review),
            *set_out(rubric, review),
            *you_said(rubric, review),
            *brought_together(rubric, review),
            *draft_priorities(rubric, review),
            *to_come_back_to(rubric, review),
            *element_by_element(rubric, review),
            *not_reviewed(rubric, review),
            *earlier_framework_blocks(review),
            *still_open(rubric, review),
        ),
    )


def _first_page(rubric: Rubric, review: Review, written: date, version: str) -> Iterator[Block]:
    if version:
        yield paragraph(
            strong("This is how it stood"),
            f"on {date_in_words(_named_on(review, version))}, when you gave the moment this name: {version}. "
            "What was said later is not in it.",
        )
    yield paragraph(strong("This is a draft."), "Nothing in it is agreed until you say so.")
    yield paragraph(progress(review))
    yield KeyValues(tuple(_facts(rubric, review, written)))


def _facts(rubric: Rubric, review: Review, written: date) -> Iterator[tuple[str, str]]:
    yield "Trust", trust_of(review)
    yield "Who took part", who(review)
    yield "Begun", date_in_words(review.started)
    yield "Last reply", date_in_words(review.said)
    yield "This transcript", f"written on {date_in_words(written)}; your own edition, with everything in it"
    yield "Framework", f"{rubric.title}, {rubric.edition}"
    yield "Source", begun(rubric.source)
    if rubric.credit:
        yield "Wording", rubric.credit
    if review.since:
        of = f" of {date_in_words(review.earlier.said)}" if review.earlier else ""
        yield "Follows", f"your earlier review {review.since}{of}"
    for migration in review.migrations:
        yield "Carried over", f"on {date_in_words(migration.at)} to {migration.framework}"
    for snapshot in review.snapshots:
        yield f"You gave {date_in_words(snapshot.at)} a name", snapshot.name


def _named_on(review: Review, version: str) -> datetime | None:
    """When a moment was given its name."""
    named = [snapshot.at for snapshot in review.snapshots if snapshot.name.casefold() == version.casefold()]
    return named[-1] if named else review.said


def _how_to_read(rubric: Rubric) -> Iterator[Block]:
    yield HeadingBlock(2, "How to read this")
    yield paragraph(
        strong("Diagnostic, not judgemental."),
        f"The {a_rating(rubric)}s show where you can build on what you have, and where capacity has still to "
        "be built. They grade nobody, and they compare you with no other trust.",
    )
    yield KeyValues(tuple(_colours(rubric)))
    yield _leanings(rubric)
    yield from _WORDS_AND_NAMES


def _colours(rubric: Rubric) -> Iterator[tuple[str, str]]:
    """What each colour means; where only the ends of the scale have descriptors, that is on purpose."""
    weakest, *between, strongest = rubric.scale
    described = any(question.between for question in rubric.questions.values())
    yield strongest.name, "a strength to build on. It need not be perfect, and may still have things to mend."
    yield in_words([level.name for level in reversed(between)]), _DESCRIBED if described else _NOT_DESCRIBED
    yield weakest.name, "capacity is weak, so building it here comes early. It is not a failure."
    yield "Not reviewed", f"nobody has answered, so nothing is known. It is not the same as {weakest.name}."


_NOT_DESCRIBED = (
    "there is no descriptor, on purpose. Where neither end fitted, you chose the end you are nearer to."
)

_DESCRIBED = (
    "between the two ends; some questions say what that looks like. "
    "Where no descriptor fitted, you chose the one you are nearer to."
)


def _leanings(rubric: Rubric) -> Paragraph:
    weak, strong_end = rubric.ends.weak, rubric.ends.strong
    return paragraph(
        strong("Leanings."),
        f"Each question says what weak capacity looks like (the {weak}), what strong capacity looks like "
        f"(the {strong_end}), or both. You said where your trust is between them; or that you were not sure, "
        "or that the question does not apply. No rating is worked out from leanings: people choose it.",
    )


_WORDS_AND_NAMES: tuple[Paragraph, ...] = (
    paragraph(
        strong("Your own words"),
        "stand as you said them, set apart from the rest like a quotation. What is marked (draft) was put "
        "together by matbot and waits for your words.",
    ),
    paragraph(
        strong("Before you share it,"),
        "look for the names of pupils and staff, and for anything that tells who is meant. "
        "Private notes are in this edition too; each is marked as private.",
    ),
)
