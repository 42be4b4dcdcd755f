"""The conversation: the current turn, and the event that an answer makes. Pure: it stores no event.

Screens and line mode render the same turns. The caller appends the events to the log and builds a new
`Interview` from it. It is imported by `report` and above; it imports `review`, `rubric` and `text`.
"""

from matbot.interview.choices import Choice
from matbot.interview.conversation import Interview
from matbot.interview.turns import Turn, Unclear

__all__ = ["Choice", "Interview", "Turn", "Unclear"]
