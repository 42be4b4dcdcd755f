"""The commands of the pages that compare reviews side by side."""

from matbot.commands import MOVES, SAVE, Command, Page, Word, build_back, build_choice, build_word

REVIEW_TICKS = Page(
    "reviews to compare",
    (
        build_choice(
            "Choose",
            "Choose the review that is marked ›, or leave it out",
            "home.compare",
            "enter,space",
        ),
    ),
)

CHOOSE_REVIEWS = Page(
    "choice of reviews",
    (
        Command(
            "go_on",
            "ctrl+s",
            "Side by side",
            "Go on with the reviews that are chosen",
            said_by="home.compare",
            meaning=SAVE,
        ),
        Command(
            "saved_versions",
            "s",
            "Versions",
            "Show the saved versions of the review that is marked ›",
            said_by="conversation.saved_versions",
            synonyms=("saved version",),
        ),
        build_back("Back to where you came from"),
    ),
    parts=(REVIEW_TICKS,),
)

SEALED = Page(
    "sealed comparison",
    (
        Command(
            "open",
            "enter",
            "Open together",
            "Open what the groups said",
            said_by="home.compare",
            while_typing=True,
        ),
        build_back("Back to the choice of reviews; nothing was shown"),
    ),
)

GRID = Page(
    "grid",
    (build_choice("Read", "Read what each side says of the element that is marked ›", "comparison.code"),),
)

COMPARISON = Page(
    "comparison",
    (
        Command(
            "order",
            "v",
            "Order",
            "Change between the agenda and the order of the framework",
            Word("order", "order goes by the framework or by the agenda.", hint="order"),
            synonyms=("sort", "agenda"),
        ),
        Command(
            "together",
            "j",
            "Agree together",
            "Begin a joint review, in which these groups agree their ratings",
            Word("together", "together begins a joint review of these groups.", hint="together"),
            synonyms=("agree", "joint review"),
        ),
        Command(
            "form",
            "m",
            "Format",
            "Choose the format of the file",
            said_by="comparison.write",
            in_footer=False,
        ),
        Command(
            "write",
            "w",
            "Write",
            "Write the comparison to a file",
            Word("write", "write reads it out or puts it in a file.", hint="write"),
            synonyms=("export", "print"),
        ),
        Command(
            "open",
            "o",
            "Open",
            "Open the file with your system's own program",
            said_by="home.open",
            when="the comparison was written, and can be opened from here",
        ),
        Command(
            "learning_set",
            "l",
            "Learning set",
            "What trusts can learn from each other",
            Word("learning", "learning writes a learning set.", hint="learning"),
            in_footer=False,
        ),
        build_back("Back to the choice of reviews"),
        build_word("next", "Enter goes on to the next element.", is_fixed=False, hint="Enter"),
        build_word("code", "a code gives all that was said of that one.", is_fixed=False, hint="code"),
        build_word("help", "help says what can be typed.", in_help=False, hint="help"),
    ),
    parts=(GRID,),
)

COMPARED_ELEMENT = Page(
    "compared element",
    (
        Command(
            "next", "right", "Next", "The next element", action="go(1)", no_word=MOVES, when="there is one"
        ),
        Command(
            "previous",
            "left",
            "Previous",
            "The element before",
            action="go(-1)",
            no_word=MOVES,
            when="there is one",
        ),
        build_back("Back to the grid", action="leave"),
    ),
)

LEARNING_SET = Page(
    "learning set",
    (
        Command(
            "next_part",
            "tab",
            "Next",
            "Go to the next part of the page",
            action="app.focus_next",
            no_word=MOVES,
        ),
        Command(
            "form", "ctrl+d", "Format", "Choose the format of the file", said_by="comparison.learning_set"
        ),
        Command(
            "write",
            "ctrl+s",
            "Write",
            "Write the learning set to a file",
            said_by="comparison.learning_set",
            synonyms=("export", "print"),
            meaning=SAVE,
        ),
        build_back("Back to the comparison"),
    ),
)

PAGES = (REVIEW_TICKS, CHOOSE_REVIEWS, SEALED, GRID, COMPARISON, COMPARED_ELEMENT, LEARNING_SET)
