"""Store a framework version found in a file in a workspace's `rubrics`, under an unused name."""

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
    """Check that a framework version can be stored under a name.

    Raises:
        CannotImport: the name is unsafe or already taken; the message says which.

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
    """Write a framework version into the workspace, completely or not at all.

    Returns:
        Its folder.

    Raises:
        CannotImport: it cannot be stored there; the message says why.

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
    """Delete a version that could not be read back: a file may hold text that nobody foresaw."""
    faults = [fault for fault in check_folder(folder) if not fault.may_stay]
    if faults:
        shutil.rmtree(folder, ignore_errors=True)
        raise CannotImport(f"Nothing was kept. {faults[0].message} Mend it in the file, and import it again.")
