"""What F9 says of a review's file that is in order."""

from matbot.screens.dialogs import AskScreen
from matbot.screens.widgets.key_line import KeyLine
from tests.talk import Talk
from tests.ui.conftest import Make

SMALL = (80, 24)


async def test_what_now_says_in_a_line_that_the_file_is_in_order(make_app: Make, talk: Talk) -> None:
    """In the conversation, where the footer keeps it back, and on the pages that it opens."""
    app = make_app(talk.say("", "1", "So."))
    async with app.run_test(size=SMALL) as pilot:
        app.open_review("k7m2")
        await pilot.pause()
        for page in ("", "f5", "f6", "f7"):
            await pilot.press(*filter(None, (page, "f9")))
            await pilot.pause()
            assert not isinstance(app.screen, AskScreen)
            said = [one.message for one in app._notifications]
            assert said[-1].startswith("There is nothing to do here. All of it is saved, last on "), page
            assert "F9" not in str(app.screen.query_one(KeyLine).render())
            app.clear_notifications()
            if page:
                await pilot.press("escape")
