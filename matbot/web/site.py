"""The pages that the server provides, and who can see them."""

import re
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import textual_serve
from aiohttp import web
from textual_serve.download_manager import DownloadManager

from matbot.presenters.problems import format_fault_place
from matbot.web.access_links import PARAMETER, AccessLink
from matbot.web.address import Address
from matbot.web.pages import ASSETS, REFERRER, harden, render_page, render_refusal
from matbot.web.password import Password
from matbot.web.places import Places
from matbot.web.refusals import (
    Refused,
    foreign_page,
    no_link,
    not_our_address,
    nothing_here,
    own_fault,
    taken_already,
    wrong_link,
)
from matbot.web.session import Session, parse_side

HEARTBEAT = 10.0
"""Seconds between pings to a page; a page that does not answer is treated as closed."""

LARGEST_MESSAGE = 1024 * 1024
"""The most bytes in one message of a page: many times the longest answer that can be pasted."""

_CLIENT = Path(textual_serve.__file__).parent / "static"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """The web application: each link shows its part of a workspace to those who have it."""

    def __init__(
        self,
        address: Address,
        links: Sequence[AccessLink],
        command: Callable[[AccessLink], Sequence[str]],
        most: int,
        password: str = "",
    ) -> None:
        """`command` builds the command to run behind a link; `password` is required at each if it is set."""
        self.address = address
        self.places = Places(most)
        self._links = {link.path: link for link in links}
        self._command, self._password = command, Password(password)
        self._downloads = DownloadManager()

    @property
    def application(self) -> web.Application:
        """The application for aiohttp to serve."""
        made = web.Application(middlewares=[self._guard], client_max_size=64 * 1024)
        made.router.add_static("/static", _CLIENT)
        made.router.add_static("/assets", ASSETS)
        made.router.add_get("/download/{key}", self._download)
        for path in self._links:
            made.router.add_get(path, self._show)
            made.router.add_post(path, self._log_in)
            made.router.add_get(f"{path.rstrip('/')}/ws", self._connect)
        made.on_response_prepare.append(harden)
        made.on_shutdown.append(self._close_places)
        return made

    async def _close_places(self, _application: web.Application) -> None:
        await self.places.close()

    # Access control

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse requests by a foreign host name or from a foreign page; render every refusal as a page."""
        try:
            self._check_origin(request)
            return await handler(request)
        except Refused as refused:
            return render_refusal(refused, request)
        except web.HTTPException as error:
            return render_refusal(nothing_here() if error.status < 500 else own_fault(), request)
        except Exception as error:
            _report_fault(error)
            return render_refusal(own_fault(), request)

    def _check_origin(self, request: web.Request) -> None:
        own = self.address.origin_of(request.headers.get("Host", ""))
        if not own:
            raise not_our_address(self.address.base)
        asks = request.headers.get("Origin")
        needed = request.method not in ("GET", "HEAD") or "Upgrade" in request.headers
        if asks != own and (needed or asks is not None):
            raise foreign_page()

    def _link_of(self, request: web.Request) -> AccessLink:
        """Return the access link that a request belongs to.

        Raises:
            Refused: The browser has not followed that link.

        """
        path = request.path
        link = self._links.get(path) or self._links[path.removesuffix("/ws") or "/"]
        if not link.opens_with(request.cookies.get(link.cookie, "")):
            raise no_link()
        return link

    @property
    def _password_cookie(self) -> str:
        return f"{self._links['/'].cookie}-password"

    def _is_admitted(self, request: web.Request) -> bool:
        """Whether the password was entered, if one is required."""
        return self._password.was_given(request.cookies.get(self._password_cookie, ""))

    # Pages

    async def _show(self, request: web.Request) -> web.StreamResponse:
        """Turn a link's secret into a cookie; with the cookie, show matbot or ask for the password."""
        if PARAMETER in request.query:
            return self._enter(request)
        link = self._link_of(request)
        if not self._is_admitted(request):
            return _ask_password(link)
        self.places.require_free()
        own = self.address.origin_of(request.headers["Host"])
        socket = f"{own.replace('http', 'ws', 1)}{link.path.rstrip('/')}/ws"
        return render_page("matbot.html", name=link.name if link.review else "", socket=socket)

    def _enter(self, request: web.Request) -> web.Response:
        link = self._links[request.path]
        if not link.opens_with(request.query[PARAMETER]):
            raise wrong_link()
        response = render_page("entered.html", title="matbot is opening", path=link.path)
        self._set_cookie(response, link.cookie, link.token)
        return response

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        link = self._link_of(request)
        typed = (await request.post()).get("password", "")
        if not isinstance(typed, str) or not await self._password.opens_with(typed, link.path):
            return _ask_password(link, 401, "That is not the password. Is Caps Lock on? Try again.")
        response = web.Response(status=303, headers={"Location": link.path})
        self._set_cookie(response, self._password_cookie, self._password.mark)
        return response

    def _set_cookie(self, response: web.Response, name: str, value: str) -> None:
        """Set a cookie that is sent only to these pages and that scripts cannot read."""
        secure = self.address.is_encrypted
        response.set_cookie(name, value, httponly=True, samesite="Strict", secure=secure)

    async def _connect(self, request: web.Request) -> web.StreamResponse:
        """Serve an open page: its app runs until the page is closed."""
        link = self._link_of(request)
        if not self._is_admitted(request):
            raise no_link()
        self.places.take()
        try:
            socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LARGEST_MESSAGE)
            await socket.prepare(request)
            session = Session(link, self._command(link), socket, self._downloads)
            width, height = _parse_size(request, "width", 80), _parse_size(request, "height", 24)
            try:
                await self.places.run(session, width, height)
            except Exception as error:  # the websocket is open, so no error page can be sent
                _report_fault(error)
                await socket.close()
        finally:
            self.places.give_back()
        return socket

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """Serve a file that an app has written: once, and only to a browser with access to that app."""
        key = request.match_info["key"]
        try:
            asked = await self._downloads.get_download_metadata(key)
        except KeyError as error:
            raise taken_already() from error
        session = asked.app_service
        assert isinstance(session, Session), "no other app is served"
        link = session.link
        if not (link.opens_with(request.cookies.get(link.cookie, "")) and self._is_admitted(request)):
            raise no_link()
        if session.is_over:
            raise taken_already()
        response = web.StreamResponse()
        response.content_type = "application/octet-stream"
        plain = re.sub(r"[^A-Za-z0-9_.-]", "-", asked.file_name)  # readable in a header by any browser
        response.headers["Content-Disposition"] = f'attachment; filename="{plain}"'
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response


def _ask_password(link: AccessLink, status: int = 200, fault: str = "") -> web.Response:
    """Render the page that asks for the password.

    It sends a referrer within the site, because otherwise browsers submit its form with the origin `null`.
    """
    response = render_page("password.html", status, title="The password, please", name=link.name, fault=fault)
    response.headers[REFERRER] = "same-origin"
    return response


def _parse_size(request: web.Request, name: str, otherwise: int) -> int:
    """Parse the width or height that a page reports."""
    typed = request.query.get(name, "")
    return parse_side(int(typed)) if typed.isascii() and typed.isdigit() and len(typed) < 9 else otherwise


def _report_fault(error: Exception) -> None:
    """Report an internal error on stderr: its type and location, and nothing that anybody typed."""
    sys.stderr.write(f"matbot: A page could not be shown ({format_fault_place(error)}).\n")
