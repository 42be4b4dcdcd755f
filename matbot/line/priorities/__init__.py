"""The priorities line by line: chosen, edited field by field, deferred, and written as a table.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
