"""Other frameworks on the screen: their own codes, counts, scales and descriptors, walked as people would."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList, Static

from matbot.presenters.check_answers import present_answers
from matbot.review.events import ElementRated
from matbot.review.heat_map import heat_map
from matbot.review.projection import header_of
from matbot.rubric import Level, Rubric
from matbot.rubric.writer import keep
from matbot.screens.answers.answer_rows import rows_of
from matbot.screens.answers.answers import CheckAnswersScreen
from matbot.screens.app import MatbotApp
from matbot.screens.frameworks.framework_choice import FrameworkChoiceScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.screens.themes import COLOURS, rating_colour, rating_style
from matbot.screens.widgets.contrast import Panel
from matbot.screens.widgets.review_card import draw_card_strip
from matbot.screens.widgets.spread import draw_spread
from matbot.screens.widgets.strip import draw_strip, shorten_code
from matbot.store.workspace import Workspace
from tests.frameworks import FIVE_LEVELS, THREE_LEVELS, five_ratings, three_ratings, twelve
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.pages import SMALL, WIDE, open_conversation

Snap = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])

PLANKS = ("", "2", "Two planks weep.", "2", "", "3", "", "0 1 2 2 0", "2", "They weep.", "The pump log", "")
"""The first element of the boats, by five people: its questions, a show of hands, and what was agreed."""


# A whole way, from home


@pytest.mark.parametrize("framework", [twelve(), five_ratings(), three_ratings()], ids=lambda one: one.id)
async def test_a_review_from_choosing_the_framework_to_the_check_page(
    workspace: Workspace, framework: Rubric
) -> None:
    """By keys alone: what is kept is of that framework, rated on its scale, and the check page shows it."""
    keep(framework, workspace.rubrics / framework.id)
    app = MatbotApp(workspace)
    code, element = next(iter(framework.elements.items()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+l", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, NewReviewScreen)
        await pilot.press(*"Boats", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        await pilot.press("enter")
        for _ in element.questions:
            await pilot.press("1", "enter")
        await pilot.press(str(len(framework.scale)), *"why", "enter", "enter", "f2", "escape", "f5")
        await pilot.pause()
        assert isinstance(app.screen, CheckAnswersScreen)
        review = app.screen.interview.review
        drawn = "\n".join(
            row.draw(78).plain for row in rows_of(present_answers(app.screen.interview).answers)
        )
    assert (review.rubric, review.elements[code].rating) == (framework.id, framework.scale[-1].letters)
    assert framework.scale[-1].name in drawn


async def test_a_faulty_framework_is_told_in_words_and_cannot_be_chosen(workspace: Workspace) -> None:
    """Its folder, how much there is to mend, and the first of it; the others can be chosen all the same."""
    keep(twelve(), workspace.rubrics / "a-garden")
    keep(five_ratings(), workspace.rubrics / "boats")
    about = workspace.rubrics / "a-garden" / "rubric.md"
    about.write_text(about.read_text(encoding="utf-8").replace("- source", "- sauce"), encoding="utf-8")
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+l")
        await pilot.pause()
        assert isinstance(app.screen, FrameworkChoiceScreen)
        rows = app.screen.query_one(OptionList)
        (faulty,) = [str(option.prompt) for option in rows.options if option.disabled]
        assert faulty.startswith("a-garden cannot be used yet")
        assert "rubric.md: The source is missing." in faulty
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "A framework for boats" in str(app.screen.query_one("#framework", Button).label)


async def test_where_there_is_but_one_framework_nobody_is_asked(make_app: Make) -> None:
    """The form of a new review stays as simple as it is."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "ctrl+l")
        assert isinstance(app.screen, NewReviewScreen)
        assert not app.screen.query("#framework")


# The contrast


