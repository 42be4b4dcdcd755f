"""The committed examples: the way to each of them, what they weigh, and what must not be in them."""

import re
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt

from matbot.demo.__main__ import refuse_another, remove_others
from matbot.demo.documents import SHOWN
from matbot.demo.index import NAME, TITLE
from matbot.demo.stories import COMPARED, WALKS
from matbot.demo.walk import read_lines
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import list_suffixes
from matbot.services.export import TRANSCRIPT_KINDS

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "transcripts" / "examples"


def _shown(kind: DocumentKind) -> list[str]:
    """The formats that the examples show of a kind of document."""
    return [suffix for suffix in list_suffixes(kind) if suffix in SHOWN]


def test_every_review_is_there_as_every_document_in_every_format() -> None:
    """Beside them are the priorities of each that has some, the packs, and all that is laid side by side."""
    drawn = [(kind, form) for kind in TRANSCRIPT_KINDS for form in _shown(DocumentKind.TRANSCRIPT)]
    plan = [("priorities", form) for form in _shown(DocumentKind.PRIORITIES)]
    pack = [("pack", form) for form in _shown(DocumentKind.PACK)]
    for one in WALKS:
        there = Counter(_named(path) for path in (EXAMPLES / one.folder).iterdir())
        begun_afresh = not (one.groups or one.since)
        chosen = one.review in {"demoexec", "demoheads", "demotogether", "demonext", "demoeveryone"}
        assert there == Counter(drawn + plan * chosen + pack * begun_afresh), one.folder
    for some in COMPARED:
        stem = "learning-set" if some.learning else "comparison"
        there = Counter(_named(path) for path in (EXAMPLES / some.folder).iterdir())
        assert there == Counter((stem, form) for form in _shown(DocumentKind.TRANSCRIPT)), some.folder


def test_the_page_before_the_examples_links_to_each_of_them() -> None:
    """No file is left out, and no link leads nowhere."""
    there = {path for path in EXAMPLES.rglob("*") if path != EXAMPLES / NAME}
    assert {EXAMPLES / link for link in _links(EXAMPLES / NAME)} == there


def test_every_row_of_the_page_has_every_column() -> None:
    """A cell too many or too few would push links under another heading."""
    rows = [line for line in (EXAMPLES / NAME).read_text(encoding="utf-8").split("\n") if line[:1] == "|"]
    assert {row.count("|") for row in rows} == {3, 7}
    assert len(rows) > len(WALKS)


def test_the_readme_leads_to_examples_that_are_there() -> None:
    """It names the page before them all, and some of each kind."""
    links = [link for link in _links(ROOT / "README.md") if link.startswith("transcripts/examples")]
    assert f"transcripts/examples/{NAME}" in links
    assert not [link for link in links if not (ROOT / link).exists()]
    assert {Path(link).stem for link in links} >= {"own", "board", "learning-set", "comparison", "pack"}


def test_the_examples_are_no_burden_to_carry() -> None:
    """A checkout stays small: all of them weigh less than eight megabytes."""
    assert sum(path.stat().st_size for path in EXAMPLES.rglob("*")) < 8_000_000


def test_a_private_note_is_in_the_full_record_only() -> None:
    """In each format of it, and in no other file: not the board's, not a comparison, not another review's."""
    notes = {
        (one.folder, _plain(line))
        for one in WALKS
        for line in read_lines(one.name)
        if line.startswith("/private ")
    }
    assert len(notes) == 2
    texts = {path.relative_to(EXAMPLES): _text(path) for path in EXAMPLES.rglob("*.*")}
    for folder, words in notes:
        found = {path.as_posix() for path, text in texts.items() if words in text}
        assert found == {f"{folder}/own.{form}" for form in ("md", "html", "docx")}


def test_what_is_not_made_any_more_goes(tmp_path: Path) -> None:
    """Writing the examples again leaves nothing of the last time behind; a folder left empty goes too."""
    folder = tmp_path / "examples"
    kept, gone = folder / "one" / "own.md", folder / "two" / "own.md"
    for path in (kept, gone):
        path.parent.mkdir(parents=True)
        path.touch()
    remove_others(folder, {kept})
    assert list(folder.rglob("*")) == [kept.parent, kept]


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    """Files are taken away only in a folder that was written before; a new one may be named."""
    folder = tmp_path / "new"
    refuse_another(folder)
    folder.mkdir()
    refuse_another(folder)
    (folder / NAME).write_text("# My own page", encoding="utf-8")
    with pytest.raises(SystemExit, match="has other things in it"):
        refuse_another(folder)
    (folder / NAME).write_text(f"{TITLE}\n", encoding="utf-8")
    refuse_another(folder)


def _links(page: Path) -> list[str]:
    """Where the links of a Markdown page lead."""
    blocks = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    parts = [part for block in blocks for part in block.children or ()]
    return [str(part.attrs["href"]) for part in parts if part.type == "link_open"]


def _named(path: Path) -> tuple[str, str]:
    return path.stem, path.suffix.removeprefix(".")


def _plain(line: str) -> str:
    """The longest run of letters in what was typed: words that every format writes as they are."""
    runs: list[str] = re.findall(r"[A-Za-z ]+", line.removeprefix("/private "))
    return max(runs, key=len).strip()


def _text(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as packed:
        return packed.read("word/document.xml").decode()
