"""The key line at the foot of every page.

Textual's own Footer creates a new widget for each key whenever the focus moves, which took twice as long as
all the rest of a turn.
"""

from collections.abc import Iterable

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

HELP = "f1"
"""The key that is always shown: help lists all the others."""

FIRST = (HELP, "escape", "enter", "ctrl+s", "ctrl+b", "ctrl+f", "f9", "w", "ctrl+o")
"""The keys kept if there is not room for all: those that go back, continue, save, stop or write."""

LAST = "ctrl+p"
"""The key left out first: help lists what it finds too."""

MORE = "…"
"""Shown before help if keys were left out."""


class KeyLine(Widget):
    """The keys that work now, with their names, which can also be clicked.

    If there is not room for all, the least needed are left out whole.
    """

    def on_mount(self) -> None:
        """Redraw whenever the active keys change."""
        self.screen.bindings_updated_signal.subscribe(self, self._draw_again)

    def render(self) -> Content:
        """Render the keys in the order of their commands, as many as fit."""
        commands = self._commands()
        words = {name: self._command(name, active) for name, active in commands.items()}
        kept = _select_fitting(words, _sort_by_need(commands), self.content_size.width)
        if len(kept) < len(words):
            kept = {name: _add_more_mark(kept[name], commands[name]) for name in kept}
        return _join(kept.values())

    async def on_click(self, event: events.Click) -> None:
        """Run the command of the clicked key."""
        active = self._commands().get(event.style.meta.get("command", ""))
        if active:
            await self.app.run_action(active.binding.action, active.node)

    def _commands(self) -> dict[str, ActiveBinding]:
        """Return the commands to show, by action; of several keys for one command, the first."""
        commands: dict[str, ActiveBinding] = {}
        left_out: frozenset[str] = getattr(self.screen, "not_in_footer", frozenset())
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled and active.binding.action not in left_out:
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


def _sort_by_need(commands: dict[str, ActiveBinding]) -> list[str]:
    """Return the actions of the commands, most needed first."""
    needed = [*FIRST, "", LAST]
    keys = {name: active.binding.key for name, active in commands.items()}
    return sorted(keys, key=lambda name: needed.index(keys[name] if keys[name] in needed else ""))


def _join(words: Iterable[Content]) -> Content:
    return Content(" ").join(words)


def _add_more_mark(words: Content, active: ActiveBinding) -> Content:
    """Return a command's text, with the mark for omitted keys before help."""
    return Content.assemble((f"{MORE} ", "$secondary"), words) if active.binding.key == HELP else words


def _select_fitting(words: dict[str, Content], by_need: list[str], room: int) -> dict[str, Content]:
    """Return the commands that fit: all of them, or the most needed with the mark for omitted keys."""
    if _join(words.values()).cell_length <= room:
        return words
    room -= len(MORE) + 1
    kept = set(by_need[:1])
    for name in by_need[1:]:
        if _join(words[one] for one in {*kept, name}).cell_length <= room:
            kept.add(name)
    return {name: words[name] for name in words if name in kept}
