"""A page of `matbot serve` that is left and opened again at once, as when somebody loads it anew."""

from contextlib import AsyncExitStack

from matbot.store.workspace import Workspace
from tests.browser.serving import served
from tests.browser.sockets import opened, visitor


async def test_whoever_loads_a_page_again_goes_on_writing(workspace: Workspace) -> None:
    """The page before has let go of the review by then: nobody is told that another window has it."""
    with served(workspace.root, "--invite", "Heads", "--trust", "Northfields", "--elements", "1A") as server:
        link = server.links["Heads"]
        async with visitor(link) as head:
            async with opened(link, head) as page:
                await page.shows("How would you like to take it")
                await page.type("\r")
                await page.shows("Where is your trust")
            async with opened(link, head) as page:
                await page.shows("Where is your trust")
                await page.type("1")
                await page.shows("Ctrl+R private")
                assert "another window" not in page.seen


async def test_a_second_person_looks_on_and_goes_on_when_the_first_has_left(workspace: Workspace) -> None:
    """They are told so, see no other review, and need no new page."""
    with served(workspace.root, "--invite", "Heads", "--trust", "Northfields", "--elements", "1A") as server:
        link = server.links["Heads"]
        async with AsyncExitStack() as stack:
            first, second = [await stack.enter_async_context(visitor(link)) for _ in range(2)]
            async with opened(link, first) as page:
                await page.shows("How would you like to take it")
                other = await stack.enter_async_context(opened(link, second))
                await other.shows("Open in another window")
                await other.shows("Leave it for now")
                await other.type("\x1b")
            await other.shows("The other window has closed")
            await other.type("\r")
            await other.shows("Where is your trust")
