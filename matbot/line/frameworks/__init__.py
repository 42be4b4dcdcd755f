"""Framework versions in line mode: listing and importing them, and moving a review from one to another.

It is imported by `home`, `interview` and `new_review`; it imports `line` and the page `transcript` beside it,
`presenters`, `services` and below.
"""
