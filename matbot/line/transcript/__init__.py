"""A transcript read aloud, or written to a file, line by line.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
