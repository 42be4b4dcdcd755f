"""The wheel, as `pipx install` takes it: all of matbot is in it, and it runs where there is no checkout."""

import asyncio
import os
import subprocess
import sys
import sysconfig
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[2]
BIN = "Scripts" if sys.platform == "win32" else "bin"


@dataclass(frozen=True)
class Installed:
    """matbot in an environment of its own, for somebody with an empty home."""

    program: Path
    home: Path

    def run(self, *arguments: str, typed: str = "") -> str:
        """What a command prints; it must go well, and say nothing of a fault."""
        done = subprocess.run(
            [self.program, *arguments],
            input=typed,
            cwd=self.home,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        assert "Traceback" not in done.stderr
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        """What a new person's shell says: nothing of a checkout, and a home with nothing in it."""
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LANG") if name in os.environ}
        path = os.pathsep.join((str(self.program.parent), os.defpath))
        homes = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA"), str(self.home))
        return {**kept, **homes, "PATH": path, "PYTHONIOENCODING": "utf-8", "TERM": "xterm-256color"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel in an environment that has only what matbot needs: from here, as tests use no network."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False)
    python = place / BIN / ("python.exe" if sys.platform == "win32" else "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--quiet", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([python, "-c", asked], check=True, capture_output=True, encoding="utf-8")
    # What stands in a .pth file is looked through last, and .pth files in there are not read:
    # the checkout that the tests themselves use is not among it.
    needed = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    Path(packages.stdout.strip(), "needed.pth").write_text("\n".join(needed), encoding="utf-8")
    return place / BIN / ("matbot.exe" if sys.platform == "win32" else "matbot")


@pytest.fixture
def installed(program: Path, tmp_path: Path) -> Installed:
    """The installed matbot, for somebody who has never used it."""
    home = tmp_path / "new-home"
    home.mkdir()
    return Installed(program, home)


def test_all_of_matbot_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    """Every framework version, style sheet, template and page of the sample; no tests, no transcripts."""
    package = CHECKOUT / "matbot"
    here = {path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    there = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert there == {path.relative_to(CHECKOUT).as_posix() for path in here}
    for data in ("rubric.md", "home.tcss", "tour.tcss", "report.css", "executive-team.txt"):
        assert any(name.endswith(f"/{data}") for name in there)


def test_it_is_the_installed_one_that_runs(installed: Installed) -> None:
    """Not the checkout."""
    python = installed.program.with_name("python.exe" if sys.platform == "win32" else "python")
    code = "import matbot, textual; print(matbot.__file__)"
    done = subprocess.run(
        [python, "-c", code],
        cwd=installed.home,
        env=installed.environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.program.parents[1])


def test_every_command_finds_what_it_needs(installed: Installed) -> None:
    """The framework, the conversation, and documents in each format, with the style sheet in them."""
    run = installed.run
    assert "mat-si-capacity-2019" in run("rubric", "list")
    (folder,) = installed.program.parents[1].rglob("mat-si-capacity-2019")
    assert "is sound: 14 elements, 76 questions." in run("rubric", "check", str(folder))
    reviews = [
        run("new", "--trust", "Northfields", "--group", group, "--elements", "1A").strip()
        for group in ("Heads", "Governors")
    ]
    for review, rating in zip(reviews, "14", strict=True):
        asked = run("ask", review, typed=f"g\n{rating}\nAs we see it\nMinutes\n/stop\n")
        assert "saved " in asked
    compared = run("compare", *reviews)
    assert "1A" in compared
    pack = Path(run("pack", "--elements", "1A", "--format", "docx").strip())
    assert (installed.home / pack).is_file()
    for form in ("md", "html", "docx"):
        written = installed.home / run("transcript", reviews[0], "--format", form).strip()
        assert written.suffix == f".{form}"
        assert written.stat().st_size > 2000
    assert "<style>" in (written.with_suffix(".html")).read_text(encoding="utf-8")
    assert "Goodbye" in run("--plain", typed="stop\n")


def test_a_framework_is_imported_and_used(installed: Installed) -> None:
    """From Word and from plain text, with nothing but what came in the wheel."""
    from tests.unit.published import HEADER, Layout, as_text, as_word

    row = ("1A. Purpose", "i. Is it clear?\nii. Is it shared?", "i. A\nii. B", "i. C\nii. D", "")
    ours = Layout(("Our framework",), ((HEADER, ("1. Vision",), row),))
    (installed.home / "ours.txt").write_text(as_text(ours), encoding="utf-8")
    (installed.home / "ours.docx").write_bytes(as_word(ours))
    for form in ("txt", "docx"):
        output = installed.run(
            "rubric", "import", f"ours.{form}", "--yes", "--even-so", "--name", f"from-{form}"
        )
        assert "1 heading, 1 element, 2 questions." in output
        assert f"from-{form}" in installed.run("rubric", "list")
        assert installed.run("new", "--trust", "Northfields", "--rubric", f"from-{form}")


async def test_it_is_served_in_a_browser(installed: Installed) -> None:
    """Its pages, what they are drawn with, and the app behind them."""
    pytest.importorskip("textual_serve", reason="matbot[web] is not installed")
    from tests.browser.sockets import opened, origin_of, visitor

    serve = (installed.program, "serve", "--port", "0")
    process = await asyncio.create_subprocess_exec(
        *serve, cwd=installed.home, env=installed.environment, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        link = (await process.stdout.readline()).decode().strip().rpartition(": ")[2]
        async with visitor(link) as someone, opened(link, someone) as page:
            for asset in (CHECKOUT / "matbot" / "web" / "assets").iterdir():
                async with someone.get(f"{origin_of(link)}/assets/{asset.name}") as answer:
                    assert await answer.read() == asset.read_bytes()
            async with someone.get(origin_of(link)) as answer:
                assert "textual-terminal" in await answer.text()
            await page.shows("Begin a new review")
    finally:
        process.terminate()
        await process.wait()


def test_the_demo_runs(installed: Installed) -> None:
    """Both trusts, with everything that is written of them."""
    output = installed.run("demo", "--workspace", "sample")
    assert "To try next:" in output
    assert len([*(installed.home / "sample" / "reviews").glob("*.matbot.json")]) == 10
    assert len([*(installed.home / "sample" / "transcripts").rglob("*.html")]) > 10


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        ((), "Take a two-minute tour"),
        (("tour",), "before anybody answers"),
        (("--plain",), "There are no reviews yet"),
    ],
)
def test_the_app_opens(
    installed: Installed, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], words: str
) -> None:
    """In a terminal: home for somebody new, the tour, and the same line by line."""
    from tests.faults.signals import Terminal

    for name in [*os.environ]:
        monkeypatch.delenv(name)
    for name, value in installed.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(installed.home)
    terminal = Terminal([*command], (str(installed.program),))
    terminal.see(words)
    assert terminal.stop("SIGTERM").ends_by(time.monotonic() + 60)
    terminal.close()
