"""What a page shows, as data and words: counts, states, labels and sentences, the same for every front end.

Screens, line mode and commands only lay it out. It is imported by `line`, `screens` and `cli`; it imports
`services` and below.
"""
