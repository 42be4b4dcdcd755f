"""Questions about who is completing a review: the trust, the group and the number of people."""

from collections.abc import Callable

from matbot.interview import Unclear
from matbot.line.talk import Talk
from matbot.presenters.new_review import NO_PEOPLE, NO_TRUST, parse_people
from matbot.text import LONGEST_NAME, clean_name, shortened


def ask_trust(talk: Talk, usual: str = "") -> str:
    """Ask for the name of the trust; an empty line means `usual`, if there is one."""
    default_text = f" Enter takes {shortened(usual, 60)}." if usual else ""

    def parse(typed: str) -> str:
        name = _fit_name(talk, typed) or usual
        if not name:
            raise Unclear(NO_TRUST.words)
        return name

    return talk.ask(f"What is your trust called, such as Northfields Learning Trust?{default_text}", parse)


def ask_group(talk: Talk, usual: str = "") -> str:
    """Ask who is completing the review; an empty line means `usual`, and the result may be empty."""
    default_text = f"Enter takes {shortened(usual, 60)}." if usual else "Enter leaves that open."
    return talk.ask(
        f"Who is completing this review, such as Headteachers? {default_text}",
        lambda typed: _fit_name(talk, typed) or usual,
    )


def ask_people(talk: Talk, usual: int = 1) -> int:
    """Ask how many people are completing the review; an empty line means `usual`."""
    default_text = "one" if usual == 1 else str(usual)
    return talk.ask(
        f"How many are you, such as 4? More than one show hands. Enter takes {default_text}.",
        _build_people_parser(usual),
    )


def _build_people_parser(usual: int) -> Callable[[str], int]:
    def parse(typed: str) -> int:
        if not typed:
            return usual
        people = parse_people(typed)
        if people is None:
            raise Unclear(NO_PEOPLE.words)
        return people

    return parse


def _fit_name(talk: Talk, typed: str) -> str:
    """Return a name as it is saved; if it is too long, say that its end is cut off."""
    if len(typed) > LONGEST_NAME:
        talk.say(f"That is longer than {LONGEST_NAME} characters: its beginning is kept, not the rest.")
    return clean_name(typed)
