"""The commands that are there on every page, and those of home."""

from dataclasses import replace

from matbot.commands import MOVES, SHOWS, Command, Page, Word, build_choice, build_word

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
        build_word("list", "list gives all reviews."),
        build_word("where", "where is the folder they are kept in."),
        build_word("repeat", "/repeat says this page again."),
        build_word("help", "help gives every word that can be typed here.", in_help=False, hint="help"),
        build_word("stop", "stop ends.", hint="stop"),
        build_word("back", "back says what can be typed here.", in_help=False),
    ),
    parts=(REVIEW_LIST,),
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
"""The keys of the tour's own, which come before those of the page that it shows."""

PAGES = (APP, MARKED_LIST, REVIEW_LIST, HOME, TOUR)
