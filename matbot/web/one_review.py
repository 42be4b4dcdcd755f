"""A workspace in which only one review is visible, for the holders of a group's link."""

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
    """The workspace as a group sees it through its link: one review, whatever a page asks for."""

    def __init__(self, root: Path, review: str) -> None:
        """`review` is the id of the review that is visible."""
        super().__init__(root)
        self._review = review

    def list_reviews(self) -> list[ListedReview]:
        """List the one review, if it exists."""
        return [one for one in super().list_reviews() if one.id == self._review]

    def files_of(self, reference: str) -> tuple[Path, ...]:
        """The files of the review, by its id or by their paths.

        Raises:
            NotFound: The reference is to anything else.

        """
        own = super().files_of(self._review)
        if reference != self._review and Path(reference).absolute() not in {path.absolute() for path in own}:
            raise NotFound(ONLY_ONE)
        return own

    def create(
        self, rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen, *brought: Event
    ) -> "ReviewFile":
        """Refuse to create a review: always raises NotSaved."""
        raise NotSaved(ONLY_ONE)

    def copy(self, source: "ReviewFile | Contents") -> "ReviewFile":
        """Refuse to copy a review: always raises NotSaved."""
        raise NotSaved(ONLY_ONE)
