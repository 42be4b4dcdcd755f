"""Line mode: the app as plain lines of text, for screen readers, pipes and slow connections.

Each page has a subpackage.

It is imported by `cli` and `demo`; it imports `presenters`, `services` and below.
"""

from matbot.line.input import ReadLine, WriteText, at_terminal, from_lines
from matbot.line.interview.loop import run_line_mode
from matbot.line.mode import LineMode

__all__ = ["LineMode", "ReadLine", "WriteText", "at_terminal", "from_lines", "run_line_mode"]
