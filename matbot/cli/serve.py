"""The command that serves matbot in a browser: the invited groups, the address and the password."""

import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from matbot.cli.options import parse_codes, parse_name, parse_people_option, usage_error, workspace_of
from matbot.cli.streams import is_at_terminal, print_lines, remark
from matbot.installation import how_to_install

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matbot.review.header import Header
    from matbot.services.joint_reviews import NewReview
    from matbot.store.workspace import Workspace
    from matbot.web.access_links import AccessLink
    from matbot.web.address import Address
    from matbot.web.server import Offer

PASSWORD = "MATBOT_PASSWORD"
"""The environment variable that may hold the password."""

SHORTEST = 8
"""The minimum length of a password, in characters."""

MOST_PAGES = 200
"""The upper limit for --sessions: each open page is a process of some 45 MB."""

NEEDED = "textual-serve==1.1.3"
"""The requirement that the extra [web] installs; pyproject.toml has the same."""

ONLY_HERE = (
    "The links work on this machine alone. Whoever has one gets in: give each to whom it is for, and "
    "to nobody else. Ctrl+C ends it for everybody; what was said is saved."
)
BEFORE_IT = (
    "Whatever stands before matbot must add TLS (https), hand on web sockets and the Host that people typed, "
    "and, for more than one meeting, a sign-in of its own."
)
IN_THE_CLEAR = (
    "Nothing between is encrypted: words, links and the password can be read on the way. Use it on a network "
    "that you trust, or put a reverse proxy with TLS before it and name that with --url https://NAME."
)


class NewReviewOptions(NamedTuple):
    """The options for a review that is begun for an invited group, as typed."""

    trust: str | None
    people: str
    elements: str | None
    framework: str | None


@click.command()
@click.option("--port", default="8000", metavar="N", help="The port to listen at; 0 for any that is free.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="The address to listen at.")
@click.option("--url", metavar="URL", help="How people reach it, where something stands before it.")
@click.option("--sessions", default="10", metavar="N", help="How many pages may be open at once.")
@click.option("--password-file", metavar="FILE", help="A file whose first line is the password to ask for.")
@click.option(
    "--invite", metavar="GROUP", multiple=True, help="A group with a link of its own; once for each."
)
@click.option("--trust", help="The name of your trust, for groups that have no review yet.")
@click.option("--people", default="1", metavar="N", help="How many are in each such group.")
@click.option("--elements", metavar="1A,2B", help="Which elements such a review looks at; all unless named.")
@click.option("--rubric", "framework", metavar="ID", help="Which framework version such a review uses.")
@click.pass_context
def serve(
    context: click.Context,
    port: str,
    host: str,
    url: str | None,
    sessions: str,
    password_file: str | None,
    invite: tuple[str, ...],
    trust: str | None,
    people: str,
    elements: str | None,
    framework: str | None,
) -> None:
    """Open matbot in a browser, and print the link.

    On this machine alone, unless you name another address; that needs a password, from --password-file,
    from MATBOT_PASSWORD, or typed when you are asked. Each invited group gets a link that shows its own
    review and nothing else; one is begun for a group that has none here.
    """
    if importlib.util.find_spec("textual_serve") is None:
        raise click.ClickException(f"matbot in a browser needs one thing more: {how_to_install(NEEDED)}")
    from matbot.web.access_links import build_access_links
    from matbot.web.server import Offer

    address = _parse_address(host, port, url)
    most = _parse_whole_number("--sessions", sessions, 1, MOST_PAGES)
    password = _password(password_file, needed=not address.is_loopback)
    workspace = workspace_of(context)
    invited = _find_or_begin_reviews(
        workspace, _parse_groups(invite), NewReviewOptions(trust, people, elements, framework)
    )
    _serve(Offer(workspace, build_access_links(invited), most, password), address)


def _serve(offer: "Offer", address: "Address") -> None:
    import asyncio

    from matbot.web.server import CannotListen, serve

    try:
        asyncio.run(serve(offer, address, lambda at: _print_links(offer.links, at)))
    except CannotListen as problem:
        raise click.ClickException(str(problem)) from problem


def _print_links(links: "Sequence[AccessLink]", address: "Address") -> None:
    """Print each link, then a remark on what to know about them."""
    print_lines(f"{link.name}: {link.link(address.base)}" for link in links)
    if address.is_one_machine:
        remark(ONLY_HERE)
    elif address.is_encrypted:
        remark(BEFORE_IT)
    else:
        remark(IN_THE_CLEAR)


# Parsing of options


def _parse_address(host: str, port: str, url: str | None) -> "Address":
    from matbot.web.address import Address, WrongAddress, tidy_host, tidy_url

    number = _parse_whole_number("--port", port, 0, 65535)
    try:
        address = Address(tidy_host(host), number, tidy_url(url) if url is not None else "")
    except WrongAddress as problem:
        raise usage_error(str(problem)) from problem
    if not address.is_known:
        raise usage_error(
            f"Say how people reach it, besides --host {host}: --url http://NAME:{number or 8000}"
        )
    return address


def _parse_whole_number(option: str, typed: str, least: int, most: int) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 9 and least <= int(typed) <= most):
        raise usage_error(f"{option} is a whole number from {least} to {most}")
    return int(typed)


