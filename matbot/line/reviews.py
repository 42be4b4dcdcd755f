"""The numbered list of a workspace's reviews: formatting it, and finding the review that a line names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matbot.interview import Unclear
from matbot.line.elements import parse_number
from matbot.presenters.review_list import (
    count_copies,
    format_listed_progress,
    format_newer,
    format_unreadable_advice,
)
from matbot.review.comparison import FEWEST, MOST
from matbot.review.header import Header
from matbot.review.local_time import format_time
from matbot.store.listing import ListedReview
from matbot.store.workspace import Workspace
from matbot.text import one_line, shortened

FIRST_FEW = 3
"""How many reviews are listed before the user asks for all of them."""

_MAX_NAME = 60
"""The longest part of a name to print, in characters."""


@dataclass(frozen=True)
class Reviews:
    """The reviews of a workspace, last saved first and numbered from 1; unreadable ones come last."""

    listed: tuple[ListedReview, ...]

    @classmethod
    def of(cls, workspace: Workspace) -> "Reviews":
        """List the reviews of a workspace: archived ones after the current ones, unreadable ones last."""
        listed = workspace.list_reviews()
        return cls(tuple(sorted(listed, key=lambda one: (one.header is None, one.is_archived))))

    @property
    def trust(self) -> str:
        """The trust of the review saved last; empty if there is none."""
        return next((one.header.trust for one in self.listed if one.header), "")

    def lines(self, few: bool = False) -> Iterator[str]:
        """Yield each review with its number; with `few`, only the first few and how to list the rest."""
        shown = self.listed[:FIRST_FEW] if few else self.listed
        for number, one in enumerate(shown, 1):
            yield f"{number} of {len(self.listed)}: {format_review(one)}"
        if len(shown) < len(self.listed):
            yield "list gives them all."

    def find(self, typed: str) -> ListedReview:
        """Find a review by its number or by the beginning of its id.

        Raises:
            Unclear: Nothing was typed, or there is no such review.

        """
        word = typed.strip()
        if not word:
            raise Unclear("Type the number of a review, or /back.")
        if (place := parse_number(word, len(self.listed))) is not None:
            return self.listed[place]
        found = [one for one in self.listed if len(word) > 1 and one.id.startswith(word.lower())]
        if len(found) == 1:
            return found[0]
        numbering = (
            f"They are numbered 1 to {len(self.listed)}." if len(self.listed) > 1 else "There is number 1."
        )
        raise Unclear(f"There is no review {shortened(word, 20)}. {numbering}")

    def reference(self, typed: str) -> str:
        """Parse `2`, or `2@NAME` for a saved version, into a reference that the store understands."""
        named, at, version_name = typed.strip().partition("@")
        return f"{self.find(named).path}{at}{version_name}"

    def references(self, typed: str) -> Sequence[str]:
        """Parse several reviews, separated by commas, into references for the store.

        Raises:
            Unclear: There are too few or too many of them, or one is unknown.

        """
        names = self._split_names(typed)
        if not FEWEST <= len(names) <= MOST:
            raise Unclear(f"Name {FEWEST} to {MOST} reviews by number, with commas between, such as 1,2")
        return [self.reference(name) for name in names]

    def _split_names(self, typed: str) -> list[str]:
        """Split a line at its commas, except those inside the name of a saved version."""
        names: list[str] = []
        for part in typed.split(","):
            if names and "@" in names[-1] and not self._is_one_reference(part.partition("@")[0]):
                names[-1] += f",{part}"
            elif part.strip():
                names.append(part)
        return names

    def _is_one_reference(self, typed: str) -> bool:
        try:
            return bool(self.find(typed))
        except Unclear:
            return False


def format_review(one: ListedReview) -> str:
    """Format a review in one or two sentences: trust and group, progress, and when it was saved."""
    if one.header is None:
        advice = format_unreadable_advice(one) or "Its number looks for a good copy."
        return f"{shortened(one.path.name, _MAX_NAME)}, {one_line(one.state)}. {advice}"
    newer = f" {format_newer(one).capitalize()}." if format_newer(one) else ""
    copies = f" There are {count_copies(one)} copies of it." if one.copies else ""
    saved = f", saved {format_time(one.saved)}" if one.saved else ""
    progress = format_listed_progress(one.header, noun=True)
    archived = " Archived." if one.is_archived else ""
    return f"{format_owner(one.header)}; {progress}{saved}.{archived}{newer}{copies}"


def format_owner(header: Header) -> str:
    """Format the trust and the group."""
    names = (
        shortened(header.trust, _MAX_NAME) or "a trust without a name",
        shortened(header.group, _MAX_NAME),
    )
    return ", ".join(filter(None, names))
