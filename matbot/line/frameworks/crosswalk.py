"""Showing and editing a crosswalk in line mode: which question of one framework is which of another."""

from collections.abc import Collection, Iterator
from functools import partial

from matbot.commands.frameworks import CROSSWALK, DOUBTFUL_MATCH
from matbot.interview import Unclear
from matbot.line.elements import parse_number
from matbot.line.speech import format_descriptors
from matbot.line.talk import Talk
from matbot.line.words import Act, find_act, find_handlers, list_hints, render_line
from matbot.presenters.framework_versions import FEW_WORDS, OTHER_SCALE, crosswalk_counts, is_doubtful
from matbot.report.words import format_count
from matbot.rubric import Question, Rubric
from matbot.rubric.crosswalk import Crosswalk, Match, find_counterparts
from matbot.text import shortened

_MAX_QUESTION = 300
"""The longest part of a question's text to print, in characters; most questions fit in full."""

_CHOICES = render_line(
    CROSSWALK,
    "<code> <match>; <part> Put new before the code for a question that only the later framework version "
    "has. <list>; <Enter>",
)
_HINT = ", ".join(list_hints(CROSSWALK))
_SAME = render_line(DOUBTFUL_MATCH, "Do they ask the same? <yes>, <no>, <other>")


def format_crosswalk(crosswalk: Crosswalk, by_hand: Collection[str] = ()) -> Iterator[str]:
    """Yield how many questions are comparable, reworded, moved, new or gone, then each one that changed.

    Args:
        crosswalk: The crosswalk to describe.
        by_hand: The ids of questions that people matched themselves, which are never doubtful.

    """
    yield from format_counts(crosswalk)
    changed = [match for match in crosswalk.matches if match.how != "comparable"]
    for number, match in enumerate(changed, 1):
        look = f" {FEW_WORDS}: look at this one." if is_doubtful(match, by_hand) else ""
        yield f"{number} of {len(changed)}: {' '.join(_format_both(match))}{look}"


def format_counts(crosswalk: Crosswalk) -> Iterator[str]:
    """Yield the number of questions by kind of change, and whether the scale differs."""
    yield f"Of the questions: {crosswalk_counts(crosswalk)}."
    if not crosswalk.same_scale:
        yield OTHER_SCALE


def check_matches(talk: Talk, crosswalk: Crosswalk) -> Crosswalk:
    """Offer to go through the pairs that share few words; return the crosswalk with the user's changes."""
    talk.say(*format_counts(crosswalk))
    doubtful = [match for match in crosswalk.matches if match.is_doubtful]
    if not doubtful or not talk.confirm(
        f"{format_count(len(doubtful), 'question').capitalize()} share few words with their counterparts. "
        "Look at each? Please answer yes or no."
    ):
        return crosswalk
    editor = CrosswalkEditor(talk, crosswalk)
    for number, match in enumerate(doubtful, 1):
        editor.doubt(f"{number} of {len(doubtful)}", match)
    return editor.crosswalk


