"""Framework versions line by line, and a review moved from one to another.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
