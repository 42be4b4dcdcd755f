"""What unit tests share."""

import pytest

from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.store.workspace import Workspace
from tests.speaking import at_home


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    """The framework version that ships, read once."""
    return find()


@pytest.fixture
def two(workspace: Workspace) -> Workspace:
    """A workspace with the reviews of two groups that rated one element apart: Heads is 2, Board is 1."""
    at_home(workspace, "new", "Northfields", "Heads", "", "1A", "", "g", "1", "Too weak", "Minutes")
    at_home(workspace, "new", "", "", "Board", "", "1A,1B", "", "g", "4", "Strong", "")
    return workspace
