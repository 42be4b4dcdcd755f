"""A review's file has a name that every system takes, whatever the trust is called."""

import pytest

from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store.workspace import Workspace

NAMES = {
    "../../x": "x",
    "C:\\x": "c-x",
    "CON": "con-review",
    "a:b": "a-b",
    "😀🏫": "review",
    "": "review",
    "..": "review",
    "nul.txt": "nul-txt",
    "Š\u0301koly": "skoly",
    "x" * 500: "x" * 60,
    " a/b ": "a-b",
}


@pytest.mark.parametrize(("trust", "stem"), NAMES.items(), ids=lambda value: str(value)[:12])
def test_any_trust_has_a_file_that_every_system_takes(
    workspace: Workspace,
    small_rubric: Rubric,
    opened: ReviewOpened,
    scoped: ScopeChosen,
    trust: str,
    stem: str,
) -> None:
    """Its name is safe and at most 60 bytes; what it is called inside is as it was typed."""
    named = opened.model_copy(update={"trust": trust, "group": ""})
    with workspace.create(small_rubric, named, scoped) as review:
        assert review.path == workspace.reviews / f"{stem}-2026-03-abcd2345.matbot.json"
    listed = workspace.list_reviews()[0].header
    assert listed
    assert listed.trust == trust
