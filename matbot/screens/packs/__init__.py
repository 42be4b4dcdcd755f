"""Workshop packs: one to fill in, and one that came back.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
