"""The commands available on every page, and those of home."""

from dataclasses import replace

from matbot.commands import (
    MOVES,
    REMOVE,
    SAVE,
    SHOWS,
    Command,
    Page,
    Word,
    build_back,
    build_choice,
    build_word,
)

QUIT = Command(
    "quit",
    "ctrl+q",
    "Quit",
    "Leave matbot; everything is kept",
    action="app.quit",
    said_by="home.stop",
    synonyms=("exit", "close"),
)

APP = Page(
    "app",
    (
        Command(
            "help",
            "f1",
            "Help",
            "What this page is for, and its keys",
            said_by="conversation.help",
            synonyms=("keys", "explain"),
        ),
        Command("command_palette", "ctrl+p", "All", "Find every command by name", no_word=SHOWS),
        replace(QUIT, in_footer=False),
        Command(
            "light_or_dark",
            "",
            "Light or dark",
            "Change between the light and the dark colours",
            no_word=SHOWS,
            when="the terminal has colours",
            synonyms=("theme", "contrast"),
        ),
    ),
)

MARKED_LIST = Page(
    "list",
    (build_choice("Choose", "Take the row that is marked ›", "question.answer", "enter,space"),),
)

REVIEW_LIST = Page(
    "review list",
    (build_choice("Open", "Open the review that is marked ›", "home.open_review", "enter,space"),),
)

BIN_LIST = Page(
    "bin list",
    (build_choice("Restore", "Restore the review that is marked ›", "home.restore", "enter,space"),),
)

BIN = Page("bin", (build_back("Back to home", "Home"),), parts=(BIN_LIST,))

SEARCH_BOX = Page(
    "search box",
    (
        build_back("Show all reviews again", "All reviews", action="end_search"),
        Command("go_on", "enter", "To the list", "Go to the reviews that were found", no_word=MOVES),
    ),
)

DETAILS = Page(
    "details",
    (
        Command(
            "save",
            "ctrl+s",
            "Save",
            "Save the names and the number of people",
            said_by="home.rename",
            meaning=SAVE,
        ),
        build_back("Leave all as it is"),
    ),
)

HOME = Page(
    "home",
    (
        Command(
            "new",
            "n",
            "New review",
            "Begin a new review",
            Word(
                "new",
                "new begins a review: the first, one a year on, or a joint review of several groups.",
                hint="new",
            ),
            short="New",
            synonyms=("begin", "start", "create"),
        ),
        Command(
            "compare",
            "c",
            "Compare",
            "Set reviews side by side, and see where groups differ",
            Word("compare", "compare, or compare 1,2, sets reviews side by side.", hint="compare"),
            when="there is a review",
            synonyms=("side by side", "differences"),
        ),
        build_word(
            "transcript",
            "transcript, or transcript 1, reads out or writes up a review: for you, the board, or a learning "
            "set.",
            hint="transcript",
        ),
        Command(
            "pack",
            "p",
            "Workshop pack",
            "Write a pack to fill in, or read one that came back",
            Word("pack", "pack writes a workshop pack to fill in, or reads one that came back.", hint="pack"),
            short="Pack",
            synonyms=("print", "handout"),
        ),
        Command(
            "frameworks",
            "f",
            "Framework versions",
            "Read the framework versions, or import one",
            Word(
                "frameworks",
                "frameworks lists the framework versions, checks and compares them, and imports one.",
                hint="frameworks",
                aliases=("editions",),
            ),
            short="Frameworks",
            synonyms=("framework", "version", "import"),
        ),
        Command(
            "tour",
            "t",
            "Take the tour",
            "Two minutes; nothing of it is kept",
            Word(
                "tour",
                "tour opens sample reviews to look round in; nothing of it is left afterwards.",
                hint="tour",
            ),
            action="app.tour",
            in_footer=False,
            synonyms=("example", "sample"),
        ),
        Command(
            "bring",
            "b",
            "Bring a review",
            "Bring in a review from elsewhere",
            Word(
                "bring",
                "bring keeps a review from elsewhere with yours, such as one that came by e-mail.",
                hint="bring",
            ),
            in_footer=False,
            when="files of this machine may be named",
            synonyms=("import", "open a file"),
        ),
        QUIT,
        build_word(
            "open_review",
            "Enter or a number opens a review, where the conversation stopped. /stop there brings you home.",
            is_fixed=False,
        ),
        build_word("open", "open opens what was written last with your system's own program for it."),
        build_word(
            "backups",
            "backups, or backups 1, lists the copies there are of a review, and opens one as a new review.",
        ),
        Command(
            "search",
            "slash",
            "Search",
            "Find a review by its trust, its group, its id or its year",
            said_by="home.list",
            in_footer=False,
            when="there is a review",
            synonyms=("find", "filter"),
        ),
        Command(
            "rename",
            "r",
            "Rename",
            "Change the trust, the group or the number of people of the review that is marked ›",
            Word("rename", "rename, or rename 1, changes the trust, the group or the number of people."),
            in_footer=False,
            when="a review is marked",
            synonyms=("edit", "trust", "group", "people"),
        ),
        Command(
            "archive",
            "z",
            "Archive",
            "Move the review that is marked › to the archive, or back to the list",
            Word("archive", "archive, or archive 1, moves a finished review to the archive, or back."),
            in_footer=False,
            when="a review is marked",
            synonyms=("hide", "finished"),
        ),
        Command(
            "delete",
            "delete",
            "Delete",
            "Move the review that is marked › to the bin; it can be restored",
            Word("delete", "delete, or delete 1, moves a review to the bin."),
            in_footer=False,
            when="a review is marked",
            synonyms=("remove", "bin"),
            meaning=REMOVE,
        ),
        Command(
            "undo",
            "f8,ctrl+z",
            "Undo",
            "Undo the last change to this list: a name, the archive or a deletion",
            said_by="home.restore",
            when="a review was renamed, archived or deleted here",
            synonyms=("take back", "undelete"),
        ),
        Command(
            "restore",
            "",
            "Restore",
            "Open the bin, and bring a deleted review back",
            Word("restore", "restore lists the bin, and brings a review back from it."),
            action="open_bin",
            when="a review was deleted",
            synonyms=("bin", "recover", "undelete"),
        ),
        build_word("list", "list gives all reviews."),
        build_word("where", "where is the folder they are kept in."),
        build_word("repeat", "/repeat says this page again."),
        build_word("help", "help gives every word that can be typed here.", in_help=False, hint="help"),
        build_word("stop", "stop ends.", hint="stop"),
        build_word("back", "back says what can be typed here.", in_help=False),
    ),
    parts=(REVIEW_LIST, SEARCH_BOX),
)

TOUR = Page(
    "tour",
    (
        Command(
            "go_on", "enter", "Go on", "Go on to the next stop of the tour", no_word=MOVES, short="goes on"
        ),
        Command(
            "end",
            "escape",
            "End the tour",
            "End the tour; nothing of it is kept",
            said_by="home.stop",
            short="ends the tour",
        ),
    ),
)
"""The tour's own keys, which take precedence over those of the page that it shows."""

PAGES = (APP, MARKED_LIST, REVIEW_LIST, HOME, BIN_LIST, BIN, SEARCH_BOX, DETAILS, TOUR)
