"""`matbot demo`: what it makes and says, and that the committed examples are its own."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from matbot.demo.stories import APART
from tests.speaking import Result, run

EXAMPLES = Path(__file__).parents[2] / "transcripts" / "examples"


class Made:
    """What `matbot demo` made in a folder, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.result: Result = run("demo")
        self.written = folder / "transcripts" / "demo"

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
    written, committed = _files(made.written), _files(EXAMPLES)
    assert committed.keys() == written.keys(), "other files than the demo makes: run `make examples`"
    stale = [name for name, path in written.items() if _said(path) != _said(committed[name])]
    assert not stale, "stale: run `make examples`, and look at them"


def test_the_demo_says_what_it_made_and_what_to_try(made: Made) -> None:
    """By default it makes `matbot-demo` where it is called; it names each folder and the commands to try."""
    assert made.result.status == 0
    written = Path("matbot-demo", "transcripts", "demo")
    for folder in made.written.iterdir():
        if folder.is_dir():
            number = len(list(folder.iterdir()))
            assert f"  {written / folder.name}: {number} files\n" in made.result.out
    assert f"Begin with {written / 'README.md'}\n" in made.result.out
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


def _files(folder: Path) -> dict[str, Path]:
    """The files of a folder and of those in it, by their names there."""
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def _said(path: Path) -> object:
    """What is in a file; of a Word file what it packs, which another machine may pack more tightly."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
