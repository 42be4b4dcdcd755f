"""Framework versions: reading, importing and checking them, and moving a review to another one.

It is imported by `home`, `interview` and `new_review`; it imports `screens`, `widgets`, `presenters`,
`services` and below.
"""
