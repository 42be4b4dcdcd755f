"""The commands: what each prints, where, and with which exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from matbot.text import LONGEST_NAME
from tests.speaking import run


@pytest.fixture(autouse=True)
def here(workspace: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands run in an empty folder and use the test's workspace."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    return folder


def begin(*options: str) -> str:
    """A new review's id."""
    return run("new", "--trust", "Northfields", *options).out.strip()


def test_new_prints_the_id_alone() -> None:
    """Standard output holds the id and nothing else, so that a script can use it."""
    made = run("new", "--trust", "Northfields", "--group", "Heads", "--people", "6")
    assert (made.status, made.err) == (0, "")
    shown = json.loads(run("show", made.out.strip(), "--json").out)
    assert (shown["trust"], shown["group"], shown["people"]) == ("Northfields", "Heads", 6)
    assert made.out == f"{shown['id']}\n"


@pytest.mark.parametrize("typed", ["1A,2B", "2b, 1a", " 1a 2B ", "1A;2B,", "2B,1A,2B"])
def test_elements_are_taken_however_they_are_typed(typed: str) -> None:
    """Case, spaces, order and repetition are forgiven; the scope is in the framework's order."""
    assert json.loads(run("show", begin("--elements", typed), "--json").out)["scope"] == ["1A", "2B"]


def test_a_review_answers_to_the_beginning_of_its_id_and_to_its_file() -> None:
    """An id, its unique beginning and the file's path name the same review."""
    id_ = begin()
    (listed,) = json.loads(run("list", "--json").out)
    for name in (id_, id_[:3], id_.upper(), listed["file"]):
        assert json.loads(run("show", name, "--json").out)["id"] == id_


def test_list_gives_the_shape_that_is_promised() -> None:
    """`list --json` has exactly the keys of the design."""
    begin("--elements", "1A,2B", "--group", "Heads")
    (listed,) = json.loads(run("list", "--json").out)
    assert list(listed) == [
        *("id", "trust", "group", "rubric", "started", "saved", "scope"),
        *("looked_at", "rated", "state", "archived", "file", "copies"),
    ]
    assert (listed["scope"], listed["looked_at"], listed["rated"]) == (["1A", "2B"], 0, 0)
    assert Path(listed["file"]).is_file()


def test_list_in_words_fits_the_terminal_and_shows_text_as_text() -> None:
    """Each review takes two lines of at most 80 columns, whatever it is called."""
    begin("--group", "[/red] \x1b[31m| `x` " + "long " * 80)
    output = run("list").out
    assert "[/red] | `x` long" in output
    assert len(output.splitlines()) == 2
    assert max(map(len, output.splitlines())) <= 80
    assert "\x1b" not in output


def test_an_empty_workspace_is_said_beside_the_results(tmp_path: Path) -> None:
    """Nothing is listed and nothing is made; a remark says how to begin."""
    listed = run("list")
    assert (listed.status, listed.out) == (0, "")
    assert "matbot new" in listed.err
    assert not (tmp_path / "workspace").exists()
    assert run("list", "--json").out == "[]\n"


def test_a_file_that_cannot_be_read_is_listed_in_words() -> None:
    """A damaged file neither hides the others nor breaks the list."""
    id_ = begin()
    (listed,) = json.loads(run("list", "--json").out)
    Path(listed["file"]).with_name("broken-zzzz9999.matbot.json").write_text("<html>", encoding="utf-8")
    assert "cannot be read" in run("list").out
    found = {one["id"]: one["state"] for one in json.loads(run("list", "--json").out)}
    assert found == {id_: "not started", "zzzz9999": "cannot be read"}


def test_the_workspace_is_named_by_the_option_before_the_environment(tmp_path: Path) -> None:
    """`--workspace` counts before MATBOT_WORKSPACE."""
    other = tmp_path / "other"
    made = run("--workspace", str(other), "new", "--trust", "T")
    assert made.status == 0
    assert list((other / "reviews").glob("*.matbot.json"))
    assert json.loads(run("list", "--json").out) == []


def test_a_name_is_cut_and_cleaned() -> None:
    """Names hold no control characters and have an end."""
    id_ = run("new", "--trust", "\x1b]0;x\x07Ash\u202e" + "h" * 5000).out.strip()
    name = json.loads(run("show", id_, "--json").out)["trust"]
    assert name == "Ash" + "h" * (LONGEST_NAME - 3)


def test_show_in_words_holds_no_control_character() -> None:
    """The words for the terminal cannot act on it."""
    id_ = begin("--group", "a\x1b[2Jb")
    run("ask", id_, typed="\n1\nred \x1b]52;c;x\x07 note\n")
    output = run("show", id_)
    assert output.status == 0
    assert "\x1b" not in output.out


