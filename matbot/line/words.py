"""The words that can be typed on a page of line mode, with their handlers and help."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from matbot.commands import Page

REST = "<rest>"
"""The line of a layout that is replaced by the help of every word not named in it."""

_PLACEHOLDER = re.compile(r"<(\w+)>([,;]?)")
"""Matches a word in a layout, and the punctuation that replaces its sentence's full stop."""


Act = Callable[[], None]
"""An action, returned once a line has been parsed and checked."""


def find_words(page: Page) -> dict[str, str]:
    """Map each word and alias of a page to the name of the word; codes and numbers are left out."""
    return {typed: word.name for word in page.words if word.is_fixed for typed in (word.name, *word.aliases)}


def find_handlers(page: Page, owner: object) -> dict[str, Callable[..., Any]]:
    """Map each word and alias of a page to its handler, the function `do_WORD` of a module or object.

    Raises:
        AttributeError: The owner has no function for a declared word.

    """
    return {typed: getattr(owner, f"do_{name}") for typed, name in find_words(page).items()}


def find_act(
    handlers: Mapping[str, Callable[[str], Act]], typed: str, otherwise: Callable[[str], Act]
) -> Act:
    """Parse a line into an action.

    Args:
        handlers: The handler of each word, which takes the text after the word and returns the action.
        typed: The line.
        otherwise: The handler of a line that begins with none of the words; it takes the whole line.

    Raises:
        Unclear: The line cannot be acted on.

    """
    name, _, rest = typed.partition(" ")
    handler = handlers.get(name.casefold())
    return handler(rest.strip()) if handler else otherwise(typed)


def list_hints(page: Page) -> list[str]:
    """List the hints to show in the prompt of a page, codes and numbers before words."""
    words = sorted((word for word in page.words if word.hint), key=lambda word: word.is_fixed)
    return [word.hint for word in words]


def render_help(page: Page, *screens: Sequence[str]) -> list[tuple[str, ...]]:
    """Render the help of a page.

    Args:
        page: The page whose words are explained.
        screens: The layout of each screen, a string per line. `<park>` is replaced by the help sentence of
            that word, and `<park>,` by the same sentence with a comma instead of its full stop.

    Returns:
        A tuple of lines for each screen.

    """
    sentences = {word.name: word.help for word in page.words}
    named = {name for lines in screens for line in lines for name, _ in _PLACEHOLDER.findall(line)}
    rest = [word.help for word in page.words if word.in_help and word.name not in named]

    def expand(found: re.Match[str]) -> str:
        name, mark = found.groups()
        return sentences[name].removesuffix(".") + mark if mark else sentences[name]

    return [
        tuple(part for line in lines for part in (rest if line == REST else [_PLACEHOLDER.sub(expand, line)]))
        for lines in screens
    ]


def render_line(page: Page, layout: str) -> str:
    """Render the help of a page that fits in one line; the layout is the same as in `render_help`."""
    ((line,),) = render_help(page, [layout])
    return line
