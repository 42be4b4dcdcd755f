"""Reviews on disk: one TinyDB file each, locked while it is open, and saved so that nothing said is lost."""
