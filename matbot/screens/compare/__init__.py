"""Comparison of reviews: the choice, the opened grid, one element at a time, and the learning-set summary.

It is imported by `home` and `tour`; it imports `screens`, `widgets` and the pages `new_review` and
`transcript` beside it, `presenters`, `services` and below.
"""
