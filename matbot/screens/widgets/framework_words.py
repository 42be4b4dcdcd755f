"""Rendering of a framework version at a width: as a row of a list, and as a full text.

A framework version may come from any file, so all of its text is made safe to show.
"""

from collections.abc import Iterator

from textual.content import Content

from matbot.presenters.framework_versions import MENDED, present_version, version_size
from matbot.rubric import Element, Question, Rubric
from matbot.screens.widgets.row_list import wrap_lines
from matbot.text import one_line

INDENT = 4
"""The column in which the continuation lines of a question begin."""


def framework_row(rubric: Rubric, beside: str, width: int) -> Content:
    """Render the row of a framework: its name, version and size, then the text in `beside`."""
    small = [version_size(rubric), *([beside] if beside else [])]
    return Content("\n").join(
        [
            *(line.stylize("bold") for line in wrap_lines(rubric.title, width)),
            *wrap_lines(rubric.edition, width),
            *(line.stylize("$secondary") for text in small for line in wrap_lines(text, width)),
        ]
    )


def framework_details(rubric: Rubric, width: int) -> Content:
    """Render what precedes the first element: description, source, scale and guidance."""
    words = present_version(rubric)
    paragraphs = [
        Content.styled(one_line(words.title), "bold $primary"),
        *(_label(label, fact) for label, fact in words.facts),
        Content(""),
        *(part for text in words.guidance for part in (Content(one_line(text)), Content(""))),
        *(_label(MENDED, slip) for slip in words.corrections),
    ]
    return Content("\n").join(line for text in paragraphs for line in wrap(text, width))


def element_words(rubric: Rubric, element: Element, width: int) -> Content:
    """Render an element with all its questions, below its heading if it is the heading's first."""
    heading = rubric.heading_of(element.code)
    lines: list[Content] = []
    if heading.elements[0] is element:
        lines += [*_wrap_title(heading.title, width), Content("")]
    lines += _wrap_title(element.title, width)
    if element.aspects:
        lines += wrap(_label("It covers", "; ".join(element.aspects)), width)
    for question in element.questions:
        lines += [Content(""), *question_lines(rubric, question, width)]
    return Content("\n").join(lines)


def question_lines(rubric: Rubric, question: Question, width: int) -> Iterator[Content]:
    """Yield the lines of a question in full: its id and text, then the descriptor of each level."""
    asked = Content.assemble((one_line(question.id), "bold"), "  ", one_line(question.text))
    yield from wrap(asked, width, INDENT)
    for one in rubric.descriptors(question):
        words = wrap(_label(one.label, one.text), width - INDENT, 2)
        yield from (Content.assemble(" " * INDENT, line) for line in words)


def wrap(text: Content, width: int, indent: int = 0) -> list[Content]:
    """Wrap text to a width; continuation lines are indented."""
    first, *rest = text.wrap(max(width - indent, 8)) or [Content("")]
    return [first, *(Content.assemble(" " * indent, line) for line in rest)]


def _label(name: str, words: str) -> Content:
    return Content.assemble((f"{one_line(name)}: ", "$secondary"), one_line(words))


def _wrap_title(words: str, width: int) -> list[Content]:
    return wrap(Content.styled(one_line(words), "bold $primary"), width)
