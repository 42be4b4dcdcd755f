"""The Textual app: its screens, its themes and the message shown if matbot itself fails."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import ScreenStackError, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets._toast import Toast, ToastHolder

from matbot.commands import format_key
from matbot.commands.home import APP
from matbot.screens.host import Host, is_too_small
from matbot.screens.input_queue import InputQueue
from matbot.screens.keys import bindings_of, find_active
from matbot.screens.themes import DARK, LIGHT, RATING_COLOURS_NONE
from matbot.text import shown

if TYPE_CHECKING:
    from matbot.screens.tour import Tour
    from matbot.store.workspace import Workspace


SCREENS = Path(__file__).parent
STYLES = ("common", "widgets/marked_list", "home/home")
"""The style sheets shared by all screens and those of the home page; each other screen names its own."""

LEAVES_WITHIN = 2.0
"""Seconds after a stop signal before matbot exits by force; drafts are on disk by then."""

COLOURLESS = "ansi-dark"
"""Textual's theme that leaves all colours to the terminal, used if NO_COLOR is set."""


class MatbotApp(Host):
    """The Textual application, over one workspace."""

    TITLE = "matbot"
    CSS_PATH = [SCREENS / f"{name}.tcss" for name in STYLES]  # noqa: RUF012 - Textual's type
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's type
        (0, "-narrow"),
        (78, "-medium"),
        (100, "-wide"),
        (132, "-widest"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(APP)
    DEFAULT_MODE = "home"

    def __init__(self, workspace: Workspace) -> None:
        self.input = InputQueue(self)
        self.tour: Tour | None = None
        """The tour in progress, or None."""
        self._is_ready = False
        self.begins_with_tour = False
        """Whether the tour opens when the app starts."""
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(workspace, ansi_color=colourless or None)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        if colourless:
            self.theme = COLOURLESS
        else:  # nothing has been drawn yet, so no redraw is needed
            self.set_reactive(MatbotApp.theme, DARK.name)
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[Any]:
        """Return the home page, which is below all other screens."""
        from matbot.screens.home.home import HomeScreen

        return HomeScreen()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the rating colours for themes that define none."""
        return RATING_COLOURS_NONE

    def get_key_display(self, binding: Binding) -> str:
        """Return the name of a key as printed on the keyboard, such as `Ctrl+J`."""
        return binding.key_display or format_key(binding.key.split(",")[0])

    def open_review(self, reference: str) -> None:
        """Open a review in the conversation, by its id or file name.

        Raises:
            StoreError: the review cannot be opened.

        """
        from matbot.screens.interview.interview import InterviewScreen

        self.close_review()
        self.review_file = self.workspace.open(reference)
        self.push_screen(InterviewScreen(self.review_file))

    async def action_tour(self) -> None:
        """Start the tour, on sample reviews that are deleted afterwards."""
        from matbot.screens.tour import Tour

        if self.tour is None:
            try:
                self.tour = Tour(self, self._forget_tour)
            except OSError:
                self.notify("There is no room for the tour's sample reviews.", severity="warning")
            else:
                await self.tour.begin()

    def _forget_tour(self) -> None:
        self.tour = None

    def clear_tour(self) -> None:
        """Delete the files of a tour, however matbot ends; safe to call from any thread."""
        if self.tour is not None:
            self.tour.clear()

    async def on_event(self, event: events.Event) -> None:
        """Handle input in the order it arrived; a tour in progress sees key presses and clicks first."""
        if not self._is_ready and isinstance(event, events.Key) and event.key == "ctrl+j":
            # Typed before matbot had the terminal, which turned Enter into a newline.
            event = events.Key("enter", "\r")
        if self.input.takes(event):
            return
        try:
            if self.tour is None or not self.tour.takes(event):
                await super().on_event(event)
        finally:
            self.input.acted_on(event)

    def action_command_palette(self) -> None:
        """Show the command palette, unless the terminal is too small for it."""
        from matbot.screens.palette import Palette

        if not (isinstance(self.screen, CommandPalette) or is_too_small(self.size)):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield every command available on the screen, by name, once even if it has several keys."""
        for name, active in find_active(screen).items():
            if name != "command_palette":
                action = partial(self.run_action, name, active.node)
                yield SystemCommand(active.binding.description, active.binding.tooltip, action)
        if list_changes := getattr(screen, "list_changes", None):
            yield from (SystemCommand(*change) for change in list_changes())
        for command in getattr(screen, "WITHOUT_KEY", ()):
            yield SystemCommand(command.label, command.help, partial(self.run_action, command.id, screen))
        if self.theme != COLOURLESS:
            light = APP.command("light_or_dark")
            yield SystemCommand(light.label, light.help, self.action_light_or_dark)

    async def action_quit(self) -> None:
        """Quit; ask first if anything is not saved yet."""
        file = self.review_file
        if file is None or not file.unsaved:
            self.exit()
            return
        if is_too_small(self.size):  # there is no room for the dialog, and nothing may be lost without asking
            self.bell()
            return
        from matbot.presenters.review_list import format_unsaved
        from matbot.screens.dialogs import AskScreen

        words = format_unsaved(file.unsaved, "not on disk yet. If you leave now, that is lost.")
        ways = {"again": "Try to save it now", "leave": "Leave all the same"}
        self.push_screen(AskScreen("Not everything is saved", words, ways, "stay here"), self._leave)

    def _leave(self, way: str | None) -> None:
        if way == "leave":
            self.exit()
        elif way == "again":
            self.screen.try_again()  # type: ignore[attr-defined]  # only a review can be unsaved

    def _refresh_notifications(self) -> None:
        """Show the messages there are now, and take away the lines of those that are gone.

        Textual 8.2.8 removes an outdated message but leaves the container that held it, which keeps a line
        (`findings/textual-toast-holder-left.sh`).
        """
        with suppress(ScreenStackError):
            for holder in self.screen.query(ToastHolder):
                if not any(toast._notification in self._notifications for toast in holder.query(Toast)):
                    holder.remove()
        super()._refresh_notifications()

    def on_mount(self) -> None:
        """Handle the signals of a closed window or a system stop, to save drafts first; start the tour."""
        if not self.is_headless:
            for name in {"SIGHUP", "SIGTERM"} & set(dir(signal)):
                signal.signal(getattr(signal, name), partial(self.stop_on_signal, asyncio.get_running_loop()))
        if self.begins_with_tour:
            self.call_after_refresh(self.action_tour)

    def on_ready(self) -> None:
        """Turn garbage collection back on if it was off during start-up, excluding what start-up created."""
        self._is_ready = True
        if not gc.isenabled():
            gc.freeze()  # scanning all of it again and again would delay key presses
            gc.enable()

        self._check_size(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Show a separate page while the terminal is too small for any other."""
        # Before Textual notifies the current page, so that no page is laid out in too little room.
        self._check_size(event.size)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        # Textual also lays out dialogs below a page that covers them.
        return [] if is_too_small(self.size) else super()._background_screens

    def _check_size(self, size: Size) -> None:
        if not self.screen_stack or not is_too_small(size):
            return
        from matbot.screens.too_small import TooSmallScreen

        if not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())

    def on_unmount(self) -> None:
        """Delete the files of a tour and stop handling input."""
        self.input.close()
        self.clear_tour()

    def stop_on_signal(self, loop: asyncio.AbstractEventLoop, *_signal: object) -> None:
        """Exit cleanly soon, or by force if that takes too long; safe to call from any thread."""
        # The terminal may be gone or no longer accept output: Textual would wait for it for ever.
        by_force = Timer(LEAVES_WITHIN, self._force_exit)
        by_force.daemon = True
        by_force.start()
        loop.call_soon_threadsafe(self.leave_in_good_order)

    def _force_exit(self) -> None:
        self.clear_tour()
        os._exit(1)

    def leave_in_good_order(self) -> None:
        """Save the drafts and exit."""
        self._keep_drafts()
        self.run_worker(self._exit_when_idle())

    async def _exit_when_idle(self) -> None:
        """Exit once all queued input is handled and saved; a page closed while being built lacks widgets."""
        await self.input.join()
        self._keep_drafts()
        self.exit()

    def _keep_drafts(self) -> None:
        for screen in self.screen_stack:
            if keep_drafts := getattr(screen, "keep_drafts", None):
                keep_drafts()

    def action_light_or_dark(self) -> None:
        """Switch between the light and the dark theme."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def action_help(self) -> None:
        """Show help for the current page; over the command palette, for the page behind it."""
        from matbot.screens.help import HelpScreen

        if is_too_small(self.size):  # the page shown then needs no further help
            return
        if isinstance(self.screen, CommandPalette):
            self.pop_screen()
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def _fatal_error(self) -> None:
        """Exit with a short message: no local variables and nothing that users typed reach the terminal."""
        self.bell()
        self._exit_renderables.append(Text(self._apology()))  # not a str: a path may look like markup
        self._close_messages_no_wait()

    def _apology(self) -> str:
        fault = sys.exc_info()[0]
        kept = ""
        if self.review_file is not None and self.review_file.saved is not None:
            saved = self.review_file.saved.astimezone()
            path = shown(str(self.review_file.path))
            kept = f"Everything said up to {saved:%H:%M:%S} is saved in {path}\n"
        return (
            f"matbot has stopped because of a fault of its own ({fault.__name__ if fault else 'unknown'}).\n"
            f"{kept}Start matbot again to carry on where you were."
        )


def run(workspace: Workspace, tour: bool = False) -> int:
    """Run the app over a workspace, optionally starting with the tour, and return the exit status."""
    app = MatbotApp(workspace)
    app.begins_with_tour = tour
    try:
        app.run()
    finally:
        app.close_review()
        app.clear_tour()
    return app.return_code or 0
