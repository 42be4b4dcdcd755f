"""The reviews of a workspace by their numbers: how each is said, and which one a line means."""

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
"""How many reviews are said before somebody asks for all of them."""

_NAME = 60
"""How much of a name is said, in characters."""


@dataclass(frozen=True)
class Reviews:
    """The reviews that there are, the last saved first; the first is number 1."""

    listed: tuple[ListedReview, ...]

    @classmethod
    def of(cls, workspace: Workspace) -> "Reviews":
        """Those of a workspace as it is now: the ones that can be read first."""
        listed = workspace.list_reviews()
        return cls(tuple(sorted(listed, key=lambda one: one.header is None)))

    @property
    def trust(self) -> str:
        """The trust of the review that was saved last; empty where there is none."""
        return next((one.header.trust for one in self.listed if one.header), "")

    def lines(self, few: bool = False) -> Iterator[str]:
        """Each review with its number; the first few alone if that is wanted, and how to hear the rest."""
        shown = self.listed[:FIRST_FEW] if few else self.listed
        for number, one in enumerate(shown, 1):
            yield f"{number} of {len(self.listed)}: {format_review(one)}"
        if len(shown) < len(self.listed):
            yield "list gives them all."

    def find(self, typed: str) -> ListedReview:
        """The review of a number, or of the beginning of an id; Unclear where there is none."""
        word = typed.strip()
        if not word:
            raise Unclear("Type the number of a review, or /back.")
        if (place := parse_number(word, len(self.listed))) is not None:
            return self.listed[place]
        found = [one for one in self.listed if len(word) > 1 and one.id.startswith(word.lower())]
        if len(found) == 1:
            return found[0]
        many = f"They are numbered 1 to {len(self.listed)}." if len(self.listed) > 1 else "There is number 1."
        raise Unclear(f"There is no review {shortened(word, 20)}. {many}")

    def reference(self, typed: str) -> str:
        """What names a review for the store: `2`, or `2@NAME` for a saved version of it."""
        named, at, version_name = typed.strip().partition("@")
        return f"{self.find(named).path}{at}{version_name}"

    def references(self, typed: str) -> Sequence[str]:
        """What names several reviews, with commas between their numbers; Unclear for too few or too many."""
        names = self._split_names(typed)
        if not FEWEST <= len(names) <= MOST:
            raise Unclear(f"Name {FEWEST} to {MOST} reviews by number, with commas between, such as 1,2")
        return [self.reference(name) for name in names]

    def _split_names(self, typed: str) -> list[str]:
        """The names in a line with commas between; the name of a saved version may have commas of its own."""
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
    """A review in a sentence or two: whose it is, how far it has come, when it was saved."""
    if one.header is None:
        advice = format_unreadable_advice(one) or "Its number looks for a good copy."
        return f"{shortened(one.path.name, _NAME)}, {one_line(one.state)}. {advice}"
    newer = f" {format_newer(one).capitalize()}." if format_newer(one) else ""
    copies = f" There are {count_copies(one)} copies of it." if one.copies else ""
    saved = f", saved {format_time(one.saved)}" if one.saved else ""
    progress = format_listed_progress(one.header, noun=True)
    return f"{format_owner(one.header)}; {progress}{saved}.{newer}{copies}"


def format_owner(header: Header) -> str:
    """The trust and the group."""
    names = (shortened(header.trust, _NAME) or "a trust without a name", shortened(header.group, _NAME))
    return ", ".join(filter(None, names))
