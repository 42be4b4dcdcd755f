"""What people wrote reaches nobody it is not for: the marks on the models, and the documents made by them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from matbot.report.formats.document import Exportable
from matbot.report.formats.registry import list_suffixes
from matbot.report.plan_export import PlanTable
from matbot.review import events
from matbot.review.account import Account
from matbot.review.account_building import account_of
from matbot.review.comparison import build_comparison
from matbot.review.events import Event, PriorityWritten
from matbot.review.fold import review_of
from matbot.review.learning_set import learning_set, without_people
from matbot.review.log import KINDS
from matbot.review.names import A_NAME, without_names
from matbot.review.priorities import draft_priority
from matbot.review.privacy import (
    A_PRIVATE_NOTE,
    NAMES_STAND_IN,
    PersonalWords,
    PersonName,
    find_unmarked_fields,
    marks_in,
    with_texts,
    without_private_notes,
)
from matbot.rubric import Rubric
from matbot.services.export import (
    BOARD,
    LEARNING_SET,
    OWN,
    TRANSCRIPT_KINDS,
    TranscriptOptions,
    comparison_document,
    learning_set_document,
    transcript_of,
)
from tests.strategies import accounts, logs
from tests.talk import Talk

TODAY = date(2026, 11, 22)
NAME = "Xanthe Quillfeather"
SECRET = "Zyxwvut"


@pytest.mark.parametrize(
    "kind", [*KINDS.values(), events.UnknownEvent, events.UnplacedEvent], ids=lambda kind: kind.__name__
)
def test_every_text_of_every_kind_of_event_says_what_it_is(kind: type[Event]) -> None:
    """And every text in what is nested in it: whoever adds a field marks it, as `review/privacy.py` says."""
    assert find_unmarked_fields(kind) == []


def test_a_text_without_a_mark_is_found_wherever_it_is_nested() -> None:
    """In a tuple, under a key, or in another model; a model that holds itself is no endless road."""

    class Inner(BaseModel):
        plain: str
        words: PersonalWords
        inside: "tuple[Inner, ...]" = ()

    class Outer(BaseModel):
        several: tuple[str, ...]
        perhaps: str | None
        inner: dict[PersonName, Inner]

    assert sorted(find_unmarked_fields(Outer)) == ["Inner.plain", "Outer.perhaps", "Outer.several"]


def test_a_name_is_left_out_of_a_field_that_is_added_to_an_event() -> None:
    """Its mark is enough: no list names the fields that hold people's words."""

    class Sponsored(PriorityWritten):
        sponsor: PersonName = ""
        thanks: tuple[PersonalWords, ...] = ()
        reference: str = ""

    row = Sponsored(priority=NAME, elements=(), sponsor=NAME, thanks=(f"To {NAME}!",), reference=NAME)
    redacted = without_names(row, [NAME])
    assert (redacted.sponsor, redacted.thanks) == (A_NAME, (f"To {A_NAME}!",))
    assert (redacted.priority, redacted.reference) == (NAME, NAME), "what is no text of people's stays"
    assert row.sponsor == NAME


def test_a_learning_set_is_without_a_field_that_says_who_somebody_is(rubric: Rubric) -> None:
    """Whichever it is, however deep it stands."""

    class Hosted(Account):
        host: PersonName = ""

    account = Hosted(**dict(Talk(rubric).account), host="The chair")
    redacted = without_people(account, [])
    assert isinstance(redacted, Hosted)
    assert (redacted.host, redacted.group, redacted.earlier, redacted.groups, redacted.not_now) == (
        "",
        "",
        None,
        (),
        (),
    )


def test_a_name_is_left_out_however_its_words_stand_apart() -> None:
    """On two lines or with two spaces between, since documents make one space of them."""
    noted = events.RationaleGiven(element="1A", rationale="Xanthe\nQuillfeather, xanthe  quillfeather")
    assert without_names(noted, [NAME]).rationale == f"{A_NAME}, {A_NAME}"


def test_who_answers_is_left_out_where_it_is_a_name_to_leave_out(small_rubric: Rubric) -> None:
    """Of the words, and of the name of the file."""
    talk = Talk(small_rubric, scope=["1A"]).say("g", "4", "Because", "Minutes")
    log = [talk.log[0].model_copy(update={"group": NAME}), *talk.log[1:]]
    document = transcript_of(small_rubric, log, TODAY, TranscriptOptions(BOARD, leave_out=[NAME]))
    assert "Quillfeather" not in document.text
    assert "quillfeather" not in document.name("md")


