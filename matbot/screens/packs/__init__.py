"""Workshop packs: one to fill in, and one that came back.

It is imported by `home`; it imports `screens`, `widgets` and the page `new_review` beside it, `presenters`,
`services` and below.
"""
