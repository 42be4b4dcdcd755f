"""Workshop packs that come back: a filled Word or Markdown file becomes drafts, for people to confirm.

`opening` finds out what a file is, `word` and `lines` say what stands where in it, `understanding` says
what that means; what cannot be read is listed with its place, and never guessed.
"""
