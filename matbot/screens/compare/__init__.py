"""Reviews side by side: chosen, opened together, an element at a time, and as a learning set.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
