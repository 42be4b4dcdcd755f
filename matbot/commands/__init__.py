"""Every command of matbot, declared once: its keys, names, help, and word in line mode.

Screens derive their bindings from it, and with them the footer, the palette and F1; line mode derives its
words, `/help` and the words that the prompt names; `make keys` writes the guide's tables from it.

To add a command, declare it on its page in the module of that page, write `action_ID` on the screen, and
`do_WORD` in line mode. To add a page, declare a `Page`, put it into the module's `PAGES`, and give its screen
`bindings_of` that page; a command with `opens` opens that page from the conversation, and needs no action.

It is imported by `line` and above; it imports the standard library alone.
"""

from __future__ import annotations

from dataclasses import dataclass

_FOCUS_KEYS = {
    *("enter", "space", "delete", "backspace", "up", "down", "left", "right"),
    *("left_square_bracket", "right_square_bracket"),
}
"""Keys that, like letters, are handled by the widget with the focus."""

FOCUS_KEYS = {
    "escape": "Close or leave what is in view; it changes nothing",
    "enter": "Take, open or send what is marked; in a form, go on to the next box or begin a new line",
    "space": "Choose or tick what is marked",
    "tab": "Go to the next part, box or level",
    "shift+tab": "Go to the part, box or level before",
    "left": "Go to the level or the element before",
    "right": "Go to the next level or element",
}
"""The meaning of keys that are handled by the widget with the focus or by the page."""

