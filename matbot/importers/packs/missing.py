"""Find what was deleted from a pack since it was produced: rows, questions or whole elements."""

from collections.abc import Collection, Iterator

from matbot.report.pack import MARK, WORDS, YOUR_RATING, rating_labels
from matbot.rubric import Element, Rubric
from matbot.text import in_words

Present = Collection[tuple[str, str]]
"""The fields a pack has, as pairs of place (a question id or element code) and label."""


def missing(rubric: Rubric, present: Present, promised: Collection[str]) -> Iterator[str]:
    """Yield a line for each element with missing parts; `promised` are the elements its title names."""
    seen = {place for place, _ in present}
    for element in rubric.elements.values():
        questions = {question.id for question in element.questions}
        if not seen & {element.code, *questions}:
            if element.code in promised:
                yield f"{element.code}: nothing of it was found in the file, and the title names it."
        elif lost := list(_find_missing(rubric, element, present)):
            were = "was" if len(lost) == 1 else "were"
            yield f"{element.code}: {in_words(lost)} {were} not found in the file."


def _find_missing(rubric: Rubric, element: Element, present: Present) -> Iterator[str]:
    for question in element.questions:
        yield from _missing_names(f"({question.numeral})", question.id, (MARK, WORDS), present)
    yield from _missing_names(YOUR_RATING, element.code, rating_labels(rubric), present)


def _missing_names(name: str, place: str, labels: Collection[str], present: Present) -> Iterator[str]:
    """The name of a place if all its fields are missing, or the names of the fields that are."""
    lost = [label for label in labels if (place, label) not in present]
    if len(lost) == len(labels):
        yield name
    else:
        yield from (label if name == YOUR_RATING else f"{name} {label}" for label in lost)
