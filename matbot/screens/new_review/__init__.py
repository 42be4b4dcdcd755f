"""The form for a new review, also one that follows an earlier one or brings groups together.

It is imported by `home`, `compare` and `packs`; it imports `screens`, `widgets` and the page `frameworks`
beside it, `presenters`, `services` and below.
"""
