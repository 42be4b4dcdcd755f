"""A review as the log of its events, and everything that is a pure function of that log.

Every package that knows reviews imports it; it imports `matbot.rubric` and `matbot.text` alone.
"""
