"""The framework versions page of line mode: listing, reading, checking, comparing and importing them."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from matbot.commands.frameworks import FRAMEWORKS
from matbot.importers.findings import Found
from matbot.interview import Unclear
from matbot.line.elements import parse_number
from matbot.line.other_views import end_sentence
from matbot.line.speech import format_descriptors
from matbot.line.talk import Talk
from matbot.line.transcript.export import parse_file
from matbot.line.words import Act, find_act, find_handlers, list_hints, render_line
from matbot.presenters.framework_versions import (
    MENDED,
    WHICH_IS_WEAKEST,
    FrameworkVersion,
    check_version,
    list_versions,
    present_findings,
    present_version,
    version_size,
)
from matbot.rubric import Element, Rubric
from matbot.services.paths import parse_path
from matbot.store.workspace import Workspace
from matbot.text import in_words, one_line, shortened

_CHOICES = render_line(FRAMEWORKS, "<number>, <check>, <compare>, <import>, <list>; /back leaves.")
_HINT = ", ".join(list_hints(FRAMEWORKS))

FrameworkFolders = list[FrameworkVersion]


def show_frameworks(talk: Talk, workspace: Workspace) -> None:
    """Open the framework versions page, and stay on it until the user leaves."""
    talk.say(
        "A framework version is a framework in one wording. Reviews keep the words they were asked with."
    )
    _FrameworksPage(talk, workspace).talk_through()


class _FrameworksPage:
    """The page: the available framework versions, and the commands on them."""

    def __init__(self, talk: Talk, workspace: Workspace) -> None:
        self.talk = talk
        self.workspace = workspace
        self.shelf = list_versions(workspace.rubrics)
        self._words = find_handlers(FRAMEWORKS, self)
        """The handler of each word that can be typed on this page."""

    def talk_through(self) -> None:
        """Open the framework versions page, and stay on it until the user leaves."""
        self.talk.tell([*_format_list(self.shelf), _CHOICES], answered=True)
        while True:
            self.talk.attempt(self.talk.ask("What next?", self._parse, _HINT))

    def _parse(self, typed: str) -> Act:
        return find_act(
            self._words,
            typed,
            lambda name: self._build_print(_format_framework(_find_folder(self.shelf, name))),
        )

    def _build_print(self, things: Iterator[str]) -> Act:
        return partial(self.talk.tell, things, answered=True, is_leaving=False)

    def do_check(self, rest: str) -> Act:
        """List the faults to correct in a framework version."""
        return self._build_print(_format_faults(_find_folder(self.shelf, rest)))

    def do_compare(self, rest: str) -> Act:
        """Compare two framework versions, the earlier named first, question by question."""
        named = [name for name in rest.split(",") if name.strip()]
        if len(named) != 2:
            raise Unclear("Name two framework versions by number, the earlier first, such as: compare 1,2")
        return self._build_print(
            _format_comparison(self.workspace, *(_find_folder(self.shelf, name) for name in named))
        )

    def do_import(self, _rest: str) -> Act:
        """Import a framework version from a file."""
        return self._import_framework

    def _import_framework(self) -> None:
        self.talk.attempt(partial(bring_in, self.talk, self.workspace))
        self._print_list()

    def do_list(self, _rest: str) -> Act:
        """List the framework versions again."""
        return self._print_list

    def _print_list(self) -> None:
        self.shelf = list_versions(self.workspace.rubrics)
        self.talk.tell(_format_list(self.shelf), answered=True, is_leaving=False)


def _format_comparison(workspace: Workspace, earlier: Path, later: Path) -> Iterator[str]:
    """Yield how each question changed, by the saved crosswalk if there is one, else by an automatic match."""
    from matbot.line.frameworks.crosswalk import format_crosswalk
    from matbot.rubric.checker import load
    from matbot.rubric.crosswalk import crosswalk_of
    from matbot.rubric.crosswalk_file import find_crosswalk

    old, new = load(earlier), load(later)
    yield f"From {one_line(old.edition)} to {one_line(new.edition)}."
    yield from format_crosswalk(find_crosswalk(workspace.rubrics, old, new) or crosswalk_of(old, new))


def _format_list(folders_found: FrameworkFolders) -> Iterator[str]:
    for number, one in enumerate(folders_found, 1):
        place = f"{number} of {len(folders_found)}"
        if one.rubric is None:
            mend = f"It has {one.faults_in_words}: check {number} says what."
            yield f"{place}: {one_line(one.name)}, {one.origin}. {mend}"
        else:
            name = f"{shortened(one.rubric.title, 200)}, {shortened(one.rubric.edition, 100)}"
            yield f"{place}: {name}; {version_size(one.rubric)}; {one.origin}."


def _find_folder(folders_found: FrameworkFolders, typed: str) -> Path:
    """Find the folder of a framework version by its number or name, or any folder by its path.

    Raises:
        Unclear: Nothing was typed, or there is no such framework version or folder.

    """
    word = typed.strip()
    if not word:
        raise Unclear(f"Which framework version? They are numbered 1 to {len(folders_found)}.")
    if (place := parse_number(word, len(folders_found))) is not None:
        return folders_found[place].folder
    named = next((one.folder for one in folders_found if one.name == word), None) or parse_path(word)
    if named is None or not os.path.isdir(named):
        raise Unclear(
            f"There is no framework version {shortened(word, 40)}. They are numbered 1 to "
            f"{len(folders_found)}."
        )
    return named.absolute()


def _format_faults(folder: Path) -> Iterator[str]:
    """Yield the faults of a framework version by file and line, or a sentence that it is sound."""
    found = check_version(folder)
    yield from filter(None, (*found.faults, found.sound))


def _format_framework(folder: Path) -> Iterator[str]:
    """Yield the whole text of a framework version.

    Raises:
        FaultyRubric: The framework version cannot be loaded.

    """
    from matbot.rubric.checker import load

    rubric = load(folder)
    words = present_version(rubric)
    facts = (end_sentence(f"{label}: {fact}") for label, fact in words.facts)
    yield f"{end_sentence(words.title)} {' '.join(facts)}"
    yield from words.guidance
    yield from (f"{MENDED}: {slip}" for slip in words.corrections)
    for heading in rubric.headings:
        yield f"{heading.title}."
        for element in heading.elements:
            yield from _format_element(rubric, element)


def _format_element(rubric: Rubric, element: Element) -> Iterator[str]:
    yield f"{element.title}."
    if element.aspects:
        yield f"It covers: {'; '.join(element.aspects)}."
    for question in element.questions:
        yield f"{question.id}. {question.text}"
        yield from format_descriptors(rubric, question)


def bring_in(talk: Talk, workspace: Workspace) -> None:
    """Import a framework from a file; what was found is shown before anything is saved."""
    from matbot.importers.frameworks.opening import found_in
    from matbot.importers.frameworks.storage import keep

    path = talk.ask("Which file, such as ~/framework.docx? Word, PDF or plain text.", parse_file)
    talk.say("Reading the file.")
    found = found_in(path)
    if found.ends:
        first, last = found.ends[0], found.ends[-1]
        choice = talk.choose(WHICH_IS_WEAKEST, {first: one_line(first), last: one_line(last)})
        found = found_in(path, choice)
    talk.tell(_format_found(found))
    rubric = found.rubric
    saved = talk.ask(
        f"What is it to be called among your framework versions? Enter keeps it as {rubric.id}, /back keeps "
        "nothing.",
        lambda typed: keep(found, workspace, typed or rubric.id),
    )
    talk.say(f"Kept as {one_line(saved.name)}. A new review can use it.")


def _format_found(found: Found) -> Iterator[str]:
    """Yield what a file contains: the framework version, the corrections made, and what could not be read."""
    yield f"{shortened(found.rubric.title, 200)}: {version_size(found.rubric)}."
    for heading in found.rubric.headings:
        yield f"{heading.title}: {in_words([element.title for element in heading.elements])}."
    for label, findings in present_findings(found).parts.items():
        for one in findings:
            yield f"{label}, {one.place}: {one.words} {shortened(one.quoted, 400)}".rstrip()
