"""Readers that turn Word files, PDFs and plain text into tables and paragraphs, without interpreting them.

It is imported by `frameworks` and `packs`; it imports `importers` (for findings), `rubric` and below.
"""
