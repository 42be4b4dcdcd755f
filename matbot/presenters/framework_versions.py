"""Framework versions: which there are, what each says of itself, what is to be mended, and how two differ."""

from __future__ import annotations

from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matbot.report.words import format_count
from matbot.rubric.library import DEFAULT, SHIPPED, folders
from matbot.text import in_words, one_line

if TYPE_CHECKING:
    from matbot.importers.findings import Found
    from matbot.rubric import Level, Rubric
    from matbot.rubric.crosswalk import Crosswalk, How, Match
    from matbot.rubric.reader import Fault

SHIPS = "comes with matbot"
OWN = "yours"
TO_MEND = "something to mend"
"""Said of a framework version that cannot be used until its files are mended."""

MENDED = "Mended"
"""The label of a slip of the published text that was put right."""

FEW_WORDS = "They share few words"
"""Why two questions that were matched are to be looked at."""

OTHER_SCALE = (
    "They are rated on different scales: ratings stay with the framework version they were given in."
)

HOW_IN_WORDS: Mapping[How, str] = {
    "comparable": "as they were",
    "reworded": "reworded",
    "moved": "moved",
    "new": "new",
    "gone": "gone",
}
"""How a question came through from one framework version to another, as people read it."""


@dataclass(frozen=True)
class FrameworkVersion:
    """A framework version in its folder, sound or with something to mend."""

    folder: Path
    rubric: Rubric | None
    """None while there is something to mend."""
    faults: tuple[Fault, ...] = ()
    """What is to be mended before it can be used."""

    @property
    def name(self) -> str:
        """What its folder is called, which is its id."""
        return self.folder.name

    @property
    def origin(self) -> str:
        """Whether it comes with matbot, or is the workspace's own."""
        return SHIPS if self.folder.parent == SHIPPED else OWN

    @property
    def faults_in_words(self) -> str:
        """How much there is to mend: `something to mend in 2 places`; empty for one that is sound."""
        return f"{TO_MEND} in {format_count(len(self.faults), 'place')}" if self.faults else ""


def find_versions(own: Path) -> dict[str, Path]:
    """The folder of every framework version by its name, those that ship first; none of them is read.

    Of two of one name it is the workspace's own, which is the one that is used.
    """
    found: dict[str, Path] = {}
    with suppress(OSError):  # a folder that may not be looked into has none to offer
        for folder in folders(own):
            found[folder.name] = folder
    return found


def list_versions(own: Path) -> list[FrameworkVersion]:
    """Every framework version, read; `own` is the workspace's folder of them."""
    return [read_version(folder) for folder in find_versions(own).values()]


def read_version(folder: Path) -> FrameworkVersion:
    """The framework version in a folder as it is now."""
    from matbot.rubric.checker import FaultyRubric, load  # brings the Markdown parser

    try:
        return FrameworkVersion(folder, load(folder))
    except FaultyRubric as problem:
        return FrameworkVersion(folder, None, tuple(problem.faults))


def usual_version(choices: Mapping[str, Rubric]) -> str:
    """The id of the one that is used unless another is chosen: the one that ships, if it is among them."""
    return DEFAULT if DEFAULT in choices else next(iter(choices))


# What one says of itself


@dataclass(frozen=True)
class VersionWords:
    """What a framework version says of itself, before its first element."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """Which version it is, whose, and its scale: a label each, and what stands there."""
    guidance: tuple[str, ...]
    """How to use it, a paragraph each."""
    corrections: tuple[str, ...]
    """Slips of the published text that were put right."""


def present_version(rubric: Rubric) -> VersionWords:
    """What a framework version says of itself."""
    facts = {
        "Framework version": rubric.edition,
        "Source": rubric.source,
        "Credit": rubric.credit,
        "Scale": "; ".join(map(_level, rubric.scale)),
    }
    return VersionWords(
        rubric.title,
        tuple((label, words) for label, words in facts.items() if words),
        tuple(rubric.guidance),
        tuple(rubric.errata),
    )


def _level(level: Level) -> str:
    return " - ".join(filter(None, (f"{level.letters} {level.name}", level.meaning)))


def version_title(rubric: Rubric) -> str:
    """A framework version in a line: its framework, and which version of it."""
    return one_line(f"{rubric.title}, {rubric.edition}")


def version_counts(rubric: Rubric) -> str:
    """How large a framework version is: `14 elements, 76 questions`."""
    return (
        f"{format_count(len(rubric.elements), 'element')}, {format_count(len(rubric.questions), 'question')}"
    )


def version_size(rubric: Rubric) -> str:
    """How large it is, its headings too, and how it is rated: `6 headings, …, Red to Green`."""
    scale = f"{rubric.scale[0].name} to {rubric.scale[-1].name}"
    return one_line(f"{format_count(len(rubric.headings), 'heading')}, {version_counts(rubric)}, {scale}")


# What is to be mended


@dataclass(frozen=True)
class VersionCheck:
    """What the check of a framework version's files found."""

    faults: tuple[str, ...]
    """Each by file and line, with what to do; also what may be meant so."""
    sound: str
    """That it can be used, in a sentence; empty while it cannot."""


def check_version(folder: Path) -> VersionCheck:
    """Look through the files of a framework version."""
    from matbot.rubric.checker import check_folder, load

    faults = check_folder(folder)
    is_sound = all(fault.may_stay for fault in faults)
    sound = f"{one_line(folder.name)} is sound: {version_counts(load(folder))}." if is_sound else ""
    return VersionCheck(tuple(map(str, faults)), sound)


# What was found in a file that is imported

LOOK_FIRST = "Look at this first"
LEFT_OUT = "Left out"


@dataclass(frozen=True)
class Finding:
    """Something to know of a file before a framework version is made of it."""

    place: str
    """Where it stands in the file."""
    words: str
    """What was seen or done, and why."""
    quoted: str = ""
    """The words of the file that it is about; a front end shows as much of them as it has room for."""


WHICH_IS_WEAKEST = "Which of these is the weakest?"
"""Asked where the names of the levels do not tell."""

WHY_WEAKEST = (
    "The names of the levels do not say which end of the scale is the weak one, and the file lists them "
    "from one end to the other."
)


@dataclass(frozen=True)
class Findings:
    """What was found in a file, apart from the framework version itself."""

    doubts: tuple[Finding, ...]
    """What speaks against keeping it as it is."""
    corrections: tuple[Finding, ...]
    left_out: tuple[Finding, ...]

    @property
    def parts(self) -> dict[str, tuple[Finding, ...]]:
        """All of it, by what it is called."""
        return {LOOK_FIRST: self.doubts, MENDED: self.corrections, LEFT_OUT: self.left_out}


def present_findings(found: Found) -> Findings:
    """What was found in a file, apart from the framework version itself."""
    return Findings(
        tuple(Finding(one.place, one.what) for one in found.doubts),
        tuple(Finding(one.place, f"{one.what} {one.why}") for one in found.corrections),
        tuple(Finding(one.place, one.why, one.words) for one in found.unread),
    )


# How two of them stand to each other


def crosswalk_counts(crosswalk: Crosswalk) -> str:
    """How many questions came through in which way: `70 as they were, 3 reworded and 1 gone`."""
    counts = crosswalk.counts
    return in_words([f"{counts[how]} {words}" for how, words in HOW_IN_WORDS.items() if counts[how]])


def is_doubtful(match: Match, by_hand: Container[str] = ()) -> bool:
    """Whether a question is to be looked at, as it shares few words with its counterpart.

    `by_hand` has the ids of questions of the later framework version that people matched themselves.
    """
    return match.is_doubtful and not (match.later and match.later.id in by_hand)
