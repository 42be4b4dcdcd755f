"""The screens, line mode, the command and the report say the same of any reviews side by side."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matbot.presenters.comparison import format_summary
from matbot.review.events import ElementRated, Event, EvidenceNamed, ReviewOpened, ScopeChosen, StepSkipped
from matbot.review.unrated import Unrated
from matbot.rubric import Rubric
from matbot.screens.compare.comparison import _more_of
from matbot.screens.compare.sealed import SealedScreen
from matbot.screens.widgets.comparison_grid import rows_by_agenda, rows_by_framework
from matbot.services.joint_reviews import load_comparison
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run
from tests.strategies import logs, without_renaming

ANY = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WIDE = 4000
"""Columns enough that nothing is cut short."""

LABELS = {"A": "Heads", "B": "Board", "C": "Staff"}
LEVELS = ("Red", "Amber Red", "Amber Green", "Green")
STATES = {words.lower(): words for words in (*LEVELS, *Unrated)}
STATE = "|".join(sorted((re.escape(words) for words in (*STATES, *STATES.values())), key=len, reverse=True))
STEPS = {"one": 1, "two": 2, "three": 3}

_places = count()


@dataclass(frozen=True)
class Shown:
    """What one of them says; of what it does not say, nothing."""

    to_discuss: int
    """How many elements there are to talk about."""
    states: dict[tuple[str, str], str] = field(default_factory=dict)
    """Where each side stands, by the element's code and the side's label."""
    apart: dict[str, int | None] = field(default_factory=dict)
    """How many steps the furthest two are apart, by the element's code."""
    marks: dict[str, list[str]] = field(default_factory=dict)
    """The marks of each element's line in the grid."""
    progress: dict[str, str] = field(default_factory=dict)
    """How far each side has come, by its label."""
    silent: set[str] = field(default_factory=set)
    """The codes of the elements in somebody's review of which nobody said anything."""
    alone: set[str] = field(default_factory=set)
    """The codes of the elements that one side alone rated."""


def _screen(workspace: Workspace, references: list[str]) -> Shown:
    """The sealed page, the grid, and what stands below it of each element."""
    comparison = load_comparison(workspace, references)
    states: dict[tuple[str, str], str] = {}
    marks, apart = {}, {}
    for element in comparison.elements:
        text = _more_of(comparison, element, WIDE).plain
        for words, letters in re.findall(rf"({STATE}): ([ABC](?:(?:, | and )[ABC])*)\.", text):
            states |= {(element.code, LABELS[one]): words for one in re.findall("[ABC]", letters)}
    for row in rows_by_framework(comparison):
        if row.key:
            values = row.draw(200).plain.split(f"Purpose {row.key}")[1]
            marks[row.key] = re.findall(r"\b[RAG]{1,2}\b|[·–]", values)
            apart[row.key] = _steps(values)
    sealed = SealedScreen(comparison)
    progress = {
        side.label: " ".join(line.plain for line in sealed._about(side, WIDE)) for side in comparison.sides
    }
    number = re.search(r"There (?:is|are) (\d+) elements? to talk about", format_summary(comparison))
    many = int(number[1]) if number else 0
    agenda = "\n".join(row.draw(200).plain for row in rows_by_agenda(comparison))
    far = {label: _progress(words) for label, words in progress.items()}
    alone = {code for code in marks if re.search(rf"{code} +Purpose.*only one rating", agenda)}
    return Shown(many, states, apart, marks, far, _silent(agenda), alone)


