"""Widgets: they take plain values and say what happened in past-tense messages."""