def test_a_transcript_goes_to_the_workspace_and_its_path_is_printed_alone(tmp_path: Path) -> None:
    """The file is in `transcripts/`, and standard output names it."""
    written = run("transcript", begin("--elements", "1A"))
    path = Path(written.out.removesuffix("\n"))
    assert (written.status, written.err) == (0, "")
    assert path.parent == tmp_path / "workspace" / "transcripts"
    assert path.read_text(encoding="utf-8").startswith("# Northfields: transcript")


def test_a_transcript_is_never_written_over_another_unasked() -> None:
    """The second time it says what to do and changes nothing; `--overwrite` allows it."""
    id_ = begin("--elements", "1A")
    path = Path(run("transcript", id_).out.strip())
    path.write_text("mine", encoding="utf-8")
    refused = run("transcript", id_)
    assert (refused.status, refused.out, path.read_text(encoding="utf-8")) == (1, "", "mine")
    assert "--overwrite" in refused.err
    assert run("transcript", id_, "--overwrite").status == 0
    assert path.read_text(encoding="utf-8") != "mine"


def test_a_transcript_can_be_printed_or_named(here: Path) -> None:
    """`--output -` prints it; `--output FILE` writes just that file."""
    id_ = begin("--elements", "1A")
    printed = run("transcript", id_, "--output", "-").out
    named = run("transcript", id_, "--output", "notes.md")
    assert named.out == "notes.md\n"
    assert (here / "notes.md").read_text(encoding="utf-8") == printed


def test_a_transcript_of_some_elements_says_nothing_of_the_others() -> None:
    """`--elements` leaves out what was said of the rest, and has a name of its own."""
    id_ = begin("--elements", "1A,1B")
    run("ask", id_, typed="g\n3\nOf 1A.\n\n\ng\n2\nOf 1B.\n\n")
    printed = run("transcript", id_, "--elements", "1b", "--output", "-").out
    assert "Of 1B." in printed
    assert "Of 1A." not in printed
    assert run("transcript", id_, "--elements", "1b").out.strip().endswith("transcript-1b.md")


def test_the_rubric_is_listed_shown_and_sound() -> None:
    """The framework version that ships is named with its size, printed whole, and passes its own check."""
    listed = run("rubric", "list").out
    assert "mat-si-capacity-2019" in listed
    assert "14 elements, 76 questions" in listed
    shown = run("rubric", "show", "mat-si-capacity-2019").out
    assert shown.count("    Red: ") == shown.count("    Green: ") == 76
    assert max(map(len, shown.splitlines())) <= 80
    folder = listed.splitlines()[1].strip()
    assert run("rubric", "check", folder).out == "mat-si-capacity-2019 is sound: 14 elements, 76 questions.\n"


def test_each_fault_of_a_rubric_has_its_line(here: Path) -> None:
    """A faulty framework fails with `file:line: message`, a fault a line, and is listed as one to mend."""
    folder = here / "rubrics" / "ours"
    folder.mkdir(parents=True)
    (folder / "rubric.md").write_text("# Ours\n\n- edition: 1\n- source: us\n", encoding="utf-8")
    (folder / "1-a.md").write_text(
        "# 1 A\n\n## 1A P\n\n- x\n\n### 1A.i\n\nHow?\n\nRed: Bad.\n", encoding="utf-8"
    )
    checked = run("rubric", "check", str(folder))
    assert (checked.status, checked.err) == (1, "")
    assert "1-a.md:7: 1A.i has no Green descriptor, so only the other will be shown." in checked.out
    assert "ours  has something to mend" in run("--workspace", str(here), "rubric", "list").out
    refused = run("--workspace", str(here), "new", "--trust", "T", "--rubric", "ours")
    assert (refused.status, len(refused.err.splitlines())) == (1, 1)


def test_asking_for_little_costs_little() -> None:
    """Importing the commands brings neither the screens nor the store nor the rubric's reader."""
    heavy = ("textual", "rich", "pydantic", "tinydb", "markdown_it", "filelock", "platformdirs")
    code = f"import sys, matbot.cli; print([name for name in {heavy!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert found.stdout.strip() == "[]"


