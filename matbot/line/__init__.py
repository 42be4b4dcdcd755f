"""The app line by line, a subpackage for each page: for screen readers, pipes and slow connections.

The command line and the demo import it; it imports presenters, services and what is below them.
"""

from matbot.line.input import ReadLine, WriteText, at_terminal, from_lines
from matbot.line.interview.loop import run_line_mode
from matbot.line.mode import LineMode

__all__ = ["LineMode", "ReadLine", "WriteText", "at_terminal", "from_lines", "run_line_mode"]
