"""`matbot demo`: what it makes and says, and that the committed examples are its own."""

from pathlib import Path

import pytest

from matbot.demo.stories import APART, COMPARED, WALKS
from tests.speaking import Result, run

EXAMPLES = Path(__file__).parents[2] / "transcripts" / "examples"


class Made:
    """What `matbot demo` made in a folder, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.result: Result = run("demo")

    @property
    def files(self) -> dict[Path, bytes]:
        """Every file there is now."""
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """What `matbot demo` makes where it is called."""
    here = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATBOT_STATE", str(here / "state"))
        patch.delenv("MATBOT_WORKSPACE", raising=False)
        patch.chdir(here)
        return Made(here / "matbot-demo")


def test_the_committed_examples_are_current(made: Made) -> None:
    """transcripts/examples is what the demo writes now. If it is not: `make examples`, and look at it."""
    written = {path.name: path.read_bytes() for path in (made.folder / "transcripts").glob("*.md")}
    committed = {path.name: path.read_bytes() for path in EXAMPLES.glob("*.md")}
    assert committed.keys() == written.keys(), "other files than the demo makes: run `make examples`"
    for name, text in written.items():
        assert committed[name] == text, f"{name} is stale: run `make examples`, and look at it"


def test_the_demo_says_what_it_made_and_what_to_try(made: Made) -> None:
    """By default it makes `matbot-demo` where it is called; it names each file and the commands to try."""
    written = sorted((made.folder / "transcripts").glob("*.md"))
    assert made.result.status == 0
    assert len(written) == len(WALKS) + len(COMPARED)
    assert all(path.name in made.result.out for path in written)
    again = "matbot --workspace matbot-demo"
    for command in (f"compare {' '.join(APART)}", "show demotogether", "show demonext"):
        assert f"  {again} {command}\n" in made.result.out


def test_the_demo_is_made_once(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second time it refuses, and changes nothing."""
    monkeypatch.chdir(made.folder.parent)
    before = made.files
    again = run("demo")
    assert (again.status, again.out) == (1, "")
    assert "already" in again.err
    assert made.files == before
