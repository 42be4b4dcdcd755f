"""The commands of the page that checks answers, and of the pages that it opens."""

from matbot.commands import (
    FILE_STATE,
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

ANSWER_LIST = Page(
    "answer list",
    (build_choice("Change", "Change this answer; then you come back to it here", "conversation.go_to"),),
)

CHECK_ANSWERS = Page(
    "check",
    (
        build_back("Back to the conversation"),
        Command(
            "reality",
            "ctrl+g",
            "Reality check",
            "Write down how this rating stood up to others",
            said_by="conversation.reality",
            when="the marked element is rated, and the review can be written to",
        ),
        Command(
            "confirm",
            "y",
            "Confirm all",
            "Confirm everything that was read from a pack",
            said_by="conversation.confirm",
            when="answers from a pack are not confirmed yet, and the review can be written to",
            synonyms=("agree", "accept"),
        ),
        Command(
            "next_open",
            "g",
            "Next open",
            "Go to the next row that is still open",
            Word("open", "open says what is still open.", hint="open"),
            synonyms=("unanswered", "missing"),
        ),
        FILE_STATE,
        *build_page_links("check"),
        build_undo("Undo the last answer", said_by="conversation.undo"),
        build_redo("Redo the answer that you undid last", said_by="conversation.redo"),
        build_word(
            "next",
            "Enter goes on to the next element, a code to that one.",
            is_fixed=False,
            hint="Enter, code",
        ),
    ),
    parts=(ANSWER_LIST,),
)

UNPLACED_ANSWERS = Page("kept answers", (build_back("Back to your answers", keys="escape,enter"),))

COPY_ANSWER_LIST = Page(
    "answers of copies",
    (
        build_choice(
            "Choose", "Make this answer count; the other is kept", "conversation.what_now", "enter,space"
        ),
    ),
)

COPY_DIFFERENCES = Page(
    "copy differences", (build_back("Back to where you were"),), parts=(COPY_ANSWER_LIST,)
)

COPY_PREVIEW = Page("copies to merge", (build_back("Back to the question", keys="escape,enter"),))

PAGES = (ANSWER_LIST, CHECK_ANSWERS, UNPLACED_ANSWERS, COPY_ANSWER_LIST, COPY_DIFFERENCES, COPY_PREVIEW)
