"""Names that an engineer can rely on: a class is called as no other in the package is."""

import ast
from collections import defaultdict
from pathlib import Path

import matbot

MESSAGES = ("Changed", "Sent", "Chosen", "Clicked")
"""Messages that stand inside the widget that says them, and are read with its name: `ChoiceBar.Chosen`."""


def test_no_two_classes_of_the_package_have_one_name() -> None:
    """Whoever reads a name knows which class it is, whatever file they read."""
    places = defaultdict[str, list[str]](list)
    for path in sorted(Path(matbot.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name not in MESSAGES:
                places[node.name].append(path.name)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
