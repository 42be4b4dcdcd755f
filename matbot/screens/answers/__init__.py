"""All answers on one page, what an earlier framework version keeps, and reality checks.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
