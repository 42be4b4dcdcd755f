"""Widgets: they take plain values and report events in past-tense messages.

They are imported by `screens`, `web` and every page beside it; they import modules of `screens` such as its
keys and themes, no page, `presenters`, `services` and below.
"""
