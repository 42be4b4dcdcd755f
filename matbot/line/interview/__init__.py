"""The conversation in line mode: the loop that handles each line, and the commands other than answers.

It is imported by `line` and `home`; it imports `line` and the pages `answers`, `frameworks`, `packs`,
`priorities` and `transcript` beside it, `presenters`, `store` and below.
"""