def _line_mode(workspace: Workspace, codes: Iterable[str]) -> Shown:
    """What is told line by line, of each element in full."""
    asked = [line for code in codes for line in (code, *[""] * 12)]
    values = at_home(workspace, f"compare {','.join(map(str, range(1, 4)))}", "yes", *asked, "/back", "stop")
    blocks = [" ".join(one.removeprefix("matbot: ").split()) for one in values]
    code, states, apart, progress, many = "", {}, {}, {}, 0
    for one in blocks:
        head = re.match(r"(?:\d of \d: )?(1[AB]) Purpose 1[AB], (.*)\.$", one)
        side = re.match(r"[ABC] is (Heads|Board|Staff), ", one)
        talk = re.match(r"There (?:is|are) (\d) elements? to talk about", one)
        if head:
            code, apart[head[1]] = head[1], _steps(head[2])
        elif side:
            progress[side[1]] = _progress(one)
        elif talk:
            many = int(talk[1])
        elif re.fullmatch(rf"(?:(?:Heads|Board|Staff): (?:{STATE})(?:; |\.))+", one):
            for label, words in re.findall(rf"(Heads|Board|Staff): ({STATE})[;.]", one):
                states[(code, label)] = STATES[words.lower()]
    return Shown(
        many,
        states,
        apart,
        progress=progress,
        silent=_silent("\n".join(blocks)),
        alone=_alone("\n".join(blocks)),
    )


def _command(workspace: Workspace, references: list[str]) -> Shown:
    """What `matbot compare` prints."""
    out = run("--workspace", str(workspace.root), "compare", *references).out
    lines, flat = out.splitlines(), " ".join(out.split())
    grid = [line for line in lines if re.match(r"  1[AB] Purpose", line)]
    marks = {line[2:4]: re.findall(r"\b[RAG]{1,2}\b|[·–]", line.split("Purpose")[1][3:]) for line in grid}
    items = re.findall(r"\d\. (1[AB]) Purpose 1[AB] (.*?)\. ([ABC].*?)\.", flat)
    states = {
        (code, LABELS[one]): words
        for code, _, stand in items
        for letters, words in re.findall(rf"([ABC](?:(?:, | and )[ABC])*): ({STATE})(?:;|$)", stand)
        for one in re.findall("[ABC]", letters)
    }
    apart = {code: _steps(words) for code, words, _ in items}
    sides = re.findall(r"[ABC] (Heads|Board|Staff), (.*? rated)\.", flat)
    far = {label: _progress(words) for label, words in sides}
    assert "· no rating, – not in their review." in flat
    told = flat.replace(". ", ".\n")
    return Shown(len(items), states, apart, marks, far, _silent(told), _alone(told))


def _report(workspace: Workspace, references: list[str]) -> Shown:
    """What the written comparison says of each element that is to be talked about."""
    where = ("--workspace", str(workspace.root))
    text = run(*where, "compare", *references, "--format", "md", "--output", "-").out
    states, apart = {}, {}
    for topic in re.split(r"\n### \d+\. ", text)[1:]:
        code = topic[:2]
        heading = re.search(r"\n\*\*(.*?)\*\*", topic)
        row = re.search(r"\n\| Rating +\|(.*)\|\n", topic)
        assert heading
        assert row
        apart[code] = _steps(heading[1])
        for label, cell in zip(LABELS.values(), row[1].split("|"), strict=True):
            found = re.search(rf"\W*(?:[RAG]{{1,2}} )?({STATE})(?: \(hands|$)", cell.strip())
            assert found, cell
            states[(code, label)] = found[1]
    rows = re.findall(r"\n\| [ABC] *\| (Heads|Board|Staff) *\|(.*)", text)
    grid = re.findall(r"\n\| (1[AB]) Purpose 1[AB] *\|(.*?)\|(.*?)\|(.*?)\|[^|]*\|(?=\n)", text)
    marks = {
        code: [(re.findall(r"\b[RAG]{1,2}\b|[·–]", one) or ["?"])[0] for one in cells]
        for code, *cells in grid
    }
    far = {label: _progress(words) for label, words in rows}
    return Shown(len(apart), states, apart, marks, far, _silent(text))


def _silent(text: str) -> set[str]:
    """The codes that are named as not reviewed by anybody."""
    assert not re.search("[Nn]obody (has )?spoke|spoke of", text)
    found = re.search(r"Not reviewed by any of you: (.*)", text)
    return set(re.findall(r"\b1[AB]\b", found[1])) if found else set()


def _alone(text: str) -> set[str]:
    """The codes that are named as rated by one side alone."""
    found = re.search(r"Only one rating: (.*)", text)
    return set(re.findall(r"\b1[AB]\b", found[1])) if found else set()


