"""Files of reviews that are cut short: the list says so, and what is left to do where no file is good."""

import json
from pathlib import Path

import pytest

from matbot.store.copies import find_copies
from matbot.store.errors import Unreadable
from matbot.store.listing import read_listed_review
from matbot.store.places import find_place
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of


def forget_copies(path: Path) -> None:
    """Take away what matbot keeps of a review beside its file."""
    place = find_place(path)
    for one in (place.backup, place.mirror, *place.dated.glob("*")):
        one.unlink(missing_ok=True)


@pytest.fixture
def path(two: Workspace) -> Path:
    """The file of a review of which there is nothing else, whatever becomes of it."""
    path = two.list_reviews()[0].path
    forget_copies(path)
    return path


def test_the_list_says_of_no_length_that_it_is_well_where_opening_refuses(two: Workspace, path: Path) -> None:
    """Wherever the file was cut; one that opens is listed as it is."""
    whole = path.read_bytes()
    healthy = read_listed_review(path).state
    for length in [*range(0, len(whole), 97), *range(len(whole) - 40, len(whole) + 1)]:
        path.write_bytes(whole[:length])
        try:
            two.read(str(path))
        except Unreadable:
            assert read_listed_review(path).state == "cannot be read", length
        else:
            assert read_listed_review(path).state == healthy, length


def test_a_file_that_another_program_laid_out_is_not_taken_for_a_cut_one(path: Path) -> None:
    """With lines of its own, and an empty one at the end."""
    state = read_listed_review(path).state
    tables = json.loads(path.read_bytes())
    path.write_text(json.dumps(tables, indent=4) + "\n\n", encoding="utf-8")
    assert read_listed_review(path).state == state


def test_a_whole_copy_is_listed_before_one_that_is_cut(two: Workspace, path: Path) -> None:
    """Whichever was saved last."""
    copy = path.with_name(path.name.replace(".matbot.json", ".matbot (1).json"))
    copy.write_bytes(path.read_bytes())
    path.write_bytes(path.read_bytes()[:-200])
    (one,) = [one for one in two.list_reviews() if one.copies]
    assert (one.path, one.copies, one.has_good_file) == (copy, (path,), True)


def test_where_no_copy_is_good_nobody_is_told_to_merge(two: Workspace, path: Path) -> None:
    """But what else there may be, on the command line and line by line; and nothing is changed."""
    copy = path.with_name(path.name.replace(".matbot.json", ".matbot (1).json"))
    copy.write_bytes(path.read_bytes()[:-300])
    path.write_bytes(path.read_bytes()[:-200])
    before = path.read_bytes(), copy.read_bytes()
    (one,) = [one for one in two.list_reviews() if one.copies]
    out = run("--workspace", str(two.root), "list").out
    assert "2 copies, and none can be read as it is." in out
    assert f"backups {one.id}\n" in out
    assert "merge" not in out
    number = next(place for place, each in enumerate(two.list_reviews(), 1) if each.id == one.id)
    told = text_of(at_home(two, str(number), "stop"))
    assert "None of the 2 copies of this review in the folder can be read" in told
    assert (path.read_bytes(), copy.read_bytes()) == before


def test_what_matbot_kept_is_opened_where_no_file_is_good(two: Workspace) -> None:
    """Without a question which of two damaged files is meant."""
    path = two.list_reviews()[0].path
    copy = path.with_name(path.name.replace(".matbot.json", ".matbot (1).json"))
    copy.write_bytes(b"")
    path.write_bytes(path.read_bytes()[:-200])
    number = 1 + [bool(one.copies) for one in two.list_reviews()].index(True)
    assert "recovered from the" in text_of(at_home(two, str(number), "/stop", "stop"))


def test_every_file_of_a_review_in_the_folder_is_among_its_copies(path: Path) -> None:
    """By its name, before and after one of them is damaged."""
    stem = path.name.removesuffix(".json")
    for number in range(1, 4):
        path.with_name(f"{stem} ({number}).json").write_bytes(path.read_bytes())
    path.with_name(f"{stem} (3).json").write_bytes(b"")
    labels = {copy.label for copy in find_copies(path)}
    assert {f"copy in the folder {stem} ({number}).json" for number in range(1, 4)} <= labels


def test_the_shape_of_the_list_names_the_copies(two: Workspace, path: Path) -> None:
    """An empty list where there is none."""
    copy = path.with_name(path.name.replace(".matbot.json", ".matbot (1).json"))
    copy.write_bytes(path.read_bytes())
    listed = json.loads(run("--workspace", str(two.root), "list", "--json").out)
    named = {Path(name) for one in listed for name in (one["file"], *one["copies"])}
    assert {path, copy} <= named
    assert sorted(len(one["copies"]) for one in listed) == [0, 1]


def test_what_is_said_of_copies_that_say_the_same_has_no_gap_in_it(two: Workspace, path: Path) -> None:
    """Where there is nothing on which they differ."""
    copy = path.with_name(path.name.replace(".matbot.json", ".matbot (1).json"))
    copy.write_bytes(path.read_bytes())
    number = 1 + [bool(one.copies) for one in two.list_reviews()].index(True)
    said = [line for line in at_home(two, str(number), "/back", "stop") if "Made one" in line]
    assert said
    assert not any(".  " in line for line in said)
