"""The pages that the conversation opens over itself."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from matbot.commands.conversation import CONVERSATION
from matbot.review.migration import find_migrations
from matbot.screens.host import find_host
from matbot.screens.interview.turn_parts import find_earlier_ratings
from matbot.screens.review_screen import ReviewScreen


class PageLinksScreen(ReviewScreen[None]):
    """The commands that open other pages from the conversation; they save the drafts first."""

    def open_page(self, opens: str) -> None:
        """Open a page that needs only the review's file, given as `module:Class`."""
        module, _, name = opens.partition(":")
        self.keep_drafts()
        self.app.push_screen(getattr(import_module(module), name)(self.file))

    def action_map(self) -> None:
        """Show the whole heat map."""
        from matbot.review.heat_map import heat_map
        from matbot.screens.interview.heat_map import MapScreen

        rubric, current = self.interview.rubric, self.interview.turn.step.element
        rows = heat_map(rubric, self.interview.review)
        self.app.push_screen(MapScreen(rows, rubric.scale, current, find_earlier_ratings(self.interview)))

    def action_reality(self) -> None:
        """Open the reality check form for the current element if it is rated, otherwise for one to choose."""
        from matbot.screens.answers.reality_check import build_rating_dialog

        rated, here = self.interview.review.rated, self.interview.turn.step.element
        if here in rated or len(rated) == 1:
            self._check_with_others(here if here in rated else rated[0])
        elif rated:
            self.app.push_screen(build_rating_dialog(self.interview), self._check_with_others)
        else:
            self.tell("Nothing is rated yet. Once something is, you can test it with others.")

    @property
    def may_be_migrated(self) -> bool:
        """Whether other reviews are accessible here and this one can be moved, or moved back."""
        from matbot.presenters.framework_versions import find_versions

        if not find_host(self).sees_others:
            return False
        others = set(find_versions(find_host(self).workspace.rubrics)) - {self.file.rubric.id}
        return bool(others) or bool(find_migrations(self.file.begun_with, self.file.events))

    def action_migrate(self) -> None:
        """Move the review to another framework version, or back."""
        from matbot.screens.frameworks.migration import MigrationScreen

        self.keep_drafts()
        self.app.push_screen(MigrationScreen(self.file), self._was_migrated)

    def _was_migrated(self, words: str | None) -> None:
        """Show the result of the move, long enough to be read."""
        if words:
            self.notify(words, markup=False, timeout=12)

    def _check_with_others(self, code: str | None) -> None:
        from matbot.screens.answers.reality_check import RealityCheckForm

        if code:
            self.keep_drafts()
            self.app.push_screen(RealityCheckForm(self.file, code))


def _build_action(opens: str) -> Callable[[PageLinksScreen], None]:
    def open_page(self: PageLinksScreen) -> None:
        self.open_page(opens)

    return open_page


for _command in CONVERSATION.commands:
    if _command.opens:  # its module is imported when the page is first opened
        setattr(PageLinksScreen, f"action_{_command.id}", _build_action(_command.opens))
