"""The screens, line mode and the commands say the same of the same review, whatever was said in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matbot.interview import Interview
from matbot.review import events
from matbot.review.account import Account, PriorityAccount
from matbot.review.events import Event, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.screens.answers.answer_rows import OPEN, rows_of
from matbot.screens.answers.answers import CheckAnswersScreen
from matbot.screens.interview.go_to import GoToScreen
from matbot.screens.widgets.review_card import carry_on_card
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, speak, text_of
from tests.strategies import logs
from tests.talk import Talk

ANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
GAP = re.compile(
    r"(Rated at a glance, not question by question"
    r"|(?:Why|Key evidence|Seen differently): "
    r"(?:no rationale given|no key evidence given|nobody said so))\.?$"
)
"""What stands where nothing was said of a rating, or how it was taken."""

WIDE = 200
"""Columns enough that nothing is cut short."""

_places = count()


@dataclass(frozen=True)
class Shown:
    """What one front end says of a review's answers; None for what it does not say."""

    rated: tuple[int, int]
    """How many elements are rated, of how many."""
    states: dict[str, str]
    """Where each element stands, by its code."""
    answered: tuple[int, int] | None = None
    """How many questions are answered, of how many."""
    questions: dict[str, str] | None = None
    """The answer of each question that has its own line, by its id."""
    promises: tuple[str, ...] = ()
    """How far each priority of last year has come, in alphabetical order."""
    parked: int | None = None
    """How many elements and questions are parked."""
    drafted: set[str] | None = None
    """The ids of the questions of which anything is from a pack, and not confirmed."""
    open: set[str] | None = None
    """The codes of the elements in which anything is open."""
    gaps: set[tuple[str, str]] | None = None
    """What is said of a rating beside people's own words, by the code of its element."""


def _screen(file_of: Workspace) -> Shown:
    """What the check page draws, its rows wide enough to read."""
    with file_of.open("k7m2") as file:
        screen = CheckAnswersScreen(file)
        tally = screen._summary().plain
        rows = [row.draw(WIDE).plain for row in rows_of(screen._shown.answers) if row.key]
    code, at, states, questions = "", "", {}, {}
    waiting, drafted, gaps = set(), set(), set()
    for row in rows:
        if gap := GAP.search(row):
            gaps.add((code, gap[1]))
        head = re.match(r"(. )(1[AB]) Purpose 1[AB] +(?:[RAG]{1,2} +)?(\S.*)", row)
        question = re.match(r". (i{1,2}) +How is it\? +(\S.*)", row)
        if head:
            code, at, states[head[2]] = head[2], "", head[3].replace(" · pack", "").strip()
        elif question:
            at = f"{code}.{question[1]}"
            questions[at] = question[2].replace(" · pack", "").strip()
        if at and (" · pack" in row or "From the pack: " in row):
            drafted.add(at)
        if row.startswith(OPEN) and code:
            waiting.add(code)
    assert ("nothing is open" in tally) == (not any(row.startswith(OPEN) for row in rows))
    answered = _answered(tally)
    promised = (re.match(r". \d +(?:All|Half) can say it +(\S.*)", row) for row in rows)
    promises = sorted(one[1].strip().lower() for one in promised if one)
    parked = re.search(r"(\d+) parked", tally)
    assert parked
    rated = _of(tally, "elements? rated")
    return Shown(rated, states, answered, questions, tuple(promises), int(parked[1]), drafted, waiting, gaps)


