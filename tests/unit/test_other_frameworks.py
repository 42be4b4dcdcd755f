"""Other frameworks go all the way by command and by line: other codes, numerals and counts, another scale."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from markdown_it import MarkdownIt

from matbot.report.columns import width
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import list_suffixes
from matbot.review.account import LEANINGS
from matbot.rubric import Element, Rubric
from matbot.rubric.library import find
from matbot.rubric.writer import keep
from matbot.services.export import TRANSCRIPT_KINDS
from tests.frameworks import five_ratings, twelve
from tests.speaking import run

MADE: dict[str, Callable[[], Rubric]] = {"twelve": twelve, "five": five_ratings}
COLOUR = re.compile(r"\b(red|amber|green)\b", re.IGNORECASE)
KEYS = "12340x"


def said_of(rubric: Rubric, element: Element, shift: int) -> Iterator[str]:
    """What three people say of an element, question by question; `shift` makes groups differ."""
    place = list(rubric.elements).index(element.code) + shift
    yield ""
    for number, question in enumerate(element.questions):
        key = KEYS[(place + number) % len(KEYS)]
        yield key
        if key == "x":
            yield "There is none."
        else:
            yield f"/private Hush, {question.id}." if key == "2" else f"We saw {question.id}."
    yield from rated(rubric, element, place % len(rubric.scale))


def rated(rubric: Rubric, element: Element, level: int) -> Iterator[str]:
    """Hands, the agreed rating, why, what shows it and who differs."""
    hands = [0] * len(rubric.scale)
    hands[level] = 2
    yield " ".join(map(str, hands))
    yield str(level + 1)
    yield from (f"Because of {element.code}.", f"Seen in {element.code}.", "Pat, a step lower.")


def at_a_glance(rubric: Rubric, element: Element) -> Iterator[str]:
    """What others say of it, who rate it at a glance."""
    place = list(rubric.elements).index(element.code)
    return iter(("g", *rated(rubric, element, (place + 2) % len(rubric.scale))))


class Walk:
    """A workspace with a framework version of its own, and what two groups said in it, apart and together."""

    def __init__(self, root: Path, rubric: Rubric) -> None:
        self.root = root
        keep(rubric, root / "workspace" / "rubrics" / rubric.id)
        self.rubric = find(rubric.id, root / "workspace" / "rubrics")
        self.elements = list(self.rubric.elements.values())
        first, second = self.elements[:2]
        begin = ("new", "--trust", "Northfields", "--people", "3", "--rubric", rubric.id)
        self.heads = run(*begin, "--group", "Heads").out.strip()
        self.typed = [line for one in self.elements for line in said_of(self.rubric, one, 0)]
        self.said = self.ask(self.heads, *self.typed)
        self.crew = run(*begin, "--group", "Crew").out.strip()
        self.ask(self.crew, *(line for one in self.elements for line in at_a_glance(self.rubric, one)))
        self.plan()
        together = ("new", "--trust", "Northfields", "--group", "All", "--people", "6")
        self.all = run(*together, "--together", self.heads, "--together", self.crew).out.strip()
        opening, *lines = said_of(self.rubric, first, 1)
        self.together = self.ask(self.all, opening, "/said", *lines)
        self.next = run("new", "--since", self.heads).out.strip()
        after = (*said_of(self.rubric, first, 1), *said_of(self.rubric, second, 3))
        self.ask(self.next, "1", "You can look.", "3", "", *after)

    def ask(self, review: str, *lines: str) -> str:
        """What matbot says to these lines, all of it on one line."""
        spoken = run("ask", review, typed="".join(f"{line}\n" for line in lines))
        assert spoken.status == 0, spoken.err
        return spoken.out

    def plan(self) -> None:
        """Two priorities, one of them drafted and one in people's words; one element is left for later."""
        first, second, third = (element.code for element in self.elements[:3])
        assert run("priority", self.heads, "--element", first).status == 0
        worded = ("--action", "Walk round", "--issues", "We forget", "--progress", "Nobody forgets")
        assert run("priority", self.heads, "--element", second, *worded).status == 0
        assert run("priority", self.heads, "--not-now", third, "--why", "No time").status == 0

    def shown(self, review: str) -> Any:
        """A review as other programs read it."""
        return json.loads(run("show", review, "--json").out)


