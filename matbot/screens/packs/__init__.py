"""Workshop packs: the page that writes one to fill in, and the page that reads a filled one.

It is imported by `home`; it imports `screens`, `widgets` and the page `new_review` beside it, `presenters`,
`services` and below.
"""