class CrosswalkEditor:
    """An editor with which people look through a crosswalk and correct it."""

    def __init__(self, talk: Talk, crosswalk: Crosswalk) -> None:
        self.talk = talk
        self.crosswalk = crosswalk
        self.by_hand: set[str] = set()
        """The ids of questions of the later framework that people matched; these are never doubtful."""
        self._words = find_handlers(CROSSWALK, self)
        """The handler of each word that can be typed in the editor."""

    def doubt(self, place: str, match: Match) -> None:
        """Ask whether a doubtful pair asks the same thing, and change the match if it does not."""
        if match not in self.crosswalk.matches:
            return  # an earlier correction already changed this match
        tell = partial(self._print_match, match)
        self.talk.say(f"{place}.")
        tell()
        decision = self.talk.decide(_SAME, DOUBTFUL_MATCH, tell)
        if decision == "no":
            self._separate(match)
        elif decision == "other":
            self.talk.attempt(partial(self._choose_counterpart, match))

    def edit(self) -> None:
        """Show and change matches as the user asks, until an empty line ends the editing."""
        self.talk.say(self._choices_line)
        while act := self.talk.ask("Which question?", self._parse, _HINT):
            self.talk.attempt(act)

    def _parse(self, typed: str) -> Act | None:
        """Parse a line into an action; None for an empty line."""
        return find_act(self._words, typed, self._build_show) if typed else None

    def _build_show(self, code: str) -> Act:
        return partial(self._print_match, self._find_match(code))

    @property
    def _choices_line(self) -> str:
        return _CHOICES.format(such=next(iter(self.crosswalk.earlier.questions)))

    def do_help(self, _rest: str) -> Act:
        """Print what can be typed here."""
        raise Unclear(self._choices_line)

    def do_list(self, _rest: str) -> Act:
        """List every question that changed."""
        return partial(
            self.talk.tell, format_crosswalk(self.crosswalk, self.by_hand), answered=True, is_leaving=False
        )

    def do_match(self, code: str) -> Act:
        """Choose another counterpart for a question."""
        return partial(self._choose_counterpart, self._find_match(code))

    def do_part(self, code: str) -> Act:
        """Separate a question from its counterpart."""
        return partial(self._separate, self._find_match(code))

    def _find_match(self, typed: str) -> Match:
        """Find the match of a question by its code.

        A code means the question of the earlier framework if it has one, else of the later; `new` before the
        code means the later framework only.

        Raises:
            Unclear: There is no question with that code.

        """
        named = typed.strip()
        word, later, code = named.casefold().rpartition("new ")
        earlier, new = self.crosswalk.earlier, self.crosswalk.later
        id_ = _find_id(new if later else earlier, code) or ("" if later else _find_id(new, code))
        if word or not id_:
            such = next(iter(earlier.questions))
            raise Unclear(
                f"There is no question {shortened(named, 20) or 'without a code'}. Type one such as {such}."
            )
        side = "later" if later or id_ not in earlier.questions else "earlier"
        sides = ((match, getattr(match, side)) for match in self.crosswalk.matches)
        return next(match for match, question in sides if question and question.id == id_)

    def _print_match(self, match: Match) -> None:
        """Print both questions of a match in full, with their descriptors."""
        self.talk.tell(_format_in_full(self.crosswalk, match))

    def _separate(self, match: Match) -> None:
        if not (match.earlier and match.later):
            raise Unclear(f"It has no counterpart to part it from. {' '.join(_format_both(match))}")
        self.crosswalk = self.crosswalk.without_match(match.earlier.id)
        self.talk.say(f"Parted: {match.earlier.id} and {match.later.id} are on their own now.")

    def _choose_counterpart(self, match: Match) -> None:
        """Ask for a counterpart from among the questions that have none."""
        free = find_counterparts(self.crosswalk, match)
        if not free:
            such = next(iter(self.crosswalk.questions), "")
            raise Unclear(
                "Every question of the other framework version has a counterpart. Part two first, such as: "
                f"part {such}"
            )
        many = len(free)
        self.talk.tell(
            (
                f"{number} of {many}: {one.id}, {shortened(one.text, _MAX_QUESTION)}"
                for number, one in enumerate(free, 1)
            ),
            answered=True,
        )
        question = match.earlier or match.later
        assert question, "a match is of one question at least"
        prompt = (
            f"Which of these asks the same as {question.id}? A number or a code; /back leaves it as it is."
        )
        self._set_match(match, self.talk.ask(prompt, partial(_parse_question, free)))

    def _set_match(self, match: Match, chosen: Question) -> None:
        old = match.earlier or chosen
        new = chosen if match.earlier else match.later
        assert new, "what is not of the earlier framework version is of the later one"
        self.crosswalk = self.crosswalk.with_match(old.id, new.id)
        self.by_hand.add(new.id)
        self.talk.say(f"Matched: {old.id} goes to {new.id}.")


def _parse_question(free: list[Question], typed: str) -> Question:
    """Parse a number in the list or a code into a question; raise Unclear for anything else."""
    place = parse_number(typed, len(free))
    named = [one for one in free if one.id.casefold() == typed.casefold()]
    if place is None and not named:
        raise Unclear(f"Type a number from 1 to {len(free)}, or a code such as {free[0].id}.")
    return named[0] if place is None else free[place]


def _find_id(rubric: Rubric, code: str) -> str:
    return next((id_ for id_ in rubric.questions if id_.casefold() == code.strip()), "")


def _later_id(match: Match) -> str:
    return match.later.id if match.later else ""


def _format_both(match: Match) -> Iterator[str]:
    """Yield how a question changed, then its earlier and later wording."""
    ids = list(dict.fromkeys(one.id for one in (match.earlier, match.later) if one))
    yield f"{' becomes '.join(ids)}, {match.how}."
    if match.earlier:
        yield _format_wording("Earlier", match.earlier)
    if match.later and not match.same_words:
        yield _format_wording("Later", match.later)


def _format_wording(when: str, question: Question) -> str:
    return f"{when}: {shortened(question.text, _MAX_QUESTION)}"


def _format_in_full(crosswalk: Crosswalk, match: Match) -> Iterator[str]:
    yield from _format_whole("Earlier", crosswalk.earlier, match.earlier)
    if match.same_words:
        yield f"The later framework version has the same words, as {_later_id(match)}."
    else:
        yield from _format_whole("Later", crosswalk.later, match.later)


def _format_whole(when: str, rubric: Rubric, question: Question | None) -> Iterator[str]:
    if question is None:
        yield f"{when}: nothing."
        return
    yield f"{when}, {question.id}: {question.text}"
    yield from format_descriptors(rubric, question)
