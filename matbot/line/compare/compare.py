"""The comparison page of line mode: ratings are sealed until opened, then the widest difference is first."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from matbot.commands.compare import COMPARISON
from matbot.interview import Unclear
from matbot.line.compare.compare_words import element_in_full, format_element, format_opened, format_side
from matbot.line.elements import ask_names, parse_codes
from matbot.line.new_review.new_review import NewReviewSources, begin_with
from matbot.line.reviews import Reviews
from matbot.line.talk import BackRequested, Talk
from matbot.line.transcript.export import export_document
from matbot.line.words import Act, find_handlers, list_hints, render_line
from matbot.review.comparison import Comparison, Difference
from matbot.services.export import comparison_document, learning_set_document
from matbot.services.joint_reviews import load_comparison
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

PROMISE = "Nobody's ratings are said before you open them together."
CHOICES = render_line(COMPARISON, "<next>; <code>; <order>; <write>; <together>; <learning>; /back leaves.")
_HINT = ", ".join(list_hints(COMPARISON))


def compare(talk: Talk, workspace: Workspace, reviews: Reviews, typed: str) -> ReviewFile | None:
    """Compare reviews, asking which ones if `typed` is empty.

    Returns:
        The open file of the joint review, if the user began one; otherwise None.

    Raises:
        BackRequested: The user did not want to open the comparison.
        Stopped: The input ended, or the user typed /stop.

    """
    comparison = _choose_reviews(talk, workspace, reviews, typed)
    talk.tell([*(format_side(side) for side in comparison.sides), PROMISE])
    if not talk.confirm("Open them now? Please answer yes or no."):
        raise BackRequested
    talk.tell(format_opened(comparison))
    return _ComparePage(talk, workspace, comparison).talk_through()


def _choose_reviews(talk: Talk, workspace: Workspace, reviews: Reviews, typed: str) -> Comparison:
    """Load the comparison of the reviews named in `typed`, or of those the user is asked for."""
    if typed:
        return load_comparison(workspace, reviews.references(typed))
    question = (
        "Which reviews do you want to compare? Their numbers with commas between, such as 1,2; "
        "2@NAME is a saved version."
    )
    return talk.ask(question, lambda words: load_comparison(workspace, reviews.references(words)))


class _ComparePage:
    """An opened comparison, printed one element at a time."""

    def __init__(self, talk: Talk, workspace: Workspace, comparison: Comparison) -> None:
        self.talk = talk
        self.workspace = workspace
        self.comparison = comparison
        self.by_framework = False
        """Whether elements are printed in the order of the framework rather than of the agenda."""
        self.at = 0
        """The index of the next element to print."""
        self.spoken: list[str] = []
        """The lines printed last, for /repeat."""
        self.begun: ReviewFile | None = None
        """The joint review of these groups, once it has been begun."""
        self._words = find_handlers(COMPARISON, self)
        """The handler of each word that can be typed on this page."""

    def talk_through(self) -> ReviewFile | None:
        """Print what the user asks for until they leave or begin a joint review."""
        self.talk.say(CHOICES)
        while self.begun is None:
            self.talk.attempt(self.talk.ask("What next?", self._parse, _HINT, self._print))
        return self.begun

    def _parse(self, typed: str) -> Act:
        """Parse a line: empty for the next element, a command word, or an element to print in full."""
        if not typed:
            return self._print_next
        if act := self._words.get(typed.casefold()):
            return act
        (code, *more) = parse_codes(self.comparison.rubric, typed)
        if more:
            raise Unclear("Name one element at a time.")
        element = next(one for one in self.comparison.elements if one.code == code)
        return partial(self._print, element_in_full(self.comparison, element))

    def _print_next(self) -> None:
        elements = self._elements
        if self.at >= len(elements):
            self.talk.say(_END_OF_LIST if elements else _NONE_REVIEWED)
            self.at = 0
            return
        place = f"{self.at + 1} of {len(elements)}"
        self._print(format_element(self.comparison, elements[self.at], place))
        self.at += 1

    def _print(self, things: Iterable[str] = ()) -> None:
        """Print lines of the comparison; if there are none, repeat those printed last."""
        self.spoken = [*things] or self.spoken
        self.talk.tell(self.spoken, answered=True)

    def do_help(self) -> None:
        """Print what can be typed here."""
        self.talk.say(CHOICES)

    def do_order(self) -> None:
        """Switch between framework order and agenda order, and start again from the first element."""
        self.by_framework, self.at = not self.by_framework, 0
        order = "framework" if self.by_framework else "agenda"
        self.talk.say(f"In the order of the {order} now, from the first. Enter says it.")

    @property
    def _elements(self) -> tuple[Difference, ...]:
        """The elements that at least one group reviewed, in the order in which Enter prints them."""
        if self.by_framework:
            return tuple(one for one in self.comparison.elements if one.spoken_of)
        return self.comparison.agenda

    def do_write(self) -> None:
        """Print the comparison or export it to a file."""
        export_document(self.talk, comparison_document(self.comparison, date.today()), self.workspace)

    def do_learning(self) -> None:
        """Export a Learning-set summary of chosen elements, without people's names."""
        from matbot.review.learning_set import learning_set
        from matbot.review.names import names_in_accounts

        rubric = self.comparison.rubric
        example = ",".join(list(rubric.elements)[:2])
        rated = tuple(one.code for one in self.comparison.elements if None not in one.ratings.values())
        default_hint = f" Enter takes those you all rated: {', '.join(rated)}." if rated else ""
        codes = self.talk.ask(
            f"About which elements, such as {example}?{default_hint}",
            lambda typed: rated if rated and not typed else parse_codes(rubric, typed),
        )
        accounts = [side.account for side in self.comparison.sides]
        names = ask_names(self.talk, names_in_accounts(accounts))
        found = learning_set(rubric, accounts, codes, names)
        self.talk.say("Look through it for names before you send it.")
        export_document(self.talk, learning_set_document(found, date.today()), self.workspace)

    def do_together(self) -> None:
        """Begin a joint review of these groups."""
        groups = tuple(side.account for side in self.comparison.sides)
        if len({group.review for group in groups}) < len(groups):
            raise Unclear("A review is here twice, in two versions. Choose each group once.")
        trust = next((group.trust for group in groups if group.trust), "")
        self.begun = begin_with(
            self.talk, self.workspace, NewReviewSources(self.comparison.rubric, groups=groups), trust
        )


_END_OF_LIST = "That is all that any of you reviewed. Enter begins again."
_NONE_REVIEWED = "None of you has reviewed anything yet."
