"""The transcript of a review: reading it and writing it to a file.

It is imported by `interview`, `compare` and `tour`; it imports `screens`, `widgets`, `presenters`, `services`
and below.
"""
