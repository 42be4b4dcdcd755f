"""A new review asked for line by line.

It is imported by `home` and `compare`; it imports `line` and the page `frameworks` beside it, `presenters`,
`services` and below.
"""
