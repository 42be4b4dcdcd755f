"""What a text of a review is, marked on the models: what may be shown to whom follows from these marks.

A field of text says what it holds by its type: `PersonalWords` in place of `str`. Every text of every kind of
event, and of what is nested in it, has such a mark; a test fails where one has none. The marks are for
readers alone: what is kept in files stays a plain text.
"""

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

Marked = TypeVar("Marked", bound=BaseModel)


class Privacy(Enum):
    """What a field holds, and so who may read it."""

    WORDS = "words that people wrote, in which somebody may be named"
    NAME = "who somebody is: left out wherever people are"
    PRIVATE_NOTE = "words that are for the Full record alone where their author marked them private"
    TRUST = "the name of a trust, which every document says"
    IDENTIFIER = "a name that matbot gave, such as a code or an id"
    FIXED = "a text that nobody typed here, such as the framework's or a choice"
    GROUP_ONLY = "what a group keeps to itself: not for a learning set"


PersonalWords = Annotated[str, Privacy.WORDS]
PersonName = Annotated[str, Privacy.NAME]
PrivateNote = Annotated[str, Privacy.PRIVATE_NOTE]
TrustName = Annotated[str, Privacy.TRUST]
Identifier = Annotated[str, Privacy.IDENTIFIER]
FixedText = Annotated[str, Privacy.FIXED]

NAMES_STAND_IN = frozenset({Privacy.WORDS, Privacy.NAME, Privacy.PRIVATE_NOTE})
"""The marks of texts in which somebody may be named: a name that is left out is left out of each."""

NOT_IN_A_LEARNING_SET = frozenset({Privacy.NAME, Privacy.GROUP_ONLY})
"""The marks of fields that no other trust reads."""

A_PRIVATE_NOTE = "(private note)"
"""Stands for a private note where its words must not be known."""

Marks = frozenset[Privacy]


@cache
def marks_in(model: type[BaseModel]) -> dict[str, Marks]:
    """The marks of each field of a model, those of what stands in a tuple or under a key among them."""
    return {
        name: frozenset({*_marks_of(field.annotation), *filter(_is_mark, field.metadata)})
        for name, field in model.model_fields.items()
    }


def find_marked_texts(model: BaseModel, marks: Marks) -> list[str]:
    """The texts that a model itself has in fields with one of these marks."""
    found = (getattr(model, name) for name, there in marks_in(type(model)).items() if there & marks)
    return [text for text in found if isinstance(text, str)]


def with_texts(model: Marked, marks: Marks, change: Callable[[str], str]) -> Marked:
    """A model with every text changed that has one of these marks, in what is nested in it too."""

    def nested(inside: BaseModel) -> BaseModel:
        return with_texts(inside, marks, change)

    return _with_fields(
        model,
        lambda name, found: _map_nested(getattr(model, name), nested, change if found & marks else None),
    )


def without_fields(model: Marked, marks: Marks) -> Marked:
    """A model with every field empty that has one of these marks, in what is nested in it too."""

    def nested(inside: BaseModel) -> BaseModel:
        return without_fields(inside, marks)

    def field(name: str, found: Marks) -> Any:
        if not found & marks:
            return _map_nested(getattr(model, name), nested)
        info = type(model).model_fields[name]
        return "" if info.is_required() else info.get_default(call_default_factory=True)

    return _with_fields(model, field)


def without_private_notes(model: Marked) -> Marked:
    """A model without the words of a note that is marked private; that there is one can still be told."""
    is_private = getattr(model, "private", False)

    def field(name: str, found: Marks) -> Any:
        value = getattr(model, name)
        if Privacy.PRIVATE_NOTE in found:
            return A_PRIVATE_NOTE if is_private and value else value
        return _map_nested(value, without_private_notes)

    return _with_fields(model, field)


def _with_fields(model: Marked, field: Callable[[str, Marks], Any]) -> Marked:
    """A model with what `field` makes of each; the same one where that changes nothing.

    What is fixed stays: a framework in an event is nobody's words.
    """
    marks = marks_in(type(model)).items()
    news = {name: field(name, found) for name, found in marks if Privacy.FIXED not in found}
    news = {name: new for name, new in news.items() if new is not getattr(model, name)}
    return model.model_copy(update=news) if news else model


def _map_nested(
    value: Any, nested: Callable[[BaseModel], BaseModel], change: Callable[[str], str] | None = None
) -> Any:
    """A value with the models in it, and the texts if `change` is given, each in its own way.

    The value itself where that changes nothing.
    """
    if isinstance(value, str):
        return change(value) if change else value
    if isinstance(value, BaseModel):
        return nested(value)
    if isinstance(value, dict):
        new: Any = {key: _map_nested(inside, nested, change) for key, inside in value.items()}
        return value if all(new[key] is value[key] for key in value) else new
    if isinstance(value, list | tuple):
        new = type(value)(_map_nested(inside, nested, change) for inside in value)
        return value if all(one is other for one, other in zip(new, value, strict=True)) else new
    return value


def find_unmarked_fields(model: type[BaseModel]) -> list[str]:
    """The fields of text that have no mark, in a model and in what is nested in it: `NotNow.why`."""
    found: list[str] = []
    seen: set[type[BaseModel]] = set()
    waiting = [model]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        for name, field in one.model_fields.items():
            if not any(map(_classifies_text, field.metadata)):
                texts, models = _find_unmarked(field.annotation)
                found += [f"{one.__name__}.{name}"] * texts
                waiting += models
    return found


def _find_unmarked(kind: Any) -> tuple[bool, list[type[BaseModel]]]:
    """Whether a type holds texts without a mark, and the models in it."""
    if kind is str or kind is Any:
        return True, []
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return False, [kind]
    if get_origin(kind) is Literal or any(map(_classifies_text, getattr(kind, "__metadata__", ()))):
        return False, []
    inside = [_find_unmarked(one) for one in get_args(kind)]
    return any(texts for texts, _ in inside), [model for _, models in inside for model in models]


def _marks_of(kind: Any) -> Iterator[Privacy]:
    """The marks in a type, but for those of the keys of a mapping, which are codes and ids."""
    inside = get_args(kind)
    if get_origin(kind) is dict:
        inside = inside[1:]
    for one in inside:
        if _is_mark(one):
            yield one
        else:
            yield from _marks_of(one)


def _is_mark(value: Any) -> bool:
    return isinstance(value, Privacy)


def _classifies_text(value: Any) -> bool:
    """Whether it is a mark of what a text is, and not only of who may read the field."""
    return _is_mark(value) and value is not Privacy.GROUP_ONLY