_KEY_NAMES = {
    "escape": "Esc",
    "delete": "Del",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
"""The display names of keys whose Textual name is not suitable."""

SAVE = "Save the form, or go on with what is on the page"
REMOVE = "Remove what is marked; Undo brings it back"
CHOOSE_REVIEW = "Choose a review that is there already"
CHOOSE_FRAMEWORK = "Choose another framework version"
"""The meanings of keys that several commands share."""

MOVES = "It moves about a page, and line mode has none."
TYPES = "A line of line mode is typed and sent by the terminal itself."
SHOWS = "It changes how the screen looks, and line mode draws none."
"""Reasons why a command has no word in line mode."""


@dataclass(frozen=True, slots=True)
class Word:
    """The word typed for a command in line mode."""

    name: str
    """The word, without its slash."""
    help: str
    """Its explanation in the help of its page, as a sentence; examples as `{code}` and `{question}`."""
    is_fixed: bool = True
    """Whether it is typed literally; a placeholder for a code or a number is not."""
    in_help: bool = True
    """Whether the help lists it; the word `help` itself does not need to be listed."""
    hint: str = ""
    """Its name in the prompt, such as `Enter` or `code`; empty if the prompt does not name it."""
    aliases: tuple[str, ...] = ()
    """Other ways to type it."""
    opens: str = ""
    """The page that the conversation opens for it before it goes on, as `module:function`."""


@dataclass(frozen=True, slots=True)
class Command:
    """An action that people can invoke: by a key, in the palette, or by a word."""

    id: str
    """Its name on its page, which the screen's action has too: `park` is done by `action_park`."""
    keys: str
    """Its keys as Textual names them, separated by commas, the one to display first; empty for none."""
    label: str
    """Its name in the footer and the palette."""
    help: str
    """What it does, for F1 and the palette."""
    word: Word | None = None
    """Its word in line mode, if it has a separate one."""
    said_by: str = ""
    """The full id of the command whose word does the same, or offers it as a step."""
    no_word: str = ""
    """Why line mode has no word for it."""
    action: str = ""
    """The screen's action, if it is not just the id: `move(-1)`."""
    opens: str = ""
    """The screen that the conversation opens for it, as `module:Class`, if that needs only the review."""
    short: str = ""
    """Its name in the footer, if the label takes space that others need."""
    in_footer: bool = True
    """Whether the footer shows it; F1 and the palette always do."""
    while_typing: bool | None = None
    """Whether its keys work while text is being typed; None if its first key determines it."""
    when: str = ""
    """When it is available, as text; empty for always. The page itself decides, in `check_action`."""
    instead_of: str = ""
    """The full id of the command whose key it takes, if the two are never available at once."""
    synonyms: tuple[str, ...] = ()
    """Other words that people search for."""
    meaning: str = ""
    """The meaning of its key on all pages, if commands with other ids share it; empty if the id says it."""

    @property
    def works_while_typing(self) -> bool:
        """Whether its keys take precedence over the widget with the focus."""
        if self.while_typing is not None:
            return self.while_typing
        first = self.keys.split(",")[0]
        return len(first) > 1 and first not in _FOCUS_KEYS


@dataclass(frozen=True, slots=True)
class Page:
    """A page of matbot, or a list or box on pages, with its commands in the order of the footer."""

    name: str
    commands: tuple[Command, ...]
    parts: tuple[Page, ...] = ()
    """The lists and boxes on it that have separate commands."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that can be typed on it in line mode."""
        return tuple(command.word for command in self.commands if command.word)

    def full_id(self, command: Command) -> str:
        """Return the id of a command that is unique among all pages: `priorities.drop`."""
        return f"{self.name}.{command.id}"

    def command(self, id: str) -> Command:
        """Return one of its commands.

        Raises:
            KeyError: The page has no command with this id.

        """
        for command in self.commands:
            if command.id == id:
                return command
        raise KeyError(id)


def format_key(key: str) -> str:
    """Format Textual's name of a key as the key is labelled, such as `Ctrl+J`."""
    names = key.split("+")
    return "+".join(
        name if len(name) == 1 == len(names) else _KEY_NAMES.get(name, name.capitalize()) for name in names
    )


def build_back(
    help: str, label: str = "Back", keys: str = "escape", action: str = "dismiss(None)"
) -> Command:
    """Build the command that leaves a page; in line mode `/back` does this wherever something is asked."""
    return Command("back", keys, label, help, action=action, said_by="question.back")


def build_undo(help: str, word: Word | None = None, said_by: str = "") -> Command:
    """The command that undoes the last change of a page; in a box with unsent typing, Ctrl+Z edits that."""
    return Command(
        "undo",
        "f8,ctrl+z",
        "Undo",
        help,
        word,
        said_by=said_by,
        in_footer=False,
        while_typing=False,
        when="the review can be written to",
        synonyms=("take back", "mistake", "reverse"),
    )


def build_redo(help: str, word: Word | None = None, said_by: str = "") -> Command:
    """The command that redoes what was undone last of a page."""
    return Command(
        "redo",
        "ctrl+y",
        "Redo",
        help,
        word,
        said_by=said_by,
        in_footer=False,
        while_typing=False,
        when="the review can be written to",
        synonyms=("put back", "again"),
    )


def build_page_links(*but: str) -> tuple[Command, ...]:
    """The commands that lead from each page of a review to the others, on the same keys everywhere.

    Args:
        but: the ids of those that the page declares itself.

    """
    links = (
        ("questions", "f4", "Questions", "Go to the questions", "question.back", ("conversation",)),
        ("check", "f5", "Answers", "Check your answers, and change any of them", "conversation.check", ()),
        ("priorities", "f6", "Priorities", "Choose priorities from the map", "conversation.priorities", ()),
        ("transcript", "f7", "Transcript", "Read and write the transcript", "conversation.transcript", ()),
    )
    return tuple(
        Command(id_, key, label, words, said_by=said_by, in_footer=False, synonyms=synonyms)
        for id_, key, label, words, said_by, synonyms in links
        if id_ not in but
    )


def build_choice(label: str, help: str, said_by: str, keys: str = "enter") -> Command:
    """Build the command of a list that chooses the marked row."""
    return Command("select", keys, label, help, said_by=said_by)


def build_word(
    name: str,
    help: str,
    is_fixed: bool = True,
    in_help: bool = True,
    hint: str = "",
    aliases: tuple[str, ...] = (),
    opens: str = "",
) -> Command:
    """Build a command that only line mode has, from its word and the explanation in help."""
    return Command(
        name, "", name.capitalize(), help, Word(name, help, is_fixed, in_help, hint, aliases, opens)
    )


FILE_STATE = Command(
    "what_now",
    "f9",
    "What now",
    "The state of the review's file, and what can be done",
    said_by="conversation.what_now",
    in_footer=False,
)
"""The command for the state of the review's file, on the pages that the conversation opens."""

NEXT_PART = Command(
    "next_part",
    "tab",
    "Next part",
    "Go to the next part of the form",
    action="app.focus_next",
    no_word=MOVES,
    in_footer=False,
)
"""The key that moves to the next box or list of a form."""
