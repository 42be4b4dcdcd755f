"""The commands of the transcript, of saved versions, and of the choice of elements."""

from matbot.commands import FILE_STATE, MOVES, SAVE, Command, Page, build_back, build_choice, build_page_links
from matbot.commands.boxes import TICK_LIST

TRANSCRIPT = Page(
    "transcript",
    (
        Command(
            "kind",
            "k",
            "Document",
            "Full record, Board paper or Learning-set summary",
            said_by="conversation.transcript",
            short="Kind",
            synonyms=("full record", "board paper", "learning-set summary"),
        ),
        Command(
            "elements",
            "e",
            "Elements",
            "Choose the elements that it is about",
            said_by="conversation.transcript",
        ),
        Command(
            "names",
            "h",
            "Names",
            "Choose names to leave out of everybody's words",
            said_by="conversation.transcript",
            synonyms=("anonymise", "redact"),
        ),
        Command(
            "form",
            "m",
            "Format",
            "Choose the format of the file",
            said_by="conversation.transcript",
            synonyms=("word", "html"),
        ),
        Command(
            "write",
            "w",
            "Write",
            "Write the transcript to a file",
            said_by="conversation.transcript",
            synonyms=("export", "print", "save"),
        ),
        Command(
            "open",
            "o",
            "Open",
            "Open the file with your system's own program",
            said_by="conversation.open",
            when="the transcript was written, and can be opened from here",
        ),
        FILE_STATE,
        *build_page_links("transcript"),
        build_back("Back to where you came from"),
    ),
)

ELEMENTS = Page(
    "choice of elements",
    (
        Command(
            "take",
            "ctrl+s",
            "Take these",
            "Go on with the elements that are ticked",
            said_by="conversation.transcript",
            meaning=SAVE,
        ),
        build_back("Leave all as it is"),
    ),
    parts=(TICK_LIST,),
)

SAVED_VERSION_BOX = Page(
    "saved version box",
    (
        Command(
            "submit",
            "enter,ctrl+s",
            "Save it",
            "Save a version under the name in the box",
            said_by="conversation.saved_versions",
            meaning=SAVE,
        ),
    ),
)

SAVED_VERSION_LIST = Page(
    "saved version list",
    (build_choice("Write", "Write the transcript as of this version", "conversation.transcript"),),
)

SAVED_VERSIONS = Page(
    "saved versions",
    (
        build_back("Back to where you came from"),
        Command(
            "next_part",
            "tab",
            "Next",
            "Go to the list, or back to the box",
            action="app.focus_next",
            no_word=MOVES,
        ),
    ),
    parts=(SAVED_VERSION_BOX, SAVED_VERSION_LIST),
)

PAGES = (TRANSCRIPT, ELEMENTS, SAVED_VERSION_BOX, SAVED_VERSION_LIST, SAVED_VERSIONS)
