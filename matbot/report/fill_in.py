"""How a form is filled in, which depends on the format that it is written in."""

from enum import Enum


class FillIn(Enum):
    """How a form is filled in once it is written in a format."""

    CELLS = "cells"
    LINES = "lines"
    PAPER = "paper"
