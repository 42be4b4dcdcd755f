"""What a comparison and a learning set say in a report, and what they never say."""

from datetime import date

import pytest

from matbot.report.comparison import comparison_report
from matbot.report.formats.markdown import to_markdown
from matbot.report.learning_set import learning_set_report
from matbot.review.account import Account, Check, ElementAccount, QuestionAccount
from matbot.review.comparison import MOST, build_comparison
from matbot.review.learning_set import learning_set
from matbot.rubric import Rubric
from tests.talk import Talk
from tests.unit.test_comparison import group, rubric_of
from tests.unit.test_report import section

WRITTEN = date(2026, 11, 22)
RUBRIC = rubric_of("1A", "1B", "1C", "1D")


def written(*accounts: Account, rubric: Rubric = RUBRIC) -> str:
    """The Markdown of these accounts side by side."""
    return to_markdown(comparison_report(build_comparison(rubric, accounts), WRITTEN))


def saying(account: Account, code: str, **given: object) -> Account:
    """The account, with more said of an element."""
    more = account.element(code).model_copy(update=given)
    return account.model_copy(update={"elements": {**account.elements, code: more}})


def test_the_first_page_says_who_stands_side_by_side_and_as_of_when() -> None:
    """Letter, label, people, how far, when, which review and which saved version; and what it is for."""
    board = group(RUBRIC, "Board", "G").model_copy(update={"moment": "Before the board", "people": 6})
    text = written(group(RUBRIC, "Heads", "R"), board).partition("\n## ")[0]
    line = next(line for line in text.splitlines() if line.startswith("| B"))
    for words in ("Board", "6 people", "1 of 4 elements looked at, 1 rated", "board234", "Before the board"):
        assert words in line
    assert "Nothing is averaged" in text
    assert "Produced on:** 22 November 2026" in text


def test_the_grid_has_a_letter_in_every_cell_and_the_spread_in_words() -> None:
    """No state is told by a colour alone; what nobody spoke of is a line, not a row."""
    text = section(written(group(RUBRIC, "Heads", "R", "G"), group(RUBRIC, "Board", "AG")), "Side by side")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if "Purpose" in line
    ]
    assert rows[0] == ["1A Purpose 1A", "🟥 R", "🟨 AG", "R 1, AG 1"]
    assert rows[1] == ["1B Purpose 1B", "🟩 G", "⬜ ·", "G 1, no rating 1"]
    assert "Not reviewed by any of you: 1C Purpose 1C; 1D Purpose 1D." in text


def test_the_agenda_is_in_its_order_with_how_far_apart_in_words() -> None:
    """Red against Green, then neighbours, the same rating for different reasons; agreement is no item."""
    heads = group(RUBRIC, "Heads", "AR", "R", "AR", "G")
    board = group(RUBRIC, "Board", "AR", "G", "AG", "G")
    heads = saying(heads, "1A", questions={"1A.i": QuestionAccount(leaning="red", note="Too few")})
    board = saying(board, "1A", questions={"1A.i": QuestionAccount(leaning="green")})
    text = written(heads, board)
    found = section(text, "What to talk about")
    assert [line for line in found.splitlines() if line.startswith(("### ", "**R", "**AR", "**The"))] == [
        "### 1. 1B Purpose 1B",
        "**R against G: three steps apart.**",
        "### 2. 1C Purpose 1C",
        "**AR and AG: neighbours, one step apart.**",
        "### 3. 1A Purpose 1A",
        "**The same rating, for different reasons.**",
    ]
    assert "You rated 2 of them differently. You gave 1 of them the same rating, for different" in text
    assert "Like the weak end: Too few" in section(text, "3. 1A")
    assert "1D Purpose 1D" in section(text, "Where you agree")


def test_both_sides_own_words_stand_side_by_side_with_what_is_missing() -> None:
    """Rating, why, evidence, who differs and a reality check; who named no evidence; other wording."""
    heads = group(RUBRIC, "Heads", "R", evidence=("Minutes",))
    heads = saying(heads, "1A", differs="Two see Green", votes=(3, 1, 0, 0))
    board = saying(
        group(RUBRIC, "Board", "G"),
        "1A",
        checks=(Check(with_whom="Peers", when="May", outcome="differs", said="Not so"),),
    )
    board = board.model_copy(update={"words": {**board.words, "1A.i": "other"}})
    found = section(written(heads, board), "1. 1A")
    rows = {line.split("|")[1].strip(): line for line in found.splitlines() if line.startswith("|")}
    assert "🟥 R R (hands: R 3, AR 1)" in rows["Rating"]
    assert all(words in rows["Why"] for words in ("Heads on 1A", "Board on 1A"))
    assert "Minutes" in rows["Key evidence"]
    assert "Two see Green" in rows["Who sees it differently"]
    assert "Peers, May: they see it differently. Not so" in rows["Reality check"]
    assert "**No evidence was named by:** B Board." in found
    assert "(reworded): B Board." in found


