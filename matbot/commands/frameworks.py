"""The commands for framework versions, and for moving a review from one to another."""

from matbot.commands import MOVES, SAVE, Command, Page, Word, build_back, build_choice, build_word
from matbot.commands.boxes import PATH_BOX
from matbot.commands.home import MARKED_LIST

FRAMEWORK_LIST = Page(
    "framework list",
    (
        build_choice(
            "Read",
            "Read it through; where something is to be mended, see what and where",
            "frameworks.number",
        ),
    ),
)

FRAMEWORKS = Page(
    "frameworks",
    (
        build_word("number", "A number reads that framework version.", is_fixed=False, hint="number"),
        build_word("check", "check 1 says what is to be mended in it.", hint="check"),
        build_word(
            "compare",
            "compare 1,2 says what became of each question from one to another.",
            hint="compare",
        ),
        Command(
            "import",
            "i",
            "Import a file",
            "Bring in a framework from Word, PDF or plain text",
            Word("import", "import brings one in.", hint="import"),
            when="files of this machine may be named",
            synonyms=("bring", "open a file"),
        ),
        build_back("Back to your reviews"),
        build_word("list", "list gives them again.", hint="list"),
    ),
    parts=(FRAMEWORK_LIST,),
)

FAULTS = Page(
    "faults of a framework version",
    (
        Command(
            "look",
            "enter",
            "Look again",
            "Read the files once more, and show what is left to mend",
            said_by="frameworks.check",
        ),
        build_back("Back to the framework versions", action="dismiss(False)"),
    ),
)

READING = Page(
    "framework version",
    (
        Command(
            "next", "right", "Next element", "Go down to the next element", action="go(1)", no_word=MOVES
        ),
        Command(
            "previous", "left", "Previous", "Go up to the element before", action="go(-1)", no_word=MOVES
        ),
        build_back("Back to the framework versions"),
    ),
)

IMPORT = Page(
    "import",
    (
        Command(
            "read",
            "ctrl+s",
            "Read it",
            "Read the file that is named",
            said_by="frameworks.import",
            in_footer=False,
            when="nothing was found in a file yet",
            meaning=SAVE,
        ),
        Command(
            "keep",
            "ctrl+s",
            "Keep it",
            "Keep what was found as a framework version of your own",
            said_by="frameworks.import",
            when="a framework was found in the file",
            instead_of="import.read",
            synonyms=("save",),
            meaning=SAVE,
        ),
        Command(
            "next_part",
            "tab",
            "Next part",
            "Go to the next part of the page",
            action="app.focus_next",
            no_word=MOVES,
        ),
        build_back("Back to the framework versions; nothing is kept", "Leave it"),
    ),
    parts=(PATH_BOX,),
)

MIGRATION_TARGETS = Page(
    "framework versions to move to",
    (
        build_choice(
            "Choose",
            "Look at what would become of the review in the marked framework version",
            "conversation.migrate",
        ),
    ),
)

MIGRATION = Page(
    "migration",
    (build_back("Back to the conversation, with the review as it is"),),
    parts=(MIGRATION_TARGETS,),
)

MATCH_LIST = Page(
    "match list",
    (
        build_choice(
            "Both in full", "Show both questions, with what weak and strong look like", "crosswalk.code"
        ),
    ),
)

CROSSWALK = Page(
    "crosswalk",
    (
        Command(
            "part",
            "u",
            "Not the same",
            "Part these two: they do not ask the same",
            Word("part", "part {such} takes the one it has away.", hint="part"),
            short="Unmatch",
            when="two questions that are matched are marked",
        ),
        Command(
            "match",
            "q",
            "Match",
            "Choose which question it is in the other framework version",
            Word("match", "match {such} chooses another counterpart.", hint="match"),
            when="a question is marked",
        ),
        Command(
            "go_on",
            "ctrl+s",
            "Go on",
            "See your review before and after",
            Word("Enter", "Enter goes on.", is_fixed=False, hint="Enter"),
            meaning=SAVE,
        ),
        build_back("Back to the choice of framework version"),
        build_word(
            "code",
            "A question by its code, such as {such}, is shown beside its counterpart.",
            is_fixed=False,
            hint="code",
        ),
        build_word("list", "list gives all that changed.", hint="list"),
        build_word("help", "help says what can be typed.", in_help=False, hint="help"),
    ),
    parts=(MATCH_LIST,),
)

MATCH = Page(
    "match",
    (
        Command(
            "part",
            "u",
            "Not the same",
            "Part these two: they do not ask the same",
            short="Unmatch",
            action="dismiss('part')",
            said_by="crosswalk.part",
            when="both framework versions have the question",
        ),
        Command(
            "match",
            "q",
            "Match",
            "Choose which question it is in the other framework version",
            action="dismiss('match')",
            said_by="crosswalk.match",
        ),
        build_back("Back to the list, with these two as they are", keys="escape,enter"),
    ),
)

DOUBTFUL_MATCH = Page(
    "doubtful match",
    (
        build_word("yes", "yes keeps them together.", aliases=("y",), hint="yes"),
        build_word("no", "no parts them.", aliases=("n",), hint="no"),
        build_word("other", "other chooses another.", hint="other"),
    ),
)
"""The answers in line mode to whether two questions ask the same."""

COUNTERPARTS = Page(
    "counterparts", (build_back("Back to the list, with everything as it is"),), parts=(MARKED_LIST,)
)

BEFORE_AFTER = Page(
    "before and after",
    (
        Command(
            "migrate",
            "ctrl+s",
            "Move",
            "Move the review to this framework version",
            Word("yes", "yes moves it.", in_help=False, hint="yes", aliases=("y",)),
            meaning=SAVE,
        ),
        build_back("Leave the review as it is", "Leave it"),
        build_word("no", "no leaves it.", in_help=False, hint="no", aliases=("n",)),
        build_word("look", "look goes through which question is which.", hint="look"),
    ),
)

PAGES = (
    *(FRAMEWORK_LIST, FRAMEWORKS, FAULTS, READING, IMPORT),
    *(MIGRATION_TARGETS, MIGRATION, MATCH_LIST, CROSSWALK, MATCH, DOUBTFUL_MATCH, COUNTERPARTS),
    BEFORE_AFTER,
)
