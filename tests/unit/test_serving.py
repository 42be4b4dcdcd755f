"""matbot in a browser, without a browser: addresses, links, what a group's link can reach, wrong commands."""

import errno
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from matbot.cli.serve import NEEDED
from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.services.joint_reviews import NewReview, begin_review
from matbot.store.errors import NotFound, NotSaved
from matbot.store.workspace import Workspace
from matbot.web.access_links import build_access_links
from matbot.web.address import Address, WrongAddress, tidy_host, tidy_url
from matbot.web.invitations import list_trusts, review_of_group, trusts_of_group
from matbot.web.one_review import OneReview
from tests.speaking import run


def _begun(workspace: Workspace, rubric: Rubric, group: str, trust: str = "Northfields") -> str:
    with begin_review(workspace, NewReview(rubric=rubric, trust=trust, group=group)) as file:
        return file.contents.id


def test_this_machine_is_known_by_its_three_names_and_no_other() -> None:
    """A page that some other name led to may be somebody else's."""
    address = Address("127.0.0.1", 8000)
    for host in ("127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST:8000"):
        assert address.origin_of(host) == f"http://{host.lower()}"
    for host in ("", "localhost", "localhost:8001", "evil.example:8000", "127.0.0.1:8000.evil.example"):
        assert address.origin_of(host) == ""


def test_behind_a_proxy_the_name_that_was_given_is_the_only_one() -> None:
    """The origin is the one that people see, and whoever looks sits at another machine."""
    address = Address("127.0.0.1", 8000, tidy_url("HTTPS://Matbot.example.org:443/"))
    assert address.base == "https://matbot.example.org"
    assert address.origin_of("matbot.example.org") == "https://matbot.example.org"
    assert address.origin_of("127.0.0.1:8000") == ""
    assert (address.is_encrypted, address.is_one_machine, address.is_loopback) == (True, False, True)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "matbot.example.org", "ftp://x", "https://", "https://a/b", "https://me@x", "http://x:y"),
        *("https://a b", "https://a?b", "https://a#b", "https://:word@x", "https://x:0", "https://[::1"),
    ],
)
def test_a_url_that_is_none_is_refused_in_words(typed: str) -> None:
    """It says what one looks like."""
    with pytest.raises(WrongAddress, match=r"https://matbot\.example\.org"):
        tidy_url(typed)


def test_a_name_is_known_as_browsers_write_it() -> None:
    """They ask for a name in other letters by plain ones."""
    assert tidy_url("https://Lüders.example") == "https://xn--lders-kva.example"
    assert tidy_url("https://[::1]:8443/") == "https://[::1]:8443"


def test_an_address_is_a_number_or_localhost() -> None:
    """Names are for --url, since one may stand for several addresses."""
    assert [tidy_host(typed) for typed in ("localhost", " ::1 ", "[::1]")] == ["127.0.0.1", "::1", "::1"]
    assert Address("::1", 1).base == "http://[::1]:1"
    with pytest.raises(WrongAddress, match="--url"):
        tidy_host("matbot.example.org")


def test_each_door_has_an_address_a_cookie_and_a_secret_of_its_own() -> None:
    """Groups whose names look alike in an address, too."""
    made = build_access_links([("Heads", "a"), ("Heads!", "b"), ("校長", "c")])
    assert [link.path for link in made] == ["/", "/group/heads", "/group/heads-2", "/group/group"]
    for part in ("path", "cookie", "token"):
        assert len({getattr(link, part) for link in made}) == len(made)
    one, other = made[1:3]
    assert one.opens_with(one.token)
    assert not one.opens_with(other.token)
    assert not one.opens_with("")
    assert one.token not in repr(one)


def test_a_groups_link_reaches_one_review_whatever_is_asked_for(tmp_path: Path, small_rubric: Rubric) -> None:
    """By id, by the beginning of one, by a file's name or path: nothing else is there."""
    everything = Workspace(tmp_path / "workspace")
    own, other = (_begun(everything, small_rubric, group) for group in ("Heads", "Governors"))
    theirs = everything.find(other)
    seen = OneReview(everything.root, own)
    assert [one.id for one in seen.list_reviews()] == [own]
    with seen.open(own) as file:
        assert file.contents.id == own
    assert seen.find(str(everything.find(own))) == everything.find(own)
    paths = (str(theirs), theirs.name, f"../reviews/{theirs.name}", "/etc/passwd")
    for reference in (other, other[:3], "", *paths):
        with pytest.raises(NotFound):
            seen.open(reference)
    opened = ReviewOpened(review="new12345", trust="T", rubric="small")
    with pytest.raises(NotSaved):
        seen.create(small_rubric, opened, ScopeChosen(elements=("1A",)))
    with everything.open(own) as file, pytest.raises(NotSaved):
        seen.copy(file)


