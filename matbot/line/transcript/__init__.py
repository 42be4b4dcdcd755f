"""A transcript read aloud, or written to a file, line by line.

It is imported by the pages `home`, `interview`, `compare`, `frameworks`, `packs` and `priorities`; it imports
`line`, `presenters`, `services` and below.
"""
