"""The framework as people have it, in Word, PDF or plain text, read into an edition.

`opening` finds out what a file is; `text_reader`, `word_reader` and `pdf_reader` say what stands where in
it; `understanding` says what that means, for all three alike; `keeping` writes it into a workspace. What
is mended, and what cannot be read, is listed with its place, and never guessed.
"""
