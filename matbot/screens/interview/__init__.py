"""The conversation: one turn after another, and the pages that it opens over itself.

It is imported by the app in `screens` and by `tour`; it imports `screens`, `widgets` and the pages `answers`,
`frameworks`, `priorities` and `transcript` beside it, `presenters`, `services` and below.
"""
