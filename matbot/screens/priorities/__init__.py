"""The priorities of a review: choosing, editing and deferring them, and exporting them as a table.

It is imported by `interview` and `answers`; it imports `screens`, `widgets`, `presenters`, `report`, `store`
and below.
"""
