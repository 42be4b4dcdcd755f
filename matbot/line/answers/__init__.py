"""All answers line by line, and reality checks.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
