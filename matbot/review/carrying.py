"""A review carried over to another edition: how its log reads in that edition's places.

Nothing of the log changes. Every reply said before reads with the codes and ids of the edition that the
review goes on in. One that has no place there reads as `Kept`. One that was said in that edition, before
the review left it and came back, reads as it did: so a review carried there and back is the same as before.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from matbot.review import replies as said
from matbot.review.account import Account, ElementAccount
from matbot.review.log import standing
from matbot.review.replies import AboutQuestion, Carried, Kept, Reply
from matbot.review.steps import Step
from matbot.rubric import Rubric
from matbot.rubric.crosswalk import Crosswalk
from matbot.rubric.places import code_of


def carried(crosswalk: Crosswalk) -> Carried:
    """The reply that carries a review over from one edition to the other."""
    earlier, later = crosswalk.earlier, crosswalk.later
    return Carried(
        edition=later,
        left=earlier.content_hash,
        left_name=f"{earlier.title}, {earlier.edition}",
        elements=dict(crosswalk.elements),
        questions=dict(crosswalk.questions),
        same_scale=crosswalk.same_scale,
        gone_elements={
            code: element.title
            for code, element in earlier.elements.items()
            if code not in crosswalk.elements
        },
        gone_questions={
            id_: f"{id_} {question.text}"
            for id_, question in earlier.questions.items()
            if id_ not in crosswalk.questions
        },
        levels={level.letters: level.name for level in earlier.scale},
    )


@dataclass(frozen=True)
class Told:
    """A log as it reads in the edition that counts now."""

    rubric: Rubric
    log: tuple[Reply, ...]
    """As many replies as were given, in their order and with their ids."""


def told(rubric: Rubric, log: Sequence[Reply]) -> Told:
    """How a log reads that was begun in an edition, wherever it was carried since."""
    carryings = {carrying.id: carrying for carrying in carryings_of(log)}
    if not carryings:
        return Told(rubric, tuple(log))
    here, entries = rubric, list[_Entry]()
    for reply in log:
        entries.append(_Entry(reply, said_in=here))
        if reply.id in carryings:
            here = carryings[reply.id].edition
            entries = _taken_along(entries, carryings[reply.id])
    return Told(here, tuple(entry.read_in(here) for entry in entries))


def carryings_of(log: Iterable[Reply]) -> list[Carried]:
    """The times that a review was carried over, each from the edition where the one before led.

    Where two copies of a review were both carried over and then made one, the first counts.
    """
    log, found = list(log), list[Carried]()
    if not any(isinstance(reply, Carried) for reply in log):
        return found  # as almost always: a save asks this of the whole log
    for reply in standing(log):
        if isinstance(reply, Carried) and (not found or reply.left == found[-1].edition.content_hash):
            found.append(reply)
    return found


def editions_of(rubric: Rubric, log: Iterable[Reply]) -> dict[str, Rubric]:
    """The editions that a review has been in, in their order, by their content hashes."""
    editions = [rubric, *(carrying.edition for carrying in carryings_of(log))]
    return {edition.content_hash: edition for edition in editions}


def moves(rubric: Rubric, log: Sequence[Reply], more: Sequence[Reply]) -> list[Carried]:
    """Where replies that are said now carry a review, one edition after another.

    Taking back that it was carried over carries it to where it was.
    """
    was, now = carryings_of(log), carryings_of([*log, *more])
    shared = sum(one.id == other.id for one, other in zip(was, now, strict=False))
    editions = [rubric, *(carrying.edition for carrying in was)]
    taken_back = [turned(was[place], editions[place]) for place in reversed(range(shared, len(was)))]
    return [*taken_back, *now[shared:]]


def draft_key_after(carrying: Carried, key: str) -> str:
    """Where words half typed belong once a review was carried over.

    What has no place is kept under its old key and the edition's hash, and is back when the review is.
    """
    name, _, rest = key.partition(":")
    place, _, left_by = rest.partition("@")
    if left_by:
        return f"{name}:{place}" if left_by == carrying.edition.content_hash else key
    if place in carrying.gone:
        return f"{key}@{carrying.left}"
    return f"{name}:{_place(carrying, place) or place}"


def turned(carrying: Carried, earlier: Rubric) -> Carried:
    """The way back from where a review was carried, for its drafts: into the edition that it was in."""
    crosswalk = Crosswalk(earlier, carrying.edition, carrying.questions)
    return carried(crosswalk.turned()).model_copy(
        update={"elements": {new: old for old, new in carrying.elements.items()}}
    )


@dataclass(frozen=True)
class _Entry:
    """One reply on its way through editions."""

    now: Reply
    said_in: Rubric
    forms: Mapping[str, Reply] = field(default_factory=dict)
    """How it read in each edition that it had a place in, by the edition's hash."""

    def taken_along(self, carrying: Carried, before: "_Before") -> "_Entry":
        """The same in the edition that the review is carried to."""
        if isinstance(self.now, Kept):
            return replace(self, now=self.forms.get(carrying.edition.content_hash, self.now))
        forms = {**self.forms, carrying.left: self.now}
        there = forms.get(carrying.edition.content_hash)
        if there is None and (there := _carried_over(self.now, carrying)):
            there = before.completed(there, carrying.edition)
        return replace(self, now=there or _kept(self.now, carrying), forms=forms)

    def read_in(self, edition: Rubric) -> Reply:
        """How it reads now, and whether its question was asked in other words when it was said."""
        if not isinstance(self.now, AboutQuestion) or edition is self.said_in:
            return self.now
        was = self.forms.get(self.said_in.content_hash, self.now)
        asked = self.said_in.questions.get(was.question) if isinstance(was, AboutQuestion) else None
        asks = edition.questions.get(self.now.question)
        reworded = bool(asked and asks and asked.content_hash != asks.content_hash)
        return self.now.model_copy(update={"reworded": True}) if reworded else self.now


