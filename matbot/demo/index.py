"""The index page of the sample: what each folder shows, with a link to every file."""

from collections.abc import Iterator, Mapping, Sequence

from matbot.demo.documents import DocumentFolder
from matbot.demo.stories import HARROWMERE, NORTHFIELDS, WALKS
from matbot.services.export import TRANSCRIPT_KINDS

NAME = "README.md"
"""The name of its file; GitHub displays it below the folder's list of files."""

TITLE = "# Two made-up trusts, and all that matbot wrote for them"

Columns = Mapping[str, Sequence[str]]
"""The heading of each column of links, and the stems of the files that it links to."""

_OF_A_REVIEW: Columns = {
    "Full record": ("own",),
    "Board paper": ("board",),
    "Learning-set summary": ("learning-set",),
    "Priorities": ("priorities",),
    "Workshop pack": ("pack",),
}

_OF_SEVERAL: Columns = {"To read": ("comparison", "learning-set")}

_BEGINNING = f"""
{NORTHFIELDS} and {HARROWMERE} are made up, and so is everybody in them. Their {len(WALKS)} reviews
were spoken line by line through the conversation that you have too, and what writes your files wrote these.

- **The Full record** is {TRANSCRIPT_KINDS["own"]}.
- **The Board paper** is {TRANSCRIPT_KINDS["board"]}.
- **The Learning-set summary** is {TRANSCRIPT_KINDS["learning-set"]}.
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
    """Render the page in Markdown."""
    return "\n".join([TITLE, _BEGINNING, *_sections({documents.folder: documents for documents in folders})])


def _sections(folders: dict[str, DocumentFolder]) -> Iterator[str]:
    """Render a section on the reviews of each trust, then one on the comparisons."""
    for trust, story in _STORIES.items():
        found = [folders.pop(one.folder) for one in WALKS if one.trust == trust]
        yield f"## {trust}\n\n{story}\n\n{_describe(found, 'Who', _OF_A_REVIEW)}"
    words = "Reviews that were made apart, opened together. They stay as they are, and nothing is averaged."
    yield f"## Side by side\n\n{words}\n\n{_describe([*folders.values()], 'Whose', _OF_SEVERAL)}"


def _describe(folders: Sequence[DocumentFolder], owner: str, columns: Columns) -> str:
    """Render a list of what some folders show, then a table of links to their files.

    The descriptions are not in the table, because next to so many links their column would be two words wide.
    """
    sentences = "".join(f"- **{documents.title}.** {documents.shows}\n" for documents in folders)
    rows = [[owner, *columns], ["---"] * (1 + len(columns))]
    for documents in folders:
        links = (_links(documents, stems) or "–" for stems in columns.values())
        rows.append([f"[{documents.title}]({documents.folder})", *links])
    return f"{sentences}\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _links(documents: DocumentFolder, stems: Sequence[str]) -> str:
    """Render a link to each format of the documents with these stems."""
    sheets = (sheet for sheet in documents.sheets if sheet.stem in stems)
    names = ((form, f"{sheet.stem}.{form}") for sheet in sheets for form in sheet.forms)
    return " ".join(f"[{form}]({documents.folder}/{name})" for form, name in names)
