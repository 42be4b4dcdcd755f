"""The commands of the pages that show all elements over the conversation: the heat map, and Go to."""

from dataclasses import replace

from matbot.commands import REMOVE, Command, Page, build_back
from matbot.commands.home import MARKED_LIST

MAP = Page(
    "map",
    (replace(build_back("Back to the conversation", "Close", "escape,f2,enter", "dismiss"), meaning="map"),),
)

GO_TO = Page(
    "go to",
    (
        replace(build_back("Back to where you were", "Close", "escape,f3"), meaning="go_to"),
        Command(
            "take_out",
            "delete",
            "Take out of review",
            "Take the marked element out of this review; what you said of it is kept",
            said_by="conversation.take_out",
            short="Take out",
            when="an element of this review is marked",
            synonyms=("remove", "scope"),
            meaning=REMOVE,
        ),
    ),
    parts=(MARKED_LIST,),
)

PAGES = (MAP, GO_TO)
