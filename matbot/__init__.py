"""matbot: a guided conversation through the MAT School Improvement Capacity Framework.

This module defines the version. The modules `text`, `csv_tables` and `installation` do not depend on reviews
or frameworks. They are imported by every layer above them; they import the standard library alone.
"""

__version__ = "0.1.0"
