"""Writes what the guide and the README list: keys and line-mode words, and the formats of documents.

Each follows from where it is declared. Run by `make keys`; tests fail where a page says otherwise.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from matbot.commands import Command, Page, Word, format_key
from matbot.commands.answers import CHECK_ANSWERS
from matbot.commands.compare import COMPARISON
from matbot.commands.conversation import CONVERSATION, HANDS_BAR, QUESTION
from matbot.commands.frameworks import CROSSWALK, FRAMEWORKS
from matbot.commands.home import APP, HOME, TOUR
from matbot.commands.priorities import FORM, PRIORITIES
from matbot.commands.registry import COMMANDS
from matbot.commands.transcript import TRANSCRIPT
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import format_names, list_suffixes

GUIDE = Path(__file__).with_name("guide.md")
README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- Made by `make keys`. -->\n", "<!-- To here. -->\n"

PARTS = {
    "Keys and words in the conversation": {
        "Everywhere": APP,
        "The conversation": CONVERSATION,
        "A show of hands": HANDS_BAR,
        "Line by line, wherever something is asked": QUESTION,
    },
    "Keys and words on the pages of a review": {
        "Answers": CHECK_ANSWERS,
        "Priorities": PRIORITIES,
        "A form": FORM,
        "Transcript": TRANSCRIPT,
        "Which question is which, as a review is moved": CROSSWALK,
    },
    "Keys and words at home": {
        "Home": HOME,
        "Reviews side by side": COMPARISON,
        "Framework versions": FRAMEWORKS,
        "The tour": TOUR,
    },
}
"""The parts of the guide, and the pages in each by what the guide calls them."""

ELSEWHERE = {"conversation.": "in the conversation", "home.": "at home"}
"""Where a word is typed that belongs to a page with talk of its own."""

TALKED_ON = (APP, CONVERSATION, HOME, TOUR)
"""The pages whose own words those are, and what is there on every page."""

EXAMPLES = {"code": "2B", "question": "2B.iii", "such": "2B.i", "fields": "focus, issues, lead and so on"}
"""What stands for the codes of a framework in what is said of a word."""


FORMATS = {
    README: {
        r"(?<=with a heat map, as )[^:]+": format_names(DocumentKind.TRANSCRIPT),
        r"(?<=\[--format )[^]]+": r"\|".join(list_suffixes(DocumentKind.TRANSCRIPT)),
    },
    GUIDE: {
        r"(?<=- `f` chooses )[^;]+": format_names(DocumentKind.TRANSCRIPT),
        r"(?<=`F6` for )[^`]+(?=, `F9`)": format_names(DocumentKind.PACK),
    },
}
"""Where a page lists the formats of a document, and what it is to say there."""


def fill_in_formats(path: Path) -> str:
    """The text of a page with the formats that are declared; LookupError where it has no place for them."""
    text = path.read_text(encoding="utf-8")
    for place, formats in FORMATS[path].items():
        if not re.search(place, text):
            raise LookupError(f"{path.name} has no longer the sentence that lists formats: {place}")
        text = re.sub(place, lambda _found, formats=formats: formats, text, count=1)
    return text


def render_tables() -> str:
    """These parts of the guide, with their headings."""
    return "\n".join(f"## {name}\n\n{_render_table(pages)}" for name, pages in PARTS.items())


def _render_table(pages: dict[str, Page]) -> str:
    rows = ["| Key | Line by line | What it does |", "|---|---|---|"]
    for name, page in pages.items():
        rows += [f"| **{name}** | | |", *_render_rows(page)]
    return "\n".join(rows) + "\n"


def _render_rows(page: Page) -> Iterator[str]:
    with_a_key = {command.said_by for command in page.commands if command.keys}
    for command in page.commands:
        keys = " ".join(f"`{format_key(key)}`" for key in command.keys.split(",") if key)
        typed = _render_word(command, page)
        if keys:
            yield f"| {keys} | {typed} | {command.help}. |"
        elif command.word and command.word.in_help and page.full_id(command) not in with_a_key:
            yield f"| | {typed} | {_render_help(command.word)} |"


def _render_word(command: Command, page: Page) -> str:
    """What is typed for a command, or for the one that leads to it, and where, if not on the same page."""
    if command.word:
        return f"`{_typed(command.word)}`" if command.word.is_fixed else command.word.hint
    other = COMMANDS[command.said_by].word if command.said_by else None
    if not other or not other.is_fixed:
        return ""
    elsewhere = next((where for of, where in ELSEWHERE.items() if command.said_by.startswith(of)), "")
    return f"`{_typed(other)}`" + (f" {elsewhere}" if elsewhere and page not in TALKED_ON else "")


def _render_help(word: Word) -> str:
    """What a word does, without the word itself where it is all that is typed."""
    does = word.help.format(**EXAMPLES)
    before, _, after = does.partition(f"{_typed(word)} ")
    does = after if word.is_fixed and not before and not re.match(r"\d|and |more ", after) else does
    return f"{does[0].upper()}{does[1:]}" if does is after else does


def _typed(word: Word) -> str:
    return word.help[: len(word.name) + 1] if word.help.startswith("/") else word.name


def main() -> None:
    """Put the formats and the tables into the pages, in place of those that stand there."""
    for path in FORMATS:
        path.write_text(fill_in_formats(path), encoding="utf-8")
    before, _, rest = GUIDE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    GUIDE.write_text(f"{before}{BEGIN}{render_tables()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
