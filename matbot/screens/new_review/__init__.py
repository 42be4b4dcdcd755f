"""The form for a new review, including follow-up and joint reviews.

It is imported by `home`, `compare` and `packs`; it imports `screens`, `widgets` and the page `frameworks`
beside it, `presenters`, `services` and below.
"""
