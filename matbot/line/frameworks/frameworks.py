"""The editions of the framework line by line: which there are, what they say, what is to be mended."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from matbot.commands.frameworks import FRAMEWORKS
from matbot.importers.findings import Found
from matbot.interview import Unclear
from matbot.line.elements import numbered
from matbot.line.frameworks.framework_list import sound_or_not
from matbot.line.speech import format_descriptors
from matbot.line.talk import Talk
from matbot.line.transcript.export import file_meant
from matbot.line.words import render_line
from matbot.presenters.found import WHICH_IS_WEAKEST
from matbot.report.words import counted
from matbot.rubric import Element, Rubric
from matbot.rubric.library import SHIPPED
from matbot.services.paths import path_in
from matbot.store.workspace import Workspace
from matbot.text import in_words, one_line, shortened

_CHOICES = render_line(FRAMEWORKS, "<number>, <check>, <compare>, <import>, <list>; /back leaves.")
_HINT = "number, check, compare, import, list"

FrameworkFolders = list[tuple[Path, Rubric | None]]


def show_frameworks(talk: Talk, workspace: Workspace) -> None:
    """Tell the editions, and do what people want with them until they leave."""
    talk.say("An edition is a framework in one wording. Reviews keep the words they were asked with.")
    folders_found = sound_or_not(workspace.rubrics)
    talk.tell([*_listed(folders_found), _CHOICES], answered=True)
    while True:
        way, folders = talk.ask("What next?", _understood(folders_found), _HINT)
        if way == "import":
            talk.attempt(partial(bring_in, talk, workspace))
        if way in ("import", "list"):
            folders_found = sound_or_not(workspace.rubrics)
            talk.tell(_listed(folders_found), answered=True)
        else:
            talk.attempt(partial(_tell, talk, workspace, folders, way))


def _tell(talk: Talk, workspace: Workspace, folders: tuple[Path, ...], way: str) -> None:
    """Tell what is to be mended in an edition, all that it says, or what became of it in another."""
    match way:
        case "check":
            talk.tell(_faults(folders[0]), answered=True)
        case "compare":
            talk.tell(_compared(workspace, *folders), answered=True)
        case _:
            talk.tell(_read(folders[0]), answered=True)


def _compared(workspace: Workspace, earlier: Path, later: Path) -> Iterator[str]:
    """What became of each question from one edition to another: as people confirmed it, else as it seems."""
    from matbot.line.frameworks.crosswalk import format_crosswalk
    from matbot.rubric.checker import load
    from matbot.rubric.crosswalk import crosswalk_of
    from matbot.rubric.crosswalk_file import found

    old, new = load(earlier), load(later)
    yield f"From {one_line(old.edition)} to {one_line(new.edition)}."
    yield from format_crosswalk(found(workspace.rubrics, old, new) or crosswalk_of(old, new))


def _listed(folders_found: FrameworkFolders) -> Iterator[str]:
    for number, (folder, rubric) in enumerate(folders_found, 1):
        place = f"{number} of {len(folders_found)}"
        origin = "comes with matbot" if folder.parent == SHIPPED else "yours"
        if rubric is None:
            mend = f"It has something to mend: check {number} says what."
            yield f"{place}: {one_line(folder.name)}, {origin}. {mend}"
        else:
            name = f"{shortened(rubric.title, 200)}, {shortened(rubric.edition, 100)}"
            yield f"{place}: {name}; {_counts(rubric)}; {origin}."


def _counts(rubric: Rubric) -> str:
    levels = in_words([level.name for level in rubric.scale])
    elements, questions = len(rubric.elements), len(rubric.questions)
    return f"{counted(elements, 'element')}, {counted(questions, 'question')}, rated {levels}"


def _understood(folders_found: FrameworkFolders) -> Callable[[str], tuple[str, tuple[Path, ...]]]:
    """Takes what was typed for what to do, and with which editions."""

    def meant(typed: str) -> tuple[str, tuple[Path, ...]]:
        name, _, rest = typed.partition(" ")
        if typed.casefold() in ("import", "list"):
            return typed.casefold(), ()
        if name.casefold() == "check":
            return "check", (_folder(folders_found, rest),)
        if name.casefold() == "compare":
            return "compare", _two(folders_found, rest)
        return "read", (_folder(folders_found, typed),)

    return meant


def _two(folders_found: FrameworkFolders, typed: str) -> tuple[Path, ...]:
    """The folders of two editions, the earlier first."""
    named = [name for name in typed.split(",") if name.strip()]
    if len(named) != 2:
        raise Unclear("Name two editions by number, the earlier first, such as: compare 1,2")
    return tuple(_folder(folders_found, name) for name in named)


def _folder(folders_found: FrameworkFolders, typed: str) -> Path:
    """The folder of an edition by its number or name, or any folder by its path."""
    word = typed.strip()
    if (place := numbered(word, len(folders_found))) is not None:
        return folders_found[place][0]
    named = next((folder for folder, _ in folders_found if folder.name == word), None) or path_in(word)
    if named is None or not os.path.isdir(named):
        raise Unclear(
            f"There is no edition {shortened(word, 40)}. They are numbered 1 to {len(folders_found)}."
        )
    return named.absolute()


def _faults(folder: Path) -> Iterator[str]:
    """What is to be mended in an edition, by file and line."""
    from matbot.rubric.checker import check_folder

    faults = check_folder(folder)
    yield from map(str, faults)
    if all(fault.may_stay for fault in faults):
        yield f"{one_line(folder.name)} is sound."


def _read(folder: Path) -> Iterator[str]:
    """All that an edition says."""
    from matbot.rubric.checker import load

    rubric = load(folder)
    yield f"{rubric.title}. {rubric.edition}. Source: {rubric.source}"
    yield from rubric.guidance
    for heading in rubric.headings:
        yield f"{heading.title}."
        for element in heading.elements:
            yield from _element(rubric, element)


def _element(rubric: Rubric, element: Element) -> Iterator[str]:
    yield f"{element.title}."
    if element.aspects:
        yield f"It covers: {'; '.join(element.aspects)}."
    for question in element.questions:
        yield f"{question.id}. {question.text}"
        yield from format_descriptors(rubric, question)


def bring_in(talk: Talk, workspace: Workspace) -> None:
    """Bring in a framework from a file: what was found is told before anything is kept."""
    from matbot.importers.frameworks.opening import found_in
    from matbot.importers.frameworks.storage import keep

    path = talk.ask("Which file, such as ~/framework.docx? Word, PDF or plain text.", file_meant)
    talk.say("Reading the file.")
    found = found_in(path)
    if found.ends:
        first, last = found.ends[0], found.ends[-1]
        choice = talk.choose(WHICH_IS_WEAKEST, {first: one_line(first), last: one_line(last)})
        found = found_in(path, choice)
    talk.tell(_found(found))
    rubric = found.rubric
    kept = talk.ask(
        f"What is it to be called among your editions? Enter keeps it as {rubric.id}, /back keeps nothing.",
        lambda typed: keep(found, workspace, typed or rubric.id),
    )
    talk.say(f"Kept as {one_line(kept.name)}. A new review can use it.")


def _found(found: Found) -> Iterator[str]:
    """What stands in a file: the edition, what was mended on the way, what could not be read."""
    yield f"{shortened(found.rubric.title, 200)}: {_counts(found.rubric)}."
    for heading in found.rubric.headings:
        yield f"{heading.title}: {in_words([element.title for element in heading.elements])}."
    for doubt in found.doubts:
        yield f"Look at this first, {doubt.place}: {doubt.what}"
    for one in found.corrections:
        yield f"Mended, {one.place}: {one.what} {one.why}"
    for other in found.unread:
        yield f"Not read, {other.place}: {other.why} {shortened(other.words, 400)}"
