"""Builds the documents of a review as blocks, and writes them in several formats.

All of it is pure except `output`. `transcript` decides what is in a document and in which order; a writer
such as `formats.markdown` renders the blocks, and writers alone know how to escape what people typed. This
package never imports the store. It is imported by `importers` and above; it imports `interview`, `review`,
`rubric` and below.
"""
