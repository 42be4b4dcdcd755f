"""A whole review line by line with the screen never drawn, and whatever else may be typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matbot.rubric import Rubric
from matbot.services.blank_pack import build_blank_pack
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, run
from tests.strategies import hostile


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        hostile
        | st.sampled_from(("", "1", "2", "yes", "no", "1A", "/back", "/stop", "/repeat", "list", "add"))
        | st.sampled_from(("new", "compare 1,2", "transcript 1", "pack", "editions", "/check", "/priorities"))
        | st.sampled_from(("/transcript", "/pack", "/carry", "later 1A", "write", "open", "1A.ii", "tour"))
        | st.sampled_from(
            ("hear", "order", "1 elements", "-", "/file", "bring", "backups 1", "look", "help")
        ),
        max_size=14,
    )
)
def test_every_line_said_has_its_mark_whatever_is_typed(
    two: Workspace, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    """Every line begins `matbot: `, `you`, `saved` or two spaces, and holds no control character."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("matbot.line.transcript.export.open_with_system", lambda _: False)
        patch.chdir(tmp_path_factory.mktemp("here"))  # for what may be written under a name that was typed
        output = at_home(two, *(line.replace("\n", " ").replace("/tmp", "") for line in lines))
    for part in output:
        first, *rest = part.split("\n")
        assert re.match(r"matbot: |you|saved \d\d:\d\d:\d\d$", first)
        assert all(line.startswith("  ") for line in rest)
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", part.replace("\n", ""))


def test_plain_opens_home_and_stands_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a terminal that shows no whole screens too; beside a command it was asked wrongly."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.setenv("TERM", "dumb")
    opened = run("--plain", typed="stop\n")
    assert (opened.status, opened.err) == (0, "")
    assert opened.out.endswith("matbot: Goodbye. Everything is kept.\n")
    wrong = run("--plain", "list")
    assert (wrong.status, wrong.out) == (2, "")
    assert "leave out the command" in wrong.err
    assert "`matbot --plain`" in run().err


WHOLE = (
    *("new", "Northfields", "Heads", "2", "1A", ""),
    *("", "1", "Nobody can say it", "2", "", "0", "", "3", "", "4", "", "x", "Too early", ""),
    *("1 1 0 0", "2", "Because", "Minutes", "Jo differs"),
    *("/priorities", "1A", "", "Ask staff", *[""] * 7, ""),
    *("/transcript", "board", "", "", "md", "", "/stop"),
    *("new", "", "", "Board", "", "1A", "", "g", "4", "Strong", "", "/stop"),
    *("compare 1,2", "yes", "", "write", "", "", "/back"),
    *("pack", "write", "Trustees", "1A", "md", "", "pack", "read", "{filled}", "", "", "", ""),
    *("/confirm", "/stop"),
    "stop",
)
"""A whole review line by line: begun, walked, prioritised, written; compared; a pack out and back."""

PROGRAM = """
import sys
from matbot.cli import main
status = main(["--plain"])
print(*sorted({"textual", "rich"} & set(sys.modules)), file=sys.stderr, end="")
sys.exit(status)
"""


def test_a_whole_review_is_spoken_with_the_screen_never_drawn(tmp_path: Path, rubric: Rubric) -> None:
    """In a process of its own, through a pipe: what draws screens is never read in."""
    filled = tmp_path / "filled.md"
    pack = build_blank_pack(rubric, ["1A"], "Trustees").render("md").decode()
    filled.write_text(pack.replace("- **Green:**", "- **Green:** x"), encoding="utf-8")
    typed = "\n".join(line.format(filled=filled) for line in WHOLE)
    root = tmp_path / "workspace"
    environment = {**os.environ, "MATBOT_WORKSPACE": str(root), "TERM": "dumb"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=typed, capture_output=True, encoding="utf-8", env=environment
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not re.search("Please (?:answer [^y]|type)|There is no |cannot be", done.stdout)
    assert done.stdout.endswith("matbot: Goodbye. Everything is kept.\n")
    assert not set("·→▸–│●○›") & set(done.stdout)  # read aloud badly, or as nothing at all
    workspace = Workspace(root)
    output = {one.group: one for one in reviews_in(workspace)}
    assert [one.elements["1A"].rating for one in map(output.get, ("Heads", "Board", "Trustees")) if one] == [
        *("AR", "G", "G")
    ]
    assert [row.action for row in output["Heads"].priorities] == ["Ask staff"]
    assert not output["Trustees"].drafted
    written = sorted(path.stem.rpartition("-")[2] for path in workspace.transcripts.iterdir())
    assert written == ["1a", "board", "comparison"]
