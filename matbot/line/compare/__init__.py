"""Reviews side by side, line by line.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
