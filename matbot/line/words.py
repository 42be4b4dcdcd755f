"""What can be typed on a page in line mode, and what its help says of it, as the commands declare it."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from matbot.commands import Page

REST = "<rest>"
"""The line of a layout at which every word that no other line names is told, each on a line of its own."""

_NAMED = re.compile(r"<(\w+)>([,;]?)")
"""A word in a layout, and what stands after its sentence in place of the full stop."""


Act = Callable[[], None]
"""What is to be done, once a line is understood and can be done."""


def find_words(page: Page) -> dict[str, str]:
    """The words of a page by whatever can be typed for them; codes and numbers are none of them."""
    return {typed: word.name for word in page.words if word.is_fixed for typed in (word.name, *word.aliases)}


def find_handlers(page: Page, owner: object) -> dict[str, Callable[..., Any]]:
    """What does each word of a page: the function `do_WORD` of a module or an object.

    Raises:
        AttributeError: a word is declared that the owner has no function for.

    """
    return {typed: getattr(owner, f"do_{name}") for typed, name in find_words(page).items()}


def find_act(
    handlers: Mapping[str, Callable[[str], Act]], typed: str, otherwise: Callable[[str], Act]
) -> Act:
    """What a line asks for.

    Args:
        handlers: What each word does: told what follows the word, it gives what is to be done.
        typed: The line.
        otherwise: Tells the same of a line that begins with none of the words.

    Raises:
        Unclear: in words, where it cannot be done.

    """
    name, _, rest = typed.partition(" ")
    handler = handlers.get(name.casefold())
    return handler(rest.strip()) if handler else otherwise(typed)


def list_hints(page: Page) -> list[str]:
    """What the line that asks names of what can be typed on a page: codes and numbers before words."""
    words = sorted((word for word in page.words if word.hint), key=lambda word: word.is_fixed)
    return [word.hint for word in words]


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
