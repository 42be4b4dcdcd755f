"""The conversation line by line: the loop that hears a line, and the commands typed beside answers.

It is imported by `line` and `home`; it imports `line` and the pages `answers`, `frameworks`, `packs`,
`priorities` and `transcript` beside it, `presenters`, `store` and below.
"""
