"""The conversation line by line: the loop that hears a line, and the commands typed beside answers.

`matbot.line` and home import it; it imports the pages that it leads to, presenters, services and what is
below them.
"""
