"""How a review's file stands, on the screen: in words, with a way on, and nothing lost."""

import errno
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from matbot.interview import Interview
from matbot.screens.widgets.top_line import TopLine
from matbot.screens.widgets.words_box import WordsBox
from matbot.store.states import State
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.file_pages import SMALL, choose_way, file_state, find_conversation, join_notices


def _full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matbot.screens.review_screen.TRY_AGAIN", (3600,))

    def write(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("matbot.store.files.os.write", write)


async def test_open_elsewhere_says_so_follows_and_goes_on_once_it_is_closed(
    make_app: Make, talk: Talk
) -> None:
    """What the other window saves is seen; the lock is never broken."""
    app = make_app(talk.say(""))
    with app.workspace.open("k7m2") as other:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            app.open_review("k7m2")
            await pilot.pause()
            await pilot.press("enter")
            screen = find_conversation(app)
            assert file_state(screen) is State.ELSEWHERE
            other.append(screen.interview.answer("4"))
            screen._follow()
            assert screen.interview.review.question("1A.i").leaning == "green"
            other.close()
            screen._follow()
            assert file_state(screen) is State.EDITING
            await pilot.press(*"ours", "enter")
            assert screen.interview.review.question("1A.i").note == "ours"
    app.close_review()


async def test_a_copy_can_be_made_of_what_is_open_elsewhere(make_app: Make, talk: Talk) -> None:
    """It is a review of its own, with all that was said."""
    app = make_app(talk.say("", "3"))
    with app.workspace.open("k7m2"):
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            app.open_review("k7m2")
            await pilot.pause()
            await choose_way(app, pilot, "copy")
            screen = find_conversation(app)
            assert file_state(screen) is State.EDITING
            assert screen.interview.review.id != "k7m2"
            assert screen.interview.review.question("1A.i").leaning == "nearer green"
    app.close_review()
    assert len(app.workspace.list_reviews()) == 2


async def test_a_full_disk_is_said_and_saved_once_there_is_room(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said stays in the window, quitting asks, and trying again saves it."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        with monkeypatch.context() as full:
            _full_disk(full)
            await pilot.press("2")
            screen = find_conversation(app)
            assert file_state(screen) is State.UNSAVED
            assert "NOT SAVED" in screen.query_one(TopLine).state
            await pilot.press("ctrl+q")
            await pilot.pause()
            await pilot.press("escape")
        await pilot.press("f9")
        await pilot.pause()
        await choose_way(app, pilot, "again")
        assert file_state(screen) is State.EDITING
        assert "saved" in screen.query_one(TopLine).state
    app.close_review()
    with app.workspace.open("k7m2") as file:
        assert Interview(file.rubric, file.log).review.question("1A.i").leaning == "nearer red"


async def test_a_full_disk_can_be_left_with_a_copy_in_another_folder(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """All of it, what is not on disk too, and the conversation goes on there."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        with monkeypatch.context() as full:
            _full_disk(full)
            await pilot.press("2")
            await pilot.pause()
        await pilot.press("f9")
        await pilot.pause()
        await choose_way(app, pilot, "elsewhere")
        app.screen.query_one("Input").value = str(tmp_path / "stick")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        screen = find_conversation(app)
        assert screen.file.path.is_relative_to(tmp_path / "stick")
        assert screen.interview.review.question("1A.i").leaning == "nearer red"
    app.close_review()


async def test_a_file_changed_outside_waits_for_a_choice_and_keeps_both(make_app: Make, talk: Talk) -> None:
    """Taking theirs shows theirs; the other version lies beside it."""
    app = make_app(talk.say("", "1", "as it was"))
    (listed,) = app.workspace.list_reviews()
    changed = json.loads(listed.path.read_text(encoding="utf-8"))
    for event in changed["replies"].values():
        if event.get("note"):
            event["note"] = "changed by hand"
    listed.path.write_text(json.dumps(changed), encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        assert file_state(find_conversation(app)) is State.CHANGED
        await choose_way(app, pilot, "changed")
        screen = find_conversation(app)
        assert file_state(screen) is State.EDITING
        assert screen.interview.review.question("1A.i").note == "changed by hand"
    app.close_review()
    assert any("set-aside" in path.name for path in listed.path.parent.iterdir())


async def test_a_window_that_is_closed_keeps_the_half_typed_note(make_app: Make, talk: Talk) -> None:
    """At once: no second of stillness is waited for. The battery sends the signals themselves."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        await pilot.press(*"half")
        assert find_conversation(app).query_one(WordsBox).text == "half"
        app.leave_in_good_order()
        await pilot.pause()
    app.close_review()
    with app.workspace.open("k7m2") as file:
        assert dict(file.drafts) == {"note:1A.i": "half"}


@pytest.mark.parametrize("size", [SMALL, (140, 40)], ids=["small", "wide"])
def test_how_it_is_said(snap_compare: Callable[..., bool], make_app: Make, talk: Talk, size: Any) -> None:
    """A page over the conversation, with the ways on."""
    app = make_app(talk.say("", "1", "A note", "2"))

    async def look(pilot: Pilot[None]) -> None:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()

    with app.workspace.open("k7m2"):
        assert snap_compare(app, terminal_size=size, run_before=look)


async def test_a_review_of_a_newer_matbot_can_only_be_read(make_app: Make, talk: Talk) -> None:
    """It says so, offers to look round, and changes nothing."""
    app = make_app(talk.say("", "1"))
    (listed,) = app.workspace.list_reviews()
    raw = json.loads(listed.path.read_text(encoding="utf-8"))
    header = raw["header"]["1"]
    header["schema"] = 99
    header["checksum"] = ""
    text = json.dumps(raw, separators=(",", ":"))
    header["checksum"] = hashlib.sha256(text.encode()).hexdigest()
    listed.path.write_text(json.dumps(raw, separators=(",", ":")), encoding="utf-8")
    before = listed.path.read_bytes()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        assert file_state(find_conversation(app)) is State.NEWER
        await pilot.press("enter", *"typed", "enter")
        assert "can only be read" in join_notices(app)
    app.close_review()
    assert listed.path.read_bytes() == before


async def test_without_the_right_to_write_a_copy_can_be_saved_elsewhere(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In another folder, and the conversation goes on there."""
    app = make_app(talk.say("", "1"))
    (listed,) = app.workspace.list_reviews()
    monkeypatch.setattr("matbot.store.files.may_write", lambda path: path != listed.path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        assert file_state(find_conversation(app)) is State.NO_RIGHT
        await choose_way(app, pilot, "folder")
        app.screen.query_one("Input").value = str(tmp_path / "mine")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert file_state(find_conversation(app)) is State.EDITING
    app.close_review()


async def test_in_a_full_review_an_answer_is_refused_and_its_words_stay_in_their_box(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is tried again, as that would be no use; what was said before can be taken back."""
    app = make_app(talk.say("", "2"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        screen = find_conversation(app)
        monkeypatch.setattr("matbot.store.files.FULL", 100)
        box = screen.query_one(WordsBox)
        box.focus()
        await pilot.press(*"words")
        box.action_send()
        await pilot.pause()
        assert box.text == "words"
        assert screen.file.unsaved == 0
        told = [notice.message for notice in app._notifications]
        assert [words for words in told if "this review is full" in words and "tries again" not in words]
        screen.drafts.keep()
        assert "words" in screen.file.drafts.values()
        screen.say(*screen.interview.undo())
        assert not screen.interview.review.looked_at
