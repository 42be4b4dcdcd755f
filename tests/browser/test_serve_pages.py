"""`matbot serve` in a real browser: a review typed and its transcript downloaded, and every page of ours."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket

from matbot.store.workspace import Workspace
from tests.browser.serving import Server, served, until
from tests.browser.sockets import MARKS
from tests.browser.test_accessible import RULES

NOTE = "Every school knows it: it is on the wall, [/red] and in the plan."
PASTED = "Pasted from our plan,\nin two lines."
ELSEWHERE = "http://mail.example/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with room for one page, and two groups invited."""
    root = tmp_path_factory.mktemp("workspace")
    groups = ("--invite", "Heads", "--invite", "Governors", "--trust", "Northfields", "--elements", "1A")
    with served(root, *groups, "--sessions", "1", "--password-file", str(_password(root))) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody who was never here."""
    made = browser.new_context(viewport={"width": 1000, "height": 640})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page."""
    return context.new_page()


class Drawn:
    """What matbot draws in a page, and what is done once it is there."""

    def __init__(self, page: Page) -> None:
        self._page, self._drawn = page, ""
        page.on("websocket", self._listen)

    def shows(self, words: str) -> None:
        """Wait until words were drawn since the last that were waited for."""
        until(lambda: self._has(words), f"{words!r} is drawn")
        self._drawn = self._drawn.partition(words)[2]

    def press(self, key: str, then: str) -> None:
        """Press a key, and wait for what it leads to."""
        self._drawn = ""
        self._page.keyboard.press(key)
        self.shows(then)

    def type(self, words: str) -> None:
        """Type, and wait until all of it is there."""
        self._page.keyboard.type(words)
        self.shows(words[-8:])

    def _has(self, words: str) -> bool:
        self._page.wait_for_timeout(10)  # frames are taken in while the page is waited for
        return words in self._drawn

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._draw)

    def _draw(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self._drawn += MARKS.sub("", frame.decode(errors="replace"))


def _password(root: Path) -> Path:
    file = root.parent / "password"
    file.write_text("correct horse\n", encoding="utf-8")
    return file


def _sent_by_mail(page: Page, link: str) -> None:
    """Follow a link that stands on a page of another site, as in somebody's mail."""
    body = f'<a href="{link}">Our review</a>'
    page.route(ELSEWHERE, lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(ELSEWHERE)
    page.get_by_role("link").click()


def _enter(page: Page, link: str) -> None:
    """Follow a link, and say the password."""
    _sent_by_mail(page, link)
    page.get_by_label("The password").fill("correct horse")
    page.get_by_role("button", name="Go in").click()
    page.wait_for_selector("body.-first-byte")


def _check(page: Page) -> None:
    """Nothing of ours on a page breaks a rule of accessible pages."""
    found = Axe().run(page, context={"exclude": [[".xterm"]]}, options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()


def test_a_review_is_typed_and_its_transcript_downloaded(server: Server, page: Page) -> None:
    """From a link in a mail to a file that can be read; the page works under its own strict policy."""
    complaints: list[str] = []
    asked_for: list[str] = []
    page.on("request", lambda asked: asked_for.append(asked.url))
    page.on("console", lambda given: complaints.append(f"{given.type}: {given.text}"))
    drawn = Drawn(page)
    _enter(page, server.links["Heads"])
    assert page.url == f"{server.base}/group/heads"
    assert page.title() == "matbot · Heads"
    _check(page)
    _answer_all(page, drawn)
    drawn.press("F7", "it is downloaded as")
    with page.expect_download() as download:
        page.keyboard.press("w")
    written = Path(download.value.path()).read_text(encoding="utf-8")
    assert download.value.suggested_filename.startswith("northfields-heads-")
    for words in ("AR Amber Red", "Because we said so", PASTED.splitlines()[1]):
        assert words in written
    assert [words for words in complaints if words.startswith(("error", "warning"))] == []
    assert [url for url in asked_for if not url.startswith((server.base, ELSEWHERE, "data:,"))] == []


def _answer_all(page: Page, drawn: Drawn) -> None:
    """Element 1A: six questions, the first answered with a paste; a rating, why, and the evidence."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("words => navigator.clipboard.writeText(words)", PASTED)
    drawn.shows("How would you like")
    drawn.press("Enter", "Where is your trust")
    for numeral in ("ii", "iii", "iv", "v", "vi", ""):
        drawn.press("2", "Ctrl+R private")
        if numeral == "ii":
            drawn.press("Control+v", "in two lines")
        else:
            drawn.type(NOTE)
        drawn.press("Enter", f"question {numeral} of 6" if numeral else "your rating for 1A")
    drawn.press("2", "Why Amber Red")
    drawn.type("Because we said so")
    drawn.press("Enter", "What is the key evidence")
    drawn.type("The plan")
    drawn.press("Enter", "Everything")


def test_whoever_may_not_come_in_reads_why_and_what_to_do(server: Server, page: Page) -> None:
    """No link, a wrong one, a wrong password, a page of another site: each on a page that all can read."""
    for address, words in (
        (server.base, "Open the link that you were given"),
        (f"{server.base}/group/heads?token=wrong", "This link does not open matbot"),
        (f"{server.base}/none", "There is nothing at this address"),
    ):
        page.goto(address)
        assert page.get_by_role("heading").inner_text() == words
        _check(page)
    _sent_by_mail(page, server.link)
    page.get_by_label("The password").fill("wrong horse")
    page.get_by_role("button", name="Go in").click()
    assert "That is not the password" in page.get_by_role("alert").inner_text()
    _check(page)
    form = f'<form method="post" action="{server.base}"><button>A prize</button></form>'
    page.unroute(ELSEWHERE)
    page.route(ELSEWHERE, lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto(ELSEWHERE)
    page.get_by_role("button").click()
    page.wait_for_url(f"{server.base}/")
    assert page.get_by_role("heading").inner_text() == "Another page asked for this"
    _check(page)


def test_a_page_too_many_is_refused_and_one_that_ended_begins_again(server: Server, page: Page) -> None:
    """With one place: a second page is told, the first one loads again, and quitting leads back in."""
    drawn = Drawn(page)
    _enter(page, server.links["Heads"])
    drawn.shows("Northfields")
    second = page.context.new_page()
    second.goto(page.url)
    assert second.get_by_role("heading").inner_text() == "Every place is taken"
    _check(second)
    second.close()  # it waits, and would take the place that is free in a moment
    page.keyboard.press("Control+q")
    closed = page.get_by_role("dialog", name="This page of matbot has ended")
    closed.wait_for()
    _check(page)
    page.get_by_role("button", name="Open it again").click()
    page.wait_for_selector("body.-first-byte")
    drawn.shows("Northfields")


def test_a_page_loaded_again_in_a_full_house_comes_back_with_the_half_typed_note(
    server: Server, page: Page
) -> None:
    """Its own place is still taken while it asks; it looks again by itself, and so does who waits."""
    drawn = Drawn(page)
    _enter(page, server.links["Governors"])
    drawn.shows("How would you like")
    drawn.press("Enter", "Where is your trust")
    drawn.press("3", "Ctrl+R private")
    drawn.type("half a thought")
    page.reload()
    page.wait_for_selector("body.-first-byte")
    drawn.shows("half a thought")
    waits = page.context.new_page()
    waits.goto(page.url)
    assert waits.get_by_role("heading").inner_text() == "Every place is taken"
    page.close()
    waits.wait_for_selector("body.-first-byte")


def test_a_server_that_has_gone_is_said_in_the_page(workspace: Workspace, page: Page) -> None:
    """Not on a page of the browser's own: whom to ask, and which link to open."""
    with served(workspace.root) as server:
        _sent_by_mail(page, server.link)
        page.wait_for_selector("body.-first-byte")
        server.process.kill()
        again = page.get_by_role("button", name="Open it again")
        again.click()
        given = page.get_by_role("alert")
        given.wait_for()
        assert "matbot does not answer" in given.inner_text()
        _check(page)
        assert again.is_visible()


def test_a_phone_shows_sixty_columns_and_nothing_beside_the_page(server: Server, browser: Browser) -> None:
    """Letters of nine pixels at least, all of it in view, and no words on keys that it has not."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    _enter(page, server.links["Heads"])
    columns, rows = (int(parse_qs(urlsplit(sockets[0]).query)[side][0]) for side in ("width", "height"))
    assert (columns >= 60, rows >= 20) == (True, True)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert not page.get_by_text("Paste with").is_visible()
    _check(page)
    context.close()


def test_without_a_script_the_page_says_what_it_needs(server: Server, browser: Browser) -> None:
    """The link works; what follows is said in words."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.link)
    page.get_by_label("The password").fill("correct horse")
    page.get_by_role("button", name="Go in").click()
    assert "matbot needs JavaScript" in page.inner_text("body")
    context.close()
