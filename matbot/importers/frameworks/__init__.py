"""Import of a framework from Word, PDF or plain text as a framework version.

`opening` detects the file type, and the readers extract tables and paragraphs; `interpretation` derives the
framework version from these, for all file types alike, `order` which end of a scale is weak, and `refusals`
what to change in a file that cannot be interpreted; `storage` writes the version into a workspace.
Corrections and unreadable parts are listed with their place, and nothing is guessed. It is imported by
`line`, `screens` and `cli`; it imports `importers` (for findings), `readers`, `store`, `rubric` and below.
"""
