"""The pages that the conversation opens: to look at, to choose from, or to go on with."""

from __future__ import annotations

from matbot.review.carrying import crossings_of
from matbot.screens.host import host_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.turn_parts import then_of


class WaysOn(ReviewScreen[None]):
    """What leads from the conversation to other pages, and keeps what is half typed first."""

    def action_map(self) -> None:
        """Show the whole map."""
        from matbot.review.heat_map import heat_map
        from matbot.screens.map import MapScreen

        rubric, current = self.interview.rubric, self.interview.turn.step.element
        rows = heat_map(rubric, self.interview.review)
        self.app.push_screen(MapScreen(rows, rubric.scale, current, then_of(self.interview)))

    def action_priorities(self) -> None:
        """Choose priorities."""
        from matbot.screens.priorities import PrioritiesScreen

        self.keep_drafts()
        self.app.push_screen(PrioritiesScreen(self.file))

    def action_transcript(self) -> None:
        """Read the transcript."""
        from matbot.screens.transcript import TranscriptScreen

        self.keep_drafts()
        self.app.push_screen(TranscriptScreen(self.file))

    def action_reality(self) -> None:
        """Write down a reality check: of the element that is talked about if it is rated, else of any."""
        from matbot.screens.reality_check import which_rating

        rated, here = self.interview.review.rated, self.interview.turn.step.element
        if here in rated or len(rated) == 1:
            self._check_with_others(here if here in rated else rated[0])
        elif rated:
            self.app.push_screen(which_rating(self.interview), self._check_with_others)
        else:
            self.tell("Nothing is rated yet. Once something is, you can test it with others.")

    def action_moments(self) -> None:
        """Name this moment, or look at those that were named."""
        from matbot.screens.moments import MomentsScreen

        self.keep_drafts()
        self.app.push_screen(MomentsScreen(self.file))

    @property
    def may_be_carried(self) -> bool:
        """Whether other editions can be seen from here and there is one, or it was carried over before."""
        from matbot.screens.shelf import by_name

        if not host_of(self).sees_others:
            return False
        others = set(by_name(host_of(self).workspace.rubrics)) - {self.file.rubric.id}
        return bool(others) or bool(crossings_of(self.file.begun_with, self.file.replies))

    def action_carry_over(self) -> None:
        """Carry the review over to another edition, or back."""
        from matbot.screens.carry_over import CarryOverScreen

        self.keep_drafts()
        self.app.push_screen(CarryOverScreen(self.file), self._carried)

    def _carried(self, words: str | None) -> None:
        """Say what became of the review, long enough to be read."""
        if words:
            self.notify(words, markup=False, timeout=12)

    def _check_with_others(self, code: str | None) -> None:
        from matbot.screens.reality_check import RealityCheckForm

        if code:
            self.keep_drafts()
            self.app.push_screen(RealityCheckForm(self.file, code))
