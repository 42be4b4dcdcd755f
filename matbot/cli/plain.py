"""Reviews and framework versions as the commands print them: plain text of 80 columns, and JSON values."""

import shlex
import textwrap
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from matbot.presenters.framework_versions import (
    MENDED,
    TO_MEND,
    present_version,
    read_version,
    version_counts,
)
from matbot.presenters.review_list import count_copies, format_counts, format_unreadable_advice
from matbot.review.header import Header
from matbot.review.local_time import to_local_time
from matbot.rubric import Element, Heading, Question, Rubric
from matbot.store.listing import ListedReview
from matbot.text import one_line, shortened

WIDTH = 80
"""The longest line, in columns."""


def format_listed(listed: ListedReview) -> str:
    """Format a review in two lines: its id, trust and group, then its progress; a third if it is a copy."""
    if listed.header is None:
        lines = [_fit_line(f"{listed.id}  {listed.path.name}: {listed.state}".strip())]
        if advice := format_unreadable_advice(listed):
            lines.append(_fit_line(advice, indent=4))
        return "\n".join(lines)
    header = listed.header
    owner = ", ".join(filter(None, (header.trust, header.group)))
    lines = [_fit_line(f"{header.id}  {owner}"), _fit_line(_format_progress(header, listed), indent=4)]
    if header.copy_of:
        lines.append(_fit_line(f"a copy of {header.copy_of}", indent=4))
    return "\n".join(lines)


def format_copies_hint(listed: ListedReview, matbot: str) -> list[str]:
    """Return a line on the copies of a review and what to do about them, if it has any.

    Args:
        listed: The review.
        matbot: The start of a shell command for the workspace.

    """
    if not listed.copies:
        return []
    many = count_copies(listed)
    if not listed.has_good_file:
        hint = f"{matbot} backups {shlex.quote(listed.id)}"
        return [f"    {many} copies, and none can be read as it is. What else there is: {hint}"]
    from matbot.presenters.copies import format_waiting
    from matbot.store.copy_check import check_copies

    check = check_copies(listed.files)
    waiting = [f"    {format_waiting(one)}" for one in check.waiting]
    waiting += [f"    To say so: {matbot} settle {shlex.quote(str(path))}" for path in check.changed]
    if waiting and not check.to_merge:
        return [f"    {many} copies, and they cannot be merged yet.", *waiting]
    return [f"    {many} copies: merge them with {matbot} merge {shlex.quote(listed.id)}", *waiting]


def _format_progress(header: Header, listed: ListedReview) -> str:
    saved = f", saved {to_local_time(listed.saved):%Y-%m-%d %H:%M}" if listed.saved else ""
    next_step = f"; next {header.next}" if header.next and header.looked_at else ""
    progress = format_counts(header, str(len(header.scope)))
    return f"{listed.state}{saved}: {progress}{next_step}"


def _fit_line(text: str, indent: int = 0) -> str:
    """Return a line that is safe to print and no longer than the terminal."""
    return " " * indent + shortened(text, WIDTH - indent)


def build_listed_shape(listed: ListedReview) -> dict[str, Any]:
    """Build the JSON values of a review for `matbot list`; unknown values are null, 0 or an empty list."""
    header = listed.header
    return {
        "id": listed.id,
        "trust": header and header.trust,
        "group": header and header.group,
        "rubric": header and header.rubric,
        "started": _format_time(header.started if header else None),
        "saved": _format_time(listed.saved),
        "scope": list(header.scope) if header else [],
        "looked_at": header.looked_at if header else 0,
        "rated": header.rated if header else 0,
        "state": listed.state,
        "archived": listed.is_archived,
        "file": str(listed.path),
        "copies": [str(path) for path in listed.copies],
    }


def _format_time(at: datetime | None) -> str | None:
    return at.isoformat().replace("+00:00", "Z") if at else None


def format_framework_row(folder: Path) -> str:
    """Format a framework version in two lines: its edition and size or how to list its faults, its folder."""
    one, place = read_version(folder), one_line(str(folder))
    if one.rubric is None:
        return f"{one.name}  has {TO_MEND}: matbot rubric check {place}\n    {place}"
    return f"{one.rubric.id}  {one_line(one.rubric.edition)}: {version_counts(one.rubric)}\n    {place}"


def format_framework(rubric: Rubric) -> Iterator[str]:
    """Yield the lines of a whole framework version."""
    words = present_version(rubric)
    yield from _wrap(words.title)
    for label, fact in words.facts:
        yield from _wrap(f"{label}: {fact}")
    for paragraph in words.guidance:
        yield ""
        yield from _wrap(paragraph, hang=0)
    for heading in rubric.headings:
        yield from _format_heading(rubric, heading)
    for slip in words.corrections:
        yield ""
        yield from _wrap(f"{MENDED}: {slip}")


def _format_heading(rubric: Rubric, heading: Heading) -> Iterator[str]:
    yield from ("", heading.title.upper())
    for element in heading.elements:
        yield from _format_element(rubric, element)


def _format_element(rubric: Rubric, element: Element) -> Iterator[str]:
    yield ""
    yield from _wrap(element.title)
    if element.aspects:
        yield from _wrap(f"It covers: {'; '.join(element.aspects)}")
    for question in element.questions:
        yield from _format_question(rubric, question)


def _format_question(rubric: Rubric, question: Question) -> Iterator[str]:
    yield ""
    yield from _wrap(f"{question.id}  {question.text}")
    for level, text in rubric.descriptors(question):
        yield from _wrap(f"{level.name}: {text}", indent=4)


def _wrap(text: str, indent: int = 0, hang: int = 4) -> list[str]:
    return textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_on_hyphens=False,
    )
