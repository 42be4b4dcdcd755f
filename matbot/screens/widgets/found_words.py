"""Rendering of the result of a framework import: the framework, corrections and what was left out."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from matbot.importers.findings import Found
from matbot.presenters.framework_versions import (
    LEFT_OUT,
    LOOK_FIRST,
    MENDED,
    Finding,
    present_findings,
    version_size,
)
from matbot.report.words import format_count
from matbot.screens.widgets.framework_words import wrap
from matbot.text import number_in_words, one_line, shortened

_MAX_LENGTH = 160
"""The maximum length of quoted text that was left out, in characters."""


def format_summary(found: Found) -> str:
    """Summarise what to check before saving, in a sentence or two."""
    if found.doubts:
        return "Something may be missing: look at what comes first below before you keep it."
    corrected, left = len(found.corrections), len(found.unread)
    if not (corrected or left):
        return "All of it could be read, and nothing had to be mended."
    text = [f"{_format_things(corrected or left)} {'mended' if corrected else 'left out'}"]
    text += [f"{number_in_words(left)} left out"] if corrected and left else []
    each = "Look at it" if corrected + left == 1 else "Look at each"
    words = " and ".join(text)
    return f"{words[0].upper()}{words[1:]}. {each} below the elements before you keep it."


def _format_things(number: int) -> str:
    return f"{number_in_words(number)} {'thing was' if number == 1 else 'things were'}"


def draw_found(found: Found, width: int) -> Content:
    """Render the doubts, the elements, the corrections and omissions, then every question."""
    findings = present_findings(found)
    lines = list(_render_part(LOOK_FIRST, findings.doubts, width))[1:]
    lines += [Content("")] if lines else []
    lines += [*_render_framework(found, width), *_render_part(MENDED, findings.corrections, width)]
    lines += _render_part(LEFT_OUT, findings.left_out, width)
    return Content("\n").join([*lines, *_render_questions(found, width)])


def _render_framework(found: Found, width: int) -> Iterator[Content]:
    rubric = found.rubric
    yield from wrap(Content.styled(one_line(rubric.title), "bold $primary"), width)
    for words in (rubric.edition, version_size(rubric)):
        yield from wrap(Content(one_line(words)), width)
    for heading in rubric.headings:
        yield Content("")
        yield from wrap(Content.styled(one_line(heading.title), "bold"), width)
        for element in heading.elements:
            asked = (f", {format_count(len(element.questions), 'question')}", "$secondary")
            yield from _indent(Content.assemble(one_line(element.title), asked), width)


def _render_part(name: str, findings: Iterable[Finding], width: int) -> Iterator[Content]:
    lines = [line for one in findings for line in _indent(_render_finding(one), width)]
    if lines:
        yield Content("")
        yield Content.styled(name, "bold $primary")
        yield from lines


def _render_questions(found: Found, width: int) -> Iterator[Content]:
    """Yield every question with its descriptors, as they would be saved."""
    rubric = found.rubric
    yield Content("")
    yield Content.styled("Every question", "bold $primary")
    for element in rubric.elements.values():
        yield Content("")
        yield from wrap(Content.styled(one_line(element.title), "bold"), width)
        for question in element.questions:
            yield from _indent(Content.assemble((f"{question.id} ", "bold"), one_line(question.text)), width)
            for level, words in rubric.descriptors(question):
                text = Content.assemble((f"{one_line(level.name)}: ", "$secondary"), one_line(words))
                yield from (Content.assemble("  ", line) for line in _indent(text, width - 2))


def _indent(words: Content, width: int) -> Iterator[Content]:
    return (Content.assemble("  ", line) for line in wrap(words, width - 2, 2))


def _render_finding(one: Finding) -> Content:
    quoted = f"“{shortened(one.quoted, _MAX_LENGTH)}” " if one.quoted else ""
    place = f"{one_line(one.place)}: "
    return Content.assemble((place, "bold"), (quoted, "$secondary"), one_line(one.words))
