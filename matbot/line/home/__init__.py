"""The home page of line mode: the list of reviews, everything that starts from it, and copies of a review.

It is imported by `cli`; it imports `line` and the pages `compare`, `frameworks`, `interview`, `new_review`,
`packs` and `transcript` beside it, `presenters`, `services` and below.
"""
