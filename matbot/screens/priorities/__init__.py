"""The priorities of a review: chosen, edited, deferred, and written as a table.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
