"""The pieces of a framework's Markdown files: headings, paragraphs and items of lists, as plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from matbot.text import shown


@dataclass(frozen=True)
class Block:
    """One piece of a Markdown file."""

    kind: str
    """`h1` to `h6`, `paragraph`, `item`, or `other` for what a framework has no use for, such as a table."""
    text: str
    """Its words on one line, without marks such as `*`."""
    line: int
    """Where it begins, counted from 1."""
    written: str = ""
    """Its words as the file has them, marks and all."""


def blocks_of(markdown: str) -> Iterator[Block]:
    """The pieces of a Markdown text, in order."""
    in_item = 0
    for opening, token in pairwise([Token("", "", 0), *MarkdownIt("commonmark").parse(markdown)]):
        in_item += (token.type == "list_item_open") - (token.type == "list_item_close")
        line = token.map[0] + 1 if token.map else 0
        if token.type == "inline":
            kind = opening.tag if opening.type == "heading_open" else "item" if in_item else "paragraph"
            yield Block(kind, words_of(token.children or ()), line, token.content)
        elif token.type in ("html_block", "code_block", "fence"):
            yield Block("other", " ".join(token.content.split()), line)


def words_of(inline: Sequence[Token]) -> str:
    """The words of a piece on one line, its marks left out, and nothing in it that a terminal acts on."""
    breaks = ("softbreak", "hardbreak")
    text = "".join(" " if part.type in breaks else part.content for part in inline)
    return " ".join(shown(text).split())
