"""The same conversation line by line, and all that is round it: for a screen reader, a pipe, a slow line."""

from matbot.line.input import Hear, Out, at_terminal, from_lines
from matbot.line.interview.loop import run_line_mode
from matbot.line.mode import LineMode

__all__ = ["Hear", "LineMode", "Out", "at_terminal", "from_lines", "run_line_mode"]
