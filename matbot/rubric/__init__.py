"""The framework: its model, its reader and checker, and its versions as Markdown files people can read.

It is imported by `review` and above; it imports `text` and `csv_tables`.
"""

from matbot.rubric.model import Descriptor, Element, Heading, Level, Question, Rubric

__all__ = ["Descriptor", "Element", "Heading", "Level", "Question", "Rubric"]
