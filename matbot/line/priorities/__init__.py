"""The priorities line by line: chosen, edited field by field, deferred, and written as a table.

It is imported by `interview`; it imports `line` and the page `transcript` beside it, `presenters`, `report`
and below.
"""
