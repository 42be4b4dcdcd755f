"""Whether two framework versions ask the same, so that their answers can be compared."""

from typing import Literal

from matbot.review.account import Account
from matbot.rubric import Rubric
from matbot.rubric.places import code_of

Wording = Literal["comparable", "reworded", "new", "not in the earlier edition", "on another scale"]
"""How an element's questions stand to those of another framework: `new` where it has more of them now."""


def format_wording(wording: Wording) -> str:
    """How the questions of an element stand to those of another framework version, as people read it."""
    return wording.replace("edition", "framework version")  # files and other programs have the older word


def wording_of(rubric: Rubric, account: Account, code: str) -> Wording:
    """How the questions of an element stand to those that an account answered."""
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
    """Whether a question was asked in the same words."""
    return account.words.get(question) == rubric.words[question]


def find_removed_elements(rubric: Rubric, account: Account) -> list[str]:
    """The codes of elements that an account speaks of and this framework version does not have."""
    return [code for code in account.elements if code not in rubric.elements]
