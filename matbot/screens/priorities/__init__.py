"""The priorities of a review: chosen, edited, deferred, and written as a table.

It is imported by `answers`; it imports `screens`, `widgets`, `presenters`, `report`, `store` and below.
"""
