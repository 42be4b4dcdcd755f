"""Framework versions line by line, and a review moved from one to another.

It is imported by `home`, `interview` and `new_review`; it imports `line` and the page `transcript` beside it,
`presenters`, `services` and below.
"""
