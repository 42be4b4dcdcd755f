"""Two frameworks question by question, in words for so many columns: a row a question, and both in full."""

from collections.abc import Iterator

from textual.content import Content

from matbot.rubric import Question
from matbot.rubric.crosswalk import Crosswalk, Match
from matbot.screens.widgets.framework_words import question_lines
from matbot.screens.widgets.row_list import wrap_lines
from matbot.text import one_line

LOOK = "look at this"
"""Said of two questions that were matched though they share few words."""

SAME_WORDS = "word for word the same"


def match_row(match: Match, look: bool, by_hand: bool, width: int) -> Content:
    """A question on its row: where it was and is, how it came through, and what is asked."""
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
    return Content("\n").join([first.truncate(width, ellipsis=True), *_asked(match, width)])


def format_places(match: Match) -> str:
    """Where a question was and where it is now, such as `1C.ii → 1B.iv`."""
    ids = [one_line(question.id) for question in (match.earlier, match.later) if question]
    return " → ".join(dict.fromkeys(ids))


def _asked(match: Match, width: int) -> Iterator[Content]:
    if match.earlier and match.later and not match.same_words:
        for name, question in (("was", match.earlier), ("now", match.later)):
            yield from wrap_lines(f"{name}: {one_line(question.text)}", width, most=1)
    elif either := match.later or match.earlier:
        yield from wrap_lines(either.text, width, most=1)


def draw_in_full(crosswalk: Crosswalk, match: Match, width: int) -> Content:
    """Both questions whole, each below the name of its framework version; of one that is alone, that one."""
    sides = ((crosswalk.earlier, match.earlier), (crosswalk.later, match.later))
    lines: list[Content] = []
    for rubric, question in sides:
        lines += [Content.styled(line.plain, "bold $primary") for line in wrap_lines(rubric.edition, width)]
        none = [Content("Nothing in this framework version asks it.")]
        lines += [*(question_lines(rubric, question, width) if question else none), Content("")]
    return Content("\n").join(lines[:-1])


def candidate_row(question: Question, width: int) -> Content:
    """A question that could be a counterpart, on its row."""
    return Content.assemble(
        (one_line(question.id), "bold"), "\n", Content("\n").join(wrap_lines(question.text, width))
    )
