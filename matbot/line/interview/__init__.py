"""The conversation line by line: the loop that hears a line, and the commands typed beside answers.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
