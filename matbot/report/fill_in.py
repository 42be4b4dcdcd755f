"""How a form is filled in, which depends on the format it is written in."""

from enum import Enum


class FillIn(Enum):
    """How people fill in a form: in the cells of tables, on labelled lines, or by hand on paper."""

    CELLS = "cells"
    LINES = "lines"
    PAPER = "paper"
