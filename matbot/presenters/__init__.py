"""What a page shows, as data and words: counts, states, labels and sentences, the same for every front end.

Screens, line mode and commands import it and only lay it out; it imports reports, the store, the interview
and what is below them, and neither Textual nor click.
"""
