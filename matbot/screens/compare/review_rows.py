"""The reviews that can be compared, as rows to tick: those of one trust first, then the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from textual.content import Content

from matbot.presenters.review_list import format_listed_progress
from matbot.report.words import date_in_words
from matbot.review.comparison import LETTERS
from matbot.review.header import Header
from matbot.review.review import Snapshot
from matbot.screens.widgets.review_card import format_saved, format_title
from matbot.screens.widgets.row_list import ListRow
from matbot.store.listing import ListedReview
from matbot.text import one_line

_INDENT = 4
"""The width of the tick, in columns."""


@dataclass(frozen=True)
class ReviewChoice:
    """A review that can be chosen, with those of its saved versions that are shown."""

    reference: str
    """The reference by which the store finds the review."""
    header: Header
    saved: datetime | None
    saved_versions: tuple[Snapshot, ...] = ()

    def saved_version(self, snapshot: Snapshot) -> str:
        """Return the reference of a saved version of the review."""
        return f"{self.reference}@{snapshot.name}"

    @property
    def name(self) -> tuple[str, str]:
        """The trust and group, normalised: several reviews of one group share it."""
        return self.header.trust.strip().casefold(), self.header.group.strip().casefold()

    @property
    def label(self) -> str:
        """A short label for the review."""
        return one_line(self.header.group) or one_line(self.header.trust) or "a group without a name"

    @property
    def labels(self) -> dict[str, str]:
        """The labels of the review and its saved versions, by reference."""
        saved_versions = {
            self.saved_version(one): f"{self.label}, {one_line(one.name)}" for one in self.saved_versions
        }
        return {self.reference: self.label, **saved_versions}


def build_choices(listed: Sequence[ListedReview], beside: str) -> list[ReviewChoice]:
    """Return the readable reviews, those of the trust of the review at `beside` first, in the given order."""
    choices = [ReviewChoice(str(one.path), one.header, one.saved) for one in listed if one.header]
    trust = next((one.header.trust for one in choices if one.reference == beside), None)
    return sorted(choices, key=lambda one: trust is not None and not _is_same_name(one.header.trust, trust))


def build_rows(choices: Sequence[ReviewChoice], ticked: Sequence[str], now: datetime) -> Iterator[ListRow]:
    """Yield a row for each review and saved version, with the trust as a heading if there are several."""
    several = len({one.header.trust.strip().casefold() for one in choices}) > 1
    names = Counter(one.name for one in choices)
    part = ""
    for choice in choices:
        if several and part != (part := _format_heading(choice, choices[0])):
            yield ListRow("", partial(_render_heading, part))
        begun = _format_begun(choice) if names[choice.name] > 1 else ""
        yield ListRow(
            choice.reference,
            partial(_render_review, choice, _render_tick(choice.reference, ticked), now, begun),
        )
        for snapshot in choice.saved_versions:
            reference = choice.saved_version(snapshot)
            yield ListRow(
                reference, partial(_render_saved_version, snapshot, _render_tick(reference, ticked))
            )


def _is_same_name(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _format_heading(choice: ReviewChoice, first: ReviewChoice) -> str:
    if not _is_same_name(choice.header.trust, first.header.trust):
        return "Other trusts"
    return one_line(first.header.trust) or "A trust without a name"


def _render_tick(reference: str, ticked: Sequence[str]) -> Content:
    """Render the letter that the review has in the comparison, or a blank."""
    letter = LETTERS[ticked.index(reference)] if reference in ticked else " "
    return Content.assemble((f"[{letter}] ", "bold $accent"))


def _render_heading(words: str, width: int) -> Content:
    return Content.styled(words, "bold $primary").truncate(width, ellipsis=True)


def _format_begun(choice: ReviewChoice) -> str:
    """Format when a review was begun, to distinguish a group's reviews of different years."""
    started = choice.header.started
    return f"  begun {date_in_words(started)}" if started else ""


def _render_review(choice: ReviewChoice, tick: Content, now: datetime, begun: str, width: int) -> Content:
    room = width - _INDENT - Content(begun).cell_length
    owner = format_title(choice.header).truncate(room, ellipsis=True)
    about = " · ".join(filter(None, (format_listed_progress(choice.header), format_saved(choice.saved, now))))
    return Content("\n").join(
        [
            Content.assemble(tick, owner, (begun, "$secondary")),
            Content.assemble(" " * _INDENT, (about, "$secondary")).truncate(width, ellipsis=True),
        ]
    )


def _render_saved_version(snapshot: Snapshot, tick: Content, width: int) -> Content:
    words = f"as of {one_line(snapshot.name)}"
    day = (f", {date_in_words(snapshot.at)}", "$secondary")
    return Content.assemble(" " * _INDENT, tick, words, day).truncate(width, ellipsis=True)
