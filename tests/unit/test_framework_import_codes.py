"""Codes of elements as people write them: kept and matched, or it is said which one is not understood."""

from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.text import pieces_of_text
from matbot.rubric.checker import check_folder
from matbot.rubric.writer import keep
from tests.unit.published import whys

HEAD = "Element\tQuestions\tRed\tGreen\n"


def of_codes(*codes: str) -> Found:
    """What is found where elements have these codes."""
    rows = "".join(f"{code} Welcome\tDo we, {code}?\tNo\tYes\n" for code in codes)
    return interpret_source(pieces_of_text(HEAD + rows), "ours-2025-26.txt")


@pytest.mark.parametrize(
    ("codes", "kept"),
    [
        (("1_A", "1_B"), ["1-A", "1-B"]),
        (("1/1", "1/2"), ["1-1", "1-2"]),
        (("§1", "§2"), ["1", "2"]),
        (("§1.1", "§1.2"), ["1.1", "1.2"]),
        (("C1a", "C1b"), ["C1A", "C1B"]),
        (("1A1", "1A2"), ["1A1", "1A2"]),
        (("1A-1", "1A-2"), ["1A-1", "1A-2"]),
        (("LEAD-1", "LEAD-2"), ["LEAD-1", "LEAD-2"]),
        (("Q1", "Q2"), ["Q1", "Q2"]),
        (("1.1.1", "1.1.2"), ["1.1.1", "1.1.2"]),
        (("(a)", "(b)"), ["A", "B"]),
        (("1)", "2)"), ["1", "2"]),
        (("Standard A", "Standard B"), ["A", "B"]),
        (("1\u20111", "1\u20112"), ["1-1", "1-2"]),
        (("Ⅰ.", "Ⅱ."), ["I", "II"]),
        (("• 1A", "• 1B"), ["1A", "1B"]),
    ],
)
def test_codes_are_kept_and_matched(tmp_path: Path, codes: tuple[str, ...], kept: list[str]) -> None:
    """What is kept under them can be read again; a code that is written otherwise then is told."""
    found = of_codes(*codes)
    assert list(found.rubric.elements) == kept
    assert [one.name for one in found.rubric.elements.values()] == ["Welcome", "Welcome"]
    assert ("the code is kept so" in whys(found)) == any(sign in codes[0] for sign in "_/")
    keep(found.rubric, tmp_path / "kept")
    assert [fault for fault in check_folder(tmp_path / "kept") if not fault.may_stay] == []


@pytest.mark.parametrize("code", ["LEADER-1", "1.1.1.1", "1A.i.a", "GV.OC-01", "CSF-1.2"])
def test_a_code_that_is_not_understood_is_named(code: str) -> None:
    """In the refusal where no other is, else in the list of what was left out."""
    with pytest.raises(CannotImport, match=f"the code “{code}” is not understood.* in a copy of the file"):
        of_codes(code)
    found = of_codes("1A", code, "1B")
    assert list(found.rubric.elements) == ["1A", "1B"]
    assert all(f"“{code}” is not understood" in one.why for one in found.unread)
    assert found.doubts


def test_a_strange_code_on_top_of_a_table_begins_no_rest_of_the_element_before() -> None:
    """As the rest of a row over a page would."""
    tables = [f"{HEAD}{code} Us\tDo we?\tNo\tYes\n" for code in ("1A", "LEADER-1")]
    found = interpret_source(pieces_of_text("\n".join(tables)), "ours.txt")
    assert [one.title for one in found.rubric.elements.values()] == ["1A Us"]
    assert [one.words for one in found.unread] == ["LEADER-1 Us", "Do we?", "No", "Yes"]


def test_a_code_that_comes_twice_is_refused_with_both_places() -> None:
    """Nobody can say which of them a note would be about."""
    with pytest.raises(CannotImport, match=r"Two elements have the code I\.A: line 2 and line 3"):
        interpret_source(
            pieces_of_text(f"{HEAD}I.A Us\tDo we?\tNo\tYes\nI.A Them\tDo they?\tNo\tYes\n"), "x.txt"
        )
