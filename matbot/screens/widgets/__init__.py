"""Widgets: they take plain values and say what happened in past-tense messages.

The pages import them; they import presenters and what is below them, and no page.
"""
