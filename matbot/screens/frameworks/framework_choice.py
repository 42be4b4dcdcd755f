"""A dialog that asks which framework version a new review or a pack uses."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from matbot.commands.new_review import WHICH_FRAMEWORK
from matbot.presenters.framework_versions import FrameworkVersion, find_versions, list_versions, version_size
from matbot.rubric import Rubric
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.marked_list import MarkedList
from matbot.text import one_line, shortened

ABOUT = "These are the frameworks, and versions of them, that are kept here."

_LONGEST = 300
"""The maximum length of a framework version's description, in characters."""


class FrameworkChoiceScreen(ModalScreen[Rubric | None]):
    """A list of framework versions; returns the one chosen, or None if cancelled."""

    CSS_PATH = "../modals.tcss"
    HELP = "Choose what it is to be about with the arrows and Enter, or with the mouse."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(WHICH_FRAMEWORK)

    def __init__(self, chosen: str = "") -> None:
        """Create the dialog; `chosen` is the id of the current framework version."""
        super().__init__()
        self._chosen = chosen
        self._frameworks: dict[str, Rubric] = {}

    def compose(self) -> ComposeResult:
        """Lay out the framework versions, those that ship with matbot first."""
        with Dialog() as dialog:
            dialog.border_title = "Which framework"
            dialog.border_subtitle = "Enter chooses · Esc closes"
            yield Static(Content(ABOUT), classes="dialog-text")
            yield MarkedList()

    def on_mount(self) -> None:
        """List the framework versions, with the current one highlighted."""
        frameworks = list_versions(find_host(self).workspace.rubrics)
        self._frameworks = {one.name: one.rubric for one in frameworks if one.rubric}
        rows = self.query_one(MarkedList)
        rows.add_options(_build_option(one) for one in frameworks)
        ids = [option.id for option in rows.options]
        rows.highlighted = ids.index(self._chosen) if self._chosen in self._frameworks else None
        if rows.highlighted is None:
            rows.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the framework version chosen."""
        self.dismiss(self._frameworks[event.option.id or ""])


def has_several_frameworks(own: Path) -> bool:
    """Return whether there is more than one framework version to choose from."""
    return len(find_versions(own)) > 1


def _build_option(one: FrameworkVersion) -> Option:
    """Build the option of a framework version; a faulty one is disabled and shows its first fault."""
    lines = _draw_sound(one.rubric) if one.rubric else _draw_faulty(one)
    return Option(Content("\n").join(lines), id=one.name, disabled=not one.rubric)


def _draw_sound(framework: Rubric) -> Iterator[Content]:
    yield Content.styled(shortened(framework.title, _LONGEST), "bold")
    yield Content(shortened(framework.edition, _LONGEST))
    yield Content.styled(version_size(framework), "$secondary")


def _draw_faulty(one: FrameworkVersion) -> Iterator[Content]:
    yield Content(f"{one_line(one.name)} cannot be used yet: {one.faults_in_words}. The first:")
    yield Content(shortened(str(one.faults[0]), _LONGEST))
