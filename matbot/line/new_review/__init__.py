"""The line-mode page that begins a new review.

It is imported by `home` and `compare`; it imports `line` and the page `frameworks` beside it, `presenters`,
`services` and below.
"""
