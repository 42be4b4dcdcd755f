"""matbot: a guided conversation through the MAT School Improvement Capacity Framework.

The version stands here, and beside the packages the modules `text`, `csv_tables` and `installation`, which
know nothing of reviews. They are imported by every layer above them; they import the standard library alone.
"""

__version__ = "0.1.0"
