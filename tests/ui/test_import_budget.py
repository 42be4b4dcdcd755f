"""What is read in before home stands: counted in modules, which no machine and no other program changes."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import Make

TO_HOME = Path(__file__).parents[2] / "benchmarks" / "to_home.py"

MODULES = 43
"""How many modules home may need that an empty Textual app does not: there are 43 of them.

Two are `matbot.commands` and `matbot.commands.home`, which declare its keys for all who need to know them;
one keeps input in its order, and one bounds how deeply the head of a file may nest. Two are
`matbot.presenters` and its `review_list`, which says of a listed review what line mode and `matbot list` say.
One is the package of the home page, one keeps the list of reviews in order, and one shows moments as the
clock here does.
"""

NOT_YET = (
    "click",
    "pydantic",
    "tinydb",
    "markdown_it",
    "docx",
    "filelock",
    "hashlib",
    "importlib.metadata",
    "matbot.rubric",
    "matbot.interview",
    "matbot.report",
    "matbot.line",
    "matbot.store.review_file",
    "matbot.screens.interview.interview",
)
"""What the first picture does without: commands, checks, the store's tables, frameworks, documents."""


def read_in(workspace: str = "") -> set[str]:
    """The modules there are once home, or an app of one label, was painted."""
    command = [sys.executable, str(TO_HOME), *([workspace] if workspace else [])]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@cache
def _for_one_label() -> set[str]:
    return read_in()


def test_home_needs_little_more_than_an_empty_app(make_app: Make, talk: Talk, workspace: Workspace) -> None:
    """With a review in the list: whoever adds a module to the start raises this number, and says why."""
    make_app(talk.say("", "1", "A note"))
    more = read_in(str(workspace.root)) - _for_one_label()
    assert len(more) <= MODULES, sorted(more)


def test_home_does_without_all_that_is_heavy(make_app: Make, talk: Talk, workspace: Workspace) -> None:
    """Not even a part of it: each is read in when somebody first asks for it."""
    make_app(talk.say("", "1", "A note"))
    found = read_in(str(workspace.root))
    assert [name for name in NOT_YET if any(one == name or one.startswith(f"{name}.") for one in found)] == []
