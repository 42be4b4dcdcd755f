"""Packs of other frameworks: what is filled in comes back as it was meant, and nothing is guessed or lost."""

import json
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from matbot.importers.packs.interpretation import PackReading
from matbot.review.account import LEANINGS
from matbot.review.events import (
    ElementRated,
    Event,
    EvidenceNamed,
    NoteWritten,
    QuestionAnswered,
    RationaleGiven,
    ReasonGiven,
)
from matbot.rubric import Level, Rubric
from matbot.rubric.writer import keep
from matbot.services.blank_pack import build_blank_pack
from tests.frameworks import FIVE_LEVELS, five_ratings, three_ratings, twelve
from tests.speaking import run
from tests.unit.filled_packs import Answers, in_lines, in_word, sense

MARK, WORDS = "Where you are", "What makes you say that"
KEYS = "12340x"


def oddly_named() -> Rubric:
    """Levels whose names Markdown would take for something else."""
    names = ("Not *yet*", "On_the_way", "R&D: some", "[Good]", "1. Best `of` all #")
    scale = tuple(
        Level(letters=level.letters, name=name) for level, name in zip(FIVE_LEVELS, names, strict=True)
    )
    return Rubric(**{**dict(five_ratings()), "scale": scale})


MADE: list[Callable[[], Rubric]] = [twelve, five_ratings, three_ratings, oddly_named]


def expected(rubric: Rubric) -> list[Event]:
    """Something of everything, as drafts."""
    found: list[Event] = []
    for place, element in enumerate(rubric.elements.values()):
        for number, question in enumerate(element.questions):
            leaning, words = LEANINGS[(place + number) % len(KEYS)], f"It is so at {question.id}."
            found.append(QuestionAnswered(question=question.id, leaning=leaning))
            if leaning == "does not apply":
                found.append(ReasonGiven(question=question.id, reason=words))
            else:
                found.append(NoteWritten(question=question.id, note=words))
        found += [
            ElementRated(element=element.code, rating=rubric.scale[place % len(rubric.scale)].letters),
            RationaleGiven(element=element.code, rationale=f"{element.code} is so."),
            EvidenceNamed(element=element.code, evidence="Seen."),
        ]
    return found


def answers(rubric: Rubric) -> Answers:
    """The same as people write it into a pack."""
    found: dict[str, dict[str, str]] = {}
    for place, element in enumerate(rubric.elements.values()):
        for number, question in enumerate(element.questions):
            key = KEYS[(place + number) % len(KEYS)]
            written = {MARK: key, WORDS: f"It is so at {question.id}."}
            found[f"{element.code} ({question.numeral})"] = written
        level = rubric.scale[place % len(rubric.scale)].name
        written = {level: "x", "Why that rating": f"{element.code} is so.", "Key evidence": "Seen."}
        found[element.code] = written
    return found


