"""A review as a report: the blocks it is made of, and what writes them. Pure, but for `output`.

`transcript` says what stands in a report and in what order; a writer such as `markdown` draws its
blocks, and alone knows how to escape what people typed. `formats` holds the formats there are.
"""
