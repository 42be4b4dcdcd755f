"""What is wrong with a page as it is drawn: words cut off, parts out of view, a focus that nobody sees."""

from collections.abc import Iterator
from typing import Any

from textual.command import CommandPalette
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, Static, TextArea

from matbot.screens.app import MatbotApp
from matbot.screens.widgets.key_line import MORE, KeyLine
from matbot.screens.widgets.split_line import SplitLine

KEPT_BY_BROWSERS = {"ctrl+t", "ctrl+n", "ctrl+w", "ctrl+tab", "ctrl+pageup", "ctrl+pagedown", "f11"}
"""Keys that browsers keep for themselves, whatever the page in them says."""


def faults(app: MatbotApp) -> list[str]:
    """What is wrong with the page in view, in words; nothing where all is well."""
    screen = app.screen
    if isinstance(screen, CommandPalette):  # Textual's own
        return []
    widgets = [widget for widget in screen.query("*") if _is_drawn(widget)]
    found = [words for widget in widgets for words in (*_out_of_view(widget), *_cut(widget))]
    return [*found, *_keys(screen), *_browser(screen), *_focus(app)]


def shortened(screen: Screen[Any]) -> list[str]:
    """The lines with two ends that could not be said whole."""
    lines = [line for line in screen.query(SplitLine) if _is_drawn(line)]
    return [line.render().plain for line in lines if MORE in line.render().plain]


def drawn(screen: Screen[Any]) -> list[str]:
    """What the page shows, as its characters alone."""
    return [strip.text for strip in screen._compositor.render_strips()]


def cursors(screen: Screen[Any]) -> list[str]:
    """What the page shows in reverse video, as a cursor is where there are no colours."""
    strips = screen._compositor.render_strips()
    return [part.text for strip in strips for part in strip if part.style and part.style.reverse]


def may_have_focus(screen: Screen[Any]) -> list[Widget]:
    """The parts of a page that Tab can go to."""
    return [widget for widget in screen.focus_chain if _is_drawn(widget)]


def is_typed_in(widget: Widget | None) -> bool:
    """Whether a cursor stands in it."""
    return isinstance(widget, Input | TextArea)


def _is_drawn(widget: Widget) -> bool:
    line = [widget, *(one for one in widget.ancestors if isinstance(one, Widget))]
    return widget.visible and all(one.display for one in line)


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__}#{widget.id or ''}.{'.'.join(widget.classes)}"


def _scrolls(widget: Widget, way: str) -> bool:
    """Whether something round a widget can be scrolled so that it comes into view."""
    above = [one for one in widget.ancestors if isinstance(one, Widget) and not isinstance(one, Screen)]
    return any(getattr(one.styles, f"overflow_{way}") in ("auto", "scroll") for one in above)


def _out_of_view(widget: Widget) -> Iterator[str]:
    """Whether a part of a widget lies outside of what holds it, and cannot be scrolled to."""
    region, screen = widget.region, Region(0, 0, *widget.app.size)
    above = [one.region for one in widget.ancestors if isinstance(one, Widget) and one.region.area]
    if not region.area:
        return
    for room in (screen, *above):
        if region.right > room.right and not _scrolls(widget, "x"):
            yield f"{_name(widget)} goes on to the right: {region} in {room}"
        if region.bottom > room.bottom and not _scrolls(widget, "y"):
            yield f"{_name(widget)} goes on below: {region} in {room}"


def _cut(widget: Widget) -> Iterator[str]:
    """Whether words are cut off; those that end with an ellipsis on purpose are not."""
    for words in (widget.border_title, widget.border_subtitle):
        if words and Content.from_text(words).cell_length > widget.outer_size.width - 4:
            yield f"{_name(widget)} cuts {words}"
    if not isinstance(widget, Static | Button) or not widget.content_size.width:
        return
    wraps = widget.styles.text_wrap != "nowrap"
    needed = widget.get_content_height(widget.container_size, widget.app.size, widget.content_size.width)
    if needed > widget.content_size.height and wraps:
        yield f"{_name(widget)} needs {needed} lines and has {widget.content_size.height}"
    if (
        not wraps
        and widget.styles.text_overflow != "ellipsis"
        and _widest(widget) > widget.content_size.width
    ):
        yield f"{_name(widget)} is cut at {widget.content_size.width}"


def _widest(widget: Widget) -> int:
    return max((Content(line).cell_length for line in str(widget.render()).splitlines()), default=0)


def _keys(screen: Screen[Any]) -> Iterator[str]:
    """Whether the line of keys has only whole keys on it, help among them."""
    for line in screen.query(KeyLine):
        words = line.render()
        if words.cell_length > line.size.width:
            yield f"the keys are cut: {words.plain}"
        if "F1 Help" not in words.plain:
            yield f"help is not there: {words.plain}"


def _browser(screen: Screen[Any]) -> Iterator[str]:
    """Whether each command has a key that a page in a browser can have."""
    keys = dict[str, set[str]]()
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.tooltip:
            keys.setdefault(active.binding.action, set()).add(active.binding.key)
    for action, its in keys.items():
        if its <= KEPT_BY_BROWSERS:
            yield f"in a browser no key does {action}: {its}"


def _focus(app: MatbotApp) -> Iterator[str]:
    """Whether something has the focus, and can be seen."""
    if app.focused is None:
        yield "nothing has the focus"
    elif not app.screen.find_widget(app.focused).visible_region.area:
        yield f"{_name(app.focused)} has the focus and is not in view"
