"""Labels for what people said, the same on every page and in every document."""

from matbot.review.unrated import BUT_LEFT_OUT

PARKED = "Parked to come back to"
"""The label of the parked places of the review."""

PARKED_LEFT_OUT = f"Parked, {BUT_LEFT_OUT}"
"""The label of the parked places in elements that the review leaves out."""

REASON = "Because"
"""The label of the reason why a question does not apply."""

NOTE = "Note"
PRIVATE_NOTE = "Private note"

EVIDENCE = "Key evidence"
"""The label of the key evidence for a rating."""

NO_EVIDENCE = "No key evidence given"
NO_RATIONALE = "No rationale given"
NO_REASON = "No reason given"
"""Shown in place of text that nobody entered, as are the two above."""
