"""The commands of boxes and lists that several pages have, and of small pages with one question."""

from dataclasses import replace

from matbot.commands import SAVE, Command, Page, build_back, build_choice
from matbot.commands.home import MARKED_LIST, QUIT

TICK_LIST = Page(
    "tick list",
    (
        build_choice(
            "Tick", "Choose the element or heading, or leave it out", "question.answer", "enter,space"
        ),
    ),
)

PATH_BOX = Page(
    "path box",
    (
        Command(
            "submit", "enter", "Read it", "Read the file that is named in the box", said_by="question.answer"
        ),
    ),
)

ASK = Page("ask", (build_back("Leave all as it is", "Stay"),), parts=(MARKED_LIST,))

ONE_LINE = Page(
    "one line",
    (
        build_back("Leave all as it is"),
        Command(
            "save",
            "enter,ctrl+s",
            "Save",
            "Save what is in the box",
            said_by="question.answer",
            while_typing=True,
            meaning=SAVE,
        ),
    ),
)

HELP = Page(
    "help",
    (
        replace(
            build_back("Back to the page", "Close", "escape,f1,enter", "dismiss"),
            instead_of="app.help",
            meaning="help",
        ),
    ),
)

GROUP_PAGE = Page(
    "door",
    (
        Command(
            "carry_on",
            "enter",
            "Carry on",
            "Go on with your group's review",
            said_by="home.open_review",
        ),
        QUIT,
    ),
)
"""The page on which a group that was invited to one review arrives in a browser."""

PAGES = (TICK_LIST, PATH_BOX, ASK, ONE_LINE, HELP, GROUP_PAGE)
