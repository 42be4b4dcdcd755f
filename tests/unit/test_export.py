"""What goes to a file: transcripts, parts and versions of them, comparisons, and how files are called."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from matbot.report.blocks import HeadingBlock
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import list_suffixes
from matbot.review.account import Account, ElementAccount, LeftAccount, PriorityAccount
from matbot.review.account_building import NoSuchSavedVersion
from matbot.review.events import ElementDeferred, ElementRated, ReviewDateSet, VersionSaved
from matbot.review.learning_set import learning_set
from matbot.review.priorities import draft_priority
from matbot.rubric import Rubric
from matbot.services.export import (
    TRANSCRIPT_KINDS,
    TranscriptOptions,
    comparison_document,
    learning_set_document,
    transcript_of,
)
from matbot.services.joint_reviews import NewReview, begin_review, load_comparison
from matbot.store.contents import find_review_id
from matbot.store.workspace import Workspace
from tests.talk import Talk

WRITTEN = date(2026, 11, 22)


def test_a_transcript_as_of_a_saved_version_has_nothing_later_in_it(
    workspace: Workspace, small_rubric: Rubric
) -> None:
    """It says that it is one, its file's name too; a version that was never saved is told in words."""
    with begin_review(workspace, NewReview(small_rubric, "Northfields", "Heads")) as file:
        file.append(ElementRated(element="1A", rating="AR"), VersionSaved(name="Before the board"))
        file.append(ElementRated(element="1A", rating="G"))
        then = transcript_of(
            file.rubric, file.log, WRITTEN, TranscriptOptions(saved_version="before the board")
        )
        text = then.text
        assert "1A Purpose 1A: Amber Red (AR)" in text
        assert "This is how it stood" in text
        assert "1A Purpose 1A: Green (G)" in transcript_of(file.rubric, file.log, WRITTEN).text
        part = transcript_of(
            file.rubric, file.log, WRITTEN, TranscriptOptions(codes=["1A"], saved_version="Before the board")
        )
        assert part.name("md").endswith("-transcript-before-the-board-1a.md")
        with pytest.raises(NoSuchSavedVersion):
            transcript_of(file.rubric, file.log, WRITTEN, TranscriptOptions(saved_version="Never"))


def test_a_part_of_a_year_on_says_nothing_of_the_other_elements(
    workspace: Workspace, small_rubric: Rubric
) -> None:
    """Neither the year before nor the groups bring in what was left out."""
    account = brimming(small_rubric)
    with begin_review(workspace, NewReview(small_rubric, "T", since=account, groups=(account,))) as file:
        file.append(*(ElementRated(element=code, rating="R") for code in small_rubric.elements))
        whole = transcript_of(file.rubric, file.log, WRITTEN).text
        part = transcript_of(file.rubric, file.log, WRITTEN, TranscriptOptions(codes=["1A"])).text
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
        with begin_review(workspace, NewReview(small_rubric, "Northfields Trust", name)) as file:
            file.append(ElementRated(element="1A", rating="R"))
            ids.append(find_review_id(file.log))
    comparison = load_comparison(workspace, ids[:2])
    assert comparison_document(comparison, WRITTEN).stem.startswith("northfields-trust-heads-board-2")
    assert comparison_document(comparison, WRITTEN).name("md").endswith("-comparison.md")
    assert comparison_document(load_comparison(workspace, ids), WRITTEN).stem.startswith(
        "northfields-trust-4-reviews-2"
    )
    assert len(comparison_document(load_comparison(workspace, ids[:3]), WRITTEN).stem) < 150
    assert "side by side" in comparison_document(comparison, WRITTEN).text
    trusts = [Talk(small_rubric).account.model_copy(update={"trust": name}) for name in ("A Trust", "Ours")]
    trusts[1] = trusts[1].model_copy(update={"review": "other234"})
    found = learning_set(small_rubric, trusts, ["1A"])
    assert learning_set_document(found, WRITTEN).stem.startswith("a-trust-ours-2")
    assert "learning set" in learning_set_document(found, WRITTEN).text


