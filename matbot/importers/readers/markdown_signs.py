"""Signs of plain text and Markdown that several readers look for."""

import re

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign that would act in Markdown, and is meant as it stands."""
WHOLE_RULE = re.compile(r"\s*(?:-{3,}|={3,})\s*")
"""A line that parts a text, or makes a heading of the words right above it."""
