"""Go to (F3): all elements with their progress, to go to one or add one to the review."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from matbot.commands.elements import GO_TO
from matbot.interview import Interview
from matbot.interview.turns import LAST_TIME_TITLE
from matbot.presenters.element_states import element_progress
from matbot.review.steps import LAST_TIME
from matbot.review.unrated import BUT_LEFT_OUT, unrated_mark
from matbot.screens.keys import bindings_of
from matbot.screens.themes import chip_or_mark
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.marked_list import MarkedList
from matbot.text import shortened

TAKE_OUT = "-"
"""The prefix of an element code in the result, to remove the element from the review."""


class GoToScreen(ModalScreen[str | None]):
    """A list of places to choose from.

    It returns the code of an element, the id of a parked question or `last` to go there, `TAKE_OUT` and a
    code to remove that element from the review, or None.
    """

    CSS_PATH = "../modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(GO_TO)
    HELP = (
        "Choose an element with the arrows and Enter, or with the mouse, to go on there. Parked questions "
        "are below the elements. matbot asks before it adds an element that is not in this review, and Del "
        "takes one out again; what you said of it is kept."
    )

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self._interview = interview

    def compose(self) -> ComposeResult:
        """Lay out the priorities of last time, the elements in order, and the parked questions."""
        with Dialog() as dialog:
            dialog.border_title = "Go to"
            dialog.border_subtitle = "Enter goes there · Del takes out · Esc closes"
            yield MarkedList()
            yield Static("Del takes an element out of this review.", classes="dialog-foot")

    def on_mount(self) -> None:
        """Highlight the current element."""
        elements = [Option(self._element(code), id=code) for code in self._interview.rubric.elements]
        options = [*self._list_last_time(), *elements, *self._parked()]
        here = self._interview.turn.step.element
        ids = [option.id for option in options]
        places = self.query_one(MarkedList)
        places.add_options(options)
        places.highlighted = ids.index(here) if here in ids else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the selected place."""
        self.dismiss(event.option.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow removing only an element that is in the review."""
        return action != "take_out" or self._marked in self._interview.review.scope

    def action_take_out(self) -> None:
        """Return the highlighted element as one to remove."""
        self.dismiss(f"{TAKE_OUT}{self._marked}")

    @property
    def _marked(self) -> str:
        option = next((places.highlighted_option for places in self.query(MarkedList)), None)
        return (option and option.id) or ""

    def _list_last_time(self) -> list[Option]:
        """Return the option for the priorities of the previous review, if there are any."""
        review = self._interview.review
        reviewed = sum(1 for name in review.promises if name in review.promise_progress)
        words = Content.assemble(
            (LAST_TIME_TITLE, "bold"),
            (f"  {reviewed} of {len(review.promises)} looked back on", "$secondary"),
        )
        return [Option(words, id=LAST_TIME)] if review.promises else []

    def _element(self, code: str) -> Content:
        rubric, rating = self._interview.rubric, self._interview.review.elements[code].rating
        widest = max(len(one) for one in rubric.elements)
        return Content.assemble(
            (f"{code:<{widest}} ", "bold"),
            chip_or_mark(rating, rubric.levels, unrated_mark(code in self._interview.review.scope)),
            f" {rubric.elements[code].name}",
            (f"  {element_progress(self._interview, code)}", "$secondary"),
        )

    def _parked(self) -> list[Option]:
        """Return the parked questions, those of elements in this review first."""
        review, questions = self._interview.review, self._interview.rubric.questions
        places = (*review.parked, *review.parked_left_out)
        return [Option(self._render_question(id_), id=id_) for id_ in places if id_ in questions]

    def _render_question(self, id_: str) -> Content:
        review = self._interview.review
        text = shortened(self._interview.rubric.questions[id_].text, 54)
        left_out = "" if id_ in review.parked else f", {BUT_LEFT_OUT}"
        return Content.assemble((f"{review.name_place(id_)} ", "bold"), f"parked{left_out}: ", text)
