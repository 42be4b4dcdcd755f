"""What can be typed on a page in line mode, and what its help says of it, as the commands declare it."""

import re
from collections.abc import Callable, Sequence

from matbot.commands import Page

REST = "<rest>"
"""The line of a layout at which every word that no other line names is told, each on a line of its own."""

_NAMED = re.compile(r"<(\w+)>([,;]?)")
"""A word in a layout, and what stands after its sentence in place of the full stop."""


def find_handlers(page: Page, owner: object) -> dict[str, Callable[..., None]]:
    """What does each word of a page: the function `do_WORD` of a module or an object.

    Raises:
        AttributeError: a word is declared that the owner has no function for.

    """
    return {word.name: getattr(owner, f"do_{word.name}") for word in page.words if word.is_fixed}


def render_help(page: Page, *screens: Sequence[str]) -> list[tuple[str, ...]]:
    """The help of a page, a screen after another.

    Args:
        page: The page whose words are told.
        screens: The lines of each screen. `<park>` in a line stands for what is said of that word, and
            `<park>,` for the same with a comma in place of its full stop.

    Returns:
        The lines of each screen, a tuple each.

    """
    sentences = {word.name: word.help for word in page.words}
    named = {name for lines in screens for line in lines for name, _ in _NAMED.findall(line)}
    rest = [word.help for word in page.words if word.in_help and word.name not in named]

    def expand(found: re.Match[str]) -> str:
        name, mark = found.groups()
        return sentences[name].removesuffix(".") + mark if mark else sentences[name]

    return [
        tuple(part for line in lines for part in (rest if line == REST else [_NAMED.sub(expand, line)]))
        for lines in screens
    ]


def render_line(page: Page, layout: str) -> str:
    """The help of a page that is told in one line, laid out as those of `render_help`."""
    ((line,),) = render_help(page, [layout])
    return line
