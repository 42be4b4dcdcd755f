"""Every command of matbot, declared once: its keys, its names, its help, and its word in line mode.

Screens take their bindings from here, and with them the footer, the palette and F1; line mode takes its
words, `/help` and what the line that asks names; the guide takes its tables, which `make keys` writes.

To add a command, declare it on its page in the module of that page, write `action_ID` on the screen, and
`do_WORD` in line mode. To add a page, declare a `Page`, put it into the module's `PAGES`, and give its screen
`bindings_of` that page; a command with `opens` leads there from the conversation, and needs no action.

It is imported by `line` and above; it imports the standard library alone.
"""

from __future__ import annotations

from dataclasses import dataclass

_FOR_WHAT_HAS_THE_FOCUS = {
    *("enter", "space", "delete", "backspace", "up", "down", "left", "right"),
    *("left_square_bracket", "right_square_bracket"),
}
"""Keys that, like letters, belong to the box or the list that has the focus."""

FOCUS_KEYS = {
    "escape": "Close or leave what is in view; it changes nothing",
    "enter": "Take, open or send what is marked; in a form, go on to the next box or begin a new line",
    "space": "Choose or tick what is marked",
    "tab": "Go to the next part, box or level",
    "shift+tab": "Go to the part, box or level before",
    "left": "Go to the level or the element before",
    "right": "Go to the next level or element",
}
"""What the keys do that belong to what has the focus, or to the page; each page names it for itself."""

_KEY_NAMES = {
    "escape": "Esc",
    "delete": "Del",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
"""How keys are called where their own name would not do."""

SAVE = "Save the form, or go on with what is on the page"
CHOOSE_REVIEW = "Choose a review that is there already"
CHOOSE_FRAMEWORK = "Choose another framework version"
"""What a key means wherever it is pressed, where several commands have it."""

MOVES = "It moves about a page, and line mode has none."
TYPES = "A line of line mode is typed and sent by the terminal itself."
SHOWS = "It changes how the screen looks, and line mode draws none."
"""Why a command has no word in line mode."""


@dataclass(frozen=True, slots=True)
class Word:
    """What is typed in line mode for a command."""

    name: str
    """The word, without its slash."""
    help: str
    """What the help of its page says of it, in a sentence; examples as `{code}` and `{question}`."""
    is_fixed: bool = True
    """Whether it is typed as it stands here; a code or a number is not."""
    in_help: bool = True
    """Whether the help tells it; the word `help` itself need not be told by it."""
    hint: str = ""
    """What the line that asks calls it, such as `Enter` or `code`; empty where it does not name it."""
    aliases: tuple[str, ...] = ()
    """Other ways to type it."""
    opens: str = ""
    """The page that the conversation opens for it before it goes on, as `module:function`."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that matbot does when people ask for it: by a key, in the palette, or by a word."""

    id: str
    """Its name on its page, and what the screen calls it: `park` is done by `action_park`."""
    keys: str
    """Its keys as Textual names them, with commas between, the one to show first; empty for none."""
    label: str
    """What the footer and the palette call it."""
    help: str
    """What it does, for F1 and the palette."""
    word: Word | None = None
    """Its word in line mode, where it has one of its own."""
    said_by: str = ""
    """The full id of the command whose word does this too, or asks for it on the way."""
    no_word: str = ""
    """Why line mode has no word for it."""
    action: str = ""
    """The screen's action, where that is not the id alone: `move(-1)`."""
    opens: str = ""
    """The screen that the conversation opens for it, as `module:Class`, where that needs the review alone."""
    short: str = ""
    """What the footer calls it, where the label would take the room of others."""
    in_footer: bool = True
    """Whether the footer shows it; F1 and the palette always do."""
    while_typing: bool | None = None
    """Whether its keys work while something is typed; None where its first key decides."""
    when: str = ""
    """When it can be given, in words; empty for always. The page itself decides it, in `check_action`."""
    instead_of: str = ""
    """The full id of the command whose key it takes, where the two are never there at once."""
    synonyms: tuple[str, ...] = ()
    """Other words that people look for it by."""
    meaning: str = ""
    """What its key means on all pages, where commands of other names share it; empty where its id says it."""

    @property
    def works_while_typing(self) -> bool:
        """Whether its keys come before whatever has the focus."""
        if self.while_typing is not None:
            return self.while_typing
        first = self.keys.split(",")[0]
        return len(first) > 1 and first not in _FOR_WHAT_HAS_THE_FOCUS


@dataclass(frozen=True, slots=True)
class Page:
    """A page of matbot, or a list or a box that pages have, with its commands in the order of the footer."""

    name: str
    commands: tuple[Command, ...]
    parts: tuple[Page, ...] = ()
    """The lists and boxes on it that have commands of their own."""

    @property
    def words(self) -> tuple[Word, ...]:
        """What can be typed there in line mode."""
        return tuple(command.word for command in self.commands if command.word)

    def full_id(self, command: Command) -> str:
        """A command's id among those of all pages: `priorities.drop`."""
        return f"{self.name}.{command.id}"

    def command(self, id: str) -> Command:
        """One of its commands.

        Raises:
            KeyError: the page has none of that id.

        """
        for command in self.commands:
            if command.id == id:
                return command
        raise KeyError(id)


def format_key(key: str) -> str:
    """A key as it stands on the keyboard, such as `Ctrl+J`, by its name as Textual has it."""
    names = key.split("+")
    return "+".join(
        name if len(name) == 1 == len(names) else _KEY_NAMES.get(name, name.capitalize()) for name in names
    )


def build_back(
    help: str, label: str = "Back", keys: str = "escape", action: str = "dismiss(None)"
) -> Command:
    """The command that leaves a page, which `/back` does in line mode wherever something is asked."""
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
        when="something was changed here, and the review can be written to",
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
        when="something was undone here, and the review can be written to",
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
    """The command of a list that takes the row that is marked."""
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
    """A command that line mode has and no page needs, by its word and what help says of it."""
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
"""How the file of the review stands, on the pages that the conversation opens."""

NEXT_PART = Command(
    "next_part",
    "tab",
    "Next part",
    "Go to the next part of the form",
    action="app.focus_next",
    no_word=MOVES,
    in_footer=False,
)
"""The key that goes on to the next box or list of a form."""
