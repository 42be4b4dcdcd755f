"""The commands of the priorities page, and of every form that is opened over a review."""

from matbot.commands import (
    FILE_STATE,
    MOVES,
    REMOVE,
    SAVE,
    TYPES,
    Command,
    Page,
    Word,
    build_back,
    build_choice,
    build_page_links,
    build_redo,
    build_undo,
    build_word,
)
from matbot.commands.conversation import CHOICE_BAR

CANDIDATE_LIST = Page(
    "candidate list",
    (
        build_choice(
            "Choose", "Make this element a priority; matbot drafts a row for it", "priorities.choose"
        ),
    ),
)

CHOSEN_LIST = Page(
    "chosen list",
    (build_choice("Edit", "Write in this row", "priorities.edit"),),
)

PRIORITIES = Page(
    "priorities",
    (
        build_back("Back to where you came from"),
        Command(
            "leave",
            "x",
            "Defer",
            "Defer this element, and say why",
            Word("defer", "defer {code} defers an element, with the reason.", aliases=("later",)),
            when="an element to choose from is marked",
            synonyms=("deferred", "not now", "later"),
        ),
        Command(
            "move_up",
            "left_square_bracket,ctrl+up",
            "Up",
            "Move this priority up",
            Word("order", "order 2,1 puts rows first in that order."),
            action="move(-1)",
            when="one of several priorities is marked",
            synonyms=("order", "first"),
        ),
        Command(
            "move_down",
            "right_square_bracket,ctrl+down",
            "Down",
            "Move this priority down",
            said_by="priorities.move_up",
            action="move(1)",
            when="one of several priorities is marked",
            synonyms=("order", "last"),
        ),
        Command(
            "drop",
            "delete,backspace",
            "Take off",
            "Take this row off; Undo brings it back",
            Word("drop", "drop 1 takes a row off."),
            short="Off",
            when="a priority, or a deferred element, is marked",
            synonyms=("delete", "remove"),
            meaning=REMOVE,
        ),
        *build_page_links("priorities"),
        build_undo(
            "Undo the last change to these lists", Word("undo", "undo undoes the last change to the table.")
        ),
        build_redo("Redo what you undid last", Word("redo", "redo does again what you undid last.")),
        Command(
            "add",
            "a",
            "Add",
            "Add a row of your own: of no element, or of several",
            Word("add", "add writes a row of your own."),
            synonyms=("new", "own"),
        ),
        Command(
            "next_review",
            "d",
            "Next review",
            "Say when you review again",
            Word("date", "date says when you review again."),
            short="Date",
            synonyms=("review date",),
        ),
        Command(
            "write",
            "w",
            "Write",
            "Write the table alone to a file, for your trust's development plan",
            Word("write", "write puts the table alone in a file."),
            when="there is a priority",
            synonyms=("export", "print", "word", "excel"),
        ),
        Command(
            "open",
            "o",
            "Open",
            "Open the file that was written with your system's own program",
            said_by="conversation.open",
            when="the table was written, and can be opened from here",
        ),
        build_word("Enter", "Enter goes back to the conversation.", is_fixed=False, hint="Enter"),
        build_word(
            "choose",
            "A code, such as {code}, makes that element a priority; matbot drafts its row, and asks field by "
            "field.",
            is_fixed=False,
            hint="code",
        ),
        build_word(
            "edit",
            "A number edits that row; 1 elements edits one field of it alone: {fields}.",
            is_fixed=False,
            hint="number",
        ),
        FILE_STATE,
        build_word("list", "list gives all of it again."),
        build_word("help", "help gives the rest.", in_help=False, hint="help"),
    ),
    parts=(CANDIDATE_LIST, CHOSEN_LIST),
)

FORM_BOX = Page(
    "form box",
    (
        Command(
            "new_line",
            "enter,ctrl+j",
            "New line",
            "Begin a new line; in a box of one line, go on to the next box",
            no_word=TYPES,
            in_footer=False,
            while_typing=True,
        ),
        Command("next_box", "tab", "Next", "Go on to the next box", action="app.focus_next", no_word=MOVES),
        Command(
            "previous_box",
            "shift+tab",
            "Previous",
            "Go back to the box before",
            action="app.focus_previous",
            no_word=MOVES,
            in_footer=False,
        ),
    ),
)

FORM = Page(
    "form",
    (
        Command(
            "save",
            "ctrl+s",
            "Save",
            "Save what is here, and go back",
            said_by="priorities.edit",
            meaning=SAVE,
        ),
        build_back("Go back; what you typed is kept and waits for you here", action="leave"),
    ),
    parts=(FORM_BOX, CHOICE_BAR),
)

PAGES = (CANDIDATE_LIST, CHOSEN_LIST, PRIORITIES, FORM_BOX, FORM)
