"""Splits a framework's Markdown files into blocks of plain text: headings, paragraphs and list items."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from matbot.text import shown


@dataclass(frozen=True)
class Block:
    """One block of a Markdown file."""

    kind: str
    """`h1` to `h6`, `paragraph`, `item`, or `other` for what frameworks do not use, such as HTML or code."""
    text: str
    """Its text on one line, without markup such as `*`."""
    line: int
    """The line on which it begins, counted from 1."""
    written: str = ""
    """Its text as in the file, including markup."""


def blocks_of(markdown: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text, in order."""
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
    """Return the text of a block's inline tokens on one line, without markup and safe for a terminal."""
    breaks = ("softbreak", "hardbreak")
    text = "".join(" " if part.type in breaks else part.content for part in inline)
    return " ".join(shown(text).split())
