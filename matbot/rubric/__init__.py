"""The framework: its model, reader, checker and writer, and the shipped versions as Markdown files.

It is imported by `review` and above; it imports `text` and `csv_tables`.
"""

from matbot.rubric.model import Descriptor, Element, Heading, Level, Question, Rubric

__all__ = ["Descriptor", "Element", "Heading", "Level", "Question", "Rubric"]
