"""Framework versions: read, imported, checked, and a review moved from one to another.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
