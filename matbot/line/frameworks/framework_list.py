"""Listing the available framework versions, and asking which one to use."""

from pathlib import Path

from matbot.line.talk import Talk
from matbot.presenters.framework_versions import list_versions, usual_version, version_title
from matbot.rubric import Rubric
from matbot.rubric.library import DEFAULT, find


def list_frameworks(own: Path) -> list[Rubric]:
    """Return the framework versions without faults, both those shipped and those in the folder `own`."""
    return [one.rubric for one in list_versions(own) if one.rubric]


def ask_for_framework(talk: Talk, own: Path) -> Rubric:
    """Ask which framework version to use if there is more than one; otherwise return the only one."""
    available = list_frameworks(own)
    if len(available) < 2:
        return available[0] if available else find(DEFAULT, own)  # `find` raises with the faults to correct
    by_id = {one.id: one for one in available}
    labels = {id_: version_title(one) for id_, one in by_id.items()}
    return by_id[talk.choose("Which framework version?", labels, usual_version(by_id))]
