"""The form for a new review, also one that follows an earlier one or brings groups together.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
