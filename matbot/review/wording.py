"""Compares the wording of framework versions, to decide whether their answers can be compared."""

from typing import Literal

from matbot.review.account import Account
from matbot.rubric import Rubric
from matbot.rubric.places import code_of

Wording = Literal["comparable", "reworded", "new", "not in the earlier edition", "on another scale"]
"""How an element's questions relate to those of another framework version: `new` if some were added."""


def format_wording(wording: Wording) -> str:
    """Format how the questions of an element relate to those of another framework version, for people."""
    return wording.replace("edition", "framework version")  # files and other programs have the older word


def wording_of(rubric: Rubric, account: Account, code: str) -> Wording:
    """Return how the questions of an element relate to those that an account answered."""
    now = {question.id: rubric.words[question.id] for question in rubric.elements[code].questions}
    then = {id_: words for id_, words in account.words.items() if code_of(id_) == code}
    if not then:
        return "not in the earlier edition"
    if account.scale != tuple(rubric.levels):
        return "on another scale"
    if now == then:
        return "comparable"
    return "new" if now.keys() - then.keys() and then.items() <= now.items() else "reworded"


def is_same_wording(rubric: Rubric, account: Account, question: str) -> bool:
    """Return whether a question of an account has the same wording now."""
    return account.words.get(question) == rubric.words[question]


def find_removed_elements(rubric: Rubric, account: Account) -> list[str]:
    """Return the codes of the elements of an account that this framework version does not have."""
    return [code for code in account.elements if code not in rubric.elements]
