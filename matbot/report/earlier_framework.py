"""What was recorded under an earlier framework version and has no place in this one."""

from collections.abc import Iterator

from matbot.interview.unplaced_turns import UnplacedTurn, build_unplaced_turns
from matbot.report.blocks import Block, Bullets, HeadingBlock, Quote, paragraph, strong
from matbot.review.review import Review
from matbot.text import shortened


def earlier_framework_blocks(review: Review) -> Iterator[Block]:
    """Blocks with the answers that were kept, by framework version and place; nothing if there are none."""
    framework = ""
    for turn in build_unplaced_turns(review.unplaced):
        if not framework:
            yield HeadingBlock(2, "From the earlier framework version")
        if turn.framework != framework:
            framework = turn.framework
            yield paragraph(
                strong(f"{framework}."),
                "You said this before you moved the review. It has no place in the framework version that "
                "you use now. It is back where it was if you move the review back.",
            )
        yield from _build_turn(turn)


def build_full_record_note(review: Review) -> Iterator[Block]:
    """For readers outside the group: the titles of the answers that have no place now, without their text."""
    titles = list(dict.fromkeys(turn.title for turn in build_unplaced_turns(review.unplaced) if turn.lines))
    if titles:
        yield HeadingBlock(2, "From the earlier framework version")
        yield paragraph(
            "Before it was moved to the framework version used here, the review also spoke of what has no "
            "place in it now. What was said of it is in the trust's Full record:",
        )
        yield Bullets(tuple(shortened(title, 120) for title in titles))


def _build_turn(turn: UnplacedTurn) -> Iterator[Block]:
    yield HeadingBlock(3, turn.title)
    if turn.lines:
        yield Quote("\n".join(turn.lines))
    if turn.private:
        yield paragraph(strong("Private:"))
        yield Quote("\n".join(turn.private))
