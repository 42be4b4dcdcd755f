"""Groups in the room, groups apart and a year on, line by line."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import pytest

from matbot.interview import Interview
from matbot.review.account import Account, PriorityAccount
from matbot.review.events import AccountAdded, ReviewOpened, ScopeChosen
from matbot.review.fold import review_of
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import LONGEST
from tests.speaking import saves, speak, text_of
from tests.talk import Talk

Begin = Callable[..., ReviewFile]


@pytest.fixture
def begin(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[Begin]:
    """Makes a review of some people that brings groups together or follows an earlier one."""
    with ExitStack() as stack:

        def made(people: int = 5, groups: Sequence[Account] = (), since: Account | None = None) -> ReviewFile:
            brought = [AccountAdded(role="group", account=group) for group in groups]
            brought += [AccountAdded(role="earlier", account=since)] if since else []
            first = opened.model_copy(update={"people": people})
            return stack.enter_context(workspace.create(small_rubric, first, scoped, *brought))

        yield made


@pytest.fixture
def groups(small_rubric: Rubric) -> list[Account]:
    """Heads lean red and say why, the board leans green, and staff said nothing."""
    heads = Talk(small_rubric, group="Heads", review="heads234")
    heads.say("", "1", "Nobody can say it", "0", "", "1", "Too weak", "Minutes")
    board = Talk(small_rubric, group="Board", review="board234").say("", "4", "", "4", "", "4", "Strong")
    return [heads.account, board.account, Talk(small_rubric, group="Staff", review="staff234").account]


@pytest.fixture
def earlier(groups: list[Account]) -> Account:
    """The heads' review of a year before, with two priorities."""
    rows = (
        PriorityAccount(priority="p1", elements=("1A",), action="Ask staff", progress="All can say it"),
        PriorityAccount(priority="p2", elements=("1B", "9Z"), progress="w " * LONGEST),
    )
    return groups[0].model_copy(update={"priorities": rows})


def review_in(file: ReviewFile) -> Review:
    """What the file says."""
    return review_of(file.rubric, file.log)


def test_hands_are_said_as_a_spread_in_words(begin: Begin) -> None:
    """How many for what, for what none, and how many showed no hand; then time to talk."""
    output = text_of(speak(begin(), "g", "0 1 2 0"))
    assert (
        "matbot: Hands: one for Amber Red and two for Amber Green; none for Red or Green. "
        "Two of you showed no hand.\nmatbot: Take the time to talk about where you differ.\n"
    ) in output


def test_hands_shown_again_are_said_with_the_time_before(begin: Begin) -> None:
    """`h` asks once more; how it moved is said, and both are kept."""
    file = begin()
    output = text_of(speak(file, "g", "3 2 0 0", "h", "0 5 0 0", "2"))
    assert (
        "matbot: The time before: three for Red and two for Amber Red; none for Amber Green or Green."
        in output
    )
    assert "matbot: Hands: five for Amber Red; none for Red, Amber Green or Green.\n" in output
    assert len(review_in(file).elements["1A"].moves) == 3


@pytest.mark.parametrize("typed", ["1 2", "3 3 0 0", "two", "1 1 1 -1", "9999 0 0 0"])
def test_hands_that_cannot_be_are_asked_for_again(begin: Begin, typed: str) -> None:
    """Too few numbers, no numbers, more hands than people: a clear word, and nothing is lost."""
    file = begin()
    output = speak(file, "g", typed)
    assert (saves(output), review_in(file).elements["1A"].votes) == (1, ())
    assert output.count("you:") == 2
    assert "Please" in text_of(output)


def test_what_groups_said_is_folded_until_somebody_asks(begin: Begin, groups: list[Account]) -> None:
    """One line says that there is something, the first time a question shows it; nothing of it is in it."""
    file = begin(groups=groups)
    output = text_of(speak(file, "", "2", "note", "/back"))
    assert "matbot: It is a joint review of three groups: Heads; Board; Staff." in output
    assert output.count("What the groups said is hidden: /said shows it.") == 2  # of 1A.i and of 1A.ii
    assert "Nobody can say it" not in output


