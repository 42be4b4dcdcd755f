"""matbot: a guided conversation through the MAT School Improvement Capacity Framework."""

__version__ = "0.1.0"
