"""Privacy marks on the fields of models, from which it follows what may be shown to whom.

A text field declares what it holds by its type: `PersonalWords` instead of `str`. Every text of every kind of
event, and of the models nested in it, has such a mark; a test fails if one has none. The marks only matter
when a model is read: files store plain text.
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
"""The marks of texts in which somebody may be named, from all of which names are removed."""

NOT_IN_A_LEARNING_SET = frozenset({Privacy.NAME, Privacy.GROUP_ONLY})
"""The marks of fields that no other trust may read."""

A_PRIVATE_NOTE = "(private note)"
"""Replaces the words of a private note that must not be shown."""

Marks = frozenset[Privacy]


@cache
def marks_in(model: type[BaseModel]) -> dict[str, Marks]:
    """Return the marks of each field of a model, including those of the values in tuples and mappings."""
    return {
        name: frozenset({*_marks_of(field.annotation), *filter(_is_mark, field.metadata)})
        for name, field in model.model_fields.items()
    }


def find_marked_texts(model: BaseModel, marks: Marks) -> list[str]:
    """Return the texts of a model's own fields that have one of these marks."""
    found = (
        getattr(model, name) for name, field_marks in marks_in(type(model)).items() if field_marks & marks
    )
    return [text for text in found if isinstance(text, str)]


def with_texts(model: Marked, marks: Marks, change: Callable[[str], str]) -> Marked:
    """Apply `change` to every text with one of these marks, in a model and in the models nested in it."""

    def nested(inside: BaseModel) -> BaseModel:
        return with_texts(inside, marks, change)

    return _with_fields(
        model,
        lambda name, found: _map_nested(getattr(model, name), nested, change if found & marks else None),
    )


def without_fields(model: Marked, marks: Marks) -> Marked:
    """Empty every field with one of these marks, in a model and in the models nested in it."""

    def nested(inside: BaseModel) -> BaseModel:
        return without_fields(inside, marks)

    def field(name: str, found: Marks) -> Any:
        if not found & marks:
            return _map_nested(getattr(model, name), nested)
        info = type(model).model_fields[name]
        return "" if info.is_required() else info.get_default(call_default_factory=True)

    return _with_fields(model, field)


def without_private_notes(model: Marked) -> Marked:
    """Replace the words of private notes in a model; the placeholder still shows that there is a note."""
    is_private = getattr(model, "private", False)

    def field(name: str, found: Marks) -> Any:
        value = getattr(model, name)
        if Privacy.PRIVATE_NOTE in found:
            return A_PRIVATE_NOTE if is_private and value else value
        return _map_nested(value, without_private_notes)

    return _with_fields(model, field)


def _with_fields(model: Marked, field: Callable[[str, Marks], Any]) -> Marked:
    """Replace each field by what `field` returns for its name and marks; the same model if nothing changes.

    Fields marked as fixed are left alone: the framework version in an event is nobody's words.
    """
    marks = marks_in(type(model)).items()
    changes = {name: field(name, found) for name, found in marks if Privacy.FIXED not in found}
    changes = {name: new for name, new in changes.items() if new is not getattr(model, name)}
    return model.model_copy(update=changes) if changes else model


def _map_nested(
    value: Any, nested: Callable[[BaseModel], BaseModel], change: Callable[[str], str] | None = None
) -> Any:
    """Apply `nested` to the models in a value, and `change`, if it is not None, to its texts.

    The value itself is returned if nothing changes.
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
        return value if all(before is after for before, after in zip(new, value, strict=True)) else new
    return value


def find_unmarked_fields(model: type[BaseModel]) -> list[str]:
    """Find text fields without a mark, in a model and in the models nested in it: `ElementDeferred.why`."""
    found: list[str] = []
    seen: set[type[BaseModel]] = set()
    pending = [model]
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        for name, field in current.model_fields.items():
            if not any(map(_classifies_text, field.metadata)):
                texts, models = _find_unmarked(field.annotation)
                found += [f"{current.__name__}.{name}"] * texts
                pending += models
    return found


def _find_unmarked(kind: Any) -> tuple[bool, list[type[BaseModel]]]:
    """Return whether a type holds texts without a mark, and the models in it."""
    if kind is str or kind is Any:
        return True, []
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return False, [kind]
    if get_origin(kind) is Literal or any(map(_classifies_text, getattr(kind, "__metadata__", ()))):
        return False, []
    inside = [_find_unmarked(part) for part in get_args(kind)]
    return any(texts for texts, _ in inside), [model for _, models in inside for model in models]


def _marks_of(kind: Any) -> Iterator[Privacy]:
    """Yield the marks in a type, except those of the keys of a mapping, which are codes and ids."""
    inside = get_args(kind)
    if get_origin(kind) is dict:
        inside = inside[1:]
    for part in inside:
        if _is_mark(part):
            yield part
        else:
            yield from _marks_of(part)


def _is_mark(value: Any) -> bool:
    return isinstance(value, Privacy)


def _classifies_text(value: Any) -> bool:
    """Return whether a value is a mark of what a text holds, and not only of who may read the field."""
    return _is_mark(value) and value is not Privacy.GROUP_ONLY
