"""What a page shows, as data and words: counts, states, labels and sentences, the same for every front end.

Screens, line mode and commands only lay it out. It is imported by `line` and above; it imports
`services` and below.
"""
