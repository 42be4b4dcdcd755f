"""What comes in from files that matbot did not write: frameworks, and workshop packs that were filled in.

It is imported by `services` and above; it imports `report`, `store`, `interview` and below.
"""
