"""Reviews side by side: chosen, opened together, an element at a time, and as a learning set.

It is imported by `home` and `tour`; it imports `screens`, `widgets` and the pages `new_review` and
`transcript` beside it, `presenters`, `services` and below.
"""
