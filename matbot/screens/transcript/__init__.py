"""The transcript of a review, read and written to a file.

It is imported by `interview`, `compare` and `tour`; it imports `screens`, `widgets`, `presenters`, `services`
and below.
"""
