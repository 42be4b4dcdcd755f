"""The line-mode page of workshop packs: writing one to fill in, and reading a completed one.

It is imported by `home` and `interview`; it imports `line` and the page `transcript` beside it, `presenters`,
`services` and below.
"""
