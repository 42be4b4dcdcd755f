"""A dialog that asks which earlier review a new one follows on from, if any."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from matbot.commands.new_review import EARLIER
from matbot.presenters.review_list import format_listed_progress
from matbot.review.local_time import to_local_day
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.marked_list import MarkedList
from matbot.screens.widgets.review_card import format_title
from matbot.store.listing import ListedReview

NOBODY = "nobody"
"""The id of the row for following no earlier review."""

ABOUT = (
    "Choose last year's review, and matbot first asks what became of the priorities you set then, and keeps "
    "what you said at hand, hidden. Your ratings begin afresh. That review stays as it is."
)


class EarlierScreen(ModalScreen[str | None]):
    """A list of reviews; returns the file of one, `NOBODY`, or None if cancelled."""

    CSS_PATH = "../modals.tcss"
    HELP = "Choose the review that the new one follows on from with the arrows and Enter, or with the mouse."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(EARLIER)

    def __init__(self, listed: Sequence[ListedReview], chosen: str = "") -> None:
        """Create the dialog; `chosen` is the id of the review currently followed."""
        super().__init__()
        self._listed = listed
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """Lay out the explanation, then the reviews."""
        with Dialog() as dialog:
            dialog.border_title = "Follows on from"
            dialog.border_subtitle = "Enter chooses · Esc closes"
            yield Static(Content(ABOUT), classes="dialog-text")
            yield MarkedList()

    def on_mount(self) -> None:
        """List the reviews, with the one currently followed highlighted."""
        rows = self.query_one(MarkedList)
        rows.add_option(Option(Content.styled("No earlier review: a new start", "bold"), id=NOBODY))
        rows.add_options([Option(_render_card(one), id=str(one.path)) for one in self._listed])
        ids = [one.id for one in self._listed]
        rows.highlighted = ids.index(self._chosen) + 1 if self._chosen in ids else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the selected row."""
        self.dismiss(event.option.id)


def _render_card(one: ListedReview) -> Content:
    assert one.header, "only reviews that can be read are offered"
    when = f"begun {to_local_day(one.header.started):%B %Y}" if one.header.started else ""
    words = " · ".join(filter(None, (when, format_listed_progress(one.header))))
    return Content("\n").join([format_title(one.header), Content.styled(words, "$secondary")])
