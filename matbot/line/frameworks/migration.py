"""Moving a review to another framework version in line mode, or back, with a preview of the result first."""

from collections.abc import Iterator

from matbot.commands.conversation import YES_OR_NO
from matbot.commands.frameworks import BEFORE_AFTER
from matbot.interview.unplaced_turns import build_unplaced_turns
from matbot.line.frameworks.crosswalk import CrosswalkEditor, check_matches
from matbot.line.frameworks.framework_list import list_frameworks
from matbot.line.mode import LineMode
from matbot.line.talk import BackRequested
from matbot.line.words import render_line
from matbot.presenters.framework_versions import version_title
from matbot.report.output import NotWritten
from matbot.review.events import VersionSaved
from matbot.review.heat_map import Cell
from matbot.rubric import Rubric
from matbot.rubric.crosswalk import Crosswalk
from matbot.services.migration import (
    CannotMigrate,
    MigrationPreview,
    find_crosswalk_to,
    find_return_crosswalk,
    keep_crosswalk,
)
from matbot.text import shortened

BACK = "back"
_CARRY = "Move the review? Please answer yes or no"
_LOOK_OR_CARRY = render_line(BEFORE_AFTER, f"{_CARRY}; <look>")
_MAX_TEXT = 300
"""The longest part of an answer's text to print, in characters."""


def migrate(mode: LineMode) -> None:
    """Ask for the target framework version, show what changes, and move the review if the user agrees.

    Raises:
        ReadOnly: The review can only be read.
        CannotMigrate: There is no other framework version, or the review cannot be moved to it.
        BackRequested: The user did not agree, or typed /back.

    """
    mode.refuse_read_only()
    later = _ask_target(mode)
    crosswalk = (
        find_crosswalk_to(mode.file, later, mode.workspace) if later else find_return_crosswalk(mode.file)
    )
    if later:
        crosswalk = check_matches(mode.talk, crosswalk)
    preview = _ask_agreement(mode, crosswalk, may_look=later is not None)
    mode.keep(*preview.events)
    _keep_crosswalk(mode, preview)


def _ask_target(mode: LineMode) -> Rubric | None:
    """Ask which framework version to move the review to; None for the one it was moved from."""
    others = [
        one
        for one in list_frameworks(mode.workspace.rubrics)
        if one.content_hash != mode.file.rubric.content_hash
    ]
    labels = {one.id: version_title(one) for one in others}
    if _was_migrated(mode):
        labels = {BACK: "move it back to the framework version it came from"} | labels
    if not labels:
        raise CannotMigrate("There is no other framework version here. At home, frameworks imports one.")
    choice = mode.talk.choose("Which framework version is the review to go on in?", labels)
    return next((one for one in others if one.id == choice), None)


def _was_migrated(mode: LineMode) -> bool:
    try:
        return bool(find_return_crosswalk(mode.file))
    except CannotMigrate:
        return False


def _ask_agreement(mode: LineMode, crosswalk: Crosswalk, may_look: bool) -> MigrationPreview:
    """Show what the move changes until the user agrees to it.

    Args:
        mode: The open review.
        crosswalk: The crosswalk to move the review by.
        may_look: Whether the user may also go through the matches and correct them.

    Returns:
        The move that the user agreed to.

    Raises:
        BackRequested: The user did not agree.

    """
    while True:
        preview = MigrationPreview(mode.file, crosswalk)
        mode.talk.tell(format_preview(preview), answered=True)
        prompt = (_LOOK_OR_CARRY, BEFORE_AFTER) if may_look else (f"{_CARRY}.", YES_OR_NO)
        choice = mode.talk.decide(*prompt)
        if choice == "yes":
            return preview
        if choice == "no":
            mode.talk.say("It stays as it is.")
            raise BackRequested
        editor = CrosswalkEditor(mode.talk, crosswalk)
        editor.edit()
        crosswalk = editor.crosswalk


def format_preview(preview: MigrationPreview) -> Iterator[str]:
    """Yield each element before and after the move, then the answers without a place in the new version."""
    yield f"From {preview.crosswalk.earlier.id} to {preview.crosswalk.later.id}."
    for before, after in preview.cells():
        if before is None and after:
            yield f"{_format_cell(after)}: new."
        elif before and after is None:
            yield f"{_format_cell(before)}: has no place there."
        elif before and after:
            yield f"{_format_cell(before)} becomes {_format_cell(after)}."
    for turn in build_unplaced_turns(preview.unplaced):
        text = shortened(" ".join((*turn.lines, *turn.private)), _MAX_TEXT)
        yield f"Without a place there, and kept: {shortened(turn.title, 60)}: {text}"


def _format_cell(cell: Cell) -> str:
    return f"{cell.code} {shortened(cell.name, 40)}, {cell.words}"


def _keep_crosswalk(mode: LineMode, preview: MigrationPreview) -> None:
    """Save the confirmed crosswalk for the next review, and say how to move this one back."""
    try:
        keep_crosswalk(preview.crosswalk, mode.workspace)
    except NotWritten as problem:
        mode.talk.say(str(problem))
    name = next(event.name for event in preview.events if isinstance(event, VersionSaved))
    mode.talk.say(f"Moved. How it was is saved as {name}. /carry takes it back.")
