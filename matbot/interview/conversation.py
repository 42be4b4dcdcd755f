"""The conversation of a review: its current turn, and the events that answers and commands make."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Self

from matbot.interview.answers import build_confirmation, build_confirmations, build_event
from matbot.interview.turns import Turn, Unclear, turn_at
from matbot.review import events
from matbot.review.account import OUTCOMES
from matbot.review.events import Event
from matbot.review.flow import Flow
from matbot.review.projection import Projection, projection_of
from matbot.review.review import Review
from matbot.review.steps import LAST_TIME, Ask, Step
from matbot.review.undo import ANSWERS, Kinds, UndoHistory, build_redo, build_undo_history
from matbot.rubric import Rubric
from matbot.rubric.places import code_of, numeral_of, question_id
from matbot.text import clean, clean_name, shortened


class Interview:
    """The conversation of one review: its current turn, and the events that answers and commands make.

    Its methods build events and leave the log unchanged.
    """

    def __init__(self, rubric: Rubric, log: Sequence[Event]) -> None:
        self.rubric = rubric
        self.log = tuple(log)

    @classmethod
    def of(cls, projection: Projection) -> Self:
        """Build the conversation from a log that is already folded."""
        interview = cls(projection.rubric, projection.log)
        interview.projection = projection
        return interview

    @cached_property
    def projection(self) -> Projection:
        """The projection of the log."""
        return projection_of(self.rubric, self.log)

    @property
    def review(self) -> Review:
        """The review that the log folds to."""
        return self.projection.review

    @property
    def flow(self) -> Flow:
        """The steps of the conversation, and the current one."""
        return self.projection.flow

    @cached_property
    def turn(self) -> Turn:
        """The current turn."""
        return turn_at(self.rubric, self.flow, self.flow.current)

    def answer(self, typed: str, private: bool = False) -> Event:
        """Build the event for an answer, typed or chosen, at the current turn.

        Args:
            typed: The answer as typed or chosen.
            private: Whether to mark a note as private.

        Raises:
            Unclear: `typed` does not answer the turn.

        """
        return build_event(self.turn, self.flow, clean(typed), private)

    def skip(self) -> Event:
        """Build the event that moves on without an answer; if the step has a draft, it is confirmed.

        Raises:
            Unclear: all questions have been asked.

        """
        if self.turn.ask is Ask.FINISHED:
            raise Unclear("Nothing is left to skip.")
        confirmation = build_confirmation(self.review, self.turn.step)
        return confirmation or events.StepSkipped(skipped=self.turn.step.key)

    def confirm(self, code: str = "") -> list[Event]:
        """Build the events that confirm the answers read from a pack.

        Args:
            code: The element whose answers to confirm; empty for all elements.

        Raises:
            Unclear: there is nothing to confirm, or no such element.

        """
        codes = [self._parse_place(code)[0]] if code.strip() else self.rubric.elements
        new_events = [event for each in codes for event in build_confirmations(self.review, each)]
        if not new_events:
            raise Unclear("Nothing here waits to be confirmed.")
        return new_events

    def park(self) -> Event:
        """Build the event that parks the question or element of the current turn, or clears that mark.

        Raises:
            Unclear: the turn cannot be parked.

        """
        if self.turn.ask is Ask.FINISHED:
            raise Unclear("There is nothing here to park.")
        if self.turn.step.element == LAST_TIME:
            raise Unclear("What you set out to do cannot be parked. Go on without an answer, and come back.")
        return events.PlaceParked(place=self.turn.step.place, parked=not self.turn.parked)

    def go_back(self) -> Event:
        """Build the event that goes to the previous turn; Unclear at the first one."""
        before = self.flow.find_previous_step()
        if before is None:
            raise Unclear("This is the beginning: there is nothing before it.")
        return events.StepVisited(to=before.key)

    def go_to_place(self, place: str) -> list[Event]:
        """Build the events that go to an element or a question, adding the element to the scope if necessary.

        Args:
            place: An element or a question, such as `2B` or `2B.iii`; `last` for the priorities of an earlier
                review.

        Raises:
            Unclear: the framework version has no such place.

        """
        if clean(place).casefold() == LAST_TIME and self.review.promises:
            return [self.go_to_step(self.flow.find_resume_step(LAST_TIME))]
        code, numeral = self._parse_place(place)
        step = Step(Ask.CHOICE, question_id(code, numeral)) if numeral else self.flow.find_resume_step(code)
        before = list[Event]()
        if code not in self.review.scope:
            widened = {*self.review.scope, code}
            scope = tuple(known for known in self.rubric.elements if known in widened)
            before.append(events.ScopeChosen(elements=scope))
        if step.ask is not Ask.OPENING and self.review.elements[code].way != "questions":
            before.append(events.ElementBegun(element=code))
        return [*before, self.go_to_step(step)]

    def find_added(self, place: str) -> str:
        """Return the code of the element that going to a place would add to the scope; empty if none.

        Raises:
            Unclear: the framework version has no such place.

        """
        if clean(place).casefold() == LAST_TIME and self.review.promises:
            return ""
        code, _ = self._parse_place(place)
        return "" if code in self.review.scope else code

    def take_out(self, place: str) -> list[Event]:
        """Build the events that take an element out of the scope; its answers are kept.

        If the conversation is in that element, it goes on in the next one that is left.

        Raises:
            Unclear: there is no such element, it is not in the review, or it is the only one.

        """
        code, _ = self._parse_place(place)
        if code not in self.review.scope:
            raise Unclear(f"{code} is not in this review.")
        left = tuple(known for known in self.review.scope if known != code)
        if not left:
            raise Unclear(f"{code} is the only element in this review, so it stays.")
        before: list[Event] = [events.ScopeChosen(elements=left)]
        if self.turn.step.element != code:
            return before
        known = list(self.rubric.elements)
        after = next((each for each in left if known.index(each) > known.index(code)), left[-1])
        return [*before, events.StepVisited(to=self.flow.find_resume_step(after).key)]

    def go_to_step(self, step: Step) -> Event:
        """Build the event that goes to a step known to exist, such as the target of a change link."""
        return events.StepVisited(to=step.key, come_from=self.turn.step.key)

    def return_to_step(self, step: Step) -> Event:
        """Build the event that returns to a step that was left temporarily."""
        return events.StepVisited(to=step.key)

    def undo_history(self, kinds: Kinds = ANSWERS) -> UndoHistory:
        """What can be undone and redone of the kinds of event of one page."""
        return build_undo_history(self.log, kinds)

    def undo(self) -> list[Event]:
        """Undo the last thing said in the conversation, and go to where it was said; moves are not undone.

        Raises:
            Unclear: nothing was said yet.

        """
        history = self.undo_history()
        if not history.done:
            raise Unclear("There is nothing to undo here.")
        undone = history.done[0]
        undo = events.EventUndone(reply=undone.id)
        step = self._find_step(undone) or self._find_step_in_scope([*self.log, undo])
        return [undo, *([events.StepVisited(to=step.key)] if step else [])]

    def redo(self) -> list[Event]:
        """Redo what was undone last in the conversation, and go on from there.

        Raises:
            Unclear: nothing was undone since the last thing said.

        """
        history = self.undo_history()
        if not history.undone:
            raise Unclear("There is nothing to redo here.")
        redone = history.undone[0]
        redo: list[Event] = [*build_redo(self.log, redone)]
        step = self._find_step(redone)
        if redone.step:
            flow = projection_of(self.rubric, [*self.log, *redo]).flow
            step = flow.find_next_step(redone.step)
        step = step or self._find_step_in_scope([*self.log, *redo])
        return [*redo, *([events.StepVisited(to=step.key)] if step else [])]

    def _find_step_in_scope(self, log: Sequence[Event]) -> Step | None:
        """Return the step to go on at if a log leaves out the element in view; None if it does not."""
        flow = projection_of(self.rubric, log).flow
        if flow.current.element in flow.parts or flow.current.ask is Ask.FINISHED:
            return None
        is_open = [code for code in flow.parts if not flow.is_done(code)]
        return flow.find_resume_step((is_open or flow.parts)[0])

    def _find_step(self, event: Event) -> Step | None:
        """The step to go to for an event to be in view; None where it is, or shows at none."""
        if isinstance(event, events.PlaceParked):
            if event.place == self.turn.step.place:
                return None
            is_question = event.place in self.rubric.questions
            return Step(Ask.CHOICE if is_question else Ask.OPENING, event.place)
        if isinstance(event, events.RealityChecked):
            return Step(Ask.RATING, event.element)
        return event.step

    def save_version(self, name: str) -> events.VersionSaved:
        """Build the event that saves a version under a name; Unclear if the name is empty or taken."""
        name = clean_name(name)
        if not name:
            raise Unclear("Give this version a name, such as: before the board met.")
        if name.casefold() in {snapshot.name.casefold() for snapshot in self.review.snapshots}:
            raise Unclear(
                f"There is a saved version called {shortened(name, 60)} already. Choose another name."
            )
        return events.VersionSaved(name=name)

    def change_details(self, trust: str, group: str, people: int) -> events.ReviewDetailsChanged:
        """Change the trust's name, the group's and the number of people.

        Args:
            trust: The name of the trust.
            group: Who is answering; empty for one person without a label.
            people: How many they are, from 1 to `events.MOST_PEOPLE`.

        Raises:
            Unclear: the trust has no name, the number is out of bounds, or nothing would change.

        """
        trust, group = clean_name(trust), clean_name(group)
        if not trust:
            raise Unclear("Give the name of your trust.")
        if not 1 <= people <= events.MOST_PEOPLE:
            raise Unclear(f"Give the number of people as a number from 1 to {events.MOST_PEOPLE}.")
        if (trust, group, people) == (self.review.trust, self.review.group, self.review.people):
            raise Unclear("Nothing was changed: the review has these names already.")
        return events.ReviewDetailsChanged(trust=trust, group=group, people=people)

    def archive(self, archived: bool = True) -> events.ReviewArchived:
        """Move the review to the archive, or back to the current reviews; Unclear if it is there already."""
        if archived == self.review.archived:
            raise Unclear(
                "The review is in the archive already." if archived else "The review is not in the archive."
            )
        return events.ReviewArchived(archived=archived)

    def check_rating(self, code: str, with_whom: str, when: str, outcome: str, words: str) -> Event:
        """Build the event for a reality check of a rating, which does not change the rating.

        Args:
            code: The element whose rating was checked.
            with_whom: Who it was tested with.
            when: When it was tested, as people put it.
            outcome: `agrees`, `differs` or `sharpens`.
            words: What was said.

        Raises:
            Unclear: the element has no rating, `with_whom` is empty, or the outcome is unknown.

        """
        code, with_whom = code.strip().upper(), clean(with_whom)
        if code not in self.rubric.elements or not self.review.elements[code].rating:
            raise Unclear(f"{shortened(code, 20) or 'That'} has no rating to check yet.")
        if not with_whom:
            raise Unclear("Say who it was tested with, such as a focus group or another trust.")
        if outcome not in OUTCOMES:
            raise Unclear(f"Say what it did to the rating: {', '.join(OUTCOMES[:-1])} or {OUTCOMES[-1]}.")
        return events.RealityChecked(
            element=code, with_whom=with_whom, when=clean(when), outcome=outcome, said=clean(words)
        )

    def _parse_place(self, typed: str) -> tuple[str, str]:
        """Return the element's code and, if a question is named, its numeral; Unclear if nothing matches."""
        name = re.sub(r"[\s.(]+", ".", clean(typed).rstrip(")")).casefold()
        for id_ in (*self.rubric.elements, *self.rubric.questions):
            if id_.casefold() == name:
                return (id_, "") if id_ in self.rubric.elements else (code_of(id_), numeral_of(id_))
        known = list(self.rubric.elements)
        raise Unclear(f"There is no {shortened(typed, 20)}. Name an element, {known[0]} to {known[-1]}.")
