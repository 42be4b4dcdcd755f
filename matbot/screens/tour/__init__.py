"""A tour of two minutes: the real pages over sample reviews, of which nothing is left afterwards."""

from matbot.screens.tour.tour import Tour

__all__ = ["Tour"]
