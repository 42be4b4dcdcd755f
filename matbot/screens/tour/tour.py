"""The tour: it moves from stop to stop until its end or Esc, then goes home and keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult, InvalidModeError
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from matbot.commands.home import APP, QUIT, TOUR
from matbot.demo.tour import Sample, SampleRemoved, SampleTalk
from matbot.interview import Turn
from matbot.screens.background import run_in_background
from matbot.screens.host import Host
from matbot.screens.keys import bindings_of
from matbot.screens.tour.bar import TourBar
from matbot.screens.tour.stops import STOPS, Stop
from matbot.screens.tour.walking import SampleWalk
from matbot.screens.widgets.choice_bar import ChoiceBar
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.top_line import TopLine
from matbot.screens.widgets.words_box import WordsBox
from matbot.store.errors import StoreError, not_saved
from matbot.text import shown

MAKING = "Making the sample reviews …"


class OpeningScreen(Screen[None]):
    """The page shown while the sample reviews are made."""

    CSS_PATH = "tour.tcss"
    HELP: ClassVar[str] = "The tour begins in a moment. Esc ends it at any point."

    def compose(self) -> ComposeResult:
        """Lay out the message that the reviews are being made."""
        yield TopLine()
        with Vertical(id="page"):
            yield Static(Content(MAKING))

    def on_mount(self) -> None:
        """Set the title of the page."""
        self.query_one(TopLine).title = "matbot"


MODE = "tour"
"""The mode of the tour's screens, separate from those of the app."""

ENDED = "You have left the tour. Nothing of it was kept."
DONE = "That was the tour. Nothing of it was kept. n begins a review of your own."

_LOOKS = {"up", "down", "left", "right", "pageup", "pagedown", "home", "end"}
"""Keys that move within a page and open nothing."""

_ALWAYS = {*APP.command("help").keys.split(","), *QUIT.keys.split(","), "ctrl+c"}
"""Keys that work at every stop: help, and quitting matbot."""

_EDITS = {"backspace", "delete", "ctrl+j"}


class Tour:
    """Eight stops over sample reviews. While it runs, the app's workspace is the sample's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(TOUR)
    """The tour's own keys, which take precedence over those of the page."""

    def __init__(self, app: Host, left: Callable[[], None]) -> None:
        """Create the tour and its sample.

        Args:
            app: the app that the tour runs in.
            left: called once the tour is over.

        Raises:
            OSError: there is no room for the sample.

        """
        self._app, self._own_workspace, self._left = app, app.workspace, left
        self._is_over = False
        self._sample = Sample()
        self._walking: SampleWalk | None = None
        self._at = -1
        self._page: Screen[Any] | None = None
        """The page of the stop; on any other page, such as help, the tour does not filter input."""
        self._moving = False

    async def begin(self) -> None:
        """Make the sample in the background, behind an opening page, and go to the first stop."""
        with suppress(InvalidModeError):  # the mode was added by an earlier tour
            self._app.add_mode(self._app.DEFAULT_MODE, self._app.get_default_screen)
        self._app.add_mode(MODE, OpeningScreen)
        await self._app.switch_mode(MODE)
        await self._show("Tour of matbot.", "It takes about two minutes, and nothing of it is kept.")
        self._app.screen.run_worker(self._make())

    def clear(self) -> None:
        """Delete everything the tour made; safe to call at any time and from any thread."""
        self._app.workspace = self._own_workspace
        self._sample.clear()

    def takes(self, event: events.Event) -> bool:
        """Return whether the tour handles an event itself or withholds it from the page of a stop."""
        is_press = isinstance(event, events.Key | events.MouseDown | events.MouseUp)
        if not is_press or event.is_forwarded or self._app.screen is not self._page:
            return False
        if isinstance(event, events.Key):
            return self._takes_key(event)
        return isinstance(event, events.MouseEvent) and not self._may_click(event)

    def _takes_key(self, event: events.Key) -> bool:
        own = next((command for command in TOUR.commands if event.key in command.keys.split(",")), None)
        if own is None:
            return not self._is_passed_on(event)
        self._run_action(own.id)
        return True

    def _run_action(self, id_: str) -> None:
        """Run the command of a key or click."""
        getattr(self, f"action_{id_}")()

    def action_go_on(self) -> None:
        """Go to the next stop."""
        self._app.call_later(self.go_on)

    def action_end(self) -> None:
        """End the tour."""
        self._app.call_later(self.end, ENDED)

    def _is_passed_on(self, event: events.Key) -> bool:
        """Return whether a key is passed on to the page."""
        stop = self._stop
        if event.key in _LOOKS | _ALWAYS or stop is None:
            return event.key in _LOOKS | _ALWAYS
        if stop.typing:
            return event.is_printable or event.key in _EDITS
        return event.key in stop.keys

    def _may_click(self, event: events.MouseEvent) -> bool:
        """Return whether a click is on the tour's bar or on an answer allowed at this stop."""
        widget = self._app.get_widget_at(event.x, event.y)[0]
        stop = self._stop
        open_to_clicks: tuple[type[Widget], ...] = (TourBar,)
        if stop and stop.step:
            open_to_clicks += (WordsBox,) if stop.typing else (ChoiceBar,)
        return any(isinstance(one, open_to_clicks) for one in widget.ancestors_with_self)

    # Navigation

    async def go_on(self) -> None:
        """Go to the next stop, or home after the last."""
        if self._walking is None or self._moving:
            return
        if self._at + 1 == len(STOPS):
            await self.end(DONE)
            return
        self._moving = True
        self._at += 1
        stop = STOPS[self._at]
        try:
            await stop.arrive(self._walking)
        except StoreError as problem:
            await self.end(f"The tour cannot go on. {problem}")
            return
        await self._show(f"Tour, {self._at + 1} of {len(STOPS)}.", stop.look, stop.own_keys)
        self._moving = False

    async def end(self, words: str) -> None:
        """Go home with nothing kept, and show `words` in a notification."""
        app = self._app
        if self._is_over:
            return
        self._is_over = True
        self._left()
        app.close_review()
        app.workspace = self._own_workspace
        await app.switch_mode(app.DEFAULT_MODE)
        await app.remove_mode(MODE)
        self.clear()
        app.notify(shown(words), markup=False, timeout=10)

    def _on_turn(self, turn: Turn) -> None:
        """Go to the next stop once the question of the current one is answered."""
        stop = self._stop
        if stop and stop.step and not self._moving and turn.step.key != stop.step:
            self._app.call_later(self.go_on)

    async def _make(self) -> None:
        try:
            talk: SampleTalk = await run_in_background(self._sample.make)
        except SampleRemoved:
            return
        except (OSError, StoreError) as problem:
            words = not_saved(problem) if isinstance(problem, OSError) else problem
            self._app.call_later(self.end, f"The tour could not be made. {words}")
            return
        self._app.workspace = self._sample.workspace
        self._walking = SampleWalk(self._app, self._sample, talk, self._on_turn)
        self._app.call_later(self.go_on)

    async def _show(self, where: str, look: str, keys: str = "") -> None:
        """Show the tour's bar above the current page, in place of the previous one.

        The page's own key line is hidden, since most of those keys are withheld until the tour is over.
        """
        self._page = page = self._app.screen
        page.query(KeyLine).set(display=False)
        await page.query(TourBar).remove()
        await page.mount(TourBar(where, look, keys, self._run_action))

    @property
    def _stop(self) -> Stop | None:
        return STOPS[self._at] if self._at >= 0 else None
