"""All answers line by line, and reality checks.

It is imported by `interview`; it imports `line`, `presenters`, `report`, the package
`matbot.interview` and below.
"""
