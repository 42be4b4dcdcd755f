"""Rendering of a review before and after it is moved, at a width."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from matbot.interview.unplaced_turns import UnplacedTurn, build_unplaced_turns
from matbot.presenters.element_states import MAP_MARKS
from matbot.presenters.framework_versions import OTHER_SCALE
from matbot.review.heat_map import Cell
from matbot.review.unrated import unrated_mark
from matbot.rubric import Rubric
from matbot.screens.themes import chip_or_mark
from matbot.screens.widgets.framework_words import wrap
from matbot.services.migration import MigrationPreview
from matbot.text import one_line, shown

_ARROW = " → "
NOT_THERE = "not in this framework version"
GONE = "Has no place there, and is kept under the framework version it was said in"
NONE_GONE = "Everything you said has a place there."
BACK = "Was kept, and comes back to its place"


def draw_move(preview: MigrationPreview, width: int) -> Content:
    """Render every element before and after, then the unplaced answers, then those that return to a place."""
    here = {kept.id for kept in preview.after.unplaced}
    back = build_unplaced_turns(kept for kept in preview.before.unplaced if kept.id not in here)
    gone = build_unplaced_turns(preview.unplaced)
    lines = [*_render_map(preview, width), Content(""), *_render_legend(preview, width)]
    lines += _render_turns(GONE if gone else NONE_GONE, gone, width)
    return Content("\n").join([*lines, *(_render_turns(BACK, back, width) if back else [])])


def _render_turns(title: str, turns: Sequence[UnplacedTurn], width: int) -> Iterator[Content]:
    yield Content("")
    yield from wrap(Content.styled(title, "bold $primary"), width)
    for turn in turns:
        yield from unplaced_lines(turn, width)


def unplaced_lines(turn: UnplacedTurn, width: int) -> Iterator[Content]:
    """Render the answers to one question or element in full, below what was asked at the time."""
    yield from wrap(Content.styled(one_line(turn.title), "bold"), width, 2)
    private = [Content.assemble(("Private: ", "bold $warning"), shown(line)) for line in turn.private]
    for answer in (*(Content(shown(line)) for line in turn.lines), *private):
        yield from (Content.assemble("  ", line) for line in answer.wrap(max(width - 2, 8)))


def _render_map(preview: MigrationPreview, width: int) -> Iterator[Content]:
    room = max((width - len(_ARROW)) // 2, 8)
    earlier, later = preview.crosswalk.earlier, preview.crosswalk.later
    yield _render_pair(_render_heading("Before", earlier), _render_heading("After", later), room, "   ")
    for before, after in preview.cells():
        yield _render_pair(_render_cell(before, earlier), _render_cell(after, later), room, _ARROW)


def _render_pair(left: Content, right: Content, room: int, between: str) -> Content:
    first = left.truncate(room, ellipsis=True).truncate(room, pad=True)
    return Content.assemble(first, between, right.truncate(room, ellipsis=True))


def _render_heading(name: str, rubric: Rubric) -> Content:
    return Content.assemble((f"{name}: ", "bold $primary"), (one_line(rubric.edition), "$primary"))


def _render_cell(cell: Cell | None, rubric: Rubric) -> Content:
    if cell is None:
        return Content.styled(NOT_THERE, "$secondary")
    widest = max(len(code) for code in rubric.elements)
    chip = chip_or_mark(cell.letters, rubric.levels, unrated_mark(cell.in_scope))
    return Content.assemble((f"{one_line(cell.code):<{widest}} ", "bold"), chip, f" {one_line(cell.name)}")


def _render_legend(preview: MigrationPreview, width: int) -> Iterator[Content]:
    """Yield the legend of the letters, for both scales if they differ."""
    earlier, later = preview.crosswalk.earlier, preview.crosswalk.later
    scales = (
        [_format_scale(later)]
        if preview.crosswalk.same_scale
        else [_format_scale(earlier), _format_scale(later)]
    )
    for words in (*scales, MAP_MARKS):
        yield from wrap(Content.styled(words, "$secondary"), width)
    if not preview.crosswalk.same_scale:
        yield from wrap(Content(OTHER_SCALE), width)


def _format_scale(rubric: Rubric) -> str:
    return one_line(", ".join(f"{level.letters} {level.name}" for level in rubric.scale))
