"""What a pack said stands on the check page as a draft, until one key makes it people's own."""

from textual.widgets import Static

from matbot.review import events
from matbot.screens.answers.answer_rows import OPEN
from matbot.screens.answers.answers import AnswerList, CheckAnswersScreen
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.pages import SMALL, push_page


async def test_drafts_are_marked_and_confirmed_all_at_once(make_app: Make, talk: Talk) -> None:
    """Each says that it is from the pack and is open; confirmed, none of them is, and nothing has changed."""
    talk.log += [
        events.QuestionAnswered(question="1A.i", leaning="nearer red", drafted=True),
        events.NoteWritten(question="1A.i", note="Staff say so.", drafted=True),
        events.ElementRated(element="1A", rating="AR", drafted=True),
    ]
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await push_page(app, pilot, CheckAnswersScreen)
        rows = screen.query_one(AnswerList)
        assert "3 from the pack, not confirmed yet" in str(screen.query_one("#tally", Static).content)
        line = " ".join(str(rows.get_option("choice:1A.i").prompt).split())
        assert line.endswith("Nearer the red · pack")
        assert OPEN in line
        assert "From the pack: Staff say so." in str(rows.get_option("note:1A.i").prompt)
        await pilot.press("y")
        await pilot.pause()
        assert screen.interview.review.drafted == frozenset()
        assert screen.interview.review.elements["1A"].rating == "AR"
        assert "from the pack" not in str(screen.query_one("#tally", Static).content)
        await pilot.press("y")
        await pilot.pause()
        assert not screen.interview.review.drafted
