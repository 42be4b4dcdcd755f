"""A review as its event log, and everything that pure functions derive from that log.

It is imported by `interview` and above; it imports `rubric` and `text`.
"""