def test_a_terminal_that_is_none_gets_one_line(tmp_path: Path) -> None:
    """`matbot </dev/null >file`: a line that names `matbot ask`, status 1, an empty file."""
    out = tmp_path / "out"
    with out.open("wb") as file:
        done = subprocess.run(
            [sys.executable, "-c", "import sys; from matbot.cli import main; sys.exit(main())"],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.PIPE,
        )
    assert (done.returncode, out.read_bytes()) == (1, b"")
    assert b"matbot ask" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_a_dumb_terminal_is_told_of_line_mode(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The app opens at a terminal, but not at one that cannot show screens."""
    opened: list[object] = []
    monkeypatch.setattr("matbot.cli.opening.is_at_terminal", lambda: True)
    monkeypatch.setitem(sys.modules, "matbot.screens.app", _App(opened))
    monkeypatch.setenv("TERM", term)
    done = run()
    assert (done.status, len(opened)) == ((1, 0) if term == "dumb" else (0, 1))


class _App:
    """Stands in for the app: notes that it was opened."""

    def __init__(self, opened: list[object]) -> None:
        self.opened = opened

    def run(self, workspace: object, _tour: bool) -> int:
        """Note it."""
        self.opened.append(workspace)
        return 0


def test_whoever_reads_may_go_away() -> None:
    """A closed pipe is quiet: no words, no traceback."""
    code = (
        "import sys; from matbot.cli import main; sys.exit(main(['rubric', 'show', 'mat-si-capacity-2019']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 1


def test_an_interrupt_is_one_plain_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C in the conversation: status 130, and what was saved is kept."""
    id_ = begin("--elements", "1A")
    typed = iter(["", "1"])

    def ask(_asking: str) -> str:
        line = next(typed, None)
        if line is None:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr("matbot.cli.entry.is_at_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", ask)
    done = run("ask", id_)
    assert done.status == 130
    assert "Stopped. Everything that was said to be saved is kept." in done.err
    shown = json.loads(run("show", id_, "--json").out)
    assert shown["elements"]["1A"]["questions"]["i"]["leaning"] == "red"


def test_a_fault_of_matbots_own_is_a_line_without_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even what nobody foresaw is no traceback, and repeats nobody's words."""

    def broken(_listed: object) -> str:
        raise KeyError("a private note")

    begin()
    monkeypatch.setattr("matbot.cli.plain.format_listed", broken)
    done = run("list")
    assert done.status == 1
    assert "KeyError" in done.err
    assert "private note" not in done.err
    assert len(done.err.splitlines()) == 1


def test_a_name_that_is_cut_says_so_beside_the_result() -> None:
    """The id is still alone on standard output."""
    made = run("new", "--trust", "z" * 20_000)
    assert made.status == 0
    assert "--trust is longer than 200 characters" in made.err
    assert made.out.strip().isalnum()


def test_a_name_keeps_its_letters_whatever_the_locale() -> None:
    """What the shell hands over is taken as UTF-8 where the system does not know better."""
    name = "Ünïcødé Trust"
    command = [
        sys.executable,
        "-c",
        "from matbot.cli import main; raise SystemExit(main())",
        "new",
        "--trust",
        os.fsdecode(name.encode()),  # the same bytes, whatever this system takes them for
    ]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    made = subprocess.run(command, env=plain, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(run("show", made.stdout.strip(), "--json").out)["trust"] == name


def test_a_part_of_a_transcript_says_nothing_untrue_of_the_rest() -> None:
    """What is left out is not called unreviewed; what the review is not about is refused."""
    id_ = begin("--elements", "1A,2B")
    run("ask", id_, typed="g\n2\nwhy\nshown\ng\n3\n\n\n")
    part = run("transcript", id_, "--elements", "2B", "--output", "-")
    assert part.status == 0
    assert "1A" not in part.out
    assert "Not in this review" not in part.out
    refused = run("transcript", id_, "--elements", "3A", "--output", "-")
    assert (refused.status, refused.out) == (2, "")
    assert "3A is not in this review, which is about 1A, 2B." in refused.err


def test_the_command_that_carries_on_is_one_that_works(tmp_path: Path) -> None:
    """It names the workspace where the workspace was named."""
    place = str(tmp_path / "elsewhere")
    id_ = run("--workspace", place, "new", "--trust", "T").out.strip()
    shown = run("--workspace", place, "show", id_).out
    assert shown.endswith(f"To carry on: matbot --workspace {place} ask {id_}\n")


def test_the_demo_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    """Where the folder for what it writes is there already, nothing is made."""
    place = tmp_path / "demo"
    (place / "transcripts" / "demo").mkdir(parents=True)
    (place / "transcripts" / "demo" / "mine.md").write_text("mine", encoding="utf-8")
    done = run("demo", "--workspace", str(place))
    assert (done.status, done.out) == (1, "")
    assert not (place / "reviews").exists()


@pytest.mark.parametrize("arguments", [("--workspace", "", "list"), ("transcript", "x", "--output", "")])
def test_an_empty_name_is_asked_wrongly(arguments: tuple[str, ...]) -> None:
    """A script with an unset variable writes nowhere."""
    assert run(*arguments).status == 2