def test_twelve_groups_have_a_row_each_and_their_longer_words_are_cut_short() -> None:
    """The agenda of twelve stays readable: letters say who stands where, and silence takes no row."""
    accounts = [group(RUBRIC, f"G{n}", "R" if n % 2 else "G") for n in range(MOST - 1)]
    accounts[0] = saying(accounts[0], "1A", rationale="so " * 5000)
    accounts.append(group(RUBRIC, "Quiet"))
    found = section(written(*accounts), "1. 1A")
    assert "- **R:** B, D, F, H and J" in found
    assert "- **Not reviewed:** L" in found
    assert "L Quiet" not in found
    assert max(map(len, found.splitlines())) < 300


def test_what_one_side_alone_rated_is_set_against_nothing() -> None:
    """It is a short line, and no difference; nor is what was only talked about."""
    heads = saying(group(RUBRIC, "Heads", "G"), "1B", questions={"1B.i": QuestionAccount(leaning="red")})
    text = written(heads, group(RUBRIC, "Board"))
    found = section(text, "Only one rating, or none yet")
    assert "| A Heads    | 🟩 G G |" in found
    assert "nobody yet" in next(line for line in found.splitlines() if "1B" in line)
    assert "There is no element that two of you rated and see differently." in text


def test_nothing_rated_by_anybody_is_a_comparison_too() -> None:
    """It says so in words, with no empty table and no empty heading."""
    text = written(group(RUBRIC, "Heads"), group(RUBRIC, "Board"))
    assert "No element has a rating from two of you yet" in text
    assert "Not reviewed by any of you: 1A Purpose 1A" in text
    assert "## Where you agree" not in text
    assert "## Only one rating" not in text


@pytest.mark.parametrize("word", ["score", "fail", "compliant", "incorrect", "!", "%", "best"])
def test_a_comparison_judges_nobody(word: str) -> None:
    """The words of matbot itself never weigh one group against another."""
    text = written(group(RUBRIC, "Heads", "R", "AG"), group(RUBRIC, "Board", "G", "AG"), rubric=RUBRIC)
    assert word not in text.lower()


def test_a_learning_set_tells_what_is_shared_and_who_can_offer_what() -> None:
    """Strengths and challenges that both have, then each one's offer and wish, with the words."""
    ours = group(RUBRIC, "Ours", "G", "R", "AG")
    theirs = saying(group(RUBRIC, "Theirs", "AG", "AR", "R"), "1C", evidence="Kept by Ms Patel")
    ours, theirs = (one.model_copy(update={"trust": one.group}) for one in (ours, theirs))
    found = learning_set(RUBRIC, [ours, theirs], ["1A", "1B", "1C", "1D"], ["Ms Patel"])
    text = to_markdown(learning_set_report(found, WRITTEN))
    assert text.startswith("# Ours and Theirs: learning set\n\n**Before you send it,** look for names")
    assert "### 1A Purpose 1A" in section(text, "Strengths that you share")
    assert "### 1B Purpose 1B" in section(text, "Challenges that you share")
    offers = section(text, "What each can offer, and wants help with")
    assert "- A Ours can offer: 1C Purpose 1C." in offers
    assert "- B Theirs wants help with: 1C Purpose 1C." in offers
    assert "Kept by (a name)" in section(text, "1C Purpose 1C")
    assert "- 1D Purpose 1D" in section(text, "Not rated by both of you yet")
    assert "Patel" not in text
    assert "Those that matbot knew are left out; (a name) stands in their place." in text
    nobody = learning_set(RUBRIC, [ours, theirs], ["1A"])
    assert "left out" not in to_markdown(learning_set_report(nobody, WRITTEN)), "none was"


def test_a_side_that_only_differs_in_silence_has_no_words_put_in_its_mouth() -> None:
    """A side with a rating and no words has a dash in each cell."""
    heads = group(RUBRIC, "Heads", "R")
    board = group(RUBRIC, "Board", "G").model_copy(update={"elements": {"1A": ElementAccount(rating="G")}})
    rows = [line for line in section(written(heads, board), "1. 1A").splitlines() if line.startswith("| Why")]
    assert rows[0].rstrip("| ").endswith("–")


def test_private_notes_are_in_no_comparison(small_rubric: Rubric) -> None:
    """What was meant for one's own transcript is not shown to another group."""
    heads = Talk(small_rubric, scope=["1A"], review="heads234").say("", "1")
    heads.say("Not for others", private=True).say("4", "For all", "1", "Why", "Minutes")
    board = Talk(small_rubric, scope=["1A"], review="board234").say("g", "4", "Fine", "Minutes")
    text = written(heads.account, board.account, rubric=small_rubric)
    assert "Not for others" not in text
    assert "Why" in text
