"""Workshop packs that come back: a filled Word or Markdown file becomes drafts, for people to confirm.

`opening` finds out what a file is, `word` and `text` say what stands where in it, `filled` where that
belongs, `interpretation` what it means. `template_words` knows the pack's own words: every other word is in a
draft or in the list of what was not read, with its place, and nothing is guessed. It is imported by
`services` and above; it imports `readers`, `report`, `interview` and below.
"""