def _steps(words: str) -> int | None:
    """How many steps apart some words say that sides are; none where there is nothing to compare."""
    found = re.search(r"(one|two|three) steps? apart", words)
    if found:
        return STEPS[found[1]]
    return 0 if re.search(r"\bsame\b", words, re.IGNORECASE) else None


def _progress(words: str) -> str:
    found = re.search(r"\d of \d elements? looked at, \d rated", words)
    assert found, words
    return found[0]


def _kept(folder: Path, rubric: Rubric, drawn: list[list[Event]]) -> tuple[Workspace, list[str]]:
    """A workspace with a review a group, and what names them."""
    workspace = Workspace(folder / f"workspace{next(_places)}")
    references = []
    for label, (opened, scoped, *rest) in zip(LABELS.values(), drawn, strict=True):
        assert isinstance(opened, ReviewOpened)
        assert isinstance(scoped, ScopeChosen)
        about = {"review": f"{label.lower()}234", "trust": "Northfields", "group": label}
        opened = opened.model_copy(update=about | {"rubric_hash": rubric.content_hash})
        workspace.create(rubric, opened, scoped, *rest).close()
        references.append(opened.review)
    return workspace, references


@st.composite
def reviews(draw: st.DrawFn, rubric: Rubric) -> list[Event]:
    """Any log under its first names, its elements chosen before and after anything was said of them."""
    opened, *log = draw(logs(rubric))
    log = without_renaming(log)
    scopes = st.sampled_from([("1A",), ("1B",), ("1A", "1B")])
    last = [ScopeChosen(elements=scope) for scope in draw(st.lists(scopes, max_size=1))]
    left_out = st.builds(StepSkipped, skipped=st.sampled_from([f"opening:{one}" for one in rubric.elements]))
    log = draw(st.permutations([*log, *draw(st.lists(left_out, max_size=2))]))
    return [opened, ScopeChosen(elements=draw(scopes)), *log, *last]


@ANY
@given(data=st.data())
def test_any_reviews_stand_side_by_side_alike_in_all_of_them(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """Where each side stands, how far apart they are, how much there is to discuss, how far each has come."""
    drawn = [data.draw(reviews(small_rubric)) for _ in LABELS]
    workspace, references = _kept(tmp_path, small_rubric, drawn)
    screen, line = _screen(workspace, references), _line_mode(workspace, small_rubric.elements)
    command, report = _command(workspace, references), _report(workspace, references)
    assert len(screen.states) == len(small_rubric.elements) * len(LABELS)
    assert screen.states == line.states
    assert screen.apart == line.apart
    assert screen.marks == screen.marks | command.marks
    assert screen.states == screen.states | command.states | report.states
    assert command.states == report.states
    assert screen.apart == screen.apart | command.apart | report.apart
    assert screen.to_discuss == line.to_discuss == command.to_discuss == report.to_discuss
    assert screen.progress == line.progress == command.progress == report.progress
    assert screen.silent == line.silent == command.silent == report.silent
    assert screen.marks == screen.marks | report.marks
    assert screen.alone == line.alone == command.alone


def test_what_was_begun_and_then_left_out_is_called_that_in_all_of_them(
    small_rubric: Rubric, tmp_path: Path
) -> None:
    """It is not in their review any more, and yet not an element that they never had."""
    rated = [
        [ScopeChosen(elements=("1A",)), ElementRated(element="1A", rating=letters)] for letters in ("R", "G")
    ]
    left_out = [ScopeChosen(elements=("1A", "1B")), EvidenceNamed(element="1A", evidence="Minutes")]
    logs_of = [*rated, [*left_out, ScopeChosen(elements=("1B",))]]
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=small_rubric.id)
    workspace, references = _kept(tmp_path, small_rubric, [[opened, *log] for log in logs_of])
    fronts = (
        _screen(workspace, references),
        _line_mode(workspace, small_rubric.elements),
        _command(workspace, references),
        _report(workspace, references),
    )
    assert {one.states["1A", "Staff"] for one in fronts} == {"Begun, but left out of their review"}
    assert fronts[0].states["1B", "Board"] == fronts[1].states["1B", "Board"] == "Not in their review"
    assert {tuple(one.marks["1A"]) for one in fronts if one.marks} == {("R", "G", "–")}
