"""What comes in from files that matbot did not write: frameworks, and workshop packs that were filled in.

The services and the front ends import it; it imports reports, the interview and what is below them.
"""
