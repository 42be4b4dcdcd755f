"""Use cases over several reviews, files and documents: agreeing together, moving, exporting, reading a pack.

It is imported by `presenters` and above; it imports `importers`, `report`, `store` and below.
"""
