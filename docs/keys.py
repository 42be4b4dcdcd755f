"""Writes what the guide and the README list: keys and line-mode words, and the formats of documents.

Each follows from where it is declared. Run by `make keys`; tests fail where a page says otherwise.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from matbot.commands import FOCUS_KEYS, Command, Page, Word, format_key
from matbot.commands.answers import CHECK_ANSWERS
from matbot.commands.compare import COMPARISON
from matbot.commands.conversation import CONVERSATION, HANDS_BAR, QUESTION
from matbot.commands.frameworks import CROSSWALK, FRAMEWORKS
from matbot.commands.home import APP, HOME, TOUR
from matbot.commands.priorities import FORM, PRIORITIES
from matbot.commands.registry import COMMANDS
from matbot.commands.registry import PAGES as REGISTERED
from matbot.commands.transcript import TRANSCRIPT
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import format_names, list_suffixes

EVERY_KEY = ("Every key, and what it means", "Every letter, and what it means")
"""The parts of the guide with all keys of all pages: each has one meaning."""

PAGE_NAMES = {
    "app": "everywhere",
    "check": "answers",
    "door": "a group's page in a browser",
    "list": "lists to choose from",
    "ask": "questions with a few ways on",
    "one line": "boxes for one line",
    "words box": "conversation",
    "choice bar": "conversation",
    "hands bar": "show of hands",
    "form box": "form",
}
"""What the guide calls a page, where its name in the registry would not do."""

WIDELY, _MOST_PAGES = "most pages", 6
"""What is said of a key that more pages have than can be listed."""

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
    },
    "Keys and words of the transcript and of framework versions": {
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
        r"(?<=- `m` chooses )[^;]+": format_names(DocumentKind.TRANSCRIPT),
        r"(?<=`Ctrl\+D` for )[^`]+(?=, `Ctrl\+S`)": format_names(DocumentKind.PACK),
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
    parts = dict(zip(EVERY_KEY, _render_keys(), strict=True))
    parts |= {name: _render_table(pages) for name, pages in PARTS.items()}
    return "\n".join(f"## {name}\n\n{table}" for name, table in parts.items())


def _render_keys() -> Iterator[str]:
    """Each key with its one meaning and the pages that have it: first those with a name, then letters."""
    found = _find_commands()
    for letters in (False, True):
        rows: dict[tuple[str, str], list[str]] = {}
        for key in sorted(found, key=_key_order):
            if letters == (len(key) == 1):
                pages = list(dict.fromkeys(page for page, _ in found[key]))
                where = WIDELY if len(pages) > _MOST_PAGES else ", ".join(pages)
                meaning = _render_meaning(key, [one for _, one in found[key]])
                rows.setdefault((meaning, where), []).append(f"`{format_key(key)}`")
        lines = (f"| {' '.join(keys)} | {meaning}. | {where} |" for (meaning, where), keys in rows.items())
        yield "\n".join(["| Key | What it does | Where |", "|---|---|---|", *lines]) + "\n"


def _find_commands() -> dict[str, list[tuple[str, Command]]]:
    """The commands that each key gives, with what the guide calls their pages."""
    found: dict[str, list[tuple[str, Command]]] = {}
    for page in REGISTERED:
        for command in page.commands:
            for key in filter(None, command.keys.split(",")):
                found.setdefault(key, []).append((PAGE_NAMES.get(page.name, page.name), command))
    return found


def _render_meaning(key: str, commands: list[Command]) -> str:
    """What a key does on all pages that have it."""
    shared = next((one.meaning for one in commands if " " in one.meaning), "")
    first = commands[0]
    several = len({one.help for one in commands}) > 1 and len({one.id for one in commands}) == 1
    return FOCUS_KEYS.get(key) or shared or (first.label if several else first.help)


def _key_order(key: str) -> tuple[int, int, str]:
    """F-keys in their order, then keys with Ctrl, then those with a name, then letters."""
    if re.fullmatch(r"f\d+", key):
        return 0, int(key[1:]), ""
    return (1 if key.startswith("ctrl+") else 3 if len(key) == 1 else 2), 0, key


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
