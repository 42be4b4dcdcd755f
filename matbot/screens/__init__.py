"""Textual screens, with a subpackage for each page: they turn keys into events and render view models.

They are imported by `cli` and `web`; they import `demo`, for the tour, `presenters`, `services` and below.
"""
