"""Writes a report as one self-contained HTML page, for reading and printing: no scripts, no requests."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import count
from typing import assert_never

from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    HeatMap,
    KeyValues,
    Legend,
    Paragraph,
    Picture,
    Quote,
    RatingCell,
    Report,
    Spread,
    Table,
    TableCell,
    plain,
    write_runs,
)
from matbot.report.palette import find_colour
from matbot.report.sections import (
    MANY,
    TALL,
    begins_page,
    count_first_page_sections,
    first_column_names,
    is_small,
    is_wide,
    levels_of,
    map_as_grid,
    map_as_table,
    sections,
)
from matbot.report.svg import MOVES_KEY, heat_map_svgs, moves_svgs, spread_svgs
from matbot.report.words import cell_in_words, on_one_line, shorten_words
from matbot.rubric import Level
from matbot.text import lines

_PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""

_RUNNING = 80
"""The most characters of the title in the footer of each printed page."""

_LONG = 16
"""A word with more characters than this may be broken anywhere."""


def to_html(report: Report) -> str:
    """Render the report as one HTML page, in which all text is escaped and appears as typed."""
    style = files("matbot.report").joinpath("report.css").read_text(encoding="utf-8")
    body = "\n".join(_HtmlWriter().document(report))
    style += _render_footer_style(report.title)
    return _PAGE.format(title=_inline(report.title), style=style, body=body)


def _render_footer_style(title: str) -> str:
    """Render the style of the footer on printed pages: the title, and the page number."""
    escaped = "".join(f"\\{ord(character):x} " for character in shorten_words(title, _RUNNING))
    return (
        f'@page {{ @bottom-left {{ content: "{escaped}"; font: 8pt system-ui, Arial, sans-serif; }}\n'
        "  @bottom-right { content: counter(page); font: 8pt system-ui, Arial, sans-serif; } }\n"
    )


class _HtmlWriter:
    """Writes the blocks of one page, with a unique id for each table and picture."""

    def __init__(self) -> None:
        self._names = (f"part-{number}" for number in count(1))

    def document(self, report: Report) -> Iterator[str]:
        """The title, then a section for each heading of the second level."""
        parted = list(sections(report.blocks))
        front = count_first_page_sections(parted)
        title = f"<h1>{_inline(report.title)}</h1>"
        yield f'<div class="front">{title}' if front else title
        for number, blocks in enumerate(parted, 1):
            yield from self._section(blocks)
            if number == front:
                yield "</div>"

    def _section(self, blocks: Sequence[Block]) -> Iterator[str]:
        looks = {"wide": is_wide(blocks), "new-page": begins_page(blocks)}
        yield f"<section{_class(looks)}>"
        for block in blocks:
            yield from self._block(block)
        yield "</section>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case HeadingBlock():
                yield f"<h{block.level}>{_inline(block.text)}</h{block.level}>"
            case Paragraph():
                runs = write_runs(block.runs, _inline)
                words = (f"<strong>{text}</strong>" if bold else text for text, bold in runs)
                yield f"<p>{' '.join(words)}</p>"
            case Quote():
                paragraphs = (f"<p>{escape(line)}</p>" for line in lines(block.text))
                yield f"<blockquote>{''.join(paragraphs)}</blockquote>"
            case Bullets():
                yield f"<ul>{''.join(f'<li>{_inline(item)}</li>' for item in block.items)}</ul>"
            case KeyValues():
                pairs = ((_inline(name), _inline(value)) for name, value in block.pairs)
                facts = (f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in pairs)
                yield f"<dl>{''.join(facts)}</dl>" if block.pairs else ""
            case Table():
                yield from self._table(block)
            case Legend():
                yield _legend(block.scale)
            case Picture():
                yield from self._picture(block)
            case HeatMap():
                yield from self._heat_map(block)
            case _:
                assert_never(block)

    def _heat_map(self, block: HeatMap) -> Iterator[str]:
        """The map as images, the same as a collapsed table, and a small table that is shown only in print."""
        pieces = _pieces(heat_map_svgs(block, next(self._names)))
        yield f"<figure{_class({'screen': block.compact})}>{pieces}</figure>"
        yield f'<div class="paper">{"".join(_render_print_map(block))}</div>'
        yield _legend(block.scale)
        table = map_as_table(block)
        yield f"<details><summary>{_inline(table.caption)}</summary>"
        yield from self._table(table)
        yield "</details>"

    def _picture(self, block: Picture) -> Iterator[str]:
        """The picture with the key to its signs, then its table."""
        name, shows, scale = next(self._names), block.shows, block.table.scale
        if isinstance(shows, Spread):
            key = " · ".join(f"{letter} {group}" for letter, group in shows.groups)
            pieces = spread_svgs(shows, scale, name)
        else:
            key, pieces = MOVES_KEY, moves_svgs(shows, scale, name)
        yield f"<figure><figcaption><strong>{_inline(block.title)}.</strong> {_inline(key)}</figcaption>"
        yield f"{_pieces(pieces)}</figure>"
        yield from self._table(block.table)

    def _table(self, table: Table) -> Iterator[str]:
        """A table that scrolls sideways in its own container on narrow screens."""
        name = next(self._names)
        looks = {"table": True, "whole": is_small(table), "named": first_column_names(table)}
        yield f'<div{_class(looks)} role="group" tabindex="0" aria-labelledby="{name}">'
        yield f'<table><caption><span id="{name}">{_inline(table.caption)}</span></caption>'
        heads = "".join(f'<th scope="col"{_room(column)}>{_inline(column)}</th>' for column in table.columns)
        yield f"<thead><tr>{heads}</tr></thead><tbody>"
        for row in table.rows:
            yield f"<tr>{''.join(_cells(row, table.scale))}</tr>"
        yield "</tbody></table></div>"


def _render_print_map(block: HeatMap) -> Iterator[str]:
    """The map as a small coloured table of letters and words: each heading, with its elements next to it."""
    yield '<table class="map"><caption>The heat map, heading by heading</caption><tbody>'
    for title, rows in map_as_grid(block):
        head = f'<th scope="row" rowspan="{len(rows)}">{_inline(title)}</th>'
        for number, line in enumerate(rows):
            yield f"<tr>{'' if number else head}"
            for cell, span in line:
                look, words = find_colour(block.scale, cell.letters).name, escape(cell_in_words(cell))
                name = _inline(f"{cell.code} {cell.name}")
                yield f'<td class="{look}" colspan="{span}">{name} <strong>{words}</strong></td>'
            yield "</tr>"
    yield "</tbody></table>"


def _class(looks: Mapping[str, bool]) -> str:
    """The names that are true, as a class attribute; empty if none is."""
    found = " ".join(look for look, has in looks.items() if has)
    return f' class="{found}"' if found else ""


def _inline(text: str) -> str:
    """A text of any number of lines, escaped on one line."""
    return escape(on_one_line(text))


def _pieces(pieces: Iterator[str]) -> str:
    """The images of a picture, side by side if there is room."""
    return f'<div class="pieces">{"".join(pieces)}</div>'


def _legend(scale: Sequence[Level]) -> str:
    """The meaning of the letters, each in its colour."""
    levels = (
        f'<li><span class="chip {find_colour(scale, letters).name}">{_inline(letters)}</span> '
        f"{_inline(name)}</li>"
        for letters, name in levels_of(scale)
    )
    return f'<ul class="legend">{"".join(levels)}</ul>'


def _cells(row: Sequence[TableCell], scale: Sequence[Level]) -> Iterator[str]:
    """The cells of a row; the first is the row's header, if it has any text."""
    for place, cell in enumerate(row):
        written, room = "<br>".join(map(escape, lines(plain(cell)))), _room(plain(cell))
        if isinstance(cell, RatingCell):
            look = f' class="{find_colour(scale, cell.letters).name}"'
            yield f'<th scope="row"{look}>{written}</th>' if place == 0 else f"<td{look}>{written}</td>"
        elif place == 0 and written:
            yield f'<th scope="row"{room}>{written}</th>'
        else:
            yield f"<td{room}>{written}</td>"


def _room(text: str) -> str:
    """The classes for the size of a cell's text: prose is not squeezed, and a long word may be broken."""
    looks = {
        "many": len(text) > MANY,
        "tall": len(text) > TALL,
        "long": any(len(word) > _LONG for word in text.split()),
    }
    return _class(looks)
