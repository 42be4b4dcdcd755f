"""Markdown and plain text syntax that several readers recognise."""

import re

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A backslash escape: a character that Markdown must take literally."""
WHOLE_RULE = re.compile(r"\s*(?:-{3,}|={3,})\s*")
"""A horizontal rule, or the underline of a heading on the line above."""