@pytest.fixture(scope="module", params=MADE)
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """One walk for each framework version."""
    root = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATBOT_STATE", str(root / "state"))
        patch.setenv("MATBOT_WORKSPACE", str(root / "workspace"))
        yield Walk(root, MADE[request.param]())


@pytest.fixture(autouse=True)
def here(walked: Walk, monkeypatch: pytest.MonkeyPatch, own_folders: None) -> None:
    """Commands use the workspace of the walk."""
    monkeypatch.setenv("MATBOT_STATE", str(walked.root / "state"))
    monkeypatch.setenv("MATBOT_WORKSPACE", str(walked.root / "workspace"))
    monkeypatch.chdir(walked.root)


class Seen(HTMLParser):
    """The words of a page that somebody sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is open."""
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close it, and what stands alone in it."""
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take the text, but for the style sheet."""
        if "style" not in self.open:
            self.words.append(data)


def words_in(raw: bytes, form: str) -> str:
    """The words of a document, once it was opened as what it is."""
    if form == "docx":
        document = Document(BytesIO(raw))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    page = raw.decode()
    if form == "md":
        page = MarkdownIt("commonmark").enable("table").render(page)
    return " ".join(" ".join(Seen(page).words).split())


def check_words(walked: Walk, words: str) -> None:
    """Every element is named, and nothing in the colours of another scale."""
    for element in walked.elements:
        assert element.title in words
    if walked.rubric.id == "five-ratings":
        assert not COLOUR.search(words), COLOUR.search(words)


def test_a_framework_is_read_as_it_was_written(walked: Walk) -> None:
    """It is found by its name, sound, and says the same."""
    made = next(make() for make in MADE.values() if make().id == walked.rubric.id)
    assert walked.rubric == made
    folder = walked.root / "workspace" / "rubrics" / made.id
    checked = run("rubric", "check", str(folder))
    assert (checked.status, "is sound" in checked.out) == (0, True)
    assert made.id in run("rubric", "list").out
    check_words(walked, run("rubric", "show", made.id).out)


def test_every_question_can_be_answered_by_line(walked: Walk) -> None:
    """Each line is saved, and none is unclear; the ends and the levels have the framework version's names."""
    assert len(re.findall(r"^saved ", walked.said, re.MULTILINE)) == len(walked.typed)
    output = " ".join(walked.said.replace("matbot: ", "").split())
    for question in walked.rubric.questions.values():
        for descriptor in walked.rubric.descriptors(question):
            assert re.search(rf"{descriptor.level.name}[\w ]*: {re.escape(descriptor.text)}", output)
    check_words(walked, output)


def test_the_help_of_the_conversation_names_places_of_the_framework(walked: Walk) -> None:
    """Its examples can be typed as they stand."""
    output = " ".join(walked.ask(walked.all, "/help").split())
    code, question = re.findall(r"/to (\S+) goes to an element, /to (\S+) to a question", output)[0]
    assert code in walked.rubric.elements
    assert question in walked.rubric.questions
    assert question.removeprefix(f"{code}.") in ("iii", "b", "2", "d")


def test_what_was_said_is_shown_to_other_programs(walked: Walk) -> None:
    """Ratings in the letters of the scale, a hand count for each level, questions by their numerals."""
    shown = walked.shown(walked.heads)
    letters = [level.letters for level in walked.rubric.scale]
    assert list(shown["elements"]) == [element.code for element in walked.elements]
    for place, element in enumerate(walked.elements):
        record = shown["elements"][element.code]
        assert record["rating"] == letters[place % len(letters)]
        assert len(record["votes"]) == len(letters)
        assert record["evidence"] == f"Seen in {element.code}."
        assert list(record["questions"]) == [question.numeral for question in element.questions]
        found = [question["leaning"] for question in record["questions"].values()]
        assert found == [LEANINGS[(place + number) % 6] for number in range(len(found))]
    assert [row["elements"] for row in shown["priorities"]] == [[one.code] for one in walked.elements[:2]]
    assert shown["not_now"][0]["element"] == walked.elements[2].code


