"""What people typed stands in the Markdown as they typed it, and does nothing."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from io import BytesIO

import pytest
from docx import Document
from hypothesis import example, given
from markdown import Markdown  # type: ignore[import-untyped]  # it ships no types
from markdown_it import MarkdownIt
from markdown_it.token import Token

from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    HeatMap,
    KeyValues,
    Moves,
    Picture,
    Quote,
    RatingCell,
    Report,
    Table,
    paragraph,
    strong,
)
from matbot.report.formats.html import to_html
from matbot.report.formats.markdown import escaped, to_markdown
from matbot.report.formats.word import to_word
from matbot.review.fold import review_of
from matbot.review.heat_map import heat_map
from matbot.rubric import Level, Rubric
from matbot.text import lines
from tests.strategies import hostile

PARSERS = [
    MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"]) for html in (False, True)
]


def places(tokens: list[Token]) -> Iterator[str]:
    """The text of each place of a parsed document, which must hold text and bold labels and nothing else."""
    for token in tokens:
        assert token.type not in ("html_block", "fence", "code_block", "hr"), token.content
        if token.type == "inline":
            kinds = {child.type for child in token.children or []}
            assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, kinds
            yield "".join(child.content for child in token.children or [])


def read(block: Block, kind: str) -> list[list[str]]:
    """The places of a document with one block, as each parser reads it, the block all in one piece."""
    written = to_markdown(Report("A title", (block, paragraph("The end."))))
    assert written.endswith("\n")
    assert not any(line != line.rstrip() for line in written.split("\n"))
    parsed = [parser.parse(written) for parser in PARSERS]
    for tokens in parsed:
        top = [token.type for token in tokens if token.level == 0 and token.nesting >= 0]
        assert top in (["heading_open", kind, "paragraph_open"], ["heading_open", "paragraph_open"]), top
    return [list(places(tokens)) for tokens in parsed]


def flat(text: str) -> str:
    """A text as it stands where there is room for one line."""
    return " / ".join(lines(text))


ONE_LINE: dict[str, tuple[str, Callable[[str], Block], Callable[[str], list[str]]]] = {
    "heading": (
        "heading_open",
        lambda text: HeadingBlock(2, f"X {text}"),
        lambda text: [flat(f"X {text}")],
    ),
    "bare heading": (
        "heading_open",
        lambda text: HeadingBlock(2, text),
        lambda text: [flat(text)],
    ),
    "value": (
        "bullet_list_open",
        lambda text: KeyValues((("Key", text),)),
        lambda text: [f"Key: {flat(text)}".rstrip()],
    ),
    "item": (
        "bullet_list_open",
        lambda text: Bullets((text, "z")),
        lambda text: [line for line in (flat(text), "z") if line],
    ),
    "paragraph": (
        "paragraph_open",
        lambda text: paragraph(text),
        lambda text: [flat(text)] if flat(text) else [],
    ),
    "after a label": (
        "paragraph_open",
        lambda text: paragraph(strong("Key:"), text, "end"),
        lambda text: [" ".join(filter(None, ("Key:", flat(text), "end")))],
    ),
}
"""Each place for one line: what it is parsed as, a block that has it, and what is to be read there."""


@pytest.mark.parametrize("place", ONE_LINE)
@given(text=hostile)
@example(text="#")
@example(text="1. a")
@example(text="www.x.org and https://x.org &amp; R&D")
def test_text_on_one_line_comes_back_as_typed(place: str, text: str) -> None:
    """In a heading, a list and a paragraph, text of any kind is shown as it is, on one line."""
    kind, block, expected = ONE_LINE[place]
    for found in read(block(text), kind):
        assert found == ["A title", *expected(text), "The end."]


@given(text=hostile)
@example(text="> a\n- b\n\n    c\n1) d")
def test_a_quotation_comes_back_line_by_line(text: str) -> None:
    """Each line of what people said is a paragraph of the quotation, and none of it leaves the quotation."""
    for found in read(Quote(text), "blockquote_open"):
        assert found == ["A title", *lines(text), "The end."]


@given(text=hostile, other=hostile)
@example(text="a | b \\| c", other="| - |")
def test_a_cell_comes_back_as_typed(text: str, other: str) -> None:
    """A table keeps its cells whatever stands in them."""
    table = Table("Caption", ("One", "Two"), ((text, other), (other, text)))
    written = to_markdown(Report("A title", (table,)))
    for parser in PARSERS:
        found = list(places(parser.parse(written)))
        cells = [flat(text), flat(other), flat(other), flat(text)]
        assert found == ["A title", "Caption", "One", "Two", *cells]


@given(text=hostile)
def test_a_rating_in_a_cell_comes_back_with_its_square_and_a_picture_as_its_table(
    rubric: Rubric, text: str
) -> None:
    """Square, letters and words; where nothing can be drawn the table stands alone."""
    rows = ((text, RatingCell("AG", text)), (text, RatingCell(None)))
    table = Table("Caption", ("One", "Two"), rows, scale=rubric.scale)
    for block in (table, Picture("Moves", Moves(((text, "R", "AG"),)), table)):
        for parser in PARSERS:
            found = list(places(parser.parse(to_markdown(Report("A title", (block,))))))
            cells = [flat(text), flat(f"🟨 AG {text}"), flat(text), "⬜ ·"]
            assert found == ["A title", "Caption", "One", "Two", *cells]


@given(text=hostile)
def test_a_title_comes_back_as_typed(text: str) -> None:
    """The name of a trust in the title of a document is shown as it is."""
    for parser in PARSERS:
        found = list(places(parser.parse(to_markdown(Report(f"{text}: transcript", ())))))
        assert found == [flat(f"{text}: transcript")]


PYTHON_MARKDOWN = Markdown(extensions=["extra", "admonition"])
"""A reader that knows the escapes of the first Markdown alone: any other backslash stands on its page."""

MARKUP = re.compile(r"<(?!/?(?:h[12]|p|ul|li|strong|blockquote|table|thead|tbody|tr|th|td)\b)")


@pytest.mark.parametrize("place", ONE_LINE)
@given(text=hostile)
@example(text="a <b>b</b> <!-- c --> ~~d~~ $5 http://x.org")
@example(text="!!! note")
@example(text="x {#id}")
@example(text="a | b")
@example(text="= 5% : so")
@example(text="back\\")
def test_a_reader_of_the_first_markdown_shows_text_as_typed_too(place: str, text: str) -> None:
    """Nothing in it becomes markup there, and no backslash of matbot's is seen."""
    _, block, expected = ONE_LINE[place]
    written = to_markdown(Report("A title", (block(text), paragraph("The end."))))
    read = PYTHON_MARKDOWN.reset().convert(written)
    assert not MARKUP.search(read), read
    found = "".join(unescape(re.sub("<[^>]*>", "", read)).split())
    assert found == "".join("".join(("A title", *expected(text), "The end.")).split())


