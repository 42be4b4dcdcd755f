"""Packs for tests, filled in as people fill them in: with Word, by hand in a text, and wrongly."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from matbot.importers.packs.interpretation import PackReading, interpret_pack
from matbot.importers.packs.text import found_in_lines
from matbot.importers.packs.word import found_in_word
from matbot.rubric import Rubric
from matbot.services.blank_pack import build_blank_pack

_ESCAPE = re.compile(r"\\(.)")

Answers = Mapping[str, Mapping[str, str]]
"""What is filled in: by question (`1A (iii)`) or element (`1A`), then by column or row."""


def in_word(rubric: Rubric, answers: Answers, change: Callable[[Any], None] = lambda document: None) -> bytes:
    """A Word pack with these answers in its cells; `change` does what else people do to a document."""
    codes = {about.partition(" ")[0] for about in answers}
    document = Document(
        BytesIO(build_blank_pack(rubric, [code for code in rubric.elements if code in codes]).render())
    )
    for table in document.tables:
        header = [cell.text for cell in table.rows[0].cells]
        for row in list(table.rows)[1:]:
            cells = row.cells
            if header[1:] == ["Yours"]:
                cells[1].text = answers.get(header[0], {}).get(cells[0].text, "")
            else:
                about = answers.get(" ".join(cells[0].text.split()[:2]), {})
                for name, cell in zip(header, cells, strict=True):
                    if name in about:
                        cell.text = about[name]
    change(document)
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def in_lines(rubric: Rubric, answers: Answers) -> str:
    """A Markdown pack with these answers after its colons."""
    codes = {about.partition(" ")[0] for about in answers}
    text = build_blank_pack(rubric, [code for code in rubric.elements if code in codes]).render("md").decode()
    about, lines = "", []
    for line in text.split("\n"):
        if heading := re.match(r"### (\S+ \(\w+\)|\S+(?=: your rating))", line):
            about = heading[1]
        label = re.fullmatch(r"- \*\*(.+):\*\*", line)
        words = answers.get(about, {}).get(_ESCAPE.sub(r"\1", label[1]), "") if label else ""
        lines.append(f"{line} {words}" if words else line)
    return "\n".join(lines)


def kept(folder: Path, pack: bytes | str, name: str = "pack.docx") -> Path:
    """A pack as a file."""
    path = folder / name
    path.write_bytes(pack if isinstance(pack, bytes) else pack.encode())
    return path


def sense(rubric: Rubric, pack: bytes | str) -> PackReading:
    """What a pack says."""
    found = found_in_word(pack) if isinstance(pack, bytes) else found_in_lines(pack, rubric)
    return interpret_pack(rubric, found)
