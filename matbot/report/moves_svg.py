"""What moved from last time to this time, as a picture: for each element the scale, and an arrow on it."""

from collections.abc import Iterator, Sequence

from matbot.report.blocks import Moves
from matbot.report.svg import INK, STRIP, WIDTH, Scale, drawn, fitted, words
from matbot.rubric import Level

KEY = (
    "A ring is where you stood then, and its arrow leads to where you stand now. A full circle stands still."
)
"""What the signs stand for."""

_TITLE = 20
_LANE = 24
_RADIUS = 6
_HEAD = 11
"""The length of an arrow's head."""


def moves_svgs(shows: Moves, levels: Sequence[Level], name: str) -> Iterator[str]:
    """The moves as pieces of SVG, one an element; `name` is unlike any other name on the page."""
    scale = Scale(levels)
    for number, (element, then, now) in enumerate(shows.lines, 1):
        parts = [
            words(0, 14, fitted(element, 50), look="code"),
            *scale.strip(_TITLE),
            *_signs(scale, scale.place(then), scale.place(now)),
        ]
        yield drawn(f"{name}-{number}", element, _move_words(then, now), _TITLE + STRIP + _LANE, parts)


def _move_words(then: str | None, now: str | None) -> str:
    if then and now:
        return f"held at {now}" if then == now else f"from {then} to {now}"
    if now:
        return f"{now}, not rated last time"
    return f"{then} last time, not rated this time" if then else "not rated"


def _signs(scale: Scale, then: int | None, now: int | None) -> Iterator[str]:
    y = _TITLE + STRIP + _LANE / 2 + 1
    if then is not None and now is not None:
        yield from _both(scale, then, now, y)
    elif now is not None:
        yield _full(scale.middle(now), y)
        yield _beside(scale.middle(now), y, "new this time")
    elif then is not None:
        yield _ring(scale.middle(then), y)
        yield _beside(scale.middle(then), y, "not this time")


def _both(scale: Scale, then: int, now: int, y: float) -> Iterator[str]:
    if then == now:
        yield _full(scale.middle(now), y)
        yield _beside(scale.middle(now), y, "held")
    else:
        yield from _arrow(scale.middle(then), scale.middle(now), y)
        yield _ring(scale.middle(then), y)


def _arrow(start: float, end: float, y: float) -> Iterator[str]:
    back = -_HEAD if end > start else _HEAD
    yield (
        f'<line x1="{start:g}" y1="{y:g}" x2="{end + back / 2:g}" y2="{y:g}" '
        f'stroke="{INK}" stroke-width="3"/>'
    )
    yield f'<path d="M{end:g} {y:g} l{back:g} -7 v14 z" fill="{INK}"/>'


def _ring(x: float, y: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS}" fill="#ffffff" stroke="{INK}" stroke-width="2.5"/>'


def _full(x: float, y: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS + 1}" fill="{INK}"/>'


def _beside(x: float, y: float, text: str) -> str:
    """A word beside a sign, on the side where there is more room."""
    left = x > WIDTH / 2
    away = -(_RADIUS + 6) if left else _RADIUS + 6
    return words(x + away, y + 4, text, anchor="end" if left else "start")
