"""The priorities of a review: chosen, edited, deferred, and written as a table.

It is imported by `interview` and `answers`; it imports `screens`, `widgets`, `presenters`, `report`, `store`
and below.
"""