def _password(file: str | None, needed: bool) -> str:
    """Return the password to ask visitors for; empty if none is set and none is needed.

    Args:
        file: The file whose first line is the password; if None, it comes from the environment variable,
            or from a prompt if it is needed.
        needed: Whether there must be a password, because other machines can reach the server.

    """
    if file is None:
        password = os.environ.get(PASSWORD, "")
    else:  # utf-8-sig: Notepad on Windows writes a byte order mark
        with Path(file).expanduser().open(encoding="utf-8-sig", errors="replace") as lines:
            password = lines.readline().strip("\r\n")
    if not password and needed and file is None and is_at_terminal():
        password = click.prompt("A password for everybody who opens it", hide_input=True, err=True)
    if not password and (needed or file is not None):
        raise usage_error(
            "Another address than 127.0.0.1 needs a password: --password-file FILE, or set MATBOT_PASSWORD"
            if file is None
            else f"There is no password in {file}. It is the file's first line"
        )
    if password and len(password) < SHORTEST:
        raise usage_error(f"The password is too short: take {SHORTEST} characters or more")
    return password


def _parse_groups(typed: "Sequence[str]") -> list[str]:
    """Parse the names of the invited groups, without duplicates."""
    names = [parse_name("--invite", group) for group in typed]
    if "" in names:
        raise usage_error("Name each group that you invite: --invite Headteachers")
    return list({name.casefold(): name for name in names}.values())


def _find_or_begin_reviews(
    workspace: "Workspace", groups: "Sequence[str]", begins: NewReviewOptions
) -> list[tuple[str, str]]:
    """Return each group with the id of its review.

    Groups without a review get a new one, but only after the options for all groups have been checked.
    """
    from matbot.web.invitations import begin_group_review, review_of_group

    trust = parse_name("--trust", begins.trust or "")
    _refuse_other_trusts(workspace, groups, trust)
    headers = {group: review_of_group(workspace, group, trust) for group in groups}
    new_reviews = {
        group: _build_new_review(workspace, group, begins) for group in groups if headers[group] is None
    }
    ids = {group: header.id for group, header in headers.items() if header}
    ids |= {group: begin_group_review(workspace, beginning) for group, beginning in new_reviews.items()}
    for group in groups:
        header = headers[group]
        which = f"on with their review of {_format_begun(header)}" if header else "a new review"
        remark(f"{group}: {which}, {ids[group]}.")
    return [(group, ids[group]) for group in groups]


def _refuse_other_trusts(workspace: "Workspace", groups: "Sequence[str]", trust: str) -> None:
    """Raise a usage error if several trusts have a group of the same name and none is named."""
    from matbot.web.invitations import trusts_of_group

    for group in () if trust else groups:
        if len(trusts_of_group(workspace, group)) > 1:
            raise usage_error(f"Several trusts have a group {group} here. Say which: --trust NAME")


def _format_begun(header: "Header") -> str:
    """Format the date a review was begun, as a group may still have last year's; its trust if unknown."""
    if not header.started:
        return header.trust
    from matbot.review.local_time import to_local_time

    begun = to_local_time(header.started)
    return f"{begun.day} {begun:%B %Y}"


def _build_new_review(workspace: "Workspace", group: str, begins: NewReviewOptions) -> "NewReview":
    from matbot.rubric.library import DEFAULT, find
    from matbot.services.joint_reviews import NewReview
    from matbot.web.invitations import list_trusts

    known = list_trusts(workspace)
    trust = parse_name("--trust", begins.trust or (known[0] if len(known) == 1 else ""))
    if not trust:
        raise usage_error(f"A review for {group} needs the name of your trust: --trust NAME")
    rubric = find(begins.framework or DEFAULT, workspace.rubrics)
    elements = parse_codes(rubric, begins.elements)
    people = parse_people_option(begins.people)
    return NewReview(rubric=rubric, trust=trust, group=group, people=people, elements=elements)
