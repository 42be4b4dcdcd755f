"""The transcript page of line mode: printing a document as lines, or exporting it to a file.

It is imported by the pages `home`, `interview`, `compare`, `frameworks`, `packs` and `priorities`; it imports
`line`, `presenters`, `services` and below.
"""
