"""The transcript page of line mode: the kind of document, its elements, the names to leave out, the file."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from matbot.interview import Unclear
from matbot.line.elements import ask_names, build_elements_parser
from matbot.line.talk import Talk
from matbot.line.transcript.export import export_document
from matbot.presenters.transcripts import DOCUMENTS, list_elements
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.review.names import names_known
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.services.export import OWN, TranscriptOptions, transcript_of
from matbot.store.workspace import Workspace
from matbot.text import in_words


class TranscriptRead(Protocol):
    """A review's log in one framework version."""

    @property
    def rubric(self) -> Rubric:
        """The framework version."""

    @property
    def log(self) -> Sequence[Event]:
        """The events."""


def transcript(talk: Talk, log_at: Callable[[str], TranscriptRead], workspace: Workspace) -> None:
    """Ask which transcript of a review to make, and print or export it.

    Args:
        talk: The conversation to ask in.
        log_at: Returns the review as of the saved version with a name, or its current state for an empty
            name.
        workspace: The workspace whose folder of documents is the default destination.

    """
    version_name = _ask_saved_version(talk, log_at(""))
    then = log_at(version_name)
    review = review_of(then.rubric, then.log)
    labels = {way: f"{document.name}, {document.about}" for way, document in DOCUMENTS.items()}
    kind = talk.choose("Which document?", labels, OWN)
    codes = _ask_elements(talk, then.rubric, review)
    names = ask_names(talk, names_known(review), leaves_in=kind == OWN)
    options = TranscriptOptions(kind, codes, version_name, names, keep_names=True)
    talk.say(DOCUMENTS[kind].sharing)
    export_document(talk, transcript_of(then.rubric, then.log, date.today(), options, review), workspace)


def _ask_saved_version(talk: Talk, now: TranscriptRead) -> str:
    """Ask for a saved version if there are any; empty for the current state."""
    names = [snapshot.name for snapshot in review_of(now.rubric, now.log).snapshots]
    if not names:
        return ""

    def parse(typed: str) -> str:
        known = {"": ""} | {name.casefold(): name for name in names}
        if typed.casefold() not in known:
            raise Unclear(f"There is no saved version of that name. There is {in_words(names)}.")
        return known[typed.casefold()]

    return talk.ask(
        f"As of which saved version? Enter takes the review as it is now; or name {_join_or(names)}.", parse
    )


def _ask_elements(talk: Talk, rubric: Rubric, review: Review) -> tuple[str, ...] | None:
    """Ask for the elements to include; None for all of them."""
    codes_available = list_elements(review)
    example = ",".join(codes_available[:2])
    question = f"About which elements? Enter takes all of them; or name some, such as {example}"
    codes = talk.ask(question, build_elements_parser(rubric, codes_available, codes_available))
    return None if codes == codes_available else codes


def _join_or(names: Sequence[str]) -> str:
    return " or ".join(names)