def _line_mode(workspace: Workspace) -> Shown:
    """What /check tells, an element at a time, and what it says is open."""
    with workspace.open("k7m2") as file:
        several = len(Interview(file.rubric, file.log).review.scope) > 1
        told_open = _checked(speak(file, "/check", "open", "/back", "/stop")) if several else []
        output = _checked(speak(file, "/check", *[""] * 60))
    end = next(place for place, one in enumerate(output) if one.startswith("That is all of it"))
    code, states, questions = "", {}, {}
    gaps = set()
    for one in output[:end]:
        head = re.match(r"\d of \d, (1[AB]) Purpose 1[AB]: (.*)\.$", one)
        question = re.match(r"Question (i+), How is it\? (.*)\.$", one)
        silent = re.match(r"Not answered: (.*)\.$", one)
        if gap := GAP.match(one):
            gaps.add((code, gap[1]))
        elif head:
            code, states[head[1]] = head[1], head[2].replace(", some of it from the pack", "")
        elif question:
            questions[f"{code}.{question[1]}"] = question[2]
        elif silent:
            questions |= {f"{code}.{numeral}": "Not answered" for numeral in silent[1].split(" and ")}
    heads = (re.match(r"(1[AB]) Purpose 1[AB]: ", one) for one in told_open)
    tally = output[0]
    promised = (re.match(r"Priority \d, (?:All|Half) can say it: ([^.]*)\.", one) for one in output[:end])
    return Shown(
        _of(tally, "elements? rated"),
        states,
        _answered(tally),
        {id_: words.replace(", from the pack", "") for id_, words in questions.items()},
        tuple(sorted(one[1].lower() for one in promised if one)),
        None,
        {id_ for id_, words in questions.items() if words.endswith(", from the pack")},
        {head[1] for head in heads if head} if len(states) > 1 else None,
        gaps,
    )


def _command(workspace: Workspace) -> Shown:
    """What `matbot show` prints."""
    out = run("--workspace", str(workspace.root), "show", "k7m2").out
    lines = out.splitlines()
    cells = (re.match(r"  (1[AB])  (\S+) +(\S.*?)  +Purpose 1[AB]( \(parked\))?$", line) for line in lines)
    states = {cell[1]: f"{cell[3]}{', parked' if cell[4] else ''}" for cell in cells if cell}
    flat = " ".join(out.split())
    rated = re.search(r"of this review; (\d+) ha(?:s|ve) a rating", flat)
    waiting = re.search(r"Still to rate: ([^.]*)\.", flat)
    promised = re.search(r"What you set out to do then: ([^.]*)\.", flat)
    counts = [one.split(" ", 1) for one in promised[1].split(", ")] if promised else []
    parked = re.search(r"Parked to come back to: ([^.]*)\.", flat)
    return Shown(
        (int(rated[1]) if rated else 0, len(states)),
        states,
        promises=tuple(sorted(words for number, words in counts for _ in range(int(number)))),
        parked=len(parked[1].split(", ")) if parked else 0,
        open=set(re.findall(r"1[AB]", waiting[1])) if waiting else set(),
    )


def _checked(output: Iterable[str]) -> list[str]:
    """What was said from the check of the answers on, each thing on one line."""
    blocks = [" ".join(one.removeprefix("matbot: ").split()) for one in output]
    begin = next(place for place, one in enumerate(blocks) if one.startswith("Check your answers"))
    return blocks[begin:]


@dataclass(frozen=True)
class Written:
    """What the full record says of a review's elements."""

    states: dict[str, str]
    """Why each element has no rating, by its code."""
    format_without_evidence: set[str]
    """The codes of the rated elements that are still to get key evidence."""


def _full_record(workspace: Workspace) -> Written:
    """The map's list of elements without a rating, and what is still open."""
    where = ("--workspace", str(workspace.root))
    text = run(*where, "transcript", "k7m2", "--format", "md", "--output", "-").out
    heat_map = text.split("\n## Heat map")[1].split("\n## ")[0]
    listed = re.findall(r"\n- \*\*([^*:]+):\*\* \d+ elements? \(([^)]*)\)", heat_map)
    states = {code: words for words, titles in listed for code in re.findall(r"(1[AB]) Purpose", titles)}
    still_open = text.split("\n## Still open")[1]
    evidence = re.search(r"\*\*Key evidence:\*\* (.*)", still_open)
    return Written(
        {code: words for code, words in states.items() if words not in LEVELS},
        set(re.findall(r"(1[AB]) Purpose", evidence[1])) if evidence else set(),
    )


LEVELS = ("Red", "Amber Red", "Amber Green", "Green")


def _answered(tally: str) -> tuple[int, int]:
    """How many questions are answered, of how many that are asked."""
    assert "of 0 questions" not in tally
    return (0, 0) if "no questions asked" in tally else _of(tally, "questions? answered")


def _of(words: str, what: str) -> tuple[int, int]:
    found = re.search(rf"(\d+) of (\d+) {what}", words)
    assert found, words
    return int(found[1]), int(found[2])


def _promised(rubric: Rubric) -> Account:
    rows = (
        PriorityAccount(priority="p1", progress="All can say it"),
        PriorityAccount(priority="p2", action="Half can say it"),
    )
    return Talk(rubric, review="a2b3").account.model_copy(update={"priorities": rows})


