"""A checker for faults of a page as drawn: text cut off, widgets out of view, an invisible focus."""

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
"""Keys that browsers never pass to a page."""


def faults(app: MatbotApp) -> list[str]:
    """Return the faults of the page shown, a line each."""
    screen = app.screen
    if isinstance(screen, CommandPalette):  # Textual's own
        return []
    widgets = [widget for widget in screen.query("*") if _is_drawn(widget)]
    found = [words for widget in widgets for words in (*_find_out_of_view(widget), *_find_cut_text(widget))]
    return [*found, *_find_key_line_faults(screen), *_find_browser_faults(screen), *_find_focus_faults(app)]


def shortened(screen: Screen[Any]) -> list[str]:
    """Return the texts of the split lines that did not fit and were shortened."""
    lines = [line for line in screen.query(SplitLine) if _is_drawn(line)]
    return [line.render().plain for line in lines if MORE in line.render().plain]


def drawn(screen: Screen[Any]) -> list[str]:
    """Return the lines of the page as text."""
    return [strip.text for strip in screen._compositor.render_strips()]


def cursors(screen: Screen[Any]) -> list[str]:
    """Return the text shown in reverse video, as a cursor is without colours."""
    strips = screen._compositor.render_strips()
    return [part.text for strip in strips for part in strip if part.style and part.style.reverse]


def may_have_focus(screen: Screen[Any]) -> list[Widget]:
    """Return the widgets of a page that Tab can reach."""
    return [widget for widget in screen.focus_chain if _is_drawn(widget)]


def is_typed_in(widget: Widget | None) -> bool:
    """Return whether text can be typed in a widget."""
    return isinstance(widget, Input | TextArea)


def _is_drawn(widget: Widget) -> bool:
    line = [widget, *(one for one in widget.ancestors if isinstance(one, Widget))]
    return widget.visible and all(one.display for one in line)


def _format_name(widget: Widget) -> str:
    return f"{type(widget).__name__}#{widget.id or ''}.{'.'.join(widget.classes)}"


def _can_scroll(widget: Widget, way: str) -> bool:
    """Return whether an ancestor of a widget can be scrolled to bring it into view."""
    above = [one for one in widget.ancestors if isinstance(one, Widget) and not isinstance(one, Screen)]
    return any(getattr(one.styles, f"overflow_{way}") in ("auto", "scroll") for one in above)


def _find_out_of_view(widget: Widget) -> Iterator[str]:
    """Yield a fault if a part of a widget is outside its container and cannot be scrolled to."""
    region, screen = widget.region, Region(0, 0, *widget.app.size)
    above = [one.region for one in widget.ancestors if isinstance(one, Widget) and one.region.area]
    if not region.area:
        return
    for room in (screen, *above):
        if region.right > room.right and not _can_scroll(widget, "x"):
            yield f"{_format_name(widget)} goes on to the right: {region} in {room}"
        if region.bottom > room.bottom and not _can_scroll(widget, "y"):
            yield f"{_format_name(widget)} goes on below: {region} in {room}"


def _find_cut_text(widget: Widget) -> Iterator[str]:
    """Yield a fault if text is cut off, unless it is meant to end with an ellipsis."""
    for words in (widget.border_title, widget.border_subtitle):
        if words and Content.from_text(words).cell_length > widget.outer_size.width - 4:
            yield f"{_format_name(widget)} cuts {words}"
    if not isinstance(widget, Static | Button) or not widget.content_size.width:
        return
    wraps = widget.styles.text_wrap != "nowrap"
    needed = widget.get_content_height(widget.container_size, widget.app.size, widget.content_size.width)
    if needed > widget.content_size.height and wraps:
        yield f"{_format_name(widget)} needs {needed} lines and has {widget.content_size.height}"
    if (
        not wraps
        and widget.styles.text_overflow != "ellipsis"
        and _measure_widest(widget) > widget.content_size.width
    ):
        yield f"{_format_name(widget)} is cut at {widget.content_size.width}"


def _measure_widest(widget: Widget) -> int:
    return max((Content(line).cell_length for line in str(widget.render()).splitlines()), default=0)


def _find_key_line_faults(screen: Screen[Any]) -> Iterator[str]:
    """Yield a fault if the key line cuts off a key or lacks F1."""
    for line in screen.query(KeyLine):
        words = line.render()
        if words.cell_length > line.size.width:
            yield f"the keys are cut: {words.plain}"
        if "F1 Help" not in words.plain:
            yield f"help is not there: {words.plain}"


def _find_browser_faults(screen: Screen[Any]) -> Iterator[str]:
    """Yield a fault for each command whose keys are all reserved by browsers."""
    keys = dict[str, set[str]]()
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.tooltip:
            keys.setdefault(active.binding.action, set()).add(active.binding.key)
    for action, its in keys.items():
        if its <= KEPT_BY_BROWSERS:
            yield f"in a browser no key does {action}: {its}"


def _find_focus_faults(app: MatbotApp) -> Iterator[str]:
    """Yield a fault if nothing has the focus, or the widget with the focus is out of view."""
    if app.focused is None:
        yield "nothing has the focus"
    elif not app.screen.find_widget(app.focused).visible_region.area:
        yield f"{_format_name(app.focused)} has the focus and is not in view"
