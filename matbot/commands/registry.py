"""All pages and commands of matbot, for callers that need more than those of one page."""

from collections.abc import Mapping
from types import MappingProxyType

from matbot.commands import (
    Command,
    Page,
    answers,
    boxes,
    compare,
    conversation,
    elements,
    frameworks,
    home,
    new_review,
    priorities,
    transcript,
)

_MODULES = (
    home,
    conversation,
    elements,
    answers,
    priorities,
    transcript,
    compare,
    new_review,
    frameworks,
    boxes,
)

PAGES: tuple[Page, ...] = tuple(page for module in _MODULES for page in module.PAGES)
"""Every page, and every list or box that has commands."""

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {page.full_id(command): command for page in PAGES for command in page.commands}
)
"""Every command by its full id."""
