"""`matbot serve` by its pages' own protocol: who gets in, what each group reaches, what is left behind."""

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSServerHandshakeError

from matbot.store.workspace import Workspace
from tests.browser.serving import PATIENCE, Server, served
from tests.browser.sockets import Page, opened, origin_of, socket_of, visitor

ASKS = "How would you like to take it"
"""What a review that was not begun yet asks first."""

SOON = 5.0
"""Seconds within which a closed page is forgotten."""


@pytest.fixture
def server(workspace: Workspace) -> Iterator[Server]:
    """A server with two groups invited."""
    groups = ("--invite", "Heads", "--invite", "Governors")
    with served(workspace.root, *groups, "--trust", "Northfields", "--elements", "1A") as running:
        yield running


async def _soon(holds: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait for something while pages go on, and no longer than one may have to."""
    for _ in range(round(patience / 0.02)):
        if holds():
            return
        await asyncio.sleep(0.02)
    pytest.fail(f"{what}: not within {patience:.0f} s")


def _said(workspace: Workspace, group: str) -> list[str]:
    """The kinds of events, and the notes, that a group's review holds."""
    id_ = next(one.id for one in workspace.list_reviews() if one.header and one.header.group == group)
    return [getattr(event, "note", event.kind) for event in workspace.read(id_).log]


def _free(workspace: Workspace, group: str) -> bool:
    """Whether a review can be written to, as nobody has it open."""
    id_ = next(one.id for one in workspace.list_reviews() if one.header and one.header.group == group)
    with workspace.open(id_) as file:
        return not file.read_only


async def _page(someone: ClientSession, address: str, **headers: str) -> tuple[int, str]:
    async with someone.get(address, headers=headers) as answer:
        return answer.status, await answer.text()


async def _socket(someone: ClientSession, link: str, **headers: str) -> int:
    """The status that a web socket is refused with; 101 if it is not."""
    try:
        async with someone.ws_connect(socket_of(link), headers=headers):
            return 101
    except WSServerHandshakeError as refused:
        return refused.status


async def test_who_has_no_right_to_come_in_is_told_so_on_a_page(server: Server) -> None:
    """No link, a wrong one, another site, another name for this machine: page and web socket alike."""
    heads, governors = server.links["Heads"], server.links["Governors"]
    own = origin_of(heads)
    async with visitor() as nobody, visitor(heads) as head:
        for link in server.links.values():
            status, words = await _page(nobody, link.partition("?")[0])
            assert (status, "Open the link that you were given" in words) == (401, True)
            assert await _socket(nobody, link, Origin=own) == 401
        for token in ("", "x", governors.partition("=")[2]):
            status, words = await _page(nobody, f"{heads.partition('?')[0]}?token={token}")
            assert (status, "This link does not open matbot" in words) == (401, True)
        clean = heads.partition("?")[0]
        for host in ("evil.example", f"evil.example:{own.rpartition(':')[2]}"):
            status, words = await _page(head, clean, Host=host)
            assert (status, "matbot is not at this address" in words) == (403, True)
            assert await _socket(head, heads, Origin=f"http://{host}", Host=host) == 403
        for origin in ("http://evil.example", "null", own.replace("127.0.0.1", "localhost")):
            status, words = await _page(head, clean, Origin=origin)
            assert (status, "Another page asked for this" in words) == (403, True)
            assert await _socket(head, heads, Origin=origin) == 403
        assert await _socket(head, heads) == 403
        assert await _socket(head, governors, Origin=own) == 401
        assert await _socket(head, server.link, Origin=own) == 401
        assert (await _page(head, clean))[0] == 200
        assert (await _page(nobody, f"{own}/nothing"))[0] == 404
        assert (await _page(nobody, f"{own}/download/nothing"))[0] == 404
    assert server.sessions == set()


async def test_every_answer_says_what_the_browser_may_do_with_it(server: Server) -> None:
    """Nothing from elsewhere, nothing kept, and the secret of a link goes nowhere."""
    async with visitor() as nobody:
        for address in (server.link, server.base, f"{server.base}/assets/page.js", f"{server.base}/none"):
            async with nobody.get(address) as answer:
                assert answer.headers["Cache-Control"] == "no-store"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self';")
                assert "unsafe" not in policy
        async with nobody.get(server.link) as answer:
            cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


async def test_the_eleventh_page_is_refused_until_another_is_closed(server: Server) -> None:
    """By its page and by its web socket; a place that was given back can be taken."""
    async with AsyncExitStack() as stack:
        someone = await stack.enter_async_context(visitor(server.link))
        pages = [await stack.enter_async_context(opened(server.link, someone)) for _ in range(9)]
        async with opened(server.link, someone):
            status, words = await _page(someone, server.base)
            assert (status, "Every place is taken" in words) == (503, True)
            assert await _socket(someone, server.link, Origin=server.base) == 503
        assert (await _page(someone, server.base))[0] == 200
        await pages[0].shows("Carry on")
        assert len(server.sessions) <= 10


async def test_twenty_pages_at_once_keep_their_reviews_apart(workspace: Workspace) -> None:
    """Each group's words are in its own review, and no other's."""
    groups = [f"School {number}" for number in range(1, 21)]
    options = [part for group in groups for part in ("--invite", group)]
    with served(workspace.root, *options, "--trust", "T", "--elements", "1A", "--sessions", "20") as server:
        await asyncio.gather(*(_says_who_it_is(server.links[group], group) for group in groups))
        assert [_said(workspace, group)[2:] for group in groups] == [
            ["began", "leant", f"We are {group}"] for group in groups
        ]


async def _says_who_it_is(link: str, group: str) -> None:
    async with visitor(link) as someone, opened(link, someone) as page:
        await page.shows(group)
        await page.shows(ASKS)
        for typed, then in (
            ("\r", "Where is your trust"),
            ("2", "Ctrl+R private"),
            (f"We are {group}", f"We are {group}"),
            ("\r", "Where is your trust"),
        ):
            await page.type(typed)
            await page.shows(then)


async def test_a_closed_page_frees_its_review_within_five_seconds(
    workspace: Workspace, server: Server
) -> None:
    """What was half typed is kept, and its process is gone."""
    async with visitor(server.links["Heads"]) as someone:
        async with opened(server.links["Heads"], someone) as page:
            await page.shows(ASKS)
            assert not _free(workspace, "Heads")
            await page.type("\r")
            await page.shows("Where is your trust")
            await page.type("1")
            await page.shows("Ctrl+R private")
            await page.type("half a thou")
            await page.shows("half a thou")
        await _soon(lambda: _free(workspace, "Heads"), "the review is free again", SOON)
        await _soon(lambda: not server.sessions, "the page's process is gone", SOON)
    id_ = next(one.id for one in workspace.list_reviews() if one.header and one.header.group == "Heads")
    assert "half a thou" in workspace.read(id_).drafts.values()


@pytest.mark.skipif(os.name != "posix", reason="there are no such signals here")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGKILL"])
async def test_a_server_that_is_stopped_leaves_no_process(
    workspace: Workspace, server: Server, how: str
) -> None:
    """Told to stop or killed: the pages' processes go, and their reviews are free."""
    async with (
        visitor(server.link) as someone,
        visitor(server.links["Heads"]) as head,
        opened(server.link, someone) as page,
        opened(server.links["Heads"], head) as other,
    ):
        await page.shows("Carry on")
        await other.shows(ASKS)
        assert len(server.sessions) == 2
        server.process.send_signal(getattr(signal, how))
        await _soon(lambda: server.process.poll() is not None, "the server is gone")
        await _soon(lambda: not server.sessions, "the pages' processes are gone", SOON)
    assert _free(workspace, "Heads")
    assert server.process.returncode == (0 if how == "SIGTERM" else -signal.SIGKILL)


@pytest.mark.skipif(os.name != "posix", reason="a process cannot be held up here")
async def test_a_process_that_hangs_does_not_outlive_its_page(server: Server) -> None:
    """It is ended by force once it had time to leave."""
    async with visitor(server.link) as someone:
        async with opened(server.link, someone) as page:
            await page.shows("Carry on")
            (pid,) = server.sessions
            os.kill(pid, signal.SIGSTOP)
        await _soon(lambda: not server.sessions, "the process is gone", SOON)


async def test_a_page_whose_app_has_gone_is_closed(server: Server) -> None:
    """Whether people quit or the process ends by itself."""
    async with visitor(server.link) as someone:
        for ends in (b"\x11", b""):
            async with opened(server.link, someone) as page:
                await page.shows("Carry on")
                if ends:
                    await page.type(ends.decode())
                else:
                    os.kill(server.sessions.pop(), signal.SIGTERM)
                with pytest.raises(AssertionError, match="it was closed"):
                    await page.shows("something that never comes")
            await _soon(lambda: not server.sessions, "the process is gone", SOON)


async def test_a_download_is_for_whoever_had_it_written_and_works_once(server: Server) -> None:
    """Not for another group, nor twice, nor once the page is closed; the server's disk stays as it is."""
    heads = server.links["Heads"]
    async with (
        visitor(heads) as head,
        visitor(server.links["Governors"]) as governor,
        opened(heads, head) as page,
    ):
        await page.shows(ASKS)
        await page.type("\x1b[18~")  # F7
        await page.shows("it is downloaded as")
        await page.type("w")
        address = f"{server.base}/download/{await page.offers()}"
        assert (await _page(governor, address))[0] == 401
        async with head.get(address) as answer:
            assert "northfields-heads-" in answer.headers["Content-Disposition"]
            assert (await answer.text()).startswith("# Northfields: transcript of your review")
        assert (await _page(head, address))[0] == 404
        await page.type("w")
        late = f"{server.base}/download/{await page.offers()}"
        await page.close()
        await _soon(lambda: not server.sessions, "the page's process is gone")
        assert (await _page(head, late))[0] == 404
    assert not (server.workspace / "transcripts").exists()


async def test_a_password_is_asked_for_at_every_door(workspace: Workspace) -> None:
    """Not without the link; a wrong one is told; it is not handed on to the pages' processes."""
    with served(workspace.root, env={"MATBOT_PASSWORD": "correct horse"}) as server:
        own = {"Origin": server.base}
        async with visitor() as nobody, visitor(server.link) as someone:
            for person, status in ((nobody, 401), (someone, 401)):
                answer = await person.post(server.base, data={"password": "wrong horse"}, headers=own)
                assert answer.status == status
            right = {"password": "correct horse"}
            assert (await nobody.post(server.base, data=right, headers=own)).status == 401
            assert (await someone.post(server.base, data=right)).status == 403
            assert "The password, please" in (await _page(someone, server.base))[1]
            assert await _socket(someone, server.link, **own) == 401
            answer = await someone.post(server.base, data=right, headers=own)
            assert (answer.status, "textual-terminal" in await answer.text()) == (200, True)
            async with opened(server.link, someone) as page:
                await page.shows("matbot")
                for pid in server.sessions if Path("/proc/self/environ").exists() else ():
                    assert b"correct horse" not in Path(f"/proc/{pid}/environ").read_bytes()


async def test_behind_a_proxy_everything_bears_the_name_that_people_typed(workspace: Workspace) -> None:
    """Links and web sockets have it, cookies go by https alone, and no path of this machine is shown."""
    port, name = _free_port(), "matbot.example.org"
    with served(workspace.root, "--port", str(port), "--url", f"https://{name}") as server:
        base, link = f"http://127.0.0.1:{port}", f"/?{server.link.partition('?')[2]}"
        assert server.link == f"https://{name}{link}"
        async with visitor() as someone:
            assert (await _page(someone, base))[0] == 403
            async with someone.get(base + link, headers={"Host": name}) as answer:
                cookie, *flags = answer.headers["Set-Cookie"].split("; ")
                assert "Secure" in flags
            status, words = await _page(someone, base, Cookie=cookie, Host=name)
            assert (status, f'"wss://{name}/ws"' in words) == (200, True)
            headers = {"Cookie": cookie, "Host": name, "Origin": f"https://{name}"}
            async with someone.ws_connect(f"{base}/ws", headers=headers) as drawn:
                page = Page(drawn)
                await page.shows("Begin a new review")
                await page.type("p")
                await page.shows("it is downloaded as")
                assert "Read one" not in page.seen
                assert str(workspace.root) not in page.seen


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