def test_a_group_goes_on_in_the_review_that_it_began_last(workspace: Workspace, small_rubric: Rubric) -> None:
    """However its name is written, and however the reviews came here; of that trust if one is named."""
    assert review_of_group(workspace, "Heads") is None
    for id_, month, trust in (("new23456", 11, "Northfields"), ("old23456", 9, "Northfields")):
        at = datetime(2026, month, 1, tzinfo=UTC)
        opened = ReviewOpened(at=at, review=id_, trust=trust, group="Heads", rubric=small_rubric.id)
        workspace.create(small_rubric, opened, ScopeChosen(at=at, elements=("1A",))).close()
    _begun(workspace, small_rubric, "Heads", "Harrowmere")
    _begun(workspace, small_rubric, "Governors")
    found = review_of_group(workspace, " heads", "northfields")
    assert found
    assert found.id == "new23456"
    assert sorted(list_trusts(workspace)) == ["Harrowmere", "Northfields"]
    assert sorted(trusts_of_group(workspace, "heads")) == ["Harrowmere", "Northfields"]
    assert review_of_group(workspace, "Parents") is None


def test_a_group_of_one_trust_gets_no_link_to_anothers_review(
    workspace: Workspace, small_rubric: Rubric, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two trusts have a group of that name, it asks which is meant."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    for trust in ("Northfields", "Harrowmere"):
        _begun(workspace, small_rubric, "Heads", trust)
    done = run("serve", "--invite", "heads")
    assert (done.status, done.out) == (2, "")
    assert "Several trusts have a group heads here. Say which: --trust NAME" in done.err


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["--port", "x"], "--port is a whole number from 0 to 65535"),
        (["--sessions", "0"], "--sessions is a whole number from 1"),
        (["--host", "here"], "--host is an address"),
        (["--url", "here"], "--url is how people reach"),
        (["--host", "203.0.113.7"], "needs a password: --password-file FILE"),
        (["--host", "::"], "Say how people reach it"),
        (["--invite", " "], "Name each group"),
        (["--invite", "Heads"], "needs the name of your trust: --trust NAME"),
        (["--invite", "Heads", "--trust", "T", "--elements", "9Z"], "There is no element 9Z"),
        (["--invite", "Heads", "--trust", "T", "--people", "many"], "--people is how many you are"),
    ],
)
def test_what_is_asked_wrongly_is_said_in_a_line_and_nothing_is_begun(
    typed: list[str], words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before anything listens, and before any review is made."""
    monkeypatch.delenv("MATBOT_PASSWORD", raising=False)
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    done = run("serve", *typed)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "workspace").exists()


def test_a_password_comes_from_a_file_or_the_environment_and_is_not_too_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first line counts, without the line's end; an empty file is a mistake."""
    from matbot.cli.serve import _password

    file = tmp_path / "password"
    file.write_text("correct horse\r\nbattery\n", encoding="utf-8")
    assert _password(str(file), needed=True) == "correct horse"
    file.write_text("correct horse\n", encoding="utf-8-sig")  # as Windows' own editor writes it
    assert _password(str(file), needed=True) == "correct horse"
    monkeypatch.setenv("MATBOT_PASSWORD", "from outside")
    assert _password(None, needed=True) == "from outside"
    monkeypatch.setenv("MATBOT_PASSWORD", "short")
    assert "too short" in run("serve", "--host", "203.0.113.7").err
    file.write_text("", encoding="utf-8")
    assert "There is no password in" in run("serve", "--password-file", str(file)).err
    assert run("serve", "--password-file", str(tmp_path / "none")).status == 1


def test_an_address_that_is_not_this_machines_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """203.0.113.7 is nobody's."""
    pytest.importorskip("textual_serve", reason="matbot[web] is not installed")
    monkeypatch.setenv("MATBOT_PASSWORD", "long enough")
    done = run("serve", "--host", "203.0.113.7", "--port", "0")
    assert (done.status, done.out) == (1, "")
    assert "is no address of this machine" in done.err


@pytest.mark.parametrize(("port", "other"), [(8000, 8001), (65535, 65534)])
def test_where_a_port_is_taken_another_one_is_named(port: int, other: int) -> None:
    """One that there is."""
    pytest.importorskip("textual_serve", reason="matbot[web] is not installed")
    from matbot.web.server import _in_words

    output = _in_words(Address("127.0.0.1", port), OSError(errno.EADDRINUSE, "taken"))
    assert output == f"Port {port} is taken. Choose another: --port {other}, or 0 for any."


@pytest.mark.parametrize("by_pipx", [True, False])
def test_without_the_extra_it_says_what_to_type(
    by_pipx: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line for the very matbot that was asked, however it was installed; and nothing listens."""
    import importlib.util

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/srv/our tools/bin/python")
    if by_pipx:
        (tmp_path / "pipx_metadata.json").write_text("{}", encoding="utf-8")
    done = run("serve")
    command = "pipx inject matbot" if by_pipx else "'/srv/our tools/bin/python' -m pip install"
    assert (done.status, done.out) == (1, "")
    assert done.err == f'matbot: matbot in a browser needs one thing more: {command} "{NEEDED}"\n'


def test_what_it_says_to_install_is_what_it_needs() -> None:
    """The version that the extra asks for; the documents say the same."""
    root = Path(__file__).parents[2]
    asked = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert asked["project"]["optional-dependencies"]["web"] == [NEEDED]
    for page in ("README.md", "docs/in-a-browser.md"):
        assert f'pipx inject matbot "{NEEDED}"' in (root / page).read_text(encoding="utf-8")
