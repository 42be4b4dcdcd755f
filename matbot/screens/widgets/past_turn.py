"""A turn that is behind: one static text, so that a long conversation stays quick."""

from textual.content import Content
from textual.widgets import Static

from matbot.interview.past import PastTurn
from matbot.text import shown


class PastTurnView(Static):
    """What was asked, small, and what was said."""

    def __init__(self, turn: PastTurn) -> None:
        super().__init__(_content(turn), markup=False)
        self.turn = turn


def _content(turn: PastTurn) -> Content:
    choice, *words = (Content(shown(line)) for line in turn.lines)
    return Content("\n").join([Content.styled(turn.title, "$secondary"), choice.stylize("bold"), *words])
