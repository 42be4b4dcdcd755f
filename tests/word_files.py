"""Random Word files of frameworks, as people and programs make them, with a record of every visible word.

The XML is written by hand rather than with the library that matbot writes with, to cover styles based on
styles, numbering in styles, content controls around everything, merged cells, text boxes, tracked changes,
fields, both dialects, and what LibreOffice and Google leave out or add. Every word is unique, so that none
can be lost unnoticed.
"""

import zipfile
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from typing import TypeVar

T = TypeVar("T")

_MAIN = {
    "usual": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "strict": "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BODIES = ("document.main", "template.main", "document.macroEnabled.main")

_HEADERS: tuple[tuple[str, ...], ...] = (
    (
        "Element",
        "Questions to consider",
        "Red (weak) looks like...",
        "Green (strong) looks like...",
        "Rating",
    ),
    ("Area", "Key questions", "Outstanding", "Good", "Requires improvement", "Inadequate"),
    ("Ref", "Theme", "Lines of enquiry", "Weak", "Strong", "Comments"),
    ("Standard", "Prompts", "Level 1", "Level 2", "Level 3", "Next steps", "Owner"),
    ("Element", "Question", "Alpha", "Omega"),
    ("Question", "Poor", "Fair", "Good"),
    ("#", "Question", "Level 3", "Level 2", "Level 1"),
    ("Element", "Description", "Questions", "Emerging", "Secure", "RAG"),
)
_CODES = ("{}A ", "{}A. ", "A{} – ", "1.{} ", "{}A (i) ", "A{}.a ", "", "I.{} ", "Element {}B: ", "{} ")
_STYLES = """\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>
<w:basedOn w:val="Normal"/>
<w:pPr><w:ind w:left="720"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="FontOnly"><w:name w:val="Font only"/>
<w:basedOn w:val="ListParagraph"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:basedOn w:val="FontOnly"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Deeper"><w:name w:val="Deeper"/><w:basedOn w:val="Numbered"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Again"/></w:style>
<w:style w:type="paragraph" w:styleId="Again"><w:name w:val="Again"/><w:basedOn w:val="Round"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
"""
_NUMBERING = """\
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"/>
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/>
<w:lvlText w:val="%1%2"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>
<w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>
<w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimalZero"/><w:isLgl/>
<w:lvlText w:val="%1.%2"/><w:lvlRestart w:val="0"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="6"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="5"/>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"/>
<w:num w:numId="4"><w:abstractNumId w:val="9"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num>
"""
_NUMBERED = ((5, 0), (5, 1), (5, 2), (6, 0), (6, 1), (7, 1), (7, 0))
"""The id and level of automatically numbered lists that continue across rows and paragraphs."""
_PARAGRAPH_STYLES = ("", "", "Normal", "ListParagraph", "FontOnly", "Numbered", "Deeper", "Round", "Gone")
_SIGNS = ("", "", "i. ", "ii. ", "1. ", "a) ", "• ", "- ")


@dataclass
class WordSample:
    """A Word file and the words visible on its pages."""

    raw: bytes
    visible: set[str] = field(default_factory=set)


def word_file(seed: int) -> WordSample:
    """Build a Word file, different for every seed and always the same for one."""
    return _FileBuilder(Random(f"word {seed}")).sample()


class _FileBuilder:
    """Builds one file."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._count = self._codes = 0
        self._visible = set[str]()

    def sample(self) -> WordSample:
        """Build the file and record its words."""
        body = "".join(self._build_parts())
        dialect = self._choose(("usual", "usual", "strict"))
        parts = {
            "word/document.xml": self._build_root("document", f"<w:body>{body}<w:sectPr/></w:body>", dialect)
        }
        if self._chance(0.8):
            parts["word/styles.xml"] = self._build_root("styles", _STYLES, dialect)
        if self._chance(0.7):
            parts["word/numbering.xml"] = self._build_root("numbering", _NUMBERING, dialect)
        for name, root in (("header1", "hdr"), ("footer2", "ftr"), ("comments", "comments")):
            if self._chance(0.15):
                inner = self._build_paragraph()
                inner = f"<w:comment w:id='1'>{inner}</w:comment>" if root == "comments" else inner
                parts[f"word/{name}.xml"] = self._build_root(root, inner, dialect)
        return WordSample(self._zip_parts(parts), self._visible)

    # Chance

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _choose(self, of: Sequence[T]) -> T:
        return self._random.choice(of)

    # The file

    def _build_root(self, name: str, inner: str, dialect: str) -> bytes:
        names = f'xmlns:w="{_MAIN[dialect]}" xmlns:mc="{_MC}" xmlns:v="urn:v" xmlns:wps="urn:wps"'
        text = f"<w:{name} {names}>{inner}</w:{name}>"
        if self._chance(0.1):  # other programs choose other prefixes
            text = (
                text.replace("<w:", "<ns0:")
                .replace("</w:", "</ns0:")
                .replace(" w:", " ns0:")
                .replace("xmlns:w=", "xmlns:ns0=")
            )
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()

    def _zip_parts(self, parts: dict[str, bytes]) -> bytes:
        raw = BytesIO()
        kind = self._choose(_BODIES)
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr(
                "[Content_Types].xml",
                f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
            )
            relation = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            file.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>')
            for name, part in parts.items():
                file.writestr(name, part)
        return raw.getvalue()

    # The text

    def _build_parts(self) -> Iterable[str]:
        if self._chance(0.7):
            yield self._build_paragraph()
        for _ in range(self._random.randint(1, 3)):
            if self._chance(0.4):
                yield self._build_paragraph("Heading1" if self._chance(0.5) else "")
            table = self._build_table()
            if self._chance(0.1):
                table = f"<w:tbl><w:tr><w:tc>{table}<w:p/></w:tc></w:tr></w:tbl>"
            yield self._wrap_in_control(table)
        if self._chance(0.4):
            yield self._build_paragraph()

    def _build_table(self) -> str:
        header = self._choose(_HEADERS)
        rows = self._build_header(header)
        if self._chance(0.3):
            rows.append(self._build_row([self._build_paragraph(lead="1. "), *["<w:p/>"] * (len(header) - 1)]))
        joined = set[int]()
        for _ in range(self._random.randint(0, 4)):
            joined = self._choose_merged(joined, len(header))
            rows.append(self._build_element_row(len(header), joined))
            if self._chance(0.1):
                rows.append(f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{_build_plain('gone')}</w:tc></w:tr>")
        grid = (
            "<w:tblGrid/>"
            if self._chance(0.3)
            else "<w:tblGrid>" + "<w:gridCol/>" * len(header) + "</w:tblGrid>"
        )
        return f"<w:tbl><w:tblPr/>{'' if self._chance(0.2) else grid}{''.join(rows)}</w:tbl>"

    def _build_header(self, names: Sequence[str]) -> list[str]:
        """Build the rows of a header, sometimes with a title above it or with names that span columns."""
        width = len(names)
        rows = [f"<w:tr>{_cell(self._build_paragraph(), width)}</w:tr>"] if self._chance(0.15) else []
        plain = [f"<w:tc>{_build_plain(name)}</w:tc>" for name in names]
        if self._chance(0.75):
            return [*rows, f"<w:tr>{''.join(plain)}</w:tr>"]
        first = self._random.randint(1, width - 2)
        last = self._random.randint(first + 2, width)
        group = self._build_paragraph(lead=self._choose(("Levels ", "What it looks like ", "")))
        top = [_cell(_build_plain(name), join="restart") for name in names]
        top[first:last] = [_cell(group, last - first)]
        below = [_cell("<w:p/>", join="continue")] * width
        below[first:last] = plain[first:last]
        if self._chance(0.2):  # sometimes the second row repeats every name
            below = plain
        return [*rows, f"<w:tr>{''.join(top)}</w:tr>", f"<w:tr>{''.join(below)}</w:tr>"]

    def _choose_merged(self, joined: set[int], width: int) -> set[int]:
        """Choose the columns whose cells are merged with those above, based on those of the row above."""
        if self._chance(0.7):
            return set()
        return {self._random.randrange(width)} | {one for one in joined if self._chance(0.3)}

    def _build_element_row(self, width: int, joined: set[int]) -> str:
        self._codes += 1
        code = self._choose(_CODES).format(self._codes) if self._chance(0.8) else ""
        cells = [self._build_paragraph(lead=code) if self._chance(0.85) and 0 not in joined else "<w:p/>"]
        cells += ["<w:p/>" if place in joined else self._build_paragraphs() for place in range(1, width - 1)]
        letters = self._chance(0.1)
        last = (
            _build_plain(self._choose(("R AR AG G", "☐ R ☐ G", ""))) if letters else self._build_paragraphs()
        )
        return self._build_row([*cells, last], joined)

    def _build_row(self, cells: Sequence[str], joined: Collection[int] = ()) -> str:
        marks = self._choose(
            ("", "", "<w:cantSplit/>", "<w:tblHeader/>", "<w:ins/>", '<w:gridBefore w:val="0"/>')
        )
        drawn, place = list[str](), 0
        while place < len(cells):
            joins = place + 1 < len(cells) and self._chance(0.03)
            words = cells[place] + cells[place + 1] if joins else cells[place]
            goes_on = place in joined and words == "<w:p/>"
            drawn.append(self._wrap_in_control(self._cell(words, 2 if joins else 1, goes_on)))
            place += 1 + joins
        return self._wrap_in_control(
            f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{''.join(drawn)}</w:tr>"
        )

    def _cell(self, words: str, span: int = 1, goes_on: bool = False) -> str:
        if goes_on:
            return _cell(words, span, "continue")
        marks = f'<w:gridSpan w:val="{span}"/>' if span > 1 or self._chance(0.1) else ""
        marks += '<w:vMerge w:val="restart"/>' if self._chance(0.3) else ""
        if self._chance(0.04):
            inner = (
                f"<w:tr><w:tc>{self._build_paragraph()}</w:tc><w:tc>{self._build_paragraph()}</w:tc></w:tr>"
            )
            words += f"<w:tbl>{inner}</w:tbl><w:p/>"
        return f"<w:tc>{f'<w:tcPr>{marks}</w:tcPr>' if marks or self._chance(0.5) else ''}{words}</w:tc>"

    def _build_paragraphs(self) -> str:
        return (
            "".join(
                self._build_paragraph(lead=self._choose(_SIGNS)) for _ in range(self._random.randint(0, 3))
            )
            or "<w:p/>"
        )

    def _build_paragraph(self, style: str = "", lead: str = "") -> str:
        style = style or self._choose(_PARAGRAPH_STYLES)
        marks = f'<w:pStyle w:val="{style}"/>' if style else ""
        if self._chance(0.1):
            marks += self._choose(
                (
                    '<w:numPr><w:numId w:val="1"/></w:numPr>',
                    '<w:numPr><w:ilvl w:val="1"/></w:numPr>',
                    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>',
                    "<w:numPr/>",
                )
            )
        elif self._chance(0.1):
            number, depth = self._choose(_NUMBERED)
            marks += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        words = [lead, *(self._build_word() for _ in range(self._random.randint(1, 4)))]
        runs = "".join(self._build_run(f"{one} " if place else one) for place, one in enumerate(words) if one)
        properties = f"<w:pPr>{marks}</w:pPr>" if marks else ""
        return self._wrap_in_control(f"<w:p>{properties}{runs}{self._build_invisible()}</w:p>")

    def _build_word(self) -> str:
        self._count += 1
        word = f"{self._choose('wW')}ord{self._count}x"
        self._visible.add(word)
        return word

    def _build_run(self, text: str) -> str:
        marks = self._choose(("", "<w:rPr><w:b/></w:rPr>", "<w:rPr/>"))
        run = f'<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r>'
        wrappers: tuple[Callable[[str], str], ...] = (
            lambda run: f"<w:ins>{run}</w:ins>",
            lambda run: f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>",
            lambda run: f"<w:hyperlink>{run}</w:hyperlink>",
            lambda run: f"<w:smartTag>{run}</w:smartTag>",
            lambda run: f'<w:fldSimple w:instr="X">{run}</w:fldSimple>',
            lambda run: (
                f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>{run}'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            lambda run: f"<w:moveTo>{run}</w:moveTo>",
            lambda run: f"<w:bookmarkStart/>{run}<w:bookmarkEnd/><w:proofErr/>",
            _wrap_in_text_box,
        )
        return self._choose(wrappers)(run) if self._chance(0.25) else run

    def _build_invisible(self) -> str:
        """Build content that is not visible on a page, or nothing."""
        return self._choose(
            (
                *[""] * 8,
                "<w:del><w:r><w:delText>struck</w:delText></w:r></w:del>",
                "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>",
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>prompt</w:t></w:r></w:sdtContent></w:sdt>",
                "<w:r><w:tab/><w:br/><w:softHyphen/><w:lastRenderedPageBreak/></w:r>",
                "<!-- a comment --><?mso-application x?>",
            )
        )

    def _wrap_in_control(self, block: str) -> str:
        if not self._chance(0.05):
            return block
        return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{block}</w:sdtContent></w:sdt>"


def _cell(words: str, span: int = 1, join: str = "") -> str:
    marks = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (
        f'<w:vMerge w:val="{join}"/>' if join else ""
    )
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{words}</w:tc>"


def _build_plain(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" if words else "<w:p/>"


def _wrap_in_text_box(run: str) -> str:
    box = f"<w:txbxContent><w:p>{run}</w:p></w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
