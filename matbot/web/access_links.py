"""The links that matbot gives out: what lies behind each, and what opens it."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from secrets import token_urlsafe

from matbot.text import file_stem
from matbot.web.password import is_same_secret

EVERYTHING = "Everything in this workspace"
"""The name of the link for whoever starts matbot."""

PARAMETER = "token"
"""What the secret of a link is called in it."""


@dataclass(frozen=True)
class AccessLink:
    """A link into matbot."""

    name: str
    """Whom or what it is for, such as `Headteachers`."""
    path: str
    """The address behind it, such as `/group/headteachers`: no secret."""
    review: str = ""
    """The id of the one review that can be seen through it; empty where all can."""
    token: str = field(default_factory=lambda: token_urlsafe(24), repr=False)
    """The secret that opens it, as long as this server runs."""

    @property
    def cookie(self) -> str:
        """The name of the cookie that opens it once the link was followed; each server's is another."""
        return f"matbot-{hmac.new(self.token.encode(), self.path.encode(), 'sha256').hexdigest()[:12]}"

    def link(self, base: str) -> str:
        """What to give to people."""
        return f"{base}{self.path}?{PARAMETER}={self.token}"

    def opens_with(self, token: str) -> bool:
        """Whether a secret is this link's; how long that takes tells nobody how much of it was right."""
        return is_same_secret(token, self.token)


def build_access_links(invited: Iterable[tuple[str, str]] = ()) -> tuple[AccessLink, ...]:
    """The link to everything, then one for each group that is invited, with the id of its review."""
    made = [AccessLink(EVERYTHING, "/")]
    for group, review in invited:
        made.append(AccessLink(group, _find_free_path(f"/group/{file_stem(group, 'group')}", made), review))
    return tuple(made)


def _find_free_path(path: str, made: list[AccessLink]) -> str:
    """An address that no link has yet: two groups may have names that look alike in an address."""
    taken = {link.path for link in made}
    names = [path, *(f"{path}-{number}" for number in range(2, len(made) + 2))]
    return next(name for name in names if name not in taken)
