"""The stop page: what is done, what comes next, and where the review is saved."""

from pathlib import Path

from matbot.interview import Interview
from matbot.review import events
from matbot.review.steps import ALL_ASKED, Ask
from matbot.screens.dialogs import AskScreen

CHOICES = {
    "home": "Stop here and go home",
    "check": "Check your answers first",
    "priorities": "Choose priorities",
    "transcript": "Read and write the transcript",
    "saved_versions": "Save a version, to come back to it later",
}
"""The choices: `home`, or an action of the conversation screen."""


WITHOUT_HOME = {**CHOICES, "home": "Stop here"}
"""The same for a group invited to one review, which has no home page."""


DROP = "drop"
"""The choice that moves a review in which nothing was said to the bin, and goes home."""


def is_untouched(interview: Interview) -> bool:
    """Return whether nothing was said in a review since it was begun, as if it was begun by mistake."""
    begun = (events.ReviewOpened, events.ScopeChosen, events.AccountAdded, events.StepVisited)
    return all(isinstance(event, begun) for event in interview.projection.counted)


def build_stop_screen(path: Path | None, interview: Interview, has_home: bool = True) -> AskScreen:
    """Build the page shown before leaving: that all is saved, and in which file if `path` is accessible."""
    turn = interview.turn
    finished = turn.ask is Ask.FINISHED
    following = ALL_ASKED if finished else f"Next time matbot goes on with {turn.title}."
    kept = f"Kept in {path}" if path else "All of it is kept. You can close this page."
    words = f"{interview.review.progress}. {following}\n\n{kept}"
    choices = CHOICES if has_home else WITHOUT_HOME
    if has_home and is_untouched(interview):
        choices = choices | {DROP: "Delete this review: nothing was said in it yet"}
    return AskScreen("Stop here", words, choices, "carry on where you were")