def _taken_along(entries: Sequence[_Entry], carrying: Carried) -> list[_Entry]:
    before = _Before(frozenset(carrying.elements.values()))
    there = []
    for entry in entries:
        there.append(entry.taken_along(carrying, before))
        before.look_at(there[-1].now)
    return there


class _Before:
    """What an edition that a review comes back to has, and the edition that it comes from has not.

    A choice of elements or a priority that was changed there keeps what it had here besides.
    """

    def __init__(self, reachable: Collection[str]) -> None:
        self._reachable = reachable
        self._scope: tuple[str, ...] = ()
        self._rows: dict[str, said.Prioritised] = {}

    def look_at(self, reply: Reply) -> None:
        """Remember what a reply says of elements that the other edition has not."""
        if isinstance(reply, said.Scoped):
            self._scope = self._out_of_reach(reply.elements)
        elif isinstance(reply, said.Prioritised):
            self._rows[reply.priority] = reply

    def completed(self, reply: Reply, edition: Rubric) -> Reply:
        """A reply that was said in the other edition, with what it could not speak of."""
        if isinstance(reply, said.Scoped):
            wanted = {*reply.elements, *self._scope}
            return reply.model_copy(update={"elements": tuple(c for c in edition.elements if c in wanted)})
        row = self._rows.get(reply.priority) if isinstance(reply, said.Prioritised) else None
        if row is None or not isinstance(reply, said.Prioritised):
            return reply
        missing = [code for code in self._out_of_reach(row.elements) if code in edition.elements]
        stood_for = {edition.elements[code].title for code in missing} - {*row.focus.split("\n")}
        focus = "\n".join(line for line in reply.focus.split("\n") if line not in stood_for)
        return reply.model_copy(update={"elements": (*reply.elements, *missing), "focus": focus})

    def _out_of_reach(self, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code not in self._reachable)


