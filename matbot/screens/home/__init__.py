"""Where matbot opens: the reviews there are, and what can be begun or brought in.

The app and the pages that lead here import it; it imports presenters, services and what is below them.
"""
