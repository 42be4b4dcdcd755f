"""Use cases over several reviews, files and documents: agreeing together, moving, exporting, reading a pack.

The front ends (cli, screens, line, web) and the demo import it; it imports importers, reports, the store and
what is below them, and no front end.
"""
