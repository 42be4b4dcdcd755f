"""F3: every element with where it stands, to go to or to add to the review."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from matbot.commands.conversation import GO_TO
from matbot.interview import Interview
from matbot.interview.turns import LAST_TIME_TITLE
from matbot.review.steps import LAST_TIME
from matbot.screens.keys import bindings_of
from matbot.screens.themes import rating_chip
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.marked_list import MarkedList
from matbot.text import shortened


class GoToScreen(ModalScreen[str | None]):
    """A list to choose from; gives the code of an element, the id of a parked question, `last`, or None."""

    CSS_PATH = "../modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(GO_TO)

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self._interview = interview

    def compose(self) -> ComposeResult:
        """What was set out to do last time, the elements in order, parked questions after them."""
        with Dialog() as dialog:
            dialog.border_title = "Go to"
            dialog.border_subtitle = "Enter goes there · Esc closes"
            yield MarkedList()
            yield Static("An element that is not in this review is added to it.", classes="dialog-foot")

    def on_mount(self) -> None:
        """Begin at the element in view."""
        options = [*self._last_time(), *self._elements(), *self._parked()]
        here = self._interview.turn.step.element
        ids = [option.id for option in options]
        places = self.query_one(MarkedList)
        places.add_options(options)
        places.highlighted = ids.index(here) if here in ids else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to what was chosen."""
        self.dismiss(event.option.id)

    def _last_time(self) -> list[Option]:
        """The priorities of the review that this one follows, where it has any."""
        review = self._interview.review
        reviewed = sum(1 for name in review.promises if name in review.promise_progress)
        words = Content.assemble(
            (LAST_TIME_TITLE, "bold"),
            (f"  {reviewed} of {len(review.promises)} looked back on", "$secondary"),
        )
        return [Option(words, id=LAST_TIME)] if review.promises else []

    def _elements(self) -> list[Option]:
        return [Option(self._element(code), id=code) for code in self._interview.rubric.elements]

    def _element(self, code: str) -> Content:
        rubric, rating = self._interview.rubric, self._interview.review.elements[code].rating
        none = rating_chip("·", rubric.levels)[0], "$secondary"
        chip = rating_chip(rating, rubric.levels) if rating else none
        widest = max(len(one) for one in rubric.elements)
        return Content.assemble(
            (f"{code:<{widest}} ", "bold"),
            chip,
            f" {rubric.elements[code].name}",
            (f"  {self._state(code)}", "$secondary"),
        )

    def _state(self, code: str) -> str:
        review, flow = self._interview.review, self._interview.flow
        record = review.elements[code]
        parked = "parked, " if record.parked else ""
        if code not in review.scope:
            return f"{parked}not in this review"
        answered = sum(1 for question in record.questions.values() if question.leaning)
        if flow.half_done(code):
            return f"{parked}{answered} of {len(record.questions)} answered"
        if code in flow.set_aside:
            return f"{parked}not this time"
        return f"{parked}rated" if record.rating else f"{parked}not begun"

    def _parked(self) -> list[Option]:
        review, rubric = self._interview.review, self._interview.rubric
        parked = [id_ for id_ in rubric.questions if review.question(id_).parked]
        return [Option(self._question(id_), id=id_) for id_ in parked]

    def _question(self, id_: str) -> Content:
        text = shortened(self._interview.rubric.questions[id_].text, 54)
        return Content.assemble((f"{id_} ", "bold"), "parked: ", text)
