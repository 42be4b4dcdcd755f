"""What a text of a review is, marked on the models: what may be shown to whom follows from these marks.

A field of text says what it holds by its type: `PersonalWords` in place of `str`. Every text of every kind of
reply, and of what is nested in it, has such a mark; a test fails where one has none. The marks are for
readers alone: what is kept in files stays a plain text.
"""

from enum import Enum
from typing import Annotated


class Privacy(Enum):
    """What a field holds, and so who may read it."""

    WORDS = "words that people wrote, in which somebody may be named"
    NAME = "who somebody is: left out wherever people are"
    PRIVATE_NOTE = "words that are for the own edition alone where their author marked them private"
    TRUST = "the name of a trust, which every document says"
    IDENTIFIER = "a name that matbot gave, such as a code or an id"
    FIXED = "a text that nobody typed here, such as the framework's or a choice"
    GROUP_ONLY = "what a group keeps to itself: not for a learning set"


PersonalWords = Annotated[str, Privacy.WORDS]
PersonName = Annotated[str, Privacy.NAME]
PrivateNote = Annotated[str, Privacy.PRIVATE_NOTE]
TrustName = Annotated[str, Privacy.TRUST]
Identifier = Annotated[str, Privacy.IDENTIFIER]
FixedText = Annotated[str, Privacy.FIXED]
