"""Where matbot opens: the reviews there are, and what can be begun or brought in.

It is imported by the app in `screens`; it imports `screens`, `widgets` and the pages `answers`, `compare`,
`frameworks`, `new_review` and `packs` beside it, `presenters`, `store` and below.
"""
