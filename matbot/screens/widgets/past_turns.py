"""The turns that are behind: one static text each, so that a long conversation stays quick."""

from collections.abc import Sequence
from itertools import takewhile

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from matbot.interview.past import PastTurn
from matbot.text import shown


class PastTurnView(Static):
    """What was asked, small, and what was said."""

    def __init__(self, turn: PastTurn) -> None:
        super().__init__(_content(turn), markup=False)
        self.turn = turn


class PastTurns(Vertical):
    """All turns that are behind, in the order they were taken."""

    def show(self, turns: Sequence[PastTurn]) -> None:
        """Show these turns; only those that are not shown yet are drawn."""
        views = list(self.query(PastTurnView))
        pairs = zip(views, turns, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0].turn == pair[1], pairs))
        for view in views[same:]:
            view.remove()
        self.mount_all([PastTurnView(turn) for turn in turns[same:]])


def _content(turn: PastTurn) -> Content:
    choice, *words = (Content(shown(line)) for line in turn.lines)
    return Content("\n").join([Content.styled(turn.title, "$secondary"), choice.stylize("bold"), *words])
