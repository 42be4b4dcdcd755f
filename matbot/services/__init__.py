"""Use cases over several reviews, files and documents: joint reviews, migration, export, pack import.

It is imported by `presenters` and above; it imports `importers`, `report`, `store` and below.
"""
