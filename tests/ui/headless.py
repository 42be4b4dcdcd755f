"""What an app without a terminal need not do: put pictures together, and parse the same style sheets again.

Both take a good part of the time of a test of screens, and nothing of them reaches a test.
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
    """Render each widget that a terminal would be sent, in place of `Compositor.render_update`.

    Widgets draw as they would, and raise what they would. Only the lines are not cut where widgets overlap,
    as the app throws the result away. A picture is asked for with `full`, and is put together.
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
    """Parse a style sheet once for all apps with the same variables, in place of `Stylesheet._parse_rules`.

    Parsed rules are only read from: one app already shares them among its widgets. Where a variable has
    another value, as in another theme, they are parsed anew.
    """
    what = (css, read_from, is_default_rules, tie_breaker, scope)
    key = (what, tuple(sorted(stylesheet._variables.items())))
    if key not in _parsed:
        _parsed[key] = _parse_rules(stylesheet, *what)
    return list(_parsed[key])
