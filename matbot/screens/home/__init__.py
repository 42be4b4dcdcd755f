"""The home page: the list of reviews, how it is kept in order, and the ways to begin or bring in a review.

It is imported by the app in `screens`; it imports `screens`, `widgets` and the pages `answers`, `compare`,
`frameworks`, `new_review` and `packs` beside it, `presenters`, `services` and below.
"""