def test_what_was_said_is_shown_on_a_terminal(walked: Walk) -> None:
    """Codes, letters and names stand apart from one another, on lines that fit."""
    shown = run("show", walked.heads).out
    check_words(walked, " ".join(shown.split()) + " ".join(one.title for one in walked.elements))
    for element in walked.elements:
        level = walked.rubric.levels[walked.shown(walked.heads)["elements"][element.code]["rating"]]
        assert re.search(rf"^  {re.escape(element.code)} +{level.letters} +{level.name} +\S", shown, re.M)
    assert max(map(width, shown.split("\n"))) <= 80


def test_groups_are_compared(walked: Walk) -> None:
    """As an object, on the terminal, and in every format."""
    found = json.loads(run("compare", walked.heads, walked.crew, "--json").out)
    assert {one["code"] for one in found["elements"]} == set(walked.rubric.elements)
    assert {one["steps"] for one in found["elements"]} <= set(range(len(walked.rubric.scale)))
    assert found["elements"][0]["steps"] == max(one["steps"] for one in found["elements"])
    text = run("compare", walked.heads, walked.crew).out
    check_words(walked, text)
    assert max(map(width, text.split("\n"))) <= 80
    for form in list_suffixes(DocumentKind.TRANSCRIPT):
        path = walked.root / f"comparison.{form}"
        assert run("compare", walked.heads, walked.crew, "--output", str(path)).status == 0
        check_words(walked, words_in(path.read_bytes(), form))


def test_groups_are_brought_together(walked: Walk) -> None:
    """What they said apart is told in the words of the framework version."""
    assert "Joint review of Heads and Crew." in run("show", walked.all).out
    output = " ".join(walked.together.split())
    assert "What the groups said:" in output
    assert f"matbot: Heads: Like the {walked.rubric.ends.weak}." in output
    first = walked.elements[0]
    assert walked.shown(walked.all)["elements"][first.code]["rating"] == walked.rubric.scale[1].letters
    assert f"{first.code} is {walked.rubric.scale[1].name}." in output


def test_the_plan_is_written_in_every_format(walked: Walk) -> None:
    """The drafted row says which descriptors it was drafted from."""
    for form in ("md", "docx", "csv"):
        path = walked.root / f"plan.{form}"
        assert run("plan", walked.heads, "--by-heading", "--output", str(path)).status == 0
    rows = list(csv.reader(StringIO((walked.root / "plan.csv").read_text(encoding="utf-8-sig"))))
    headings = [walked.rubric.heading_of(element.code).title for element in walked.elements[:3]]
    assert [row[0] for row in rows[1:]] == headings
    for form in ("md", "docx"):
        words = words_in((walked.root / f"plan.{form}").read_bytes(), form)
        assert walked.elements[1].title in words
        assert ("the green descriptors" in words) == (walked.rubric.id == "twelve-elements")
        assert ("the descriptors of the strong end" in words) == (walked.rubric.id == "five-ratings")


def test_a_year_on_tells_what_moved(walked: Walk) -> None:
    """Towards which end, in the words of the scale; and how far the priorities have come."""
    assert [one["met"] for one in walked.shown(walked.next)["looked_back"].values()] == ["met", "not yet"]
    run("transcript", walked.next, "--output", str(walked.root / "next.md"))
    words = words_in((walked.root / "next.md").read_bytes(), "md")
    scale, code = walked.rubric.scale, walked.elements[0].title
    assert f"{code} " in words
    assert f"moved from {scale[0].name} to {scale[1].name}" in words
    assert f"moved towards the {walked.rubric.ends.strong_end}" in words
    check_words(walked, words)


@pytest.mark.parametrize("kind", TRANSCRIPT_KINDS)
@pytest.mark.parametrize("form", list_suffixes(DocumentKind.TRANSCRIPT))
def test_every_kind_of_document_is_written(walked: Walk, kind: str, form: str) -> None:
    """It opens, names every element, and has no words of another scale; private notes are in one alone."""
    path = walked.root / f"heads-{kind}.{form}"
    written = run("transcript", walked.heads, "--edition", kind, "--output", str(path))
    assert written.status == 0, written.err
    words = words_in(path.read_bytes(), form)
    check_words(walked, words)
    assert ("Hush, " in words) == (kind == "own")
    if kind == "own":
        for question in walked.rubric.questions.values():
            assert all(one.text in words for one in walked.rubric.descriptors(question))
        assert "It covers: ." not in words
