"""Reviews on disk: one TinyDB file each, locked while it is open, and saved so that nothing said is lost.

No other package imports TinyDB. It is imported by `importers` and above; it imports `review`, `rubric` and
`text`.
"""
