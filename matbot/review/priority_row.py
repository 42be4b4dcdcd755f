"""A row of the priorities table, as events and accounts store it, with the privacy mark of each field."""

from pydantic import BaseModel, ConfigDict

from matbot.review.privacy import Identifier, PersonalWords, PersonName


class PriorityRow(BaseModel):
    """A row of the priorities table. The labels of its fields are in `priority_fields`."""

    model_config = ConfigDict(frozen=True)

    priority: Identifier
    """The id of the row, by which a later edit replaces it."""
    elements: tuple[Identifier, ...]
    """One, several, or none if the focus area is only given in people's own words."""
    focus: PersonalWords = ""
    """The focus area in people's own words, if its elements do not say it."""
    issues: PersonalWords = ""
    """What were the key issues identified?"""
    action: PersonalWords = ""
    """What do we need to do about it as a trust?"""
    progress: PersonalWords = ""
    """What progress do we want to see in the next 12 months?"""
    success_measure: PersonalWords = ""
    milestones: PersonalWords = ""
    """What should be seen on the way, and by when."""
    lead: PersonName = ""
    next_look: PersonalWords = ""
