"""A row of the priorities table, as events and accounts hold it: what each of its fields is."""

from pydantic import BaseModel, ConfigDict

from matbot.review.privacy import Identifier, PersonalWords, PersonName


class PriorityRow(BaseModel):
    """What a row of the priorities table says. How its fields are called stands in `priority_fields`."""

    model_config = ConfigDict(frozen=True)

    priority: Identifier
    """Names the row, so that a later edit replaces it."""
    elements: tuple[Identifier, ...]
    """One, several, or none where people say the focus area in their own words alone."""
    focus: PersonalWords = ""
    """The focus area in people's own words, where its elements do not say it."""
    issues: PersonalWords = ""
    """What were the key issues identified?"""
    action: PersonalWords = ""
    """What do we need to do about it as a trust?"""
    progress: PersonalWords = ""
    """What progress do we want to see in the next 12 months?"""
    success_measure: PersonalWords = ""
    milestones: PersonalWords = ""
    """What is to be seen on the way, and by when."""
    lead: PersonName = ""
    next_look: PersonalWords = ""
