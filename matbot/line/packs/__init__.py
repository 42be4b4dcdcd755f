"""Workshop packs line by line: one to fill in, and one that came back.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
