"""Readers for files that matbot did not write: frameworks, and filled-in workshop packs.

It is imported by `services` and above; it imports `report`, `store`, `interview` and below.
"""
