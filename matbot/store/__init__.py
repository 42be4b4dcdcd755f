"""Reviews on disk: one TinyDB file each, locked while it is open, and saved so that nothing said is lost.

Front ends, presenters, services and importers import it; it imports `matbot.review`, `matbot.rubric` and
`matbot.text`. No other package imports TinyDB.
"""