_HALF = (
    events.ElementBegun(element="1A", way="questions"),
    events.QuestionAnswered(question="1A.i", leaning="not sure"),
    events.PlaceParked(place="1A.ii", parked=True),
)
_HANDS = (
    events.ElementBegun(element="1B", way="glance", again=True),
    events.HandsShown(element="1B", votes=(0, 1, 2, 0)),
)
_RATED = (
    events.ElementBegun(element="1A", way="questions"),
    events.ElementRated(element="1A", rating="G"),
)
_NOT_THIS_TIME = events.StepSkipped(skipped="opening:1A")
_LATE: tuple[tuple[Event, ...], ...] = (
    (),
    _HANDS,
    (*_HALF, _NOT_THIS_TIME),
    (*_RATED, _NOT_THIS_TIME),
    (*_HALF, ScopeChosen(elements=("1B",))),
    (*_RATED, *_HALF, *_HANDS, ScopeChosen(elements=("1B",))),
)
"""How a review may end: what is begun, rated or parked is left out, hands are shown and nothing is rated."""


@st.composite
def reviews(draw: st.DrawFn, rubric: Rubric) -> list[Event]:
    """Any log, of elements left out this time and with what an earlier review promised, too."""
    opened, *log = draw(logs(rubric))
    left_out = st.builds(
        events.StepSkipped, skipped=st.sampled_from([f"opening:{one}" for one in rubric.elements])
    )
    log += draw(st.lists(left_out, max_size=2))
    log = [*draw(st.permutations(log)), *draw(st.sampled_from(_LATE))]
    assert isinstance(opened, ReviewOpened)
    opened = opened.model_copy(update={"rubric_hash": rubric.content_hash})
    brought = [events.AccountAdded(role="earlier", account=_promised(rubric))] if draw(st.booleans()) else []
    return [opened, ScopeChosen(elements=draw(st.sampled_from([("1A", "1B"), ("1B",)]))), *brought, *log]


def _kept(folder: Path, rubric: Rubric, log: list[Event]) -> Workspace:
    """A workspace with the one review."""
    workspace = Workspace(folder / f"workspace{next(_places)}")
    opened, scoped, *rest = log
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    workspace.create(rubric, opened, scoped, *rest).close()
    return workspace


def _lower(states: dict[str, str]) -> dict[str, str]:
    return {code: words.lower() for code, words in states.items()}


def test_empty_words_of_a_pack_are_a_gap_in_every_list(small_rubric: Rubric, tmp_path: Path) -> None:
    """Nobody said so, and a pack did not either."""
    talk = Talk(small_rubric, people=2)
    talk.log += [
        events.DissentNoted(element="1A", differs="", drafted=True),
        events.ElementBegun(element="1A"),
        events.ElementRated(element="1A", rating="G"),
    ]
    workspace = _kept(tmp_path, small_rubric, talk.log)
    screen, line = _screen(workspace), _line_mode(workspace)
    assert ("1A", "Seen differently: nobody said so") in (screen.gaps or ())
    assert screen.gaps == line.gaps


@ANY
@given(data=st.data())
def test_any_review_has_the_same_answers_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """Counts, states, answers and what is open: the check page, /check and `matbot show`."""
    workspace = _kept(tmp_path, small_rubric, data.draw(reviews(small_rubric)))
    screen, command, line = _screen(workspace), _command(workspace), _line_mode(workspace)
    assert screen.rated == line.rated
    assert (screen.rated[0], screen.answered) == (command.rated[0], line.answered)
    assert _lower(screen.states) == _lower(line.states)
    assert screen.questions == line.questions
    assert screen.promises == line.promises == command.promises
    assert (screen.drafted, screen.parked) == (line.drafted, command.parked)
    assert line.open in (None, screen.open)
    assert {code: command.states[code] for code in screen.states} == screen.states
    assert screen.gaps == line.gaps
    unrated = ("Not reviewed", "Not rated yet")
    assert command.open == {code for code, state in screen.states.items() if state.startswith(unrated)}
    written = _full_record(workspace)
    without = {code: words.partition(", parked")[0] for code, words in command.states.items()}
    without = {code: words for code, words in without.items() if words not in LEVELS}
    assert written.states == without
    missing = {code for code, words in screen.gaps or () if words == "Key evidence: no key evidence given"}
    assert written.format_without_evidence == missing
    assert missing <= (screen.open or set())


