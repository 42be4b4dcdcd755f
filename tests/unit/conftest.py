"""What unit tests share."""

import pytest

from matbot.rubric import Rubric
from matbot.rubric.library import find


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    """The edition that ships, read once."""
    return find()
