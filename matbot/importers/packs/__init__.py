"""Import of filled-in workshop packs: a Word or Markdown file becomes drafts for people to confirm.

`opening` detects the file type, `word` and `text` extract the filled-in fields, `filled` assigns them to
questions and elements, and `interpretation` determines their meaning. `template_words` knows the pack's own
words: every other word ends up in a draft or in the list of what was not read, with its place, and nothing is
guessed. It is imported by `services` and above; it imports `readers`, `report`, `interview` and below.
"""
