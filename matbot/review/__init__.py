"""A review as the log of its events, and everything that is a pure function of that log.

It is imported by `interview` and above; it imports `rubric` and `text`.
"""
