"""The keys of the moment, in one line at the foot of every page.

Textual's own Footer builds a widget for each key anew whenever the focus moves, which took twice as
long as all the rest of a turn.
"""

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget


class KeyLine(Widget):
    """What can be pressed now, by key and name; a click does the same."""

    def on_mount(self) -> None:
        """Draw again whenever other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._draw_again)

    def render(self) -> Content:
        """The keys in the order of their commands."""
        return Content(" ").join(self._command(name, active) for name, active in self._commands().items())

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        active = self._commands().get(event.style.meta.get("command", ""))
        if active:
            await self.app.run_action(active.binding.action, active.node)

    def _commands(self) -> dict[str, ActiveBinding]:
        """The commands to show, by their action; of several keys for one the first."""
        commands: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                commands.setdefault(active.binding.action, active)
        return commands

    def _command(self, name: str, active: ActiveBinding) -> Content:
        key = self.app.get_key_display(active.binding)
        group = active.binding.group
        called = group.description if group else active.binding.description
        words = Content.assemble((key, "bold $accent"), f" {called}")
        return words.stylize(Style.from_meta({"command": name}))

    def _draw_again(self, _screen: Screen[object]) -> None:
        self.refresh()
