"""Where matbot listens, and the names by which people reach it there."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
"""This machine, and nobody else."""

HIGHEST_PORT = 65535
"""There are no more of them."""

_USUAL = {"http": 80, "https": 443}
_ANY = ("0.0.0.0", "::")
_NAME = re.compile(r"[a-z0-9_.-]+")


class WrongAddress(ValueError):
    """An address that nobody could be served at; the message says what to type."""


@dataclass(frozen=True)
class Address:
    """Where matbot listens, and what stands before it, if anything does."""

    host: str
    port: int
    """0 stands for any that is free."""
    url: str = ""
    """How people reach it where that is another way, such as https://matbot.example.org; tidy."""

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return ipaddress.ip_address(self.host).is_loopback

    @property
    def is_known(self) -> bool:
        """Whether it says by which name people reach it."""
        return bool(self.url) or self.host not in _ANY

    @property
    def is_one_machine(self) -> bool:
        """Whether whoever looks at the page sits at the machine that serves it."""
        return self.is_loopback and not self.url

    @property
    def base(self) -> str:
        """How its links begin."""
        return self.url or _origin("http", self.host, self.port)

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody between can read along."""
        return self.base.startswith("https://")

    def origin_of(self, host: str) -> str:
        """The origin of pages that were asked for by a Host header; empty if it is not one of ours."""
        wanted = host.strip().lower()
        ours = [self.base]
        if self.is_one_machine:
            ours = [_origin("http", name, self.port) for name in (self.host, LOOPBACK, "localhost", "::1")]
        return next((origin for origin in ours if urlsplit(origin).netloc == wanted), "")


def tidy_url(typed: str) -> str:
    """The address that people reach matbot at, as browsers name it; WrongAddress if it is not one."""
    try:
        parts = urlsplit(typed.strip())
        port, host = parts.port, _name_of(parts.hostname or "")
    except ValueError:
        parts, port, host = urlsplit(""), None, ""
    more = "@" in parts.netloc or parts.query or parts.fragment or parts.path not in ("", "/")
    if parts.scheme not in _USUAL or not host or more or port == 0:
        raise WrongAddress(
            "--url is how people reach matbot, without anything after the name: https://matbot.example.org"
        )
    return _origin(parts.scheme, host, port or _USUAL[parts.scheme])


def tidy_host(typed: str) -> str:
    """The address to listen at; WrongAddress if it is not one."""
    host = typed.strip().strip("[]").lower()
    if host == "localhost":
        return LOOPBACK
    try:
        return str(ipaddress.ip_address(host))
    except ValueError as error:
        raise WrongAddress(
            "--host is an address of this machine, such as 127.0.0.1 or 192.168.1.20. "
            "The name that people reach it by goes to --url."
        ) from error


def _name_of(host: str) -> str:
    """A host as browsers name it, which is in plain letters; empty if it is none."""
    if ":" in host:
        return str(ipaddress.IPv6Address(host))
    name = host.encode("idna").decode("ascii") if host else ""  # a ValueError where it is no name
    return name if _NAME.fullmatch(name) else ""


def _origin(scheme: str, host: str, port: int) -> str:
    name = f"[{host}]" if ":" in host else host.lower()
    return f"{scheme}://{name}" if port == _USUAL[scheme] else f"{scheme}://{name}:{port}"
