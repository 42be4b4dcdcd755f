"""The commands of a new review, and of workshop packs, from which a review can also begin."""

from dataclasses import replace

from matbot.commands import CHOOSE_FRAMEWORK, CHOOSE_REVIEW, NEXT_PART, SAVE, Command, Page, build_back
from matbot.commands.boxes import TICK_LIST
from matbot.commands.home import MARKED_LIST

NEW_REVIEW = Page(
    "new review",
    (
        Command(
            "begin",
            "ctrl+s",
            "Begin",
            "Begin the review with what is chosen",
            said_by="home.new",
            meaning=SAVE,
        ),
        Command(
            "follow",
            "ctrl+e",
            "Follows on from",
            "Choose an earlier review to follow on from",
            said_by="home.new",
            short="Earlier",
            when="there is an earlier review",
            synonyms=("last year",),
            meaning=CHOOSE_REVIEW,
        ),
        Command(
            "framework",
            "ctrl+l",
            "Framework",
            "Choose the framework, or the version of it, to look at",
            said_by="home.new",
            when="there are several, and nothing decides between them",
            synonyms=("framework version",),
            meaning=CHOOSE_FRAMEWORK,
        ),
        replace(NEXT_PART, short="Next", in_footer=True),
        build_back("Go back; what you filled in is still here when you come back", action="leave"),
    ),
    parts=(MARKED_LIST, TICK_LIST),
)

EARLIER = Page(
    "earlier reviews",
    (build_back("Back to the form, as it was", "Close"),),
    parts=(MARKED_LIST,),
)

WHICH_FRAMEWORK = Page(
    "choice of framework",
    (build_back("Back to where you were, as it was", "Close"),),
    parts=(MARKED_LIST,),
)

PACK = Page(
    "pack",
    (
        Command(
            "write",
            "ctrl+s",
            "Write it",
            "Write the pack to a file",
            said_by="home.pack",
            short="Write",
            synonyms=("export", "print"),
            meaning=SAVE,
        ),
        Command("form", "ctrl+d", "Format", "Choose the format of the file", said_by="home.pack"),
        Command(
            "open",
            "f12",
            "Open it",
            "Open the file with your system's own program",
            said_by="home.open",
            short="Open",
            when="the pack was written, and can be opened from here",
        ),
        Command(
            "read",
            "ctrl+u",
            "Read one back",
            "Read a pack that somebody filled in",
            said_by="home.pack",
            short="Read back",
            when="files of this machine may be named",
            synonyms=("import",),
        ),
        NEXT_PART,
        build_back("Back to where you came from"),
    ),
    parts=(TICK_LIST,),
)

PACK_BACK = Page(
    "pack that came back",
    (
        Command(
            "read",
            "ctrl+s",
            "Read it",
            "Read the file; once more goes on with what could be read",
            said_by="home.pack",
            meaning=SAVE,
        ),
        Command(
            "choose",
            "ctrl+e",
            "Goes into",
            "Choose the review that it goes into: a new one, or one here",
            said_by="home.pack",
            meaning=CHOOSE_REVIEW,
        ),
        NEXT_PART,
        build_back("Back to where you came from"),
    ),
)

PAGES = (NEW_REVIEW, EARLIER, WHICH_FRAMEWORK, PACK, PACK_BACK)
