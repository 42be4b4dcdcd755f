"""The home page: the list of reviews, its housekeeping, and the ways to begin or add a review.

It is imported by the app in `screens`; it imports `screens`, `widgets` and the pages `answers`, `compare`,
`frameworks`, `new_review` and `packs` beside it, `presenters`, `services` and below.
"""
