"""What is said of a framework that was found in a file, on the page, line by line and by command."""

WHICH_IS_WEAKEST = "Which of these is the weakest?"
"""Asked where the names of the levels do not tell."""

WHY_WEAKEST = (
    "The names of the levels do not tell which end of the scale is the weak one, and the file lists them "
    "from one end to the other."
)
