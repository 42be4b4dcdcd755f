"""The labels that stand before what people said, alike on every page and in every document."""

from matbot.review.unrated import BUT_LEFT_OUT

PARKED = "Parked to come back to"
"""Said before the places of the review that are parked."""

PARKED_LEFT_OUT = f"Parked, {BUT_LEFT_OUT}"
"""Said before the places that are parked in elements which the review leaves out."""

REASON = "Because"
"""Said before why a question does not apply."""

NOTE = "Note"
PRIVATE_NOTE = "Private note"

EVIDENCE = "Key evidence"
"""Said before what people named as evidence for a rating."""

NO_EVIDENCE = "No key evidence given"
NO_RATIONALE = "No rationale given"
NO_REASON = "No reason given"
"""What stands in the place of words that nobody gave."""
