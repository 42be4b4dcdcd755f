"""Framework versions: the available ones, their descriptions, their faults, and differences between two."""

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
"""Label of a framework version that cannot be used until its files are corrected."""

MENDED = "Mended"
"""Label of a mistake in the published text that was corrected."""

FEW_WORDS = "They share few words"
"""The reason to check two questions that were matched."""

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
"""The label for what happened to a question between two framework versions."""


@dataclass(frozen=True)
class FrameworkVersion:
    """A framework version in its folder, either valid or with faults."""

    folder: Path
    rubric: Rubric | None
    """None while it has faults that prevent its use."""
    faults: tuple[Fault, ...] = ()
    """What has to be corrected before it can be used."""

    @property
    def name(self) -> str:
        """The name of its folder, which is its id."""
        return self.folder.name

    @property
    def origin(self) -> str:
        """Whether it comes with matbot or belongs to the workspace."""
        return SHIPS if self.folder.parent == SHIPPED else OWN

    @property
    def faults_in_words(self) -> str:
        """The number of faults: `something to mend in 2 places`; empty if there are none."""
        return f"{TO_MEND} in {format_count(len(self.faults), 'place')}" if self.faults else ""


def find_versions(own: Path) -> dict[str, Path]:
    """The folder of each framework version by name, those that ship first; none of them is read.

    If two have the same name, the workspace's version takes precedence.
    """
    found: dict[str, Path] = {}
    with suppress(OSError):  # a folder without read permission counts as empty
        for folder in folders(own):
            found[folder.name] = folder
    return found


def list_versions(own: Path) -> list[FrameworkVersion]:
    """Read every framework version; `own` is the workspace's folder for them."""
    return [read_version(folder) for folder in find_versions(own).values()]


def read_version(folder: Path) -> FrameworkVersion:
    """Read the framework version in a folder in its present state."""
    from matbot.rubric.checker import FaultyRubric, load  # imports the Markdown parser

    try:
        return FrameworkVersion(folder, load(folder))
    except FaultyRubric as problem:
        return FrameworkVersion(folder, None, tuple(problem.faults))


def usual_version(choices: Mapping[str, Rubric]) -> str:
    """The id of the default framework version: the one that ships, if it is available."""
    return DEFAULT if DEFAULT in choices else next(iter(choices))


# The description of a framework version


@dataclass(frozen=True)
class VersionWords:
    """The description of a framework version, as shown before its first element."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """Its version, source, credit and scale, each with a label."""
    guidance: tuple[str, ...]
    """Instructions for using it, one paragraph each."""
    corrections: tuple[str, ...]
    """Mistakes in the published text that were corrected."""


def present_version(rubric: Rubric) -> VersionWords:
    """Present the description of a framework version."""
    facts = {
        "Framework version": rubric.edition,
        "Source": rubric.source,
        "Credit": rubric.credit,
        "Scale": "; ".join(map(_format_level, rubric.scale)),
    }
    return VersionWords(
        rubric.title,
        tuple((label, words) for label, words in facts.items() if words),
        tuple(rubric.guidance),
        tuple(rubric.errata),
    )


def _format_level(level: Level) -> str:
    return " - ".join(filter(None, (f"{level.letters} {level.name}", level.meaning)))


def version_title(rubric: Rubric) -> str:
    """The title of a framework version in a line: its framework, and its label."""
    return one_line(f"{rubric.title}, {rubric.edition}")


def version_counts(rubric: Rubric) -> str:
    """The size of a framework version: `14 elements, 76 questions`."""
    return (
        f"{format_count(len(rubric.elements), 'element')}, {format_count(len(rubric.questions), 'question')}"
    )


def version_size(rubric: Rubric) -> str:
    """The size of a framework version with its headings and scale: `6 headings, …, Red to Green`."""
    scale = f"{rubric.scale[0].name} to {rubric.scale[-1].name}"
    return one_line(f"{format_count(len(rubric.headings), 'heading')}, {version_counts(rubric)}, {scale}")


# Faults


@dataclass(frozen=True)
class VersionCheck:
    """The result of checking the files of a framework version."""

    faults: tuple[str, ...]
    """Each finding with its file and line and a remedy, including those that may be intended."""
    sound: str
    """A sentence which says that it can be used; empty if it cannot."""


def check_version(folder: Path) -> VersionCheck:
    """Check the files of a framework version."""
    from matbot.rubric.checker import check_folder, load

    faults = check_folder(folder)
    is_sound = all(fault.may_stay for fault in faults)
    sound = f"{one_line(folder.name)} is sound: {version_counts(load(folder))}." if is_sound else ""
    return VersionCheck(tuple(map(str, faults)), sound)


# Findings in an imported file

LOOK_FIRST = "Look at this first"
LEFT_OUT = "Left out"


@dataclass(frozen=True)
class Finding:
    """Something to know about a file before it is made into a framework version."""

    place: str
    """Its location in the file."""
    words: str
    """What was found or done, and why."""
    quoted: str = ""
    """The text of the file that it is about; front ends shorten it to the space they have."""


WHICH_IS_WEAKEST = "Which of these is the weakest?"
"""Asked if the names of the levels do not show which end is weak."""

WHY_WEAKEST = (
    "The names of the levels do not say which end of the scale is the weak one, and the file lists them "
    "from one end to the other."
)


@dataclass(frozen=True)
class Findings:
    """What was found while importing a file."""

    doubts: tuple[Finding, ...]
    """Reasons not to keep the result unchanged."""
    corrections: tuple[Finding, ...]
    left_out: tuple[Finding, ...]

    @property
    def parts(self) -> dict[str, tuple[Finding, ...]]:
        """All findings, by heading."""
        return {LOOK_FIRST: self.doubts, MENDED: self.corrections, LEFT_OUT: self.left_out}


def present_findings(found: Found) -> Findings:
    """Present what was found while importing a file."""
    return Findings(
        tuple(Finding(one.place, one.what) for one in found.doubts),
        tuple(Finding(one.place, f"{one.what} {one.why}") for one in found.corrections),
        tuple(Finding(one.place, one.why, one.words) for one in found.unread),
    )


# Differences between two versions


def crosswalk_counts(crosswalk: Crosswalk) -> str:
    """The number of questions by what happened to them: `70 as they were, 3 reworded and 1 gone`."""
    counts = crosswalk.counts
    return in_words([f"{counts[how]} {words}" for how, words in HOW_IN_WORDS.items() if counts[how]])


def is_doubtful(match: Match, by_hand: Container[str] = ()) -> bool:
    """Whether a question should be checked because it shares few words with its counterpart.

    `by_hand` contains the ids of questions in the later framework version that people matched themselves.
    """
    return match.is_doubtful and not (match.later and match.later.id in by_hand)
