"""Groups that completed separate reviews, for tests of the comparison pages."""

from collections.abc import Iterable, Sequence

from matbot.review.events import (
    DissentNoted,
    ElementRated,
    Event,
    EvidenceNamed,
    HandsShown,
    NoteWritten,
    QuestionAnswered,
    RationaleGiven,
    RealityChecked,
    ReviewOpened,
    ScopeChosen,
)
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import stamped

EXECUTIVE, HEADS, MIDDLE = "exec2222", "head2222", "midl2222"


def keep(workspace: Workspace, log: Sequence[Event], rubric: Rubric | None = None) -> None:
    """Save a log in the workspace as a review."""
    opened, scoped, *rest = stamped(log)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with workspace.create(rubric or find(), opened, scoped) as file:
        file.append(*rest)


def rated(code: str, rating: str, why: str = "", evidence: str = "") -> list[Event]:
    """Build the events of a group about one element."""
    given: list[Event] = [ElementRated(element=code, rating=rating)]
    given += [RationaleGiven(element=code, rationale=why)] if why else []
    return [*given, EvidenceNamed(element=code, evidence=evidence)] if evidence else given


def group(
    workspace: Workspace,
    review: str,
    name: str,
    given: Iterable[Event] = (),
    scope: Iterable[str] = (),
    trust: str = "Northfields",
    rubric: Rubric | None = None,
) -> None:
    """Save a review of a group of six people with some events; by default it has only been begun."""
    talk = Talk(rubric or find(), scope, people=6, group=name, review=review)
    opened = talk.log[0].model_copy(update={"trust": trust})
    keep(workspace, [opened, talk.log[1], *given], rubric)


def three_groups(workspace: Workspace) -> None:
    """Save reviews of three groups of one trust: furthest apart on 1B, with the same rating for 1C."""
    group(workspace, EXECUTIVE, "Executive team", _executive_events(), scope=("1A", "1B", "1C"))
    group(workspace, HEADS, "Headteachers", _head_events())
    middle = [
        *rated("1A", "AG", "It is on every wall."),
        QuestionAnswered(question="1B.ii", leaning="not sure"),
    ]
    group(workspace, MIDDLE, "Middle leaders", middle, scope=("1A", "1B", "2A"))


def _executive_events() -> list[Event]:
    return [
        *rated("1A", "AG", "The board can tell you what we are for.", "Board papers, autumn term"),
        QuestionAnswered(question="1B.ii", leaning="green"),
        NoteWritten(question="1B.ii", note="We went through every school's plan in June."),
        HandsShown(element="1B", votes=(0, 0, 2, 4)),
        *rated("1B", "G", "We know each school's needs, because we ask every half term.", "Visits"),
        DissentNoted(element="1B", differs="Two of us see the small schools less often than that."),
        QuestionAnswered(question="1C.i", leaning="green"),
        *rated("1C", "AR"),
    ]


def _head_events() -> list[Event]:
    return [
        *rated("1A", "AR", "Ask five of us and you hear five things."),
        QuestionAnswered(question="1B.ii", leaning="red"),
        NoteWritten(question="1B.ii", note="Nobody asked us before the plan was written."),
        *rated("1B", "R", "Plans come back as they went out.", "Five heads' own accounts"),
        RealityChecked(
            element="1B", with_whom="a peer trust", outcome="sharpens", said="They saw it in two."
        ),
        QuestionAnswered(question="1C.i", leaning="nearer red"),
        *rated("1C", "AR", "It hangs on two people."),
    ]
