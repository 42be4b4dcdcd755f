"""Keeps a framework version that was found in a file: in a workspace's `rubrics`, under a name of its own."""

import shutil
from pathlib import Path

from matbot.importers.findings import CannotImport, Found
from matbot.rubric import Rubric
from matbot.rubric.checker import check_folder
from matbot.rubric.library import folders
from matbot.rubric.writer import keep as write
from matbot.store.errors import not_saved
from matbot.store.workspace import Workspace
from matbot.text import file_stem, shortened


def check_name(workspace: Workspace, name: str) -> None:
    """Check that a framework version can be kept under a name.

    Raises:
        CannotImport: the name is unsafe, or there is such a version already; in words.

    """
    if not name or file_stem(name, "") != name:
        raise CannotImport(
            f"A framework version cannot be called {shortened(name, 60) or 'nothing'}. "
            f"Use small letters, digits and hyphens: --name {file_stem(name, 'my-framework')}"
        )
    if (
        any(folder.name == name for folder in folders(workspace.rubrics))
        or (workspace.rubrics / name).exists()
    ):
        raise CannotImport(
            f"There is a framework version called {name} already. Choose another name: --name {name}-2"
        )


def keep(found: Found, workspace: Workspace, name: str) -> Path:
    """Write a framework version into the workspace, whole or not at all.

    Returns:
        Its folder.

    Raises:
        CannotImport: it cannot be kept there; in words.

    """
    check_name(workspace, name)
    rubric = Rubric(**{**dict(found.rubric), "id": name})
    folder = workspace.rubrics / name
    try:
        write(rubric, folder)
    except OSError as error:
        raise CannotImport(str(not_saved(error))) from error
    _check(folder)
    return folder


def _check(folder: Path) -> None:
    """Take back what would not be read again: a file may hold words that nobody foresaw."""
    faults = [fault for fault in check_folder(folder) if not fault.may_stay]
    if faults:
        shutil.rmtree(folder, ignore_errors=True)
        raise CannotImport(f"Nothing was kept. {faults[0].message} Mend it in the file, and import it again.")
