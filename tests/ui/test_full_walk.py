"""One whole review on the screen, as a leader would take it: from an empty home to the transcript."""

from datetime import date
from pathlib import Path

from matbot.report.shapes import review_shape
from matbot.review.fold import review_of
from matbot.screens.app import MatbotApp
from matbot.store.workspace import Workspace
from tests.ui.conftest import Make

CHOICES = {"1": "red", "2": "nearer red", "3": "nearer green", "4": "green", "0": "not sure"}
RATINGS = {"1": "R", "2": "AR", "3": "AG", "4": "G"}


async def test_from_an_empty_home_through_every_question_to_the_transcript(make_app: Make) -> None:
    """76 questions and 14 ratings by keys alone: the review and the transcript hold exactly what was said."""
    app: MatbotApp = make_app()
    expected: dict[str, tuple[str, str]] = {}
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Trust")
        await pilot.press("tab", "tab", "tab", "down", "down", "enter", "ctrl+s")
        screen = app.screen
        rubric, step = screen.interview.rubric, 0  # type: ignore[attr-defined]
        for place, element in enumerate(rubric.elements.values()):
            await pilot.press("enter")
            for question in element.questions:
                choice, note = "12340"[step % 5], "" if step % 6 else f"n{step}"
                expected[question.id] = (CHOICES[choice], note)
                await pilot.press(choice, *note, "enter")
                step += 1
            rating = "1234"[place % 4]
            expected[element.code] = (RATINGS[rating], f"w{place}")
            await pilot.press(rating, *f"w{place}", "enter", "enter")
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
    app.close_review()
    _is_what_was_said(app.workspace, expected)


def _is_what_was_said(workspace: Workspace, expected: dict[str, tuple[str, str]]) -> None:
    (listed,) = workspace.list_reviews()
    with workspace.open(listed.id) as file:
        shape = review_shape(file.rubric, review_of(file.rubric, file.log))
    assert len(shape["elements"]) == 14
    for code, element in shape["elements"].items():
        assert (element["rating"], element["rationale"]) == expected[code]
        for numeral, question in element["questions"].items():
            assert (question["leaning"], question["note"]) == expected[f"{code}.{numeral}"]
    (written,) = Path(workspace.transcripts).iterdir()
    text = written.read_text(encoding="utf-8")
    assert all(words in text for _, words in expected.values())
    assert str(date.today().year) in text
