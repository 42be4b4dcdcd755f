"""Reviews on disk: one TinyDB file each, locked while open, and saved so that no acknowledged event is lost.

No other package imports TinyDB. It is imported by `importers` and above; it imports `review`, `rubric` and
`text`.
"""
