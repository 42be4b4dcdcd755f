"""The home page: carry on with the latest review, begin a new one, or choose another."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from matbot.commands.home import HOME
from matbot.screens.home.housekeeping import ReviewListScreen, SearchBox, format_row_keys
from matbot.screens.home.review_list import ReviewList
from matbot.screens.home.welcome import ARCHIVE, BIN, BRING, NEW, TOUR, format_welcome
from matbot.screens.host import find_host, warn
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import StoreError
from matbot.store.listing import ListedReview
from matbot.text import shown

if TYPE_CHECKING:
    from matbot.presenters.copies import CopiesQuestion
    from matbot.rubric import Rubric
    from matbot.screens.new_review.new_review import Form
    from matbot.store.file_merge import MergedFile


_MERGED = (
    "Made one, nothing is lost: where they differ the later answer counts, and the other stays in sight."
)


class HomeScreen(ReviewListScreen):
    """The reviews in the workspace, latest first."""

    HELP = (
        "Here you carry on with the review you saved last, begin a new one, or open any other. The strip "
        "under each review shows its ratings by letters, such as AG for Amber Green, and a dot for an "
        "element without a rating. Compare sets the reviews of several groups side by side, or the same "
        "group's a year on. Where groups of one trust rate apart, their ratings stay hidden here until they "
        "are opened together. Each review is a file; the line at the bottom says where they are."
    )
    HORIZONTAL_BREAKPOINTS = []  # noqa: RUF012 - Textual's type
    """Empty: the page is the same at any width, and need not be redrawn once the width is known."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(HOME)

    def __init__(self, now: Callable[[], datetime] = datetime.now) -> None:
        """Create the page; `now` is the clock, which tests replace by a fixed time."""
        super().__init__(now)
        self._shown: tuple[object, ...] = ()
        """The data the list was last drawn from, to redraw it only when that has changed."""
        self._form: Form | None = None
        """What was entered for a new review that has not been begun yet."""

    def compose(self) -> ComposeResult:
        """Lay out the welcome, the list of reviews, and where they are kept."""
        yield TopLine()
        yield Static(format_welcome(find_host(self).names_files), id="welcome")
        yield SearchBox(id="search")
        yield ReviewList(id="reviews")
        yield Static(id="kept")
        yield KeyLine()

    def on_mount(self) -> None:
        """Import the modules that open a review once this page is shown, so that opening one is fast."""
        self.call_after_refresh(self._read_ahead)

    def _read_ahead(self) -> None:
        from matbot.screens.background import run_in_background

        self.run_worker(run_in_background(_import_openers))

    def on_screen_resume(self) -> None:
        """Close the open review and reload the list."""
        if self.app.screen is self:  # a review opened from here in the meantime stays open
            find_host(self).close_review()
            self.reload()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the selected review, or run the selected row's action."""
        event.stop()
        ways = {NEW: "new", TOUR: "app.tour", BRING: "bring", ARCHIVE: "show_archived", BIN: "open_bin"}
        if event.option.id in ways:
            await self.run_action(ways[event.option.id])
        else:
            self._open_or_merge(self.query_one(ReviewList).reviews[event.option.id or ""])

    def action_bring(self) -> None:
        """Ask for a review file to add to the workspace."""
        from matbot.screens.home.bring import BringScreen

        self.app.push_screen(BringScreen(), self._open_added)

    def _open_added(self, path: str | None) -> None:
        """Open a review that was added; if the workspace has it already, ask what to do first."""
        if path is not None:
            listed = find_host(self).workspace.list_reviews()
            there = [one for one in listed if path in map(str, (one.path, *one.copies))]
            if there:
                self._open_or_merge(there[0])
            else:
                self._open(path)

    def action_new(self) -> None:
        """Begin a new review."""
        from matbot.rubric.checker import FaultyRubric
        from matbot.rubric.library import DEFAULT, UnknownRubric, find
        from matbot.screens.new_review.new_review import Form, NewReviewScreen

        self._form = self._form or Form(trust=self._latest_trust())
        try:
            framework = find(DEFAULT, find_host(self).workspace.rubrics)
            screen = NewReviewScreen(rubric=framework, form=self._form)
        except (FaultyRubric, UnknownRubric) as problem:
            warn(self, str(problem))
        else:
            self.app.push_screen(screen, self._open_begun)

    def _open_begun(self, reference: str | None) -> None:
        """Open the review that was begun; None means it was cancelled."""
        if reference is not None:
            self._form = None
            self._open(reference)

    def action_pack(self) -> None:
        """Write a workshop pack, or read one that was filled in."""
        from matbot.rubric.checker import FaultyRubric
        from matbot.rubric.library import DEFAULT, UnknownRubric, find
        from matbot.screens.frameworks.framework_choice import FrameworkChoiceScreen, has_several_frameworks

        own = find_host(self).workspace.rubrics
        try:
            framework = find(DEFAULT, own)
        except (FaultyRubric, UnknownRubric) as problem:
            warn(self, str(problem))
            return
        if has_several_frameworks(own):
            self.app.push_screen(FrameworkChoiceScreen(framework.id), self._open_pack)
        else:
            self._open_pack(framework)

    def _open_pack(self, framework: "Rubric | None") -> None:
        """Open the workshop packs page for a framework version; None means it was cancelled."""
        from matbot.screens.packs.blank_pack import PackScreen

        if framework is not None:
            self.app.push_screen(PackScreen(framework, self._latest_trust()), self._open_if_begun)

    def action_frameworks(self) -> None:
        """Open the list of framework versions."""
        from matbot.screens.frameworks.frameworks import FrameworksScreen

        self.app.push_screen(FrameworksScreen())

    def action_compare(self) -> None:
        """Choose reviews to compare, those of the highlighted review's trust first."""
        from matbot.screens.compare.choice import ChooseReviewsScreen

        screen = ChooseReviewsScreen(str(self.marked.path) if self.marked else "", self._now)
        self.app.push_screen(screen, self._open_if_begun)

    def _open_if_begun(self, reference: str | None) -> None:
        """Open a review that was begun on another page; None means there is none."""
        if reference is not None:
            self._open(reference)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow comparing if there is a readable review, and adding a file if files may be named."""
        if action == "bring":
            return find_host(self).names_files
        if action == "compare":
            return self.has_readable()
        return super().check_action(action, parameters)

    def _open_or_merge(self, one: ListedReview) -> None:
        """Open a review; if a synced folder left several copies of it, ask what to do with them first."""
        if not one.copies:
            self._open(str(one.path))
            return
        if not one.has_good_file:
            self._open_recoverable(one)
            return
        from matbot.presenters.copies import present_copies
        from matbot.screens.dialogs import AskScreen

        asked = present_copies(one, _MERGED, find_host(self).names_files)
        screen = AskScreen("Several copies of this review", asked.words, asked.ways, "leave them as they are")
        self.app.push_screen(screen, partial(self._settle_copies, one, asked))

    def _open_recoverable(self, one: ListedReview) -> None:
        """Open what is recoverable of a review whose files are all damaged, or show what else can be done."""
        from matbot.presenters.review_list import format_none_readable
        from matbot.store.recovery import find_recoverable

        if path := find_recoverable(one.files):
            self._open(str(path))
        else:
            warn(self, format_none_readable(one, f"In a terminal, `matbot backups {one.id}`"))

    def _settle_copies(self, one: ListedReview, asked: "CopiesQuestion", way: str | None) -> None:
        """Handle the choice made about the copies of a review, and open it; None leaves them unchanged."""
        from matbot.presenters.copies import ASIDE, LAST, LOOK, MERGE

        if way == LOOK:
            self._show_differences(one, asked)
        if way in (None, LOOK):
            return
        try:
            if way == MERGE:
                self._merge(one, asked)
                return
            if way == ASIDE:
                self._set_aside(asked)
        except StoreError as problem:
            warn(self, str(problem))
        else:
            self._open(str(one.path if way == LAST else asked.file_of(way)))

    def _merge(self, one: ListedReview, asked: "CopiesQuestion") -> None:
        from matbot.presenters.copy_differences import format_joined
        from matbot.store.file_merge import merge_files

        joined = merge_files(asked.check.to_merge or one.files)
        warn(self, format_joined(joined))
        self._open(str(joined.path))
        if joined.contradictions or joined.flaws:
            self._show_merged(joined)

    def _set_aside(self, asked: "CopiesQuestion") -> None:
        """Rename the copies that another program changed, and show their new names."""
        from matbot.presenters.review_list import name_files
        from matbot.store.file_merge import set_copies_aside

        kept = set_copies_aside(asked.check.changed)
        names = f" as {name_files(kept)}" if find_host(self).names_files else ""
        warn(self, f"What was changed is kept{names}.")

    def _show_differences(self, one: ListedReview, asked: "CopiesQuestion") -> None:
        """Show how the copies differ, then ask again what to do with them."""
        from matbot.screens.answers.copy_differences import CopyPreviewScreen

        screen = CopyPreviewScreen(asked.differences)
        self.app.push_screen(screen, lambda _: self._open_or_merge(one))

    def _show_merged(self, joined: "MergedFile") -> None:
        """Show how the copies differed, and which of them were not merged, over the conversation."""
        from matbot.presenters.copy_differences import list_merge_details
        from matbot.screens.answers.copy_differences import CopyDifferencesScreen

        if file := find_host(self).review_file:
            self.app.push_screen(CopyDifferencesScreen(file, notes=tuple(list_merge_details(joined))))

    def _open(self, reference: str) -> None:
        try:
            find_host(self).open_review(reference)
        except StoreError as problem:
            warn(self, str(problem))

    # Display

    def reload(self) -> None:
        """Reload the list, and redraw it if it has changed."""
        listed = find_host(self).workspace.list_reviews()
        self._listed, self._bin_size = listed, find_host(self).workspace.count_deleted()
        picture = (self._now().date(), listed, self._bin_size)
        if picture == self._shown:
            return
        self._shown = picture
        self.query_one(SearchBox).close()
        self.query_one("#welcome").display = not listed
        self.query_one(TopLine).title = "matbot"
        many = sum(bool(one.header) for one in listed)
        self.query_one(TopLine).state = f"{many} review{'s' * (many != 1)}" if listed else ""
        self._show_where(begun=bool(listed))
        self._list_all()
        self.query_one(ReviewList).focus()
        self.refresh_bindings()

    def _show_where(self, begun: bool) -> None:
        folder = shown(str(find_host(self).workspace.reviews))
        words = f"Your reviews are kept in {folder}" if begun else f"Your reviews will be kept in {folder}"
        lines = [format_row_keys()] if begun else []
        lines += [Content(words)] if find_host(self).names_files else []
        self.query_one("#kept", Static).update(Content("\n").join(lines))
        self.query_one("#kept").display = bool(lines)

    def _latest_trust(self) -> str:
        headers = [one.header for one in find_host(self).workspace.list_reviews() if one.header]
        return headers[0].trust if headers else ""


def _import_openers() -> None:
    import_module("matbot.screens.interview.interview")
    import_module("matbot.store.review_file")
