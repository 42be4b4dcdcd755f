"""The framework: its model, its reader and checker, and the editions as Markdown files people can read."""

from matbot.rubric.model import Descriptor, Element, Heading, Level, Question, Rubric

__all__ = ["Descriptor", "Element", "Heading", "Level", "Question", "Rubric"]
