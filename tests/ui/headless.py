"""Replacements for work that an app without a terminal can skip: composing pictures and parsing style sheets.

Both take a large part of the time of a screen test, and a test sees nothing of them.
"""

from collections.abc import Callable, Hashable
from typing import Any

from rich.console import RenderableType
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.geometry import Region
from textual.screen import Screen

_render_update = Compositor.render_update
_parse_rules: Callable[..., list[RuleSet]] = Stylesheet._parse_rules
_parsed: dict[Hashable, list[RuleSet]] = {}


def render_update(
    compositor: Compositor,
    full: bool = False,
    screen_stack: list[Screen[Any]] | None = None,
    simplify: bool = False,
) -> RenderableType | None:
    """Render each widget that would be sent to a terminal; a replacement for `Compositor.render_update`.

    Widgets render and raise errors as usual. Only the lines are not cut where widgets overlap, as the app
    discards the result. A snapshot is requested with `full`, and is composed as usual.
    """
    screen = compositor.size.region
    if full:
        return _render_update(compositor, full, screen_stack, simplify)
    visible_screen_stack.set([] if screen_stack is None else screen_stack)
    dirty = compositor._dirty_regions
    if not dirty:
        return None
    crop = screen if screen in dirty else Region.from_union(list(dirty)).intersection(screen)
    dirty.clear()
    for _ in compositor._get_renders(crop):
        pass
    return None


def parse_rules(
    stylesheet: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """Parse a style sheet once for all apps with the same variables; replaces `Stylesheet._parse_rules`.

    Sharing is safe because parsed rules are read-only: an app already shares them among its widgets. If a
    variable has another value, as in another theme, they are parsed again.
    """
    what = (css, read_from, is_default_rules, tie_breaker, scope)
    key = (what, tuple(sorted(stylesheet._variables.items())))
    if key not in _parsed:
        _parsed[key] = _parse_rules(stylesheet, *what)
    return list(_parsed[key])
