"""The home page of line mode: what matbot is, the list of reviews, and everything that starts from here."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress

from matbot.commands.home import HOME
from matbot.interview import Unclear
from matbot.line.input import ReadLine, WriteText
from matbot.line.interview.loop import talk_about
from matbot.line.opening import open_reference, open_review
from matbot.line.reviews import Reviews, format_owner
from matbot.line.talk import BackRequested, Stopped, Talk
from matbot.line.words import REST, find_handlers, list_hints, render_help
from matbot.presenters import problems
from matbot.services.paths import parse_path
from matbot.store.listing import ListedReview
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import in_words, one_line

Sample = Callable[[], AbstractContextManager[Workspace]]
"""Creates a temporary workspace with sample reviews for the tour; it is deleted afterwards."""

WELCOME = (
    "matbot takes the leaders of a multi-academy trust, a MAT, through the MAT School Improvement Capacity "
    "Framework, one question at a time.",
    "For each question it says what weak and strong look like and asks where your trust is; you choose every "
    "rating yourselves.",
    "All of it is saved as you go and stays on this machine, and you leave with a heat map, draft priorities "
    "and a transcript that your board can read.",
)

(HELP,) = render_help(
    HOME,
    (
        "Type one of these, with or without a slash before it.",
        *("<open_review>", "<new>", "<compare>", "<transcript>", "<open>", "<pack>", "<frameworks>"),
        *("<bring>", "<backups>", "<rename>", "<delete>", "<restore>", "<archive>", "<tour>"),
        REST,
        "<list>, <where> <repeat> <stop>",
    ),
)


class Home:
    """The home page: the reviews of a workspace, and what can be started."""

    def __init__(
        self,
        workspace: Workspace,
        hear: ReadLine,
        out: WriteText,
        spaced: bool = False,
        sample: Sample | None = None,
    ) -> None:
        self.workspace = workspace
        self.talk = Talk(hear, out, spaced)
        self.sample = sample
        self.reviews = Reviews.of(workspace)
        self.kept = True
        """Whether everything entered in the reviews opened from here is on disk."""
        self._words = find_handlers(HOME, self)
        """The handler of each word that can be typed here; anything else names a review."""

    def run(self) -> bool:
        """Run the page until the end of input or `stop`.

        The introduction is printed only if there is no review yet, as returning users know it.

        Returns:
            Whether everything that was entered is saved.

        """
        if not self.reviews.listed:
            self.talk.say(*WELCOME)
        self.go_round()
        if not self.talk.ended:
            self.talk.say("Goodbye. Everything is kept." if self.kept else "Goodbye.")
        return self.kept

    def go_round(self) -> None:
        """Print the page and handle lines until the end of input or `stop`."""
        with suppress(Stopped):
            self._print_page()
            while True:
                hint_text = "Enter, a number or a word" if self.reviews.listed else "a word"
                self._handle_line(self.talk.line(f"you ({hint_text}): "))

    def _print_page(self) -> None:
        """Reload the list of reviews and print the whole page."""
        self.reviews = Reviews.of(self.workspace)
        self.talk.gap()
        self.talk.say(*self._format_next_review())
        self.talk.tell(self.reviews.lines(few=True), answered=True)
        self._print_choices()

    def _format_next_review(self) -> Iterator[str]:
        """Yield the review to carry on with, or a line saying that there is none yet."""
        if not self.reviews.listed:
            yield "There are no reviews yet: new begins one."
        elif header := self.reviews.listed[0].header:
            following = f"next is {one_line(header.next)}" if header.next else "everything has been asked"
            yield f"Enter carries on with {format_owner(header)}; {following}."

    def _print_choices(self) -> None:
        first = "A number opens a review; or type" if self.reviews.listed else "Type"
        useless = {"tour"} if self.sample is None else set()
        if not self.reviews.listed:
            useless |= {"compare", "transcript"}
        words = [hint for hint in list_hints(HOME) if hint not in useless]
        self.talk.say(f"{first} {in_words(words, 'or')}.")

    def _handle_line(self, text: str) -> None:
        """Handle a line, and print the message of any error that is meant for the user."""
        name, _, rest = text.partition(" ")
        handler = self._words.get(name.removeprefix("/").casefold())
        try:
            if handler:
                handler(rest.strip())
            else:
                self._open_review(text or "1")
        except BackRequested:
            self._return_home()
        except problems.list_told_errors() as problem:
            self.talk.say(problems.format_problem(problem))

    def _return_home(self) -> None:
        """Reload the list of reviews and print a short version of the page, after returning from another."""
        self.reviews = Reviews.of(self.workspace)
        self.talk.gap()
        self.talk.say("You are at home.", *self._format_next_review())
        if self.reviews.listed:
            many = len(self.reviews.listed)
            self.talk.say(
                f"list gives {'the reviews' if many > 1 else 'it'} by number; help says what else there is."
            )
        else:
            self._print_choices()

    # Actions

    def _open_review(self, typed: str) -> None:
        """Open a review by its number, id or file, and run its conversation."""
        if any(mark in typed for mark in "/\\."):
            self._run_conversation(open_reference(self.talk, self.workspace, str(parse_path(typed))))
        elif not self.reviews.listed:
            raise Unclear("There is no review yet: new begins one, help says what else there is.")
        else:
            self._run_conversation(open_review(self.talk, self.workspace, self._find_review(typed)))

    def _find_review(self, typed: str) -> ListedReview:
        """Find the review that a line names; raise Unclear if it is neither a review nor a known word."""
        try:
            return self.reviews.find(typed)
        except Unclear as unclear:
            raise Unclear(f"{unclear} help says what else can be typed.") from unclear

    def _run_conversation(self, file: ReviewFile | None) -> None:
        """Run the conversation of a review, if there is one, and return to home.

        Raises:
            Stopped: The input has ended.

        """
        if file is not None:
            self.kept = talk_about(self.talk, self.workspace, file) and self.kept
        if self.talk.ended:
            raise Stopped
        self._return_home()

    def do_new(self, _typed: str) -> None:
        """Begin a review."""
        from matbot.line.new_review.new_review import new_review

        self._run_conversation(new_review(self.talk, self.workspace, self.reviews))

    def do_compare(self, typed: str) -> None:
        """Compare reviews."""
        from matbot.line.compare.compare import compare

        self._refuse_fewer_than(2)
        self._run_conversation(compare(self.talk, self.workspace, self.reviews, typed))

    def do_transcript(self, typed: str) -> None:
        """Print or export the transcript of a review."""
        from matbot.line.transcript.transcript import transcript

        self._refuse_fewer_than(1)
        question = "Whose transcript? The number of a review, such as 1"
        one = self.reviews.find(typed) if typed else self.talk.ask(question, self.reviews.find)
        transcript(self.talk, self.workspace.read(str(one.path)).migrated_log, self.workspace)
        self._return_home()

    def _refuse_fewer_than(self, number: int) -> None:
        readable = sum(one.header is not None for one in self.reviews.listed)
        if readable < number:
            needed = "a review" if number == 1 else "two reviews"
            raise Unclear(
                f"That takes {needed}, and there {'is one' if readable else 'are none'} yet: new begins one."
            )

    def do_pack(self, _typed: str) -> None:
        """Write a workshop pack, or read a completed one."""
        from matbot.line.frameworks.framework_list import ask_for_framework
        from matbot.line.packs.packs import CHOICES, WRITE, write_pack
        from matbot.review.session_plan import plans

        if self.talk.choose("A workshop pack.", CHOICES) == WRITE:
            rubric = ask_for_framework(self.talk, self.workspace.rubrics)
            write_pack(self.talk, self.workspace, rubric, plans(rubric)[0].elements)
            self._return_home()
        else:
            self._run_conversation(self._read_pack())

    def _read_pack(self) -> ReviewFile:
        """Read a completed pack, and return the open review that it was read into."""
        from matbot.line.packs.packs import ask_file, begin_from_pack, read_into

        path = ask_file(self.talk)
        into = self._ask_review()
        if into is None:
            return begin_from_pack(self.talk, self.workspace, path, self.reviews.trust)
        file = open_review(self.talk, self.workspace, into)
        try:
            self.talk.say(*read_into(self.talk, file, path))
        except BaseException:
            file.close()
            raise
        return file

    def _ask_review(self) -> ListedReview | None:
        """Ask which review to read a pack into; None for a new one."""
        if not self.reviews.listed:
            return None
        question = "Where does it go? Enter begins a new review; a number adds it to that one, such as 1"
        return self.talk.ask(question, lambda typed: self.reviews.find(typed) if typed else None)

    def do_open(self, _typed: str) -> None:
        """Open the last document that was written."""
        from matbot.line.transcript.export import open_written

        open_written(self.talk)

    def do_bring(self, typed: str) -> None:
        """Bring in a review file from elsewhere."""
        from matbot.line.home.copies import bring

        self._run_conversation(bring(self.talk, self.workspace, typed))

    def do_delete(self, typed: str) -> None:
        """Move a review to the bin."""
        from matbot.line.home.housekeeping import delete

        delete(self.talk, self.workspace, self.reviews, typed)
        self._print_page()

    def do_restore(self, typed: str) -> None:
        """Bring a review back from the bin."""
        from matbot.line.home.housekeeping import restore

        restore(self.talk, self.workspace, typed)
        self._print_page()

    def do_rename(self, typed: str) -> None:
        """Change the names of a review and the number of people."""
        from matbot.line.home.housekeeping import rename

        rename(self.talk, self.workspace, self.reviews, typed)
        self._print_page()

    def do_archive(self, typed: str) -> None:
        """Move a review to the archive, or back."""
        from matbot.line.home.housekeeping import archive

        archive(self.talk, self.workspace, self.reviews, typed)
        self._print_page()

    def do_backups(self, typed: str) -> None:
        """List the copies of a review."""
        from matbot.line.home.copies import backups

        self._run_conversation(backups(self.talk, self.workspace, self.reviews, typed))

    def do_frameworks(self, _typed: str) -> None:
        """Open the framework versions page."""
        from matbot.line.frameworks.frameworks import show_frameworks

        show_frameworks(self.talk, self.workspace)

    def do_tour(self, _typed: str) -> None:
        """Open a home page with sample reviews until the user leaves it."""
        if self.sample is None:
            raise Unclear("There is no tour here.")
        self.talk.say("Making the sample reviews, which takes a few seconds.")
        with self.sample() as workspace:
            self.talk.say(
                "These reviews are made up. Try compare 1,2,3, or 1 and then /check. stop brings you back to "
                "your own."
            )
            Home(workspace, self.talk.listen, self.talk.out, self.talk.spaced).go_round()
        self._run_conversation(None)

    def do_where(self, _typed: str) -> None:
        """Print the folder that the reviews are kept in."""
        self.talk.say(f"Your reviews are kept in {self.workspace.reviews}")

    def do_list(self, _typed: str) -> None:
        """List all reviews."""
        self.talk.tell(self.reviews.lines(), answered=True, is_leaving=False)

    def do_repeat(self, _typed: str) -> None:
        """Print this page again."""
        self._print_page()

    def do_back(self, _typed: str) -> None:
        """Print what can be typed, as there is nothing to go back to."""
        self._print_choices()

    def do_help(self, _typed: str) -> None:
        """Print every word that can be typed here."""
        self.talk.tell(HELP, answered=True, is_leaving=False)

    def do_stop(self, _typed: str) -> None:
        """End the conversation."""
        raise Stopped
