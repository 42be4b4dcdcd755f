"""The labels of what people marked to come back to."""

from matbot.review.unrated import BUT_LEFT_OUT

PARKED = "Parked to come back to"
"""Said before the places of the review that are parked."""

PARKED_LEFT_OUT = f"Parked, {BUT_LEFT_OUT}"
"""Said before the places that are parked in elements which the review leaves out."""
