"""The framework versions that there are, and which of them is wanted."""

from pathlib import Path

from matbot.line.talk import Talk
from matbot.presenters.framework_versions import list_versions, usual_version, version_title
from matbot.rubric import Rubric
from matbot.rubric.library import DEFAULT, find


def list_frameworks(own: Path) -> list[Rubric]:
    """The framework versions that are sound."""
    return [one.rubric for one in list_versions(own) if one.rubric]


def ask_for_framework(talk: Talk, own: Path) -> Rubric:
    """The framework version to use: it is asked for where there is a choice."""
    there = list_frameworks(own)
    if len(there) < 2:
        return there[0] if there else find(DEFAULT, own)  # which says what is to be mended in it
    named = {one.id: one for one in there}
    ways = {id_: version_title(one) for id_, one in named.items()}
    return named[talk.choose("Which framework version?", ways, usual_version(named))]
