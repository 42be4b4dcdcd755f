"""The links that give access to matbot: what each one shows, and the secret that opens it."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from secrets import token_urlsafe

from matbot.text import file_stem
from matbot.web.password import is_same_secret

EVERYTHING = "Everything in this workspace"
"""The name of the link for the person who starts matbot."""

PARAMETER = "token"
"""The query parameter that holds the secret of a link."""


@dataclass(frozen=True)
class AccessLink:
    """A link that gives access to matbot."""

    name: str
    """Whom or what it is for, such as `Headteachers`."""
    path: str
    """Its path, such as `/group/headteachers`, which is not secret."""
    review: str = ""
    """The id of the only review that it gives access to; empty for all reviews."""
    token: str = field(default_factory=lambda: token_urlsafe(24), repr=False)
    """The secret that opens it for as long as this server runs."""

    @property
    def cookie(self) -> str:
        """The name of the cookie that opens it after the link was followed; different for each server."""
        return f"matbot-{hmac.new(self.token.encode(), self.path.encode(), 'sha256').hexdigest()[:12]}"

    def link(self, base: str) -> str:
        """Return the URL to give to people."""
        return f"{base}{self.path}?{PARAMETER}={self.token}"

    def opens_with(self, token: str) -> bool:
        """Whether a token is this link's secret; timing does not reveal how much of it is right."""
        return is_same_secret(token, self.token)


def build_access_links(invited: Iterable[tuple[str, str]] = ()) -> tuple[AccessLink, ...]:
    """Build the link to everything, then one for each invited group, passed with the id of its review."""
    made = [AccessLink(EVERYTHING, "/")]
    for group, review in invited:
        made.append(AccessLink(group, _find_free_path(f"/group/{file_stem(group, 'group')}", made), review))
    return tuple(made)


def _find_free_path(path: str, made: list[AccessLink]) -> str:
    """Find a path that no link has yet, because the names of two groups can give the same path."""
    taken = {link.path for link in made}
    names = [path, *(f"{path}-{number}" for number in range(2, len(made) + 2))]
    return next(name for name in names if name not in taken)
