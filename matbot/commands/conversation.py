"""The commands of the conversation and of its inputs."""

from matbot.commands import (
    CHOOSE_FRAMEWORK,
    MOVES,
    SHOWS,
    TYPES,
    Command,
    Page,
    Word,
    build_redo,
    build_undo,
    build_word,
)

WORDS_BOX = Page(
    "words box",
    (
        Command(
            "send", "enter", "Send", "Send what you typed; empty is fine", no_word=TYPES, while_typing=True
        ),
        Command("new_line", "ctrl+j", "New line", "Begin a new line in your note", no_word=TYPES),
    ),
)

CHOICE_BAR = Page(
    "choice bar",
    (Command("choose", "enter", "Choose", "Take the choice that is marked", no_word=TYPES, in_footer=False),),
)

HANDS_BAR = Page(
    "hands bar",
    (
        Command(
            "left",
            "left,shift+tab",
            "Left",
            "Go to the level before",
            action="move(-1)",
            no_word=MOVES,
            in_footer=False,
        ),
        Command(
            "right",
            "right,tab",
            "Next",
            "Go to the next level",
            action="move(1)",
            no_word=MOVES,
            in_footer=False,
        ),
        Command(
            "more",
            "up,plus,equals_sign",
            "One more",
            "One more hand for this level",
            action="add(1)",
            no_word=TYPES,
            in_footer=False,
        ),
        Command(
            "less",
            "down,minus",
            "One less",
            "One hand less for this level",
            action="add(-1)",
            no_word=TYPES,
            in_footer=False,
        ),
        Command("send", "enter", "Send", "Send these hands; not everybody need vote", no_word=TYPES),
    ),
)