def test_a_private_note_is_in_no_document_that_leaves_the_room(small_rubric: Rubric) -> None:
    """Nor in any format of one, in its bytes or in what a Word file packs; the Full record has it."""
    talk = Talk(small_rubric, scope=["1A"]).say("", "1").say("Xylophone words", private=True)
    talk.say("4", "For all", "1", "Why", "Minutes")
    talk.log.append(draft_priority(small_rubric, talk.interview.review, "1A"))
    for kind in TRANSCRIPT_KINDS:
        document = transcript_of(small_rubric, talk.log, WRITTEN, TranscriptOptions(kind))
        for form in list_suffixes(DocumentKind.TRANSCRIPT):
            found = b"Xylophone" in _unpacked(document.render(form))
            assert found == (kind == "own"), (kind, form)


def _unpacked(raw: bytes) -> bytes:
    """A file with all that it packs."""
    if not raw.startswith(b"PK"):
        return raw
    with ZipFile(BytesIO(raw)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def test_the_board_reads_where_the_trust_stands_and_what_it_proposes_first(small_rubric: Rubric) -> None:
    """Then the evidence, the framework's own questions and what comes next; no parked remark, no dissent."""
    talk = (
        Talk(small_rubric, people=3)
        .say("", "1", "Weak")
        .park()
        .say("4", "", "0 3 0 0", "2", "Why", "Minutes")
    )
    talk.say("Ms Patel would say Green", "g", "0 0 0 3", "4", "Good", "")
    talk.log += [
        draft_priority(small_rubric, talk.interview.review, "1A"),
        ElementDeferred(element="1B", why="One thing at a time", mitigation="The clusters"),
    ]
    talk.log.append(ReviewDateSet(when="October 2027"))
    document = transcript_of(small_rubric, talk.log, WRITTEN, TranscriptOptions("board"))
    assert "**Next review:** October 2027" in document.text
    headings = [
        block.text for block in document.report.blocks if isinstance(block, HeadingBlock) and block.level == 2
    ]
    assert headings == [
        "Where we stand",
        "What is strong",
        "What we propose",
        "Deferred, and why",
        "Our priorities in full",
        "The evidence, element by element",
        "Questions you can ask",
        "What comes next",
    ]
    assert "1A (i) How is it?" in document.text
    assert "One thing at a time" in document.text
    assert "Patel" not in document.text
    assert "parked" not in document.text.casefold()
    assert document.stem.endswith("-board")


def test_names_that_are_given_are_left_out_of_every_document(small_rubric: Rubric) -> None:
    """In people's words alone: a name that is also a colour changes no rating."""
    talk = Talk(small_rubric, scope=["1A"]).say("g", "1", "Jo Green asked; green ideas", "Minutes")
    for kind in TRANSCRIPT_KINDS:
        text = transcript_of(
            small_rubric, talk.log, WRITTEN, TranscriptOptions(kind, leave_out=["Jo Green", "R"])
        ).text
        assert "Jo Green" not in text
        assert "(a name) asked; green ideas" in text
        assert "(R)" in text


def test_a_learning_set_summary_has_what_a_trust_can_offer_and_wants_help_with(small_rubric: Rubric) -> None:
    """Of the chosen elements alone, and without its group."""
    talk = Talk(small_rubric, group="Heads of Larkhill").say("g", "4", "Strong", "Log", "g", "1", "Weak", "")
    text = transcript_of(small_rubric, talk.log, WRITTEN, TranscriptOptions("learning-set")).text
    offers, wants = text.index("What we can offer"), text.index("What we would like help with")
    assert offers < text.index("Strong", offers) < wants < text.index("Weak", wants)
    assert "Larkhill" not in text
    part = transcript_of(
        small_rubric, talk.log, WRITTEN, TranscriptOptions("learning-set", codes=["1B"])
    ).text
    assert "Strong" not in part
