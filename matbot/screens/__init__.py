"""The screens, a subpackage for each page: they turn keys into events, and lay out what presenters say.

They are imported by `cli` and `web`; they import `demo`, for the tour, `presenters`, `services` and below.
"""
