"""Renders the pages, and sets the headers that restrict what the browser may do with a response."""

import re
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from matbot.web.refusals import Refused

ASSETS = Path(__file__).parent / "assets"

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' {styles}; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self' {sockets}; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""Nothing is loaded from other sites, and nothing is sent to them."""

_STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' "
    "'sha256-03EiY9OLVCaCQVNKUgCYxdI11BJ8pKsqSKUlTlszVsE='"
)
"""The hashes of the style sheet that the client inserts into the page: empty at first, then its content."""

_HOST = re.compile(r"[\w.:\[\]-]+", re.ASCII)

REFERRER = "Referrer-Policy"

_HEADERS = {
    "Cache-Control": "no-store",  # pages contain what people said
    REFERRER: "no-referrer",  # links contain the secret
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "matbot",
}


def render_page(template: str, status: int = 200, **values: object) -> web.Response:
    """Render a page from the template with this file name."""
    text = _PAGES.get_template(template).render({"fault": "", "again": "", **values})
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8")


def render_refusal(refused: Refused, request: web.Request) -> web.Response:
    """Render the page that says why matbot does not open, with a link to try again if that can help."""
    again = request.path if refused.is_temporary else ""
    values = {"title": refused.title, "words": refused.words, "again": again, "waits": refused.is_retried}
    return render_page("refused.html", refused.status, **values)


async def harden(request: web.Request, response: web.StreamResponse) -> None:
    """Set the security headers of a response."""
    host = request.headers.get("Host", "")
    sockets = f"ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""  # for browsers before 2022
    response.headers.update({name: value for name, value in _HEADERS.items() if name != REFERRER})
    response.headers.setdefault(REFERRER, _HEADERS[REFERRER])
    response.headers["Content-Security-Policy"] = _POLICY.format(sockets=sockets, styles=_STYLES)
