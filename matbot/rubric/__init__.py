"""The framework: its model, its reader and checker, and the editions as Markdown files people can read."""

from matbot.rubric.model import Element, Heading, Level, Question, Rubric

__all__ = ["Element", "Heading", "Level", "Question", "Rubric"]
