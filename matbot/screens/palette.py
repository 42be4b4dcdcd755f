"""The list of all commands that can be given on the page in view, to find by name."""

from textual.command import CommandPalette


class Palette(CommandPalette):
    """Textual's own, which also takes keys that come before its list is laid out."""

    HELP = "Type a part of a command's name, and press Enter at the one you mean. Esc closes the list."

    def _action_command_list(self, action: str) -> None:
        try:
            super()._action_command_list(action)
        except KeyError:  # Textual looks for the lines of commands that are not laid out yet
            self.call_after_refresh(super()._action_command_list, action)
