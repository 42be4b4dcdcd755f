"""The conversation: what is asked now, and what an answer does. Pure: it makes replies and keeps none.

Screens and line mode draw the same turns. Whoever leads the conversation appends the replies to the
log and makes a new `Interview` of it; nothing else says where it stands.
"""

from matbot.interview.choices import Choice
from matbot.interview.conversation import Interview
from matbot.interview.turns import Turn, Unclear

__all__ = ["Choice", "Interview", "Turn", "Unclear"]
