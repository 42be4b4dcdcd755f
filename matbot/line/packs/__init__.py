"""Workshop packs line by line: one to fill in, and one that came back.

It is imported by `home` and `interview`; it imports `line` and the page `transcript` beside it, `presenters`,
`services` and below.
"""
