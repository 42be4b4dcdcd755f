"""The address that matbot listens at, and the names by which people reach it."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
"""An address that only this machine can reach."""

HIGHEST_PORT = 65535
"""The highest port number."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_ANY = ("0.0.0.0", "::")
_NAME = re.compile(r"[a-z0-9_.-]+")


class WrongAddress(ValueError):
    """An address that matbot cannot be served at; the message says what to type."""


@dataclass(frozen=True)
class Address:
    """Where matbot listens, and the public URL if there is a proxy in front of it."""

    host: str
    port: int
    """0 for any free port."""
    url: str = ""
    """The URL at which people reach it, if different, such as https://matbot.example.org; normalised."""

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return ipaddress.ip_address(self.host).is_loopback

    @property
    def is_known(self) -> bool:
        """Whether the name by which people reach it is known."""
        return bool(self.url) or self.host not in _ANY

    @property
    def is_one_machine(self) -> bool:
        """Whether pages can only be opened on the machine that serves them."""
        return self.is_loopback and not self.url

    @property
    def base(self) -> str:
        """The beginning of its links."""
        return self.url or _origin("http", self.host, self.port)

    @property
    def is_encrypted(self) -> bool:
        """Whether connections are encrypted."""
        return self.base.startswith("https://")

    def origin_of(self, host: str) -> str:
        """Return the origin of pages requested with this Host header; empty if it is not one of matbot's."""
        wanted = host.strip().lower()
        ours = [self.base]
        if self.is_one_machine:
            ours = [_origin("http", name, self.port) for name in (self.host, LOOPBACK, "localhost", "::1")]
        return next((origin for origin in ours if urlsplit(origin).netloc == wanted), "")


def tidy_url(typed: str) -> str:
    """Normalise the URL at which people reach matbot, as browsers write it.

    Raises:
        WrongAddress: It is not the URL of a host, or has anything after the host.

    """
    try:
        parts = urlsplit(typed.strip())
        port, host = parts.port, _normalise_host(parts.hostname or "")
    except ValueError:
        parts, port, host = urlsplit(""), None, ""
    more = "@" in parts.netloc or parts.query or parts.fragment or parts.path not in ("", "/")
    if parts.scheme not in _DEFAULT_PORTS or not host or more or port == 0:
        raise WrongAddress(
            "--url is how people reach matbot, without anything after the name: https://matbot.example.org"
        )
    return _origin(parts.scheme, host, port or _DEFAULT_PORTS[parts.scheme])


def tidy_host(typed: str) -> str:
    """Normalise the address to listen at.

    Raises:
        WrongAddress: It is not an IP address or `localhost`.

    """
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


def _normalise_host(host: str) -> str:
    """Return a host as browsers write it, in ASCII; empty if it is not a valid name.

    Raises:
        ValueError: It cannot be encoded.

    """
    if ":" in host:
        return str(ipaddress.IPv6Address(host))
    name = host.encode("idna").decode("ascii") if host else ""  # ValueError if it is not a host name
    return name if _NAME.fullmatch(name) else ""


def _origin(scheme: str, host: str, port: int) -> str:
    name = f"[{host}]" if ":" in host else host.lower()
    return f"{scheme}://{name}" if port == _DEFAULT_PORTS[scheme] else f"{scheme}://{name}:{port}"
