"""A command of a screen, said once: its key, its name, and what it does, for footer, palette and help."""

from textual.binding import Binding


def key(keys: str, action: str, name: str, does: str, in_footer: bool = True, short: str = "") -> Binding:
    """A command whose keys work wherever the focus is; one not in the footer is still in help and palette.

    `short` is what the line of keys calls it where its name would take the room of others.
    """
    group = Binding.Group(short) if short else None
    return Binding(keys, action, name, show=in_footer, priority=True, tooltip=does, group=group)


def letter(keys: str, action: str, name: str, does: str, in_footer: bool = True, short: str = "") -> Binding:
    """A command whose key is a letter: it works only while nothing is being typed; `short` as for `key`."""
    group = Binding.Group(short) if short else None
    return Binding(keys, action, name, show=in_footer, tooltip=does, group=group)
