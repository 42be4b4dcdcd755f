"""A crosswalk is kept as a table that people can mend in a spreadsheet, and is read back as they left it."""

from pathlib import Path

import pytest

from matbot.rubric.crosswalk import Crosswalk
from matbot.rubric.crosswalk_file import CannotRead, find_crosswalk, name_of, read, sheet
from tests.migrations import EARLIER, LATER, THERE


def _kept(folder: Path, content: bytes | None = None) -> Path:
    path = folder / name_of(EARLIER.id, LATER.id)
    path.write_bytes(sheet(THERE) if content is None else content)
    return path


def test_it_reads_back_as_it_was_written(tmp_path: Path) -> None:
    """Every pair, and none besides; from the other side as the way back."""
    _kept(tmp_path)
    assert find_crosswalk(tmp_path, EARLIER, LATER) == THERE
    assert find_crosswalk(tmp_path, LATER, EARLIER) == THERE.reversed()


def test_where_none_is_kept_there_is_none(tmp_path: Path) -> None:
    """Then matbot suggests one."""
    assert find_crosswalk(tmp_path, EARLIER, LATER) is None


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_spreadsheet_may_save_it_its_own_way(tmp_path: Path, delimiter: str) -> None:
    """Semicolons, tabs, no quotes, no mark, empty lines, two columns alone."""
    rows = [("Earlier", "Later"), ("1A.i", "V1.ii"), ("", "V1.i"), ("1C.i", ""), ("", "")]
    path = _kept(tmp_path, "\r\n".join(delimiter.join(row) for row in rows).encode())
    assert read(path, EARLIER, LATER) == Crosswalk(EARLIER, LATER, {"1A.i": "V1.ii"})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ":1: The first line has to begin with Earlier and Later"),
        (b"one,two\n", ":1: The first line has to begin with Earlier and Later"),
        (b"Earlier,Later\n9Z.i,V1.i\n", ":2: mat-si-capacity-2019 has no question 9Z.i"),
        (b"Earlier,Later\n1A.i,9Z.i\n", ":2: later has no question 9Z.i"),
        (b"Earlier,Later\n1A.i,V1.i\n1A.ii,V1.i\n", ":3: V1.i is matched twice"),
        (b"Earlier,Later\n1A.i,V1.i\n1A.i,V1.ii\n", ":3: 1A.i is matched twice"),
        (b"\xff\xfe\x00", "cannot be read. Save it as CSV in UTF-8"),
        (b"x" * 4_000_001, "is too large to be a crosswalk"),
    ],
)
def test_what_is_no_crosswalk_says_where_and_what_to_mend(tmp_path: Path, content: bytes, words: str) -> None:
    """By file and line."""
    with pytest.raises(CannotRead, match="later") as error:
        read(_kept(tmp_path, content), EARLIER, LATER)
    assert words in str(error.value)
