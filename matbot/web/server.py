"""Serves matbot at an address until the process is told to stop."""

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
    """matbot cannot listen at this address; the message gives the reason and a remedy."""


@dataclass(frozen=True)
class Offer:
    """What is served, and to whom."""

    workspace: Workspace
    links: Sequence[AccessLink]
    most: int
    """The most pages that can be open at once."""
    password: str = ""
    """The password that every link requires; empty for none."""


async def serve(offer: Offer, address: Address, ready: Callable[[Address], None]) -> None:
    """Serve until the process is told to stop.

    Args:
        offer: What is served, and to whom.
        address: Where to listen.
        ready: Called once the server is listening, with the address and its actual port.

    Raises:
        CannotListen: The address is not available; the message is for the user.

    """
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
    """Build the command for a page behind a link; `-P` prevents imports from the working folder."""
    run = [sys.executable, "-P", "-m", "matbot.web.process", str(offer.workspace.root)]
    if link.review:
        return [*run, "--only", link.review]
    return [*run, "--names-files"] if address.is_one_machine else run


def _build_quiet_logger() -> logging.Logger:
    """Build a logger without output.

    aiohttp would log requests that no browser sends; matbot reports its own faults where it renders a page.
    """
    quiet = logging.Logger("matbot.web", logging.CRITICAL + 1)
    quiet.addHandler(logging.NullHandler())
    return quiet


def _stop_signal() -> asyncio.Event:
    """Return an event that is set on SIGTERM or SIGHUP; Ctrl+C is handled by Python."""
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
        with suppress(NotImplementedError):  # without such signals, the apps notice that their pipes close
            loop.add_signal_handler(getattr(signal, name), stopping.set)
    return stopping


def _bind(address: Address) -> socket.socket:
    """Open a socket that listens at the address.

    Raises:
        CannotListen: The address is not available; the message is for the user.

    """
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
