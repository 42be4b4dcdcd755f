"""What the app recovers of a review's files: damaged, merged or without a second copy; nothing is lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from matbot.interview import Interview
from matbot.store.review_file import ReviewFile
from matbot.store.states import State
from tests.talk import Talk
from tests.ui.conftest import FIRST, Make
from tests.ui.file_pages import SMALL, choose_way, file_state, find_conversation, join_notices


async def test_copies_of_a_synced_folder_are_offered_as_one(make_app: Make, talk: Talk) -> None:
    """Made one, the later answer counts and the check page shows the other."""
    app = make_app(talk.say(""))
    (listed,) = app.workspace.list_reviews()
    conflict = listed.path.with_name(listed.path.name.replace(".matbot", " (conflict).matbot"))
    conflict.write_bytes(listed.path.read_bytes())
    for minute, (path, choice) in enumerate(((listed.path, "1"), (conflict, "4"))):
        with ReviewFile.open(path) as file:
            event = Interview(file.rubric, file.log).answer(choice)
            file.append(event.model_copy(update={"at": FIRST + timedelta(hours=1, minutes=minute)}))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await choose_way(app, pilot, "merge")
        await pilot.press("escape", "f5")
        await pilot.pause()
        drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "Like the green" in drawn
        assert "In another copy: Like the red" in drawn
    app.close_review()
    assert len(app.workspace.list_reviews()) == 1


async def test_a_damaged_file_opens_from_its_newest_good_copy_and_says_which(
    make_app: Make, talk: Talk
) -> None:
    """With everything that was said, and the damaged file kept under another name."""
    app = make_app(talk.say("", "1", "a note"))
    (listed,) = app.workspace.list_reviews()
    listed.path.write_bytes(listed.path.read_bytes()[:-200])
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        assert find_conversation(app).interview.review.question("1A.i").note == "a note"
        assert "saved" in join_notices(app)
    app.close_review()
    assert any("set-aside" in path.name for path in listed.path.parent.iterdir())


async def test_what_another_program_wrote_meanwhile_is_merged_and_said(make_app: Make, talk: Talk) -> None:
    """The union of both, in a notice."""
    app = make_app(talk.say("", "1"))
    (listed,) = app.workspace.list_reviews()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        before = listed.path.read_bytes()
        await pilot.press(*"first", "enter")
        theirs = listed.path.read_bytes()
        listed.path.write_bytes(before)  # a sync program puts an older save back
        assert theirs != before
        await pilot.press("2")
        screen = find_conversation(app)
        assert screen.interview.review.question("1A.i").note == "first"
        assert screen.interview.review.question("1A.ii").leaning == "nearer red"
    app.close_review()


async def test_without_a_second_copy_people_go_on_and_are_told_once(
    make_app: Make, talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where nothing can be kept in the state folder: when the review opens, not with each answer."""
    app = make_app(talk.say("g"))
    (tmp_path / "no-folder").write_bytes(b"")
    monkeypatch.setenv("MATBOT_STATE", str(tmp_path / "no-folder"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        await pilot.pause()
        screen = find_conversation(app)
        assert file_state(screen) is State.EDITING
        for name in ("first look", "second look"):
            screen.say(screen.interview.save_version(name))
            await pilot.pause()
        assert screen.file.unsaved == 0
        told = [notice.message for notice in app._notifications]
        assert sum("no second copy can be kept" in words for words in told) == 1
