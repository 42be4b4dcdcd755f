"""`matbot demo`: what it makes and says, and that the committed examples are its own."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from matbot.demo import IN_FULL
from matbot.demo.stories import APART, COMPARED, WALKS
from matbot.writing import EDITIONS, FORMATS
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
    written = {path.name: _said(path) for path in (made.folder / "transcripts").iterdir()}
    committed = {path.name: _said(path) for path in EXAMPLES.iterdir()}
    assert committed.keys() == written.keys(), "other files than the demo makes: run `make examples`"
    for name, text in written.items():
        assert committed[name] == text, f"{name} is stale: run `make examples`, and look at it"


def _said(path: Path) -> object:
    """What is in a file; of a Word file what it packs, which another machine may pack more tightly."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_demo_says_what_it_made_and_what_to_try(made: Made) -> None:
    """By default it makes `matbot-demo` where it is called; it names each file and the commands to try."""
    written = sorted((made.folder / "transcripts").iterdir())
    assert made.result.status == 0
    in_full = len(IN_FULL) * (len(EDITIONS) * len(FORMATS) - 1)
    assert len(written) == len(WALKS) + in_full + len(COMPARED) * len(FORMATS)
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
