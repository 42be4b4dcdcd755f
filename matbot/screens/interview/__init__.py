"""The conversation: one turn after another, and the pages that it opens over itself.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
