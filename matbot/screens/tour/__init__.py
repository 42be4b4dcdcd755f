"""A two-minute tour: the real pages over sample reviews, which are deleted afterwards.

It is imported by the app in `screens` when somebody takes the tour; it imports `screens`, `widgets` and the
pages `compare`, `interview` and `transcript` beside it, `demo`, `services` and below.
"""

from matbot.screens.tour.tour import Tour

__all__ = ["Tour"]