def _kept(reply: Reply, carrying: Carried) -> Kept:
    return Kept(id=reply.id, at=reply.at, was=reply, carried=carrying)


def _carried_over(reply: Reply, carrying: Carried) -> Reply | None:
    """How a reply reads in the edition that a review is carried to; None if it has no place there."""
    match reply:
        case said.Rated() | said.Voted() if not carrying.same_scale:
            return None
        case said.Scoped():
            return reply.model_copy(update={"elements": _scope(carrying, reply.elements)})
        case said.Prioritised():
            return _row(reply, carrying)
        case said.Brought():
            return reply.model_copy(update={"account": _account(reply.account, carrying)})
        case said.Went():
            there, back = _step_key(carrying, reply.to), _step_key(carrying, reply.come_from)
            return reply.model_copy(update={"to": there, "come_from": back}) if there else None
        case said.Skipped():
            key = _step_key(carrying, reply.skipped)
            return reply.model_copy(update={"skipped": key}) if key else None
    for name in ("question", "element", "place"):
        if name in type(reply).model_fields:
            there = _place(carrying, getattr(reply, name))
            return reply.model_copy(update={name: there}) if there else None
    return reply


def _place(carrying: Carried, place: str) -> str:
    """Where an element or question went; empty if it has no place."""
    return carrying.elements.get(place) or carrying.questions.get(place, "")


def _step_key(carrying: Carried, key: str) -> str:
    """The key of the same step; empty if it has no place. What is about no element stays as it is."""
    step = Step.of(key)
    known = {*carrying.elements, *carrying.questions, *carrying.gone}
    if step is None or step.place not in known:
        return key
    there = _place(carrying, step.place)
    return Step(step.ask, there).key if there else ""


def _scope(carrying: Carried, codes: Sequence[str]) -> tuple[str, ...]:
    """The same elements; all of the edition's where it was all of them before."""
    if {*carrying.elements, *carrying.gone_elements} <= set(codes):
        return tuple(carrying.edition.elements)
    wanted = {carrying.elements.get(code) for code in codes}
    wanted |= {code_of(new) for old, new in carrying.questions.items() if code_of(old) in codes}
    return tuple(code for code in carrying.edition.elements if code in wanted)


def _row(row: said.Prioritised, carrying: Carried) -> said.Prioritised:
    """A priority about the same elements; one that has no place is named in the focus area."""
    there = tuple(carrying.elements[code] for code in row.elements if code in carrying.elements)
    gone = [carrying.gone[code] for code in row.elements if code in carrying.gone]
    focus = "\n".join(filter(None, [row.focus, *gone]))
    return row.model_copy(update={"elements": there, "focus": focus})


def _account(account: Account, carrying: Carried) -> Account:
    """What a group, or an earlier review, said, in the places of the edition."""
    codes = carrying.elements
    there = {codes[code]: _said(one, carrying) for code, one in account.elements.items() if code in codes}
    rows = [
        row.model_copy(update={"elements": tuple(codes[code] for code in row.elements if code in codes)})
        for row in account.priorities
    ]
    left = [
        one.model_copy(update={"element": codes[one.element]})
        for one in account.not_now
        if one.element in codes
    ]
    return account.model_copy(
        update={
            "words": {
                carrying.questions[id_]: words
                for id_, words in account.words.items()
                if id_ in carrying.questions
            },
            "scope": _scope(carrying, account.scope),
            "elements": {code: there[code] for code in carrying.edition.elements if code in there},
            "priorities": tuple(rows),
            "not_now": tuple(left),
            "earlier": account.earlier and _account(account.earlier, carrying),
            "groups": tuple(_account(group, carrying) for group in account.groups),
        }
    )


def _said(element: ElementAccount, carrying: Carried) -> ElementAccount:
    questions = {
        carrying.questions[id_]: one for id_, one in element.questions.items() if id_ in carrying.questions
    }
    return element.model_copy(update={"questions": questions})
