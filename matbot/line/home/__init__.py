"""Home line by line: the reviews there are, everything that begins here, and the copies of a review.

Home and the conversation import it; it imports presenters, services and what is below them.
"""
