"""Framework versions: read, imported, checked, and a review moved from one to another.

It is imported by `home`, `interview` and `new_review`; it imports `screens`, `widgets`, `presenters`,
`services` and below.
"""
