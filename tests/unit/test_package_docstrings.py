"""The last sentence of each package's docstring: who imports it, and what it imports, as the code has it."""

import ast
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_CONTRACTS = _PROJECT["tool"]["importlinter"]["contracts"]
LAYERS = [layer.split(" : ") for layer in next(each["layers"] for each in _CONTRACTS if "layers" in each)]
PACKAGES = {
    ".".join(path.parent.relative_to(ROOT).parts): path for path in (ROOT / "matbot").rglob("__init__.py")
}
_SENTENCE = re.compile(r"\bimported by (?P<importers>[^;]+); (?:it|they) imports? (?P<imports>[^;]+)\.$")


def owner_of(module: str) -> str:
    """The package that a module belongs to; a module that is a layer of its own stands for itself."""
    while module and module not in PACKAGES and [module] not in LAYERS and module not in LAYERS[-1]:
        module = module.rpartition(".")[0]
    return module


def imports_of(path: Path) -> Iterable[str]:
    """The names that a module imports, also inside its functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


_OPENED = re.compile(r"\"(?P<page>matbot\.(?P<front_end>line|screens)[\w.]+):\w+\"")
"""A page that the conversation of a front end imports when it is asked for, as a command declares it."""

EDGES = {
    (f"matbot.{found['front_end']}.interview", owner_of(found["page"]))
    for path in (ROOT / "matbot" / "commands").glob("*.py")
    for found in _OPENED.finditer(path.read_text(encoding="utf-8"))
    if owner_of(found["page"]) != f"matbot.{found['front_end']}.interview"
} | {
    (owner_of(".".join(path.relative_to(ROOT).with_suffix("").parts)), owner_of(name))
    for path in (ROOT / "matbot").rglob("*.py")
    for name in imports_of(path)
    if name.startswith("matbot.")
}


def is_inside(inner: str, outer: str) -> bool:
    """Whether a package is another one or stands in it."""
    return f"{inner}.".startswith(f"{outer}.")


def layer_of(package: str) -> int | None:
    """How far down a package's layer is, counted from the top; None for `matbot` itself."""
    for at, layer in enumerate(LAYERS):
        if any(is_inside(package, each) for each in layer):
            return at
    return None


def covered_by(words: str, package: str) -> tuple[set[str], set[str]]:
    """What one half of the sentence names, and all that it covers: `and below` means every layer below."""
    siblings = package.rpartition(".")[0]
    names = [name.removeprefix("matbot.") for name in re.findall(r"`([\w.]+)`", words)]
    named = {
        f"{siblings}.{name}"
        if f"{siblings}.{name}" in PACKAGES and f"`matbot.{name}`" not in words
        else f"matbot.{name}"
        for name in names
    }
    layers = [layer for layer in map(layer_of, named) if layer is not None] or [layer_of(package) or 0]
    others = {each for edge in EDGES for each in edge} - named
    covered = {each for each in others if any(is_inside(each, name) and siblings != name for name in named)}
    if re.search(r"\bbelow$", words):
        covered |= {each for each in others if (layer_of(each) or -1) > max(layers)}
    if re.search(r"\babove$", words):
        covered |= {each for each in others if (layer_of(each) or 0) < min(layers) and each != "matbot"}
    if words.endswith("every page beside it"):
        covered |= {each for each in others if siblings and is_inside(each, siblings) and each != siblings}
    return named, named | covered


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_a_package_says_truly_who_imports_it_and_what_it_imports(package: str) -> None:
    """The words between `by` and the semicolon are checked against the code, and so are those after it."""
    docstring = ast.get_docstring(ast.parse(PACKAGES[package].read_text(encoding="utf-8"))) or ""
    says = _SENTENCE.search(" ".join(docstring.split()))
    assert says, "the docstring ends with: It is imported by ...; it imports ..."
    importers = {a for a, b in EDGES if is_inside(b, package) and not is_inside(a, package)}
    imports = {b for a, b in EDGES if is_inside(a, package) and not is_inside(b, package)} - {"matbot"}
    for half, found in (("importers", importers), ("imports", imports)):
        named, covered = covered_by(says[half], package)
        assert not found - covered, f"{half} that are not named"
        wrong = {name for name in named if not any(is_inside(each, name) for each in found)}
        assert not wrong, f"{half} that are none"
