"""The view models of pages: counts, states, labels and sentences, which all front ends share.

Screens, line mode and commands only lay them out. It is imported by `line` and above; it imports `services`
and below.
"""
