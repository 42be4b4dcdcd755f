"""The page that stands before the sample: what there is to see in each folder, with a link to every file."""

from collections.abc import Iterator, Mapping, Sequence

from matbot.demo.documents import DocumentFolder, SampleDocument
from matbot.demo.stories import HARROWMERE, NORTHFIELDS, WALKS
from matbot.services.export import TRANSCRIPT_KINDS

NAME = "README.md"
"""What the page is called: GitHub shows it below the folder's list of files."""

TITLE = "# Two made-up trusts, and all that matbot wrote for them"

Columns = Mapping[str, Sequence[str]]
"""What stands above each column of links, and what the files are called that they link to."""

_OF_A_REVIEW: Columns = {
    "Own edition": ("own",),
    "The board's": ("board",),
    "Learning set": ("learning-set",),
    "Priorities": ("priorities",),
    "Workshop pack": ("pack",),
}

_OF_SEVERAL: Columns = {"To read": ("comparison", "learning-set")}

_BEGINNING = f"""
{NORTHFIELDS} and {HARROWMERE} are made up, and so is everybody in them. Their {len(WALKS)} reviews
were spoken line by line through the conversation that you have too, and what writes your files wrote these.

- **The own edition** is {TRANSCRIPT_KINDS["own"]}.
- **The board's** is {TRANSCRIPT_KINDS["board"]}.
- **The learning set's** is {TRANSCRIPT_KINDS["learning-set"]}.
- **Priorities** are the table alone, for your trust's plan.
- **A workshop pack** is to be filled in before you meet.

`md` is Markdown, to read here or anywhere. `html` is a web page: download it, then open it in your browser
to read or print it. `docx` is for Word, `csv` for a spreadsheet. A dash stands where there is none: they
chose no priorities, or they began with what had been said before, and needed no pack.
"""

_STORIES = {
    NORTHFIELDS: "Three groups rate apart in one autumn, come together, and look back a year later.",
    HARROWMERE: "A chief executive, then directors, then principals in two rooms, and then all together.",
}


def index(folders: Sequence[DocumentFolder]) -> str:
    """The page, in Markdown."""
    return "\n".join([TITLE, _BEGINNING, *_sections({documents.folder: documents for documents in folders})])


def _sections(folders: dict[str, DocumentFolder]) -> Iterator[str]:
    """The reviews of each trust, then what is laid side by side."""
    for trust, story in _STORIES.items():
        found = [folders.pop(one.folder) for one in WALKS if one.trust == trust]
        yield f"## {trust}\n\n{story}\n\n{_describe(found, 'Who', _OF_A_REVIEW)}"
    words = "Reviews that were made apart, opened together. They stay as they are, and nothing is averaged."
    yield f"## Side by side\n\n{words}\n\n{_describe([*folders.values()], 'Whose', _OF_SEVERAL)}"


def _describe(folders: Sequence[DocumentFolder], owner: str, columns: Columns) -> str:
    """What there is to see in some folders, then links to all that is in them.

    They stand apart: beside so many links a sentence would have a column of two words.
    """
    sentences = "".join(f"- **{documents.title}.** {documents.shows}\n" for documents in folders)
    return f"{sentences}\n{_table(folders, owner, columns)}"


def _table(folders: Sequence[DocumentFolder], owner: str, columns: Columns) -> str:
    head = [owner, *columns]
    rows = [head, ["---"] * len(head), *(_row(documents, columns) for documents in folders)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(documents: DocumentFolder, columns: Columns) -> list[str]:
    sheets = [[sheet for sheet in documents.sheets if sheet.stem in stems] for stems in columns.values()]
    links = [" ".join(_links(documents, sheet) for sheet in found) or "–" for found in sheets]
    return [f"[{documents.title}]({documents.folder})", *links]


def _links(documents: DocumentFolder, sheet: SampleDocument) -> str:
    """A link to a document in each of its formats."""
    return " ".join(f"[{form}]({documents.folder}/{sheet.stem}.{form})" for form in sheet.forms)
