"""Home line by line: the reviews there are, everything that begins here, and the copies of a review.

The command line imports it; it imports the other pages of line mode, presenters, services and what is below
them.
"""