@ANY
@given(data=st.data())
def test_any_review_has_the_same_places_and_marks_in_every_list(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """Go to, /map, /progress, the check page, `matbot show` and the Full record."""
    workspace = _kept(tmp_path, small_rubric, data.draw(reviews(small_rubric)))
    shown = _command(workspace)
    with workspace.open("k7m2") as file:
        interview = Interview(file.rubric, file.log)
        review, tally = interview.review, CheckAnswersScreen(file)._shown.tally
        rows = [row for row in rows_of(CheckAnswersScreen(file)._shown.answers) if row.key]
        spoken = " ".join(text_of(speak(file, "/map", "/stop")).split())
    go_to = GoToScreen(interview)
    lines = {code: go_to._element(code).plain for code in small_rubric.elements}
    for code, line in lines.items():
        record = review.elements[code]
        state = line.rpartition("  ")[2].removeprefix("parked, ")
        if not record.rating:
            assert ("–" in line) == (code not in review.scope)
            assert ("·" in line) == (code in review.scope)
        if code not in review.scope:
            shown_state = shown.states.get(code, "Not in this review").removesuffix(", parked")
            assert state == ("rated, but left out of this review" if record.rating else shown_state.lower())
        elif " answered" in state:
            assert int(state.split()[2]) == sum(map(review.is_asked, record.questions)) > 0
        if code in shown.states:
            assert f"{code} {shown.states[code].removesuffix(', parked')}" in spoken
    assert [option.id for option in go_to._parked() if "left out" not in str(option.prompt)] == [
        place for place in review.parked if place in small_rubric.questions
    ]
    unanswered = sum("Not answered" in row.draw(WIDE).plain for row in rows)
    assert unanswered <= tally.asked - tally.answered
    assert tally.parked == shown.parked


def test_what_was_left_out_is_named_so_in_every_list(small_rubric: Rubric, tmp_path: Path) -> None:
    """Begun, with a question that nobody was sure of and one that is parked; then left out."""
    opened = Talk(small_rubric).log[0]
    scoped = ScopeChosen(elements=("1A", "1B"))
    workspace = _kept(tmp_path, small_rubric, [opened, scoped, *_HALF, ScopeChosen(elements=("1B",))])
    where = ("--workspace", str(workspace.root))
    record = run(*where, "transcript", "k7m2", "--format", "md", "--output", "-").out
    left_out = "but left out of this review"
    assert f"**Begun, {left_out}:** 1 element (1A Purpose 1A)" in record
    assert f"**Parked, {left_out}**" in record
    assert f"**Not sure, {left_out}**" in record
    assert "1A" not in record.split("\n## Still open")[1]
    assert f"Parked, {left_out}: 1A (ii)." in " ".join(run(*where, "show", "k7m2").out.split())
    with workspace.open("k7m2") as file:
        spoken = " ".join(text_of(speak(file, "/map", "/priorities", "/back", "/stop")).split())
        (parked,) = GoToScreen(Interview(file.rubric, file.log))._parked()
    assert f"1A Begun, {left_out}" in spoken
    assert f"Parked, {left_out}: 1A (ii)." in spoken
    assert f"1A Purpose 1A, begun, {left_out}" in spoken
    assert f"1A (ii) parked, {left_out}: " in str(parked.prompt)


@ANY
@given(data=st.data())
def test_any_review_is_as_far_on_in_every_list(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """The card at home, line mode's list, `matbot list` and `matbot show`."""
    workspace = _kept(tmp_path, small_rubric, data.draw(reviews(small_rubric)))
    (listed,) = workspace.list_reviews()
    assert listed.header
    where = ("--workspace", str(workspace.root))
    told = (
        carry_on_card(listed.header, "").plain,
        text_of(at_home(workspace, "list", "stop")),
        run(*where, "list").out,
    )
    shown = " ".join(run(*where, "show", "k7m2").out.split())
    assert {"not started" in words for words in told} == {listed.header.state == "not started"}
    assert not any("not begun" in words for words in (*told, shown))
    assert bool(re.search("You have not looked at (any|the one)", shown)) == (listed.header.looked_at == 0)
