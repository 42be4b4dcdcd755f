"""Textual key bindings built from the commands declared for a page."""

from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen

from matbot.commands import Command, Page


def bindings_of(page: Page) -> list[BindingType]:
    """Return the BINDINGS of a screen or widget: the commands of its page that have a key.

    Keys that only edit or move the highlight within a widget, such as the arrows in a bar, are not commands:
    they are not in the help, and the widget adds them as plain bindings without a tooltip.
    """
    return [_build_binding(page, command) for command in page.commands if command.keys]


def _build_binding(page: Page, command: Command) -> Binding:
    return Binding(
        command.keys,
        command.action or command.id,
        command.label,
        show=command.in_footer,
        priority=command.works_while_typing,
        tooltip=command.help,
        id=page.full_id(command),
        group=Binding.Group(command.short) if command.short else None,
    )


def find_active(screen: Screen[object]) -> dict[str, ActiveBinding]:
    """Return the commands available on a screen now, by action; of several keys, the one to display."""
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.tooltip:
            found.setdefault(active.binding.action, active)
    return found
