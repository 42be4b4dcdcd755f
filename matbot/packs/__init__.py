"""Workshop packs that come back: a filled Word or Markdown file becomes drafts, for people to confirm.

`opening` finds out what a file is, `word` and `lines` say what stands where in it, `filled` where that
belongs, `understanding` what it means. `own` knows the pack's own words: every other word is in a draft or
in the list of what was not read, with its place, and nothing is guessed.
"""
