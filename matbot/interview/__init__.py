"""The conversation: what is asked now, and which event an answer makes. Pure: it makes events and keeps none.

Screens and line mode draw the same turns. Whoever leads the conversation appends the events to the log and
makes a new `Interview` of it. It is imported by `report` and above; it imports `review`, `rubric` and `text`.
"""

from matbot.interview.choices import Choice
from matbot.interview.conversation import Interview
from matbot.interview.turns import Turn, Unclear

__all__ = ["Choice", "Interview", "Turn", "Unclear"]