def test_a_private_note_gives_way_to_a_word_for_it() -> None:
    """That there is one can be counted; a note that is not private stays."""
    note = events.NoteWritten(question="1A.i", note=SECRET, private=True)
    assert without_private_notes(note).note == A_PRIVATE_NOTE
    assert without_private_notes(note.model_copy(update={"private": False})).note == SECRET


def bytes_of(document: Exportable) -> Iterator[tuple[str, bytes]]:
    """A document in each of its formats, with all that a file packs."""
    for suffix in list_suffixes(document.kind):
        raw = document.render(suffix)
        if raw.startswith(b"PK"):
            with ZipFile(BytesIO(raw)) as packed:
                raw = b"".join(packed.read(name) for name in packed.namelist())
        yield suffix, raw


@dataclass(frozen=True)
class Named:
    """A log in which somebody is named, and where."""

    log: list[Event]
    places: set[str]


@st.composite
def named(draw: st.DrawFn, rubric: Rubric) -> Named:
    """Any log, with a name typed after whatever stands in any text that people write."""
    log = draw(logs(rubric))
    log[1:1] = [
        events.AccountAdded(role="earlier", account=draw(accounts(rubric))),
        events.AccountAdded(role="group", account=draw(accounts(rubric))),
    ]
    places = {
        f"{type(event).__name__}.{name}"
        for event in log
        for name, marks in marks_in(type(event)).items()
        if marks & NAMES_STAND_IN
    }
    return Named([with_texts(event, NAMES_STAND_IN, lambda text: f"{text} {NAME}.") for event in log], places)


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_name_left_out_is_in_no_byte_of_a_document_for_others(
    small_rubric: Rubric, data: st.DataObject
) -> None:
    """Whichever text it was typed into, in every format."""
    found = data.draw(named(small_rubric))
    for kind in TRANSCRIPT_KINDS:
        document = transcript_of(small_rubric, found.log, TODAY, TranscriptOptions(kind, leave_out=[NAME]))
        assert "quillfeather" not in document.name("md").casefold()
        for suffix, raw in bytes_of(document):
            assert b"quillfeather" not in raw.lower(), (kind, suffix, found.places)
    everything = transcript_of(small_rubric, found.log, TODAY, TranscriptOptions(OWN))
    assert "Quillfeather" in everything.text
    account = account_of(small_rubric, found.log)
    other = account.model_copy(update={"review": "other234"})
    shared = learning_set(small_rubric, [account, other], ["1A"], [NAME])
    for suffix, raw in bytes_of(learning_set_document(shared, TODAY)):
        assert b"quillfeather" not in raw.lower(), suffix


@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_no_private_note_is_in_a_document_that_is_not_the_full_record(
    small_rubric: Rubric, data: st.DataObject
) -> None:
    """Nor in what was drafted from it while it was not private, nor in what others take from the review."""
    log = data.draw(logs(small_rubric))
    codes = [code for code in small_rubric.elements if data.draw(st.booleans())]
    noted = [events.NoteWritten(question=id_, note=f"{SECRET} {id_}") for id_ in small_rubric.questions]
    log += [*noted, *(events.QuestionAnswered(question=id_, leaning="red") for id_ in small_rubric.questions)]
    log += [draft_priority(small_rubric, review_of(small_rubric, log), codes)]
    log += [one.model_copy(update={"private": True, "id": f"{one.id}p"}) for one in noted]
    review, account = review_of(small_rubric, log), account_of(small_rubric, log)
    other = account.model_copy(update={"review": "other234"})
    documents = {
        BOARD: transcript_of(small_rubric, log, TODAY, TranscriptOptions(BOARD)),
        LEARNING_SET: transcript_of(small_rubric, log, TODAY, TranscriptOptions(LEARNING_SET)),
        "table": PlanTable(small_rubric, review),
        "comparison": comparison_document(build_comparison(small_rubric, [account, other]), TODAY),
        "set": learning_set_document(learning_set(small_rubric, [account, other], ["1A"]), TODAY),
    }
    for name, document in documents.items():
        for suffix, raw in bytes_of(document):
            assert SECRET.encode() not in raw, (name, suffix)
    assert SECRET not in account.model_dump_json()
    assert SECRET in transcript_of(small_rubric, log, TODAY, TranscriptOptions(OWN)).text
