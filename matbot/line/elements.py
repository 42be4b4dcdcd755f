"""Parsers for the numbers, element codes and names that people type in a line."""

from collections.abc import Callable, Sequence

from matbot.interview import Unclear
from matbot.line.talk import Talk
from matbot.review.names import remove_repeats
from matbot.rubric import Rubric
from matbot.rubric.places import split_codes
from matbot.text import clean_name, in_words, shortened


def parse_codes(rubric: Rubric, typed: str) -> tuple[str, ...]:
    """Parse element codes separated by commas or spaces.

    Returns:
        The codes in the order of the framework.

    Raises:
        Unclear: No code was typed, or one that the framework does not have.

    """
    known = {code.casefold(): code for code in rubric.elements}
    typed_codes = [code.casefold() for code in split_codes(typed)]
    unknown = [word for word in typed_codes if word not in known]
    if unknown or not typed_codes:
        first, *_, last = (*rubric.elements, *rubric.elements)
        ask = f"There is no element {shortened(unknown[0], 20).upper()}." if unknown else "Which element?"
        raise Unclear(f"{ask} They run from {first} to {last}, with commas between.")
    return tuple(code for code in rubric.elements if code.casefold() in typed_codes)


def parse_number(typed: str, count: int) -> int | None:
    """Parse a number from 1 to `count` into an index from 0; None if it is not such a number."""
    word = typed.strip()
    number = int(word) if word.isdecimal() and len(word) < 9 else 0
    return number - 1 if 1 <= number <= count else None


def build_elements_parser(
    rubric: Rubric, there: Sequence[str], usual: tuple[str, ...]
) -> Callable[[str], tuple[str, ...]]:
    """Build a parser for element codes that accepts only some of the framework's elements.

    Args:
        rubric: The framework version.
        there: The codes that are accepted.
        usual: The codes that an empty line stands for.

    Returns:
        A parser that raises `Unclear` for any other code.

    """

    def parse(typed: str) -> tuple[str, ...]:
        codes = parse_codes(rubric, typed) if typed else usual
        outside = [code for code in codes if code not in there]
        if outside:
            raise Unclear(f"{outside[0]} is not in it. It is about {', '.join(there)}.")
        return codes

    return parse


def parse_names(typed: str) -> tuple[str, ...]:
    """Parse names separated by commas, without duplicates; upper and lower case are the same."""
    names = (clean_name(part) for part in typed.split(","))
    return tuple({name.casefold(): name for name in names if name}.values())


def ask_names(talk: Talk, known: Sequence[str], *, leaves_in: bool = False) -> tuple[str, ...]:
    """Ask which names to leave out of a document.

    Args:
        talk: The conversation to ask in.
        known: The names that matbot knows from the review.
        leaves_in: Whether names stay in unless the user types them. By default the known names are
            left out as well, unless the user types `none`.

    Returns:
        The names to leave out.

    """
    listed = in_words([shortened(name, 60) for name in known]) if known else ""
    enter, none = "Enter leaves all in", ""
    if known and leaves_in:
        none = f" Known by name here: {listed}."
    elif known:
        enter, none = f"Enter leaves out {listed}", " none leaves all in."
    question = f"Which names are to be left out? {enter}; or put commas between, such as Jo, Sam.{none}"
    typed = talk.ask(question, parse_names)
    if [name.casefold() for name in typed] == ["none"]:
        return ()
    return typed if leaves_in else tuple(remove_repeats([*typed, *known]))
