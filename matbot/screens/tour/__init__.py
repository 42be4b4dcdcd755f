"""A tour of two minutes: the real pages over sample reviews, of which nothing is left afterwards.

The app imports it when somebody takes the tour; it imports the pages, the demo and what is below them.
"""

from matbot.screens.tour.tour import Tour

__all__ = ["Tour"]
