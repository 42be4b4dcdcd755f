"""What goes to a file: transcripts, parts and moments of them, comparisons, and what the files are called."""

from datetime import date

import pytest

from matbot.gathering import Beginning, begin, comparison_of
from matbot.review.account import Account, ElementAccount, LeftAccount, PriorityAccount
from matbot.review.giving_account import NoSuchMoment
from matbot.review.learning_set import learning_set
from matbot.review.replies import Named, Rated
from matbot.rubric import Rubric
from matbot.store.contents import id_of
from matbot.store.workspace import Workspace
from matbot.writing import (
    comparison_name,
    comparison_text,
    learning_set_name,
    learning_set_text,
    name_of,
    transcript_of,
)
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)


def test_a_transcript_as_of_a_moment_has_nothing_later_in_it(
    workspace: Workspace, small_rubric: Rubric
) -> None:
    """It says that it is one, its file's name too; a moment that has no name is told in words."""
    with begin(workspace, Beginning(small_rubric, "Northfields", "Heads")) as file:
        file.append(Rated(element="1A", rating="AR"), Named(name="Before the board"))
        file.append(Rated(element="1A", rating="G"))
        text = transcript_of(file, WRITTEN, moment="before the board")
        assert "1A Purpose 1A: Amber Red (AR)" in text
        assert "This is how it stood" in text
        assert "1A Purpose 1A: Green (G)" in transcript_of(file, WRITTEN)
        assert name_of(file, ["1A"], "Before the board").endswith("-transcript-before-the-board-1a.md")
        with pytest.raises(NoSuchMoment):
            transcript_of(file, WRITTEN, moment="Never")


def test_a_part_of_a_year_on_says_nothing_of_the_other_elements(
    workspace: Workspace, small_rubric: Rubric
) -> None:
    """Neither the year before nor the groups bring in what was left out."""
    account = brimming(small_rubric)
    with begin(workspace, Beginning(small_rubric, "T", since=account, groups=(account,))) as file:
        file.append(*(Rated(element=code, rating="R") for code in small_rubric.elements))
        whole, part = transcript_of(file, WRITTEN), transcript_of(file, WRITTEN, ["1A"])
    assert "Then 1B" in whole
    assert "Left 1B" in whole
    assert "Then 1A" in part
    assert "Then 1B" not in part
    assert "Left 1B" not in part
    assert "Progress 1B" not in part


def brimming(rubric: Rubric) -> Account:
    """An account with words, a priority and a reason for later, of every element."""
    codes = list(rubric.elements)
    return Talk(rubric).account.model_copy(
        update={
            "elements": {code: ElementAccount(rating="AR", rationale=f"Then {code}") for code in codes},
            "priorities": tuple(
                PriorityAccount(priority=code, elements=(code,), progress=f"Progress {code}")
                for code in codes
            ),
            "not_now": tuple(LeftAccount(element=code, why=f"Left {code}") for code in codes),
        }
    )


def test_comparisons_and_learning_sets_say_whose_they_are_in_their_names(
    workspace: Workspace, small_rubric: Rubric
) -> None:
    """Trust, groups and day; many groups are counted, and no name is too long for a disk."""
    ids = []
    for name in ("Heads", "Board", "Members " * 20, "Governors"):
        with begin(workspace, Beginning(small_rubric, "Northfields Trust", name)) as file:
            file.append(Rated(element="1A", rating="R"))
            ids.append(id_of(file.log))
    comparison = comparison_of(workspace, ids[:2])
    assert comparison_name(comparison).startswith("northfields-trust-heads-board-2")
    assert comparison_name(comparison).endswith("-comparison.md")
    assert comparison_name(comparison_of(workspace, ids)).startswith("northfields-trust-4-reviews-2")
    assert len(comparison_name(comparison_of(workspace, ids[:3]))) < 150
    assert "side by side" in comparison_text(comparison, WRITTEN)
    trusts = [Talk(small_rubric).account.model_copy(update={"trust": name}) for name in ("A Trust", "Ours")]
    trusts[1] = trusts[1].model_copy(update={"review": "other234"})
    found = learning_set(small_rubric, trusts, ["1A"])
    assert learning_set_name(found).startswith("a-trust-ours-2")
    assert "learning set" in learning_set_text(found, WRITTEN)