async def test_only_what_a_question_describes_is_shown(make_app: Make) -> None:
    """Ends first and those between below them; one descriptor alone takes the whole width."""
    app = make_app(Talk(five_ratings()).say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        assert _panels(screen)[:2] == ["Not yet begun looks like", "Leading and helping others looks like"]
        assert len(_panels(screen)) == 5
        await pilot.press("1", "enter")
        await pilot.pause()
        assert [words.split()[0] for words in _panels(screen)] == ["Not", "Leading", "Developing"]
        await pilot.press("1", "enter")
        await pilot.pause()
        assert _panels(screen) == ["Leading and helping others looks like"]
        (only,) = [panel for panel in screen.query(Panel) if panel.display]
        assert only.size.width > 70


async def test_where_all_descriptors_fit_they_stand_side_by_side_in_the_order_of_the_scale(
    make_app: Make,
) -> None:
    """On a very wide terminal five panels make one row, the weakest level first."""
    app = make_app(Talk(five_ratings()).say(""))
    async with app.run_test(size=(200, 40)) as pilot:
        screen = await open_conversation(app, pilot)
        assert _panels(screen) == [f"{level.name} looks like" for level in FIVE_LEVELS]
        panels = [panel for panel in screen.query_one("#contrast").query(Panel) if panel.display]
        assert len({panel.region.y for panel in panels}) == 1
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert _panels(screen)[:2] == ["Not yet begun looks like", "Leading and helping others looks like"]


def _panels(screen: InterviewScreen) -> list[str]:
    """The names of the levels that are shown, in their order."""
    shown = [panel for panel in screen.query_one("#contrast").query(Panel) if panel.display]
    return [str(panel.query_one(".side-name", Static).content) for panel in shown]


# Colours, strips, bars


def test_colours_go_by_the_place_on_the_scale() -> None:
    """Whatever the levels are called; letters of no scale have none, and another scale may reuse them."""
    assert [rating_colour(letters) for letters in ("R", "AR", "AG", "G", "B")] == [*COLOURS[:4], ""]
    assert [rating_colour(letters, "LMH") for letters in "LMHG"] == ["red", "amber-green", "green", ""]
    assert [rating_colour(level.letters, [one.letters for one in FIVE_LEVELS]) for level in FIVE_LEVELS] == [
        *COLOURS
    ]
    assert rating_colour("G", ("G", "X", "Y")) == "red"
    assert rating_style("?") == "bold"


@pytest.mark.parametrize(
    ("code", "number", "short"),
    [
        ("1B", "1", "B"),
        ("A2", "A", "2"),
        ("1.2", "1", "2"),
        ("QE-2", "1", "QE-2"),
        ("10A", "1", "10A"),
        ("AB1", "A", "AB1"),
        ("1", "1", "1"),
        ("1B", "", "1B"),
    ],
)
def test_a_code_goes_without_its_headings_number_only_where_it_begins_with_it(
    code: str, number: str, short: str
) -> None:
    """`1A:AG B:·` reads well; a part of another number cut off would not."""
    assert shorten_code(code, number) == short


@pytest.mark.parametrize("framework", [twelve(), five_ratings(), three_ratings(9), three_ratings(40)])
@pytest.mark.parametrize("width", [58, 75, 78])
def test_a_strip_is_never_cut_in_silence(framework: Rubric, width: int) -> None:
    """It shows every element in one line or two; or those around the current one and how many are rated."""
    talk = Talk(framework)
    codes = list(framework.elements)
    talk.log += [ElementRated(element=code, rating=framework.scale[-1].letters) for code in codes[:-1]]
    rows = heat_map(framework, talk.interview.review)
    for current in codes:
        lines = draw_strip(rows, current, framework.levels, width).plain.split("\n")
        assert len(lines) <= 2
        assert all(len(line) <= width for line in lines)
        assert f"{len(codes) - 1} of {len(codes)} rated" in lines[0] or sum(map(_cells, lines)) == len(codes)
        assert any(f"{framework.scale[-1].letters}" in line or "›" in line for line in lines)


def _cells(line: str) -> int:
    return line.count(":")


def test_a_card_has_the_colours_of_its_reviews_scale() -> None:
    """A header says what scale it is; one from before, that does not, is on the framework's own."""
    talk = Talk(five_ratings())
    talk.log.append(ElementRated(element="QE-1", rating="LE"))
    header = header_of(talk.rubric, talk.interview.review, talk.interview.flow)
    assert "$rating-blue" in str(draw_card_strip(header).spans)
    before = header._replace(scale=(), map={"QE-1": "AG"})
    assert "$rating-amber-green" in str(draw_card_strip(before).spans)


async def test_hands_of_any_scale_are_counted_in_view(make_app: Make) -> None:
    """Five long names at 80 columns: each whole, and the last can be counted too."""
    app = make_app(Talk(five_ratings(), people=5).say(*PLANKS[:7]))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        counters = str(screen.query_one("#counters", Static).render())
        assert all(level.name in counters for level in FIVE_LEVELS)
        await pilot.press("left", "2", "enter")
        await pilot.pause()
        assert screen.interview.review.elements["QE-1"].votes == (0, 0, 0, 0, 2)


@pytest.mark.parametrize("scale", [THREE_LEVELS, FIVE_LEVELS], ids=["three", "five"])
@pytest.mark.parametrize("width", [58, 76])
def test_a_spread_fits_whatever_the_scale(scale: tuple[Level, ...], width: int) -> None:
    """Two shows of hands beside each other: every level has its number, and nothing runs over the edge."""
    shows = [tuple(range(len(scale))), tuple(range(len(scale), 0, -1))]
    lines = draw_spread(scale, shows, width).plain.splitlines()
    assert len(lines) == len(scale) + 1
    assert all(len(line.rstrip()) <= width for line in lines)
    assert [line.split()[0] for line in lines[1:]] == [level.letters for level in scale]


# How it looks


LOOKS: dict[str, tuple[Rubric, tuple[str, ...], tuple[str, ...]]] = {
    "five-contrast": (five_ratings(), ("",), ()),
    "five-one-end": (five_ratings(), PLANKS[:5], ()),
    "five-hands": (five_ratings(), PLANKS[:7], ("1",)),
    "five-rating": (five_ratings(), PLANKS[:8], ()),
    "five-map": (five_ratings(), PLANKS, ("f2",)),
    "five-check": (five_ratings(), PLANKS, ("f5",)),
    "twelve": (twelve(), ("", "2", "", "3", "", "1 1 1 2", "3", "Dug over", "", ""), ()),
    "forty": (three_ratings(40, 15), ("g", "1 2 2", "2", "Brown", "", ""), ()),
}


@SIZES
@pytest.mark.parametrize("look", LOOKS)
def test_how_it_looks(snap_compare: Snap, make_app: Make, look: str, size: Any) -> None:
    """Panels, bars, strip, map and page of other frameworks."""
    framework, words, keys = LOOKS[look]
    app = make_app(Talk(framework, people=5).say(*words))

    async def before(pilot: Pilot[None]) -> None:
        await open_conversation(app, pilot)
        await pilot.press(*keys)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)


@SIZES
def test_how_the_choice_of_a_framework_looks(snap_compare: Snap, workspace: Workspace, size: Any) -> None:
    """Title, version and counts of each."""
    for framework in (twelve(), five_ratings()):
        keep(framework, workspace.rubrics / framework.id)

    async def before(pilot: Pilot[None]) -> None:
        await pilot.press("n", "ctrl+l", "down")
        await pilot.pause()

    assert snap_compare(MatbotApp(workspace), terminal_size=size, run_before=before)
