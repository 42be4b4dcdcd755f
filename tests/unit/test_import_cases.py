"""The small files that once failed: each is read as its README says, or refused with what to do."""

from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.opening import found_in
from matbot.importers.packs.opening import read_pack
from matbot.review import events

CASES = Path(__file__).parents[3] / "shared/cases"
"""Files that are no part of this repository."""

WEAK_ENDS = {
    "md-outstanding.md": "Inadequate",
    "md-descending-levels.md": "Unsatisfactory",
    "md-levels-4-1.md": "Level 1",
    "md-value-4321.md": "Benchmark 1",
    "md-two-ends.md": "Red",
    "md-green-first.md": "Red",
    "md-rag-column.md": "Red",
    "md-next-steps.md": "Emerging",
    "md-description.md": "Emerging",
    "md-question-no-codes.md": "Poor",
    "md-caf.md": "Not achieved",
    "form-notyet-header.docx": "Red",
    "form-rag-header.docx": "Red",
}
REFUSED = {
    "md-empty-table.md": "There are no rows below the header",
    "txt-header-only.txt": "There are no rows below the header",
    "md-six-levels.md": "a scale has three to five",
    "form-no-codes.docx": "Put a code before the name of each element",
    "form-code-I.A.docx": "Two elements have the code I.A",
}
LEFT_OUT = {
    "md-next-steps-owner.md": {"Action", "Owner", "By when"},
    "md-description.md": {"Description", "The first weeks"},
    "form-two-years.docx": {"2024", "2025"},
    "acroform-filled.pdf": {"AG", "R", "Families said so in June.", "Two lonely pupils in May."},
}
UNMARKED = {"pack-lists.docx", "pack-mark-initials.docx", "pack-mark-placeholder.docx", "pack-mark-soft.docx"}
"""Packs in which no level is marked, or none that can be told."""


def case(name: str) -> Path:
    """The path of a case; the test is skipped where the cases are not here."""
    if not CASES.is_dir():
        pytest.skip("the cases are not beside this checkout")
    return CASES / name


def of_case(name: str) -> Found:
    """What is found in a case."""
    return found_in(case(name))


def test_every_framework_is_read_or_refused_with_what_to_do() -> None:
    """Those that are not named as refused are read, with a question and an element at least."""
    names = {path.name for path in case(".").iterdir() if not path.name.startswith(("pack", "README"))}
    assert len(names) > 60
    for name in names - set(REFUSED):
        found = of_case(name)
        assert found.rubric.questions, name
        assert not found.ends, name
    for name, words in REFUSED.items():
        with pytest.raises(CannotImport, match=words):
            of_case(name)


@pytest.mark.parametrize("name", WEAK_ENDS)
def test_the_weak_end_of_a_case_is_the_weak_one(name: str) -> None:
    """Whichever way the file lists its levels, and whatever stands beside them."""
    assert of_case(name).rubric.scale[0].name == WEAK_ENDS[name]


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_no_part_of_the_framework_is_listed(name: str) -> None:
    """Columns that are no levels, and what was filled into a form."""
    assert LEFT_OUT[name] <= {one.words for one in of_case(name).unread}


def test_every_pack_is_read_with_the_rating_that_is_marked() -> None:
    """However it is marked and whatever kind of file it is; nothing is passed over unseen."""
    for path in sorted(case(".").glob("pack*")):
        _, found = read_pack(path)
        ratings = [one.rating for one in found.drafts if isinstance(one, events.ElementRated)]
        assert ratings == ([] if path.name in UNMARKED else ["AG"]), path.name
        assert bool(found.unread) == (path.name == "pack-mark-initials.docx"), path.name