def test_said_unfolds_who_where_and_in_which_words(begin: Begin, groups: list[Account]) -> None:
    """Of a question at its choice and its note, of an element at its hands, rating and reasons."""
    file = begin(groups=groups)
    output = text_of(speak(file, "", "/said"))
    assert "matbot: Heads: Like the red. Nobody can say it.\nmatbot: Board: Like the green.\n" in output
    assert "matbot: Staff: no answer.\n" in output
    assert "Heads: Like the red." in text_of(speak(file, "2", "/said"))
    output = text_of(speak(file, "", "2", "", "/said"))
    assert "matbot: Heads: Red. Too weak. Key evidence: Minutes. i: Nobody can say it.\n" in output
    assert "matbot: Board: Green. Strong.\nmatbot: Staff: not reviewed.\n" in output
    assert "matbot: Board: Green." in text_of(speak(file, "1 2 2 0", "2", "/said"))


def test_said_where_nothing_is_folded_says_so(begin: Begin, groups: list[Account]) -> None:
    """At the opening of an element the groups are not heard yet: the contrast comes first."""
    file = begin(groups=groups)
    assert "once you have seen the contrast" in text_of(speak(file, "/said"))
    assert "Nothing is hidden here" in text_of(speak(file, "/to 1B", "g", "/said"))


