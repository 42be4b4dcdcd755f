"""The transcript of a review, read and written to a file.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
