"""A review as a report: the blocks it is made of, and what writes them. Pure, but for `output`.

`transcript` says what stands in a report and in what order; a writer such as `formats.markdown` draws its
blocks, and alone knows how to escape what people typed. It never imports the store. It is imported by
`importers` and above; it imports `interview`, `review`, `rubric` and below.
"""
