"""A workspace of which one review can be seen, and nothing else: what stands behind a group's link."""

from pathlib import Path
from typing import TYPE_CHECKING

from matbot.review.events import Event, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store.errors import NotFound, NotSaved
from matbot.store.listing import ListedReview
from matbot.store.workspace import Workspace

if TYPE_CHECKING:
    from matbot.store.contents import Contents
    from matbot.store.review_file import ReviewFile

ONLY_ONE = "This link is for one review."


class OneReview(Workspace):
    """The workspace as a group sees it through its link. Whatever a page asks it for, it knows one review."""

    def __init__(self, root: Path, review: str) -> None:
        """`review` is the id of the one that can be seen."""
        super().__init__(root)
        self._review = review

    def list_reviews(self) -> list[ListedReview]:
        """The one review, if it is there."""
        return [one for one in super().list_reviews() if one.id == self._review]

    def files_of(self, reference: str) -> tuple[Path, ...]:
        """Its files, by its id or by their paths; NotFound for anything else."""
        own = super().files_of(self._review)
        if reference != self._review and Path(reference).absolute() not in {path.absolute() for path in own}:
            raise NotFound(ONLY_ONE)
        return own

    def create(
        self, rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen, *brought: Event
    ) -> "ReviewFile":
        """Nothing is begun from here."""
        raise NotSaved(ONLY_ONE)

    def copy(self, source: "ReviewFile | Contents") -> "ReviewFile":
        """Nothing is copied from here."""
        raise NotSaved(ONLY_ONE)