@given(text=hostile)
def test_a_backslash_stands_only_before_a_sign_that_every_reader_escapes(text: str) -> None:
    """Before any other sign some readers show it; `<` and `|` are never left as they are."""
    written = escaped(text)
    assert set(re.findall(r"\\(.)", written, re.DOTALL)) <= set("\\`*_[()#+-.!")
    assert not set("<|~${^") & set(written)


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("% of staff", "&#37; of staff"),
        ("> 90%", "&gt; 90%"),
        ("= same", "&#61; same"),
        (": so", "&#58; so"),
        ("(a) one", "\\(a) one"),
        ("a. one", "a\\. one"),
        ("iv) one", "iv\\) one"),
        ("2024. That year", "2024\\. That year"),
        ("Table: x", "Table&#58; x"),
        ("!!! note", "\\!!! note"),
        ("3.2 is fine", "3.2 is fine"),
        ("i.e. this", "i.e. this"),
        ("(really) so", "(really) so"),
    ],
)
def test_what_would_begin_a_list_a_comment_or_a_box_is_escaped_at_the_start_of_a_line_alone(
    typed: str, begins: str
) -> None:
    """In every reader of Markdown that was tried; in the middle of a line it stands as it is."""
    first, _, middle = to_markdown(Report("T", (Quote(typed), paragraph(f"So {typed}")))).split("\n")[2:5]
    assert first == f"> {begins}"
    assert middle == f"So {typed}"


def test_columns_of_a_pasted_table_are_seen_in_every_format() -> None:
    """A dot stands where a tab was, in Markdown, on a web page and in Word."""
    report = Report("T", (Quote("School\tBoys\nAsh\t61"),))
    word = [one.text for one in Document(BytesIO(to_word(report))).paragraphs]
    for line in ("School · Boys", "Ash · 61"):
        assert line in to_markdown(report)
        assert line in to_html(report)
        assert line in word


def test_ordinary_words_are_not_littered_with_backslashes() -> None:
    """What needs no escape gets none, so that the Markdown can be read raw."""
    plain = 'R&D (2024-25): 81 of 96 staff said "yes" - it\'s 50% clear, and/or + more; see 3.2 #1'
    assert plain in to_markdown(Report("T", (Quote(f"We said {plain}"),)))


def test_the_heat_map_says_each_rating_in_colour_letters_and_words(rubric: Rubric) -> None:
    """Colour is never alone, and what has no rating has a square of its own."""
    from matbot.review import events

    opened = events.ReviewOpened(review="k7m2", trust="T", rubric=rubric.id)
    review = review_of(
        rubric,
        [
            opened,
            *(
                events.ElementRated(element=code, rating=letters)
                for code, letters in (("1A", "AG"), ("2B", "R"))
            ),
        ],
    )
    written = to_markdown(Report("T", (HeatMap(rubric.scale, heat_map(rubric, review)),)))
    rows = {line.split("|")[2].strip()[:2]: line for line in written.splitlines() if line.startswith("| ")}
    assert "🟨 AG Amber Green" in rows["1A"]
    assert "🟥 R Red" in rows["2B"]
    assert "⬜ Not reviewed" in rows["1B"]


@pytest.mark.parametrize("size", [3, 4, 5])
def test_scales_of_three_to_five_levels_have_a_square_for_each(rubric: Rubric, size: int) -> None:
    """A framework version with another scale is drawn too, each level with a square of its own."""
    scale = tuple(Level(letters=f"L{n}", name=f"Level {n}") for n in range(size))
    legend = to_markdown(Report("T", (HeatMap(scale, ()),))).splitlines()[-1]
    squares = [part.split()[0] for part in legend.split(" · ")]
    assert len(set(squares)) == size + 1
