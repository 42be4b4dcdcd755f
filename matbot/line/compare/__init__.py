"""The line-mode page that compares reviews.

It is imported by `home`; it imports `line` and the pages `new_review` and `transcript` beside it,
`presenters`, `services` and below.
"""
