"""Rendering of a crosswalk at a width: a row for each question, and a pair of questions in full."""

from collections.abc import Iterator

from textual.content import Content

from matbot.rubric import Question
from matbot.rubric.crosswalk import Crosswalk, Match
from matbot.screens.widgets.framework_words import question_lines
from matbot.screens.widgets.row_list import wrap_lines
from matbot.text import one_line

LOOK = "look at this"
"""The mark of two questions that are matched although they share few words."""

SAME_WORDS = "word for word the same"


def match_row(match: Match, look: bool, by_hand: bool, width: int) -> Content:
    """Render the row of a question: its old and new place, the kind of change, and its text."""
    marks = [
        match.how,
        *([SAME_WORDS] if match.same_words else []),
        *(["you matched them"] if by_hand else []),
    ]
    first = Content.assemble(
        (format_places(match), "bold"),
        (f"  {', '.join(marks)}", "$secondary"),
        (f"  {LOOK}", "bold $warning") if look else "",
    )
    return Content("\n").join([first.truncate(width, ellipsis=True), *_render_texts(match, width)])


def format_places(match: Match) -> str:
    """Format where a question was and where it is now, such as `1C.ii → 1B.iv`."""
    ids = [one_line(question.id) for question in (match.earlier, match.later) if question]
    return " → ".join(dict.fromkeys(ids))


def _render_texts(match: Match, width: int) -> Iterator[Content]:
    if match.earlier and match.later and not match.same_words:
        for name, question in (("was", match.earlier), ("now", match.later)):
            yield from wrap_lines(f"{name}: {one_line(question.text)}", width, most=1)
    elif either := match.later or match.earlier:
        yield from wrap_lines(either.text, width, most=1)


def draw_in_full(crosswalk: Crosswalk, match: Match, width: int) -> Content:
    """Render both questions in full under the names of their framework versions; a missing one is noted."""
    sides = ((crosswalk.earlier, match.earlier), (crosswalk.later, match.later))
    lines: list[Content] = []
    for rubric, question in sides:
        lines += [Content.styled(line.plain, "bold $primary") for line in wrap_lines(rubric.edition, width)]
        none = [Content("Nothing in this framework version asks it.")]
        lines += [*(question_lines(rubric, question, width) if question else none), Content("")]
    return Content("\n").join(lines[:-1])


def candidate_row(question: Question, width: int) -> Content:
    """Render the row of a possible counterpart."""
    return Content.assemble(
        (one_line(question.id), "bold"), "\n", Content("\n").join(wrap_lines(question.text, width))
    )
