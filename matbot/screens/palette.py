"""The list of all commands that can be given on the page in view, to find by name."""

from contextlib import suppress
from inspect import unwrap

from textual import work
from textual.command import CommandPalette
from textual.css.query import NoMatches


class Palette(CommandPalette):
    """Textual's own, which also takes keys before its list is laid out, and may be closed before it looks."""

    HELP = "Type a part of a command's name, and press Enter at the one you mean. Esc closes the list."

    def _action_command_list(self, action: str) -> None:
        try:
            super()._action_command_list(action)
        except KeyError:  # Textual looks for the lines of commands that are not laid out yet
            self.call_after_refresh(super()._action_command_list, action)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):  # closed meanwhile, it has no list to fill any more
            await unwrap(CommandPalette._gather_commands)(self, search_value)