CONVERSATION = Page(
    "conversation",
    (
        Command(
            "previous",
            "ctrl+b",
            "Previous",
            "Go to the turn before; nothing is lost",
            Word(
                "back",
                "/back goes to the turn before. What you said there stays until you say something else.",
            ),
            synonyms=("back", "before"),
        ),
        Command(
            "skip",
            "ctrl+f",
            "Skip",
            "Go on without an answer",
            Word(
                "skip",
                "/skip goes on without an answer. At the opening of an element it means: not this time.",
            ),
            when="something is asked, and the review can be written to",
            synonyms=("next", "forward"),
        ),
        Command(
            "park",
            "ctrl+k",
            "Park",
            "Mark this question to come back to, or take the mark off",
            Word(
                "park",
                "/park marks this question or element to come back to, and stays here. Once more takes the "
                "mark off.",
            ),
            when="a question or an element of this review is asked, and the review can be written to",
            synonyms=("come back to", "flag", "later"),
        ),
        Command(
            "unfold",
            "ctrl+o",
            "Others",
            "Show what others said of this, or hide it again",
            Word(
                "said",
                "/said gives what others said of the same, or you a year ago. It stays hidden until you ask.",
            ),
            when="others said something of this, or you did a year ago",
            synonyms=("show", "hide", "last year"),
        ),
        Command(
            "map",
            "f2",
            "Map",
            "See the whole heat map",
            Word("map", "/map gives every element with its rating."),
            synonyms=("heat map", "overview", "ratings"),
        ),
        Command(
            "go_to",
            "f3",
            "Go to",
            "Go to any element, or add one to this review",
            Word("to", "/to {code} goes to an element, /to {question} to a question."),
            synonyms=("jump", "element", "add"),
        ),
        Command(
            "take_out",
            "",
            "Take an element out",
            "Take an element out of this review; what you said of it is kept",
            Word("without", "/without {code} takes an element out of this review; its answers are kept."),
        ),
        Command(
            "private",
            "ctrl+r",
            "Private",
            "Mark this note private, or take the mark off",
            Word(
                "private",
                "/private and some words, where a note is asked for: the note, for your own transcript only.",
            ),
            in_footer=False,
            when="a note is asked for",
            synonyms=("secret", "hide"),
        ),
        Command(
            "check",
            "f5",
            "Answers",
            "Check your answers, and change any of them",
            Word("check", "/check goes through your answers.", opens="matbot.line.answers.answers:check"),
            in_footer=False,
            synonyms=("answers", "review", "change"),
        ),
        Command(
            "priorities",
            "f6",
            "Priorities",
            "Choose priorities from the map",
            Word(
                "priorities",
                "/priorities is where you choose them.",
                opens="matbot.line.priorities.priorities:priorities",
            ),
            opens="matbot.screens.priorities.priorities:PrioritiesScreen",
            in_footer=False,
            synonyms=("actions", "plan"),
        ),
        Command(
            "transcript",
            "f7",
            "Transcript",
            "Read and write the transcript",
            Word("transcript", "/transcript writes it all down."),
            opens="matbot.screens.transcript.transcript:TranscriptScreen",
            in_footer=False,
            synonyms=("report", "export", "print", "word", "board paper"),
        ),
        build_undo(
            "Undo the last thing you said; your words go back into the box",
            Word("undo", "/undo undoes the last thing you said; moves are left as they are."),
        ),
        build_redo("Redo what you undid last", Word("redo", "/redo says again what you undid last.")),
        Command(
            "reality",
            "ctrl+g",
            "Reality check",
            "How a rating stood up to others",
            Word(
                "reality",
                "/reality {code} keeps a reality check beside a rating: whom it was tested with, and what "
                "they said.",
                opens="matbot.line.answers.reality_check:reality",
            ),
            in_footer=False,
            synonyms=("test", "challenge"),
        ),
        Command(
            "saved_versions",
            "",
            "Save a version",
            "Save a version, to come back to it",
            Word(
                "name",
                "/name and some words saves a version of that name, to compare with it later; /name alone "
                "lists the names.",
            ),
            opens="matbot.screens.interview.saved_versions:SavedVersionsScreen",
            in_footer=False,
            synonyms=("save a version", "snapshot"),
        ),
        Command(
            "migrate",
            "ctrl+l",
            "Move",
            "Move to another framework version",
            Word("carry", "/carry moves the review to another framework version, or back."),
            in_footer=False,
            when="there is another framework version, or the review came from one",
            synonyms=("framework version", "move"),
            meaning=CHOOSE_FRAMEWORK,
        ),
        Command(
            "history",
            "ctrl+a",
            "History",
            "Show all earlier answers above, or only the latest words again",
            no_word=SHOWS,
            in_footer=False,
            synonyms=("earlier", "changed", "before"),
        ),
        Command(
            "scroll_up",
            "pageup",
            "Scroll up",
            "Look at what was said before",
            action="scroll_log(-1)",
            no_word=MOVES,
            in_footer=False,
        ),
        Command(
            "scroll_down",
            "pagedown",
            "Scroll down",
            "Go down to the question again",
            action="scroll_log(1)",
            no_word=MOVES,
            in_footer=False,
        ),
        Command(
            "what_now",
            "f9",
            "What now",
            "The state of the review's file, and what can be done",
            Word(
                "file",
                "/file says where the review is kept and the state of its file, and what can be done about "
                "it.",
            ),
            synonyms=("file", "saved"),
        ),
        Command(
            "stop",
            "escape,f10",
            "Stop",
            "Stop here: everything is kept",
            Word("stop", "/stop ends. Everything you said is kept, and you can carry on another day."),
            synonyms=("leave", "finish", "home"),
        ),
        build_word("repeat", "/repeat says all of this turn again."),
        build_word("progress", "/progress says how far you are."),
        build_word("where", "/where is another name for /progress."),
        build_word(
            "plan",
            "/plan writes the priorities as a table alone, for your trust's own plan.",
            opens="matbot.line.priorities.plan_export:plan",
        ),
        build_word("open", "/open opens what was written last with your system's own program for it."),
        build_word(
            "pack", "/pack writes a workshop pack to fill in, or reads one that came back into this review."
        ),
        build_word(
            "confirm",
            "/confirm says yes to all that was read from a pack, /confirm {code} to one element's part of "
            "it.",
        ),
        build_word("next", "/next and some words says when you review again."),
        build_word("help", "/help more gives the other commands, /help park explains one.", aliases=("?",)),
    ),
    parts=(WORDS_BOX, CHOICE_BAR, HANDS_BAR),
)

QUESTION = Page(
    "question",
    (
        build_word("repeat", "/repeat says the question again."),
        build_word("back", "/back leaves it."),
        build_word("stop", "/stop ends."),
        build_word("help", "/help says what can be typed at a question.", in_help=False),
        build_word(
            "answer", "A number or a name takes one of what is offered.", is_fixed=False, in_help=False
        ),
    ),
)
"""The words that can be typed in line mode instead of an answer, wherever something is asked."""

YES_OR_NO = Page(
    "yes or no",
    (
        build_word("yes", "yes agrees.", in_help=False, hint="yes", aliases=("y",)),
        build_word("no", "no leaves it.", in_help=False, hint="no", aliases=("n",)),
    ),
)
"""The answers in line mode to a yes-or-no question; the question says what each of them does."""

PAGES = (CONVERSATION, QUESTION, YES_OR_NO, WORDS_BOX, CHOICE_BAR, HANDS_BAR)
