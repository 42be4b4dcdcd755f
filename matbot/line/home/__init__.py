"""Home line by line: the reviews there are, everything that begins here, and the copies of a review.

It is imported by `cli`; it imports `line` and the pages `compare`, `frameworks`, `interview`, `new_review`,
`packs` and `transcript` beside it, `presenters`, `services` and below.
"""