def test_long_words_are_said_in_short(begin: Begin, small_rubric: Rubric) -> None:
    """No more than a screen for one group, each of its words in it."""
    talk = Talk(small_rubric, group="L" * 200, review="heads234")
    talk.say("", "1", "a " * (LONGEST // 2), "1", "b " * (LONGEST // 2), "1", "c " * (LONGEST // 2), "d")
    output = speak(
        begin(groups=[talk.account, talk.account.model_copy(update={"review": "x"})]), "g", "/said"
    )
    (voice, _other) = [part for part in output if part.startswith("matbot: LLL")]
    assert len(voice.splitlines()) <= 22
    assert all(f" {mark} {mark} " in voice for mark in "abc")


def test_a_year_on_begins_with_what_was_promised(begin: Begin, earlier: Account) -> None:
    """The part's name once, each promise in its own words, whether it is met, then the elements."""
    file = begin(people=1, since=earlier)
    output = speak(file, "1", "They all did in May", "2", "/skip")
    text = text_of(output)
    assert "matbot: It follows your review of" in text
    assert text.count("matbot: What you set out to do.\n") == 1
    assert "matbot: What was to be done: Ask staff\nmatbot: Progress wanted: All can say it\n" in text
    assert "matbot: How far has it come? 1 Met; 2 Partly met; 3 Not yet.\nyou (1 2 3):\n" in text
    assert "matbot: Met. What shows it?\nyou:\n" in text
    assert "matbot: That is what you set out to do: 1 met, 1 partly met.\n" in text
    assert text.index("1 partly met.") < text.index("matbot: 1A Purpose 1A.")
    assert max(len(part.splitlines()) for part in output) <= 12
    assert review_in(file).promise_progress["p1"].shows == "They all did in May"


def test_a_promise_is_said_again_to_whoever_comes_back_to_it(begin: Begin, earlier: Account) -> None:
    """Stopped before what shows it, the promise comes with the question; /to last and /where find it."""
    file = begin(people=1, since=earlier)
    assert "To carry on with what you set out to do: matbot ask" in text_of(speak(file, "2"))
    output = text_of(speak(file))
    assert output.index("Progress wanted: All can say it") < output.index("Partly met. What shows it?")
    assert "matbot: What you set out to do. Overall 0 of 2 elements looked at" in text_of(
        speak(file, "/where")
    )
    speak(file, "Half of them", "/skip")
    assert "What you set out to do" in text_of(speak(file, "/to 1B", "/to last"))
    assert "cannot be parked" in text_of(speak(file, "/park"))


def test_last_time_is_folded_beside_each_element(begin: Begin, earlier: Account) -> None:
    """It is said once for an element and once for a question, and is shown with the month."""
    since = earlier.model_copy(update={"priorities": ()})
    output = text_of(speak(begin(people=1, since=since), "/said", "", "/said", "1"))
    assert output.count("is hidden: /said shows it.") == 2
    assert "matbot: What you said in " in output
    assert "matbot: Heads: Red. Too weak. Key evidence: Minutes. i: Nobody can say it.\n" in output
    assert "matbot: Heads: Like the red. Nobody can say it.\n" in output


def test_a_version_is_saved(begin: Begin) -> None:
    """It is saved, the conversation stays where it is, and a name is taken once."""
    file = begin()
    assert "Give this version a name" in text_of(speak(file, "/name"))
    output = speak(
        file, "g", "/name  Before \x1b[31mwe talked", "/name before WE talked", "/name", "/name \u202e"
    )
    assert saves(output) == 2
    assert [version.name for version in review_in(file).snapshots] == ["Before we talked"]
    assert Interview(file.rubric, file.log).turn.step.key == "hands:1A"
    assert "called before WE talked already" in text_of(output)
    assert "Saved versions so far: Before we talked." in text_of(output)
    assert text_of(output).count("Saved versions so far: ") == 2


def test_a_reality_check_takes_four_lines(begin: Begin) -> None:
    """Whom, when, what it did, what was said: one event, and the conversation goes on where it was."""
    file = begin(people=1)
    speak(file, "g", "2", "Why", "Seen")
    output = speak(file, "/reality 1a", "A focus group", "", "no", "/park", "DIFF", "//Weaker", "")
    (check,) = review_in(file).elements["1A"].checks
    assert (check.with_whom, check.when, check.outcome, check.said) == (
        "A focus group",
        "",
        "differs",
        "/Weaker",
    )
    assert review_in(file).elements["1A"].rating == "AR"
    assert "Please answer agrees, differs or sharpens." in text_of(output)
    assert "Commands wait until the reality check is finished" in text_of(output)
    assert output.count("you (agrees differs sharpens):") == 3
    assert saves(output) == 2  # the check, and the empty line that opens 1B


@pytest.mark.parametrize("line", ["/reality", "/reality 1B", "/reality 9Z", "/reality " + "x" * 5000])
def test_what_has_no_rating_cannot_be_checked(begin: Begin, line: str) -> None:
    """It is said before anything is asked."""
    file = begin(people=1)
    output = speak(file, line)
    assert saves(output) == 0
    assert "Whom was it tested with" not in text_of(output)
    assert max(len(part.splitlines()) for part in output) < 5


def test_a_reality_check_can_be_left_and_is_kept_once_it_is_enough(begin: Begin) -> None:
    """An empty first line leaves it, even when all is asked; the end of input keeps what is enough of one."""
    file = begin(people=1)
    speak(file, "g", "2", "Why", "Seen", "n")
    output = speak(file, "/reality 1A", "", "/reality 1A", "Them", "May")
    assert text_of(output).count("No reality check is kept, then.") == 2
    assert "Everything you said is saved." in text_of(output)
    speak(file, "/reality 1A", "Them", "May", "agrees", "/stop")
    assert [check.outcome for check in review_in(file).elements["1A"].checks] == ["agrees"]


def test_what_others_typed_cannot_act_on_the_terminal(begin: Begin, small_rubric: Rubric) -> None:
    """An account may come from a file that matbot did not write."""
    talk = Talk(small_rubric, group="Heads", review="heads234").say("", "1", "note")
    account = Account.model_validate_json(
        talk.account.model_dump_json().replace('"note"', json.dumps("\x1b[2Jx"))
    )
    output = speak(begin(groups=[account]), "", "/said")
    assert not any("\x1b" in part for part in output)
