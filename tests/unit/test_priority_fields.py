"""The fields of a priority: each is declared once, and stands wherever priorities are written or shown."""

from dataclasses import fields

import click
import pytest

from matbot.cli.priorities import priority
from matbot.line.priorities.priority_fields import FIELD_NAMES, find_field
from matbot.report.blocks import Table
from matbot.report.fill_in import FillIn
from matbot.report.plan import deferred_table
from matbot.report.plan_export import PlanTable
from matbot.report.shapes import review_shape
from matbot.review.account import LeftAccount, PriorityAccount
from matbot.review.events import ElementDeferred, Event, PriorityWritten
from matbot.review.priorities import has_own_words
from matbot.review.priority_fields import COLUMNS, DEFERRED, WRITTEN, PriorityField
from matbot.review.priority_row import PriorityRow
from matbot.rubric import Rubric
from matbot.screens.priorities.priority_form import DeferForm, PriorityForm
from tests.talk import Talk

NAMES = [field.name for field in WRITTEN]


def test_the_model_has_the_fields_that_are_declared_and_no_other() -> None:
    """In the same order, in an event and in an account."""
    for model in (PriorityRow, PriorityWritten, PriorityAccount):
        there = [name for name in model.model_fields if name in PriorityRow.model_fields]
        assert there == ["priority", "elements", *NAMES]


@pytest.mark.parametrize("name", ["name", "word", "label"])
def test_no_two_fields_are_called_the_same(name: str) -> None:
    """Whoever types it means one of them."""
    given = [getattr(field, name) for field in WRITTEN]
    assert len({*given}) == len(given)
    assert name in {one.name for one in fields(PriorityField)}


@pytest.mark.parametrize("field", WRITTEN, ids=lambda field: field.name)
def test_a_field_can_be_written_wherever_priorities_are(field: PriorityField) -> None:
    """On the form, in line mode by its word and each other word, and as an option."""
    assert field.name in [one.name for one in PriorityForm.FIELDS]
    assert field.word in FIELD_NAMES
    assert {find_field(word) for word in (field.word, *field.aliases)} == {field.name}
    options = [option for one in priority.params if isinstance(one, click.Option) for option in one.opts]
    assert field.flag in options


@pytest.mark.parametrize("field", WRITTEN, ids=lambda field: field.name)
def test_what_is_written_in_a_field_stands_in_the_table_and_in_what_programs_read(
    rubric: Rubric, field: PriorityField
) -> None:
    """And it counts as people's own words."""
    talk = Talk(rubric, ["1A"])
    row = PriorityWritten(priority="a", elements=("1A",), **{field.name: "Xylophone"})
    talk.log += [row]
    review = talk.interview.review
    table = PlanTable(rubric, review)
    assert has_own_words(row)
    assert review_shape(rubric, review)["priorities"][0][field.name] == "Xylophone"
    assert b"Xylophone" in table.render("csv")
    (shown,) = (block for block in table.report_in(FillIn.PAPER).blocks if isinstance(block, Table))
    assert shown.columns == ("Focus area", *(one.label for one in COLUMNS))
    assert "Xylophone" in repr(shown.rows)


def test_what_is_written_of_a_deferred_element_is_declared_and_nothing_else() -> None:
    """On the event and in an account, in the same order, after the element."""
    for model in (ElementDeferred, LeftAccount):
        there = [name for name in model.model_fields if name not in {*Event.model_fields, "kind"}]
        assert there == ["element", *(field.name for field in DEFERRED)]


def test_a_deferred_element_is_asked_about_and_shown_in_the_declared_words(rubric: Rubric) -> None:
    """On the form, by options, and in documents, where a gap says what it waits for."""
    assert [(one.name, one.label) for one in DeferForm.FIELDS] == [
        (field.name, field.question) for field in DEFERRED
    ]
    options = {one.opts[0]: one.help for one in priority.params if isinstance(one, click.Option)}
    assert all(options[field.flag] == field.help for field in DEFERRED)
    table = deferred_table(rubric, (ElementDeferred(element="1A"),), "Left")
    assert table.columns == ("Element", *(field.label for field in DEFERRED))
    assert table.rows[0][1:] == ("No reason given", "To be agreed", "To be agreed")
