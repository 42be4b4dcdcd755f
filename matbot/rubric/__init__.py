"""The framework: its model, its reader and checker, and its versions as Markdown files people can read.

All packages above it import it; it imports `matbot.text` and `matbot.csv_tables` alone.
"""

from matbot.rubric.model import Descriptor, Element, Heading, Level, Question, Rubric

__all__ = ["Descriptor", "Element", "Heading", "Level", "Question", "Rubric"]
