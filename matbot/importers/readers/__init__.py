"""What stands where in a Word file, a PDF or a plain text, before anybody asks what it means.

It is imported by `frameworks` and `packs`; it imports `importers` (for findings), `rubric` and below.
"""
