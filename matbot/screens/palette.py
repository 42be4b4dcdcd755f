"""The command palette: all commands available on the current page, searchable by name."""

from contextlib import suppress
from inspect import unwrap

from textual import work
from textual.command import CommandPalette
from textual.css.query import NoMatches


class Palette(CommandPalette):
    """Textual's command palette, which also handles keys before its list is mounted and an early close."""

    HELP = "Type a part of a command's name, and press Enter at the one you mean. Esc closes the list."

    def _action_command_list(self, action: str) -> None:
        try:
            super()._action_command_list(action)
        except KeyError:  # Textual looks up options of commands that are not mounted yet
            self.call_after_refresh(super()._action_command_list, action)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):  # if closed in the meantime, it has no list to fill
            await unwrap(CommandPalette._gather_commands)(self, search_value)