def dumped(events: list[Event]) -> list[dict[str, object]]:
    """What replies say, without when and under which id."""
    return [event.model_dump(exclude={"id", "at", "drafted"}) for event in events]


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize("fill", [in_word, in_lines])
def test_a_pack_comes_back_as_it_was_filled_in(
    make: Callable[[], Rubric], fill: Callable[[Rubric, Answers], bytes | str]
) -> None:
    """Exactly those answers, and nothing that could not be read."""
    rubric = make()
    found = sense(rubric, fill(rubric, answers(rubric)))
    assert found.unread == ()
    assert dumped(list(found.drafts)) == dumped(expected(rubric))
    assert found.scope == tuple(rubric.elements)


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_pack_comes_back_by_command(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a review of the edition that it names, which is the workspace's own."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    rubric = five_ratings()
    keep(rubric, tmp_path / "workspace" / "rubrics" / rubric.id)
    blank_one = tmp_path / f"blank.{form}"
    written = run("pack", "--rubric", rubric.id, "--elements", "QE-1,CR.1", "--output", str(blank_one))
    assert written.status == 0, written.err
    nothing = run("pack", "--read", str(blank_one), "--trust", "Northfields")
    assert (nothing.status, "Nothing in it is filled in." in nothing.err) == (1, True)
    filled = (in_word if form == "docx" else in_lines)(rubric, answers(rubric))
    path = tmp_path / f"filled.{form}"
    path.write_bytes(filled if isinstance(filled, bytes) else filled.encode())
    read = run("pack", "--read", str(path), "--trust", "Northfields")
    assert (read.status, len(read.err.splitlines())) == (0, 1), read.err
    confirmed = run("pack", "--confirm", read.out.strip())
    assert (confirmed.status, "QE-1, QE-2 and CR.1" in confirmed.err) == (0, True)
    shown = json.loads(run("show", read.out.strip(), "--json").out)["elements"]
    assert [one["rating"] for one in shown.values()] == ["NYB", "EM", "DEV"]
    assert shown["CR.1"]["questions"]["a"]["leaning"] == "nearer green"


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_blank_pack_says_nothing(make: Callable[[], Rubric], form: str) -> None:
    """A part of it too: its own words are known as its own."""
    rubric = make()
    for codes in (list(rubric.elements), list(rubric.elements)[1:2]):
        raw = build_blank_pack(rubric, codes, "Heads").render(form)
        found = sense(rubric, raw if form == "docx" else raw.decode())
        assert (found.drafts, found.unread, found.is_pack) == ((), (), True)


def times(word: str, found: PackReading) -> int:
    """In how many drafts and lines of the list a word is."""
    drafts = [str(draft.model_dump(exclude={"kind", "id", "at"})) for draft in found.drafts]
    return sum(word in text for text in (*drafts, *found.unread))


@pytest.mark.parametrize("make", [five_ratings, three_ratings, oddly_named])
def test_a_sentence_at_any_line_is_in_a_draft_or_listed(make: Callable[[], Rubric]) -> None:
    """On a line of its own it is read once; behind what stands there it is not lost."""
    rubric = make()
    lines = in_lines(rubric, {code: {} for code in list(rubric.elements)[:2]}).split("\n")
    for place in range(len(lines)):
        alone = sense(rubric, "\n".join([*lines[:place], "We saw zebras.", *lines[place:]]))
        assert times("zebras", alone) == 1, (place, alone)
        behind = [*lines[:place], f"{lines[place]} We saw zebras.", *lines[place + 1 :]]
        assert times("zebras", sense(rubric, "\n".join(behind))) >= 1, (place, lines[place])


@cache
def in_cells() -> bytes:
    """A filled Word pack of two elements: one has a column for every level, one has no aspects."""
    rubric = five_ratings()
    return in_word(rubric, {about: found for about, found in answers(rubric).items() if about[:2] == "QE"})


def test_a_word_in_any_cell_is_in_a_draft_or_listed() -> None:
    """Also where a question has no descriptor, and over one that it has."""
    rubric = five_ratings()
    count = sum(len(row.cells) for table in Document(BytesIO(in_cells())).tables for row in table.rows)
    for place in range(count):
        document = Document(BytesIO(in_cells()))
        cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
        cells[place].text = "zebras"
        raw = BytesIO()
        document.save(raw)
        assert times("zebras", sense(rubric, raw.getvalue())) >= 1, place


def test_where_nothing_is_described_nothing_is_to_be_filled_in() -> None:
    """A column has a dash there; what somebody writes in it all the same is listed with its place."""
    rubric = five_ratings()
    label = "Emerging looks like"
    filled = in_word(rubric, {"QE-1 (b)": {label: "Somebody looks.", MARK: "2"}, "QE-1": {}})
    found = sense(rubric, filled)
    assert dumped(list(found.drafts)) == dumped([QuestionAnswered(question="QE-1.b", leaning="nearer red")])
    assert found.unread == (
        "QE-1 (b), Emerging looks like (table 1, row 3): “Somebody looks.” is not what this framework "
        "version says there. It was not read.",
    )
    columns = [cell.text for cell in Document(BytesIO(filled)).tables[0].rows[3].cells]
    assert columns[1:5] == ["–"] * 4


@pytest.mark.parametrize(
    ("mark", "leaning"),
    [
        ("like the weak end", "red"),
        ("2 nearer the weak end", "nearer red"),
        ("Not like the strong end", "red"),
        ("3. Nearer the strong end", "nearer green"),
        ("Like the strong end", "green"),
    ],
)
def test_a_mark_may_be_the_words_of_the_choice(mark: str, leaning: str) -> None:
    """As the conversation says them in this edition."""
    found = sense(five_ratings(), in_lines(five_ratings(), {"QE-1 (c)": {MARK: mark}, "QE-1": {}}))
    assert [draft.model_dump()["leaning"] for draft in found.drafts] == [leaning]
