"""Reviews side by side, line by line: sealed first, then the widest difference, an element at a time."""

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
    """Compare reviews; the file of one that brings them together, open, if that was begun."""
    comparison = _choose_reviews(talk, workspace, reviews, typed)
    talk.tell([*(format_side(side) for side in comparison.sides), PROMISE])
    if not talk.confirm("Open them now? Please answer yes or no."):
        raise BackRequested
    talk.tell(format_opened(comparison))
    return _ComparePage(talk, workspace, comparison).talk_through()


def _choose_reviews(talk: Talk, workspace: Workspace, reviews: Reviews, typed: str) -> Comparison:
    """The reviews that were named, or that are asked for, side by side."""
    if typed:
        return load_comparison(workspace, reviews.references(typed))
    question = (
        "Which reviews do you want to compare? Their numbers with commas between, such as 1,2; "
        "2@NAME is a saved version."
    )
    return talk.ask(question, lambda words: load_comparison(workspace, reviews.references(words)))


class _ComparePage:
    """A comparison that was opened, told an element at a time."""

    def __init__(self, talk: Talk, workspace: Workspace, comparison: Comparison) -> None:
        self.talk = talk
        self.workspace = workspace
        self.comparison = comparison
        self.by_framework = False
        """Whether elements are told in the order of the framework, and not of the agenda."""
        self.at = 0
        """How many of them were told."""
        self.spoken: list[str] = []
        """What was told last, for /repeat."""
        self.begun: ReviewFile | None = None
        """The review that brings the groups together, once it is begun."""
        self._words = find_handlers(COMPARISON, self)
        """What each word does that can be typed here."""

    def talk_through(self) -> ReviewFile | None:
        """Tell what people ask for, until they leave or begin a review together."""
        self.talk.say(CHOICES)
        while self.begun is None:
            self.talk.attempt(self.talk.ask("What next?", self._understand, _HINT, self._tell))
        return self.begun

    def _understand(self, typed: str) -> Act:
        """What a line asks for: the next element, what a word does, or all that was said of an element."""
        if not typed:
            return self._next
        if act := self._words.get(typed.casefold()):
            return act
        (code, *more) = parse_codes(self.comparison.rubric, typed)
        if more:
            raise Unclear("Name one element at a time.")
        element = next(one for one in self.comparison.elements if one.code == code)
        return partial(self._tell, element_in_full(self.comparison, element))

    def _next(self) -> None:
        elements = self._elements
        if self.at >= len(elements):
            self.talk.say(_ALL if elements else _NOTHING)
            self.at = 0
            return
        place = f"{self.at + 1} of {len(elements)}"
        self._tell(format_element(self.comparison, elements[self.at], place))
        self.at += 1

    def _tell(self, things: Iterable[str] = ()) -> None:
        """Tell something of the comparison; what was told last, if it is nothing."""
        self.spoken = [*things] or self.spoken
        self.talk.tell(self.spoken, answered=True)

    def do_help(self) -> None:
        """Tell what can be typed here."""
        self.talk.say(CHOICES)

    def do_order(self) -> None:
        """Go by the framework, or by the agenda again; from the first on."""
        self.by_framework, self.at = not self.by_framework, 0
        order = "framework" if self.by_framework else "agenda"
        self.talk.say(f"In the order of the {order} now, from the first. Enter says it.")

    @property
    def _elements(self) -> tuple[Difference, ...]:
        """Those that any of the groups spoke of, in the order in which Enter tells them."""
        if self.by_framework:
            return tuple(one for one in self.comparison.elements if one.spoken_of)
        return self.comparison.agenda

    def do_write(self) -> None:
        """Read the comparison out, or put it in a file."""
        export_document(self.talk, comparison_document(self.comparison, date.today()), self.workspace)

    def do_learning(self) -> None:
        """Write what trusts can learn from each other, in chosen elements and without people's names."""
        from matbot.review.learning_set import learning_set
        from matbot.review.names import names_in_accounts

        rubric = self.comparison.rubric
        such = ",".join(list(rubric.elements)[:2])
        rated = tuple(one.code for one in self.comparison.elements if None not in one.ratings.values())
        takes = f" Enter takes those you all rated: {', '.join(rated)}." if rated else ""
        codes = self.talk.ask(
            f"About which elements, such as {such}?{takes}",
            lambda typed: rated if rated and not typed else parse_codes(rubric, typed),
        )
        accounts = [side.account for side in self.comparison.sides]
        names = ask_names(self.talk, names_in_accounts(accounts))
        found = learning_set(rubric, accounts, codes, names)
        self.talk.say("Look through it for names before you send it.")
        export_document(self.talk, learning_set_document(found, date.today()), self.workspace)

    def do_together(self) -> None:
        """Begin a review that brings these groups together."""
        groups = tuple(side.account for side in self.comparison.sides)
        if len({group.review for group in groups}) < len(groups):
            raise Unclear("A review is here twice, in two versions. Choose each group once.")
        trust = next((group.trust for group in groups if group.trust), "")
        self.begun = begin_with(
            self.talk, self.workspace, NewReviewSources(self.comparison.rubric, groups=groups), trust
        )


_ALL = "That is all that any of you reviewed. Enter begins again."
_NOTHING = "None of you has reviewed anything yet."
