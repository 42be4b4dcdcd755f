"""The framework as people have it, in Word, PDF or plain text, read into a framework version.

`opening` finds out what a file is; the readers say what stands where in it; `interpretation` says what that
means, for all three alike, `order` which end of a scale is weak, and `refusals` what to change where nothing
can be made of it; `storage` writes it into a workspace. What is mended, and what cannot be read, is listed
with its place, and never guessed. It is imported by `line`, `screens` and `cli`; it imports `importers` (for
findings), `readers`, `store`, `rubric` and below.
"""
