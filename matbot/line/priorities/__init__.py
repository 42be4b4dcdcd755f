"""The priorities page of line mode: choosing, editing and deferring, and exporting the table.

It is imported by `interview`; it imports `line` and the page `transcript` beside it, `presenters`, `report`
and below.
"""
