"""Listening at an address until it is told to stop."""

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from aiohttp import web

from matbot.store.workspace import Workspace
from matbot.web.access_links import AccessLink
from matbot.web.address import HIGHEST_PORT, Address
from matbot.web.session import LEAVES_WITHIN
from matbot.web.site import Site


class CannotListen(Exception):
    """Nobody can be served at this address; the message says why and what to do."""


@dataclass(frozen=True)
class Offer:
    """What is served, and to whom."""

    workspace: Workspace
    links: Sequence[AccessLink]
    most: int
    """How many pages may be open at once."""
    password: str = ""
    """What is asked for behind every link; empty where nothing is."""


async def serve(offer: Offer, address: Address, ready: Callable[[Address], None]) -> None:
    """Serve until the process is told to stop; `ready` is told the address, its port too. CannotListen."""
    stopping = _stop_signal()
    listening = _bind(address)
    address = replace(address, port=listening.getsockname()[1])
    site = Site(
        address, offer.links, lambda link: build_command(offer, address, link), offer.most, offer.password
    )
    runner = web.AppRunner(
        site.application,
        access_log=None,
        logger=_build_quiet_logger(),
        handle_signals=False,
        shutdown_timeout=LEAVES_WITHIN,
    )
    try:
        await runner.setup()
        await web.SockSite(runner, listening).start()
        ready(address)
        await stopping.wait()
    finally:
        await runner.cleanup()


def build_command(offer: Offer, address: Address, link: AccessLink) -> Sequence[str]:
    """What to run for a page behind a link; nothing that lies about in the working folder is taken for it."""
    run = [sys.executable, "-P", "-m", "matbot.web.process", str(offer.workspace.root)]
    if link.review:
        return [*run, "--only", link.review]
    return [*run, "--names-files"] if address.is_one_machine else run


def _build_quiet_logger() -> logging.Logger:
    """Says nothing of requests that no browser sends: faults of matbot's own are named by its pages."""
    quiet = logging.Logger("matbot.web", logging.CRITICAL + 1)
    quiet.addHandler(logging.NullHandler())
    return quiet


def _stop_signal() -> asyncio.Event:
    """Is set once the system, or the end of the terminal, stops the server. Ctrl+C is Python's own matter."""
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
        with suppress(NotImplementedError):  # where there are no such signals the pages' apps notice the end
            loop.add_signal_handler(getattr(signal, name), stopping.set)
    return stopping


def _bind(address: Address) -> socket.socket:
    """A socket that has the address for itself."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        return socket.create_server((address.host, address.port), family=family)
    except OSError as error:
        raise CannotListen(_in_words(address, error)) from error


def _in_words(address: Address, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = address.port + 1 if address.port < HIGHEST_PORT else address.port - 1
        return f"Port {address.port} is taken. Choose another: --port {other}, or 0 for any."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{address.host} is no address of this machine. Choose one that is: --host ADDRESS"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"You may not listen at port {address.port}. Choose one from 1024 up: --port 8000"
    return f"matbot cannot listen at {address.host}, port {address.port}: {error.strerror or error}."
