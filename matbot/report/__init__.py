"""A review as a report: the blocks it is made of, and what writes them. Pure, but for `output`.

`transcript` says what stands in a report and in what order; a writer such as `markdown` draws its
blocks, and alone knows how to escape what people typed.
"""

from matbot.report.blocks import Block, Report
from matbot.report.markdown import to_markdown
from matbot.report.output import AlreadyThere, NotWritten, write_new
from matbot.report.shapes import review_shape
from matbot.report.transcript import transcript

__all__ = [
    "AlreadyThere",
    "Block",
    "NotWritten",
    "Report",
    "review_shape",
    "to_markdown",
    "transcript",
    "write_new",
]
