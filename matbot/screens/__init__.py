"""The screens, a subpackage for each page: they turn keys into events, and what presenters say into pictures.

Only the command line and `matbot.web` import them; they import presenters, services and what is below them.
"""
