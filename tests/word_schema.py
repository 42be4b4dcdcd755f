"""A checker for rules of Word's transitional schema, which works without Word.

ECMA-376, part 1: the children of properties are in a fixed order, each once; some attributes are required;
the ids of bookmarks, notes and drawings are unique; the target of a relationship is a part of the file.
"""

import posixpath
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings sectPrChange"
    ),
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
}
"""The children of an element, in the required order."""

_REPEATABLE = {"headerReference", "footerReference", "tr", "tc", "bookmarkStart", "bookmarkEnd"}
"""The children that may occur more than once."""

REQUIRED = {
    "shd": ("val",),
    "zoom": ("percent",),
    "fldChar": ("fldCharType",),
    "gridSpan": ("val",),
    "pStyle": ("val",),
    "rStyle": ("val",),
    "tblStyle": ("val",),
    "color": ("val",),
    "sz": ("val",),
    "jc": ("val",),
    "style": ("type", "styleId"),
    "tblDescription": ("val",),
    "compatSetting": ("name", "uri", "val"),
}
"""The attributes without which an element has no meaning, or breaks the file."""

_ON_OR_OFF = {"b", "i", "keepNext", "keepLines", "pageBreakBefore", "tblHeader", "cantSplit", "noWrap"}


def faults_of(file: bytes) -> list[str]:
    """Find what breaks a rule of the schema in a Word file; return a line for each kind of fault and part."""
    with ZipFile(BytesIO(file)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert len(parts) == len(set(parts)), "a part is in the file twice"
    trees = {
        name: ElementTree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))
    }
    found = Counter(
        f"{name}: {fault}"
        for name, tree in trees.items()
        for fault in (*_check_order(tree), *_check_required(tree), *_check_ids(tree))
    )
    found.update(_check_relationships(trees, set(parts)))
    found.update(_check_styles(trees))
    return [f"{fault} ({times} times)" for fault, times in sorted(found.items())]


def _list_children(element: ElementTree.Element) -> list[str]:
    return [str(child.tag).removeprefix(_W) for child in element if str(child.tag).startswith(_W)]


def _check_order(tree: ElementTree.Element) -> Iterator[str]:
    """Check that children are in order, that none is repeated, and that cells end with a paragraph."""
    for name, order in ORDER.items():
        places = {child: place for place, child in enumerate(order.split())}
        for element in tree.iter(_W + name):
            children = _list_children(element)
            for child in children:
                if child not in places:
                    yield f"{child} in {name}"
            at = [places[child] for child in children if child in places]
            if at != sorted(at):
                yield f"the order in {name} is {' '.join(children)}"
            yield from (
                f"{child} more than once in {name}"
                for child, times in Counter(children).items()
                if times > 1 and child not in _REPEATABLE
            )
    for cell in tree.iter(_W + "tc"):
        children = _list_children(cell)
        if not children or children[-1] != "p":
            yield "a cell does not end with a paragraph"


def _check_required(tree: ElementTree.Element) -> Iterator[str]:
    for name, attributes in REQUIRED.items():
        for element in tree.iter(_W + name):
            yield from (f"{name} without {one}" for one in attributes if element.get(_W + one) is None)
    for name in _ON_OR_OFF:
        for element in tree.iter(_W + name):
            if element.get(_W + "val") not in (None, "0", "1", "true", "false", "on", "off"):
                yield f"{name} is neither on nor off"
    for table in tree.iter(_W + "tbl"):
        columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
        for row in table.findall(_W + "tr"):
            spans = (cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.findall(_W + "tc"))
            across = sum(1 if span is None else int(span.get(_W + "val", "1")) for span in spans)
            if across != columns:
                yield f"a row has {across} columns, and its table {columns}"


def _check_ids(tree: ElementTree.Element) -> Iterator[str]:
    """Check that ids of the same kind are unique."""
    kinds = {
        "bookmarkStart": "id",
        "comment": "id",
        "abstractNum": "abstractNumId",
        "num": "numId",
        "style": "styleId",
    }
    for name, attribute in kinds.items():
        ids = Counter(element.get(_W + attribute) for element in tree.iter(_W + name))
        yield from (f"the {attribute} {one} of two {name}" for one, times in ids.items() if times > 1)
    drawn = Counter(one.get("id") for one in tree.iter() if str(one.tag).endswith("}docPr"))
    yield from (f"the id {one} of two drawings" for one, times in drawn.items() if times > 1)
    related = Counter(one.get("Id") for one in tree.iter(_RELATIONS + "Relationship"))
    yield from (f"the id {one} of two relationships" for one, times in related.items() if times > 1)


def _check_relationships(trees: dict[str, ElementTree.Element], parts: set[str]) -> Iterator[str]:
    """Check that targets of relationships exist, parts are targets and have types, and ids are defined."""
    reached = {"[Content_Types].xml", *(name for name in parts if name.endswith(".rels"))}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        known = set()
        for one in tree.iter(_RELATIONS + "Relationship"):
            known.add(one.get("Id"))
            target = one.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(folder + target)
            if one.get("TargetMode") == "External":
                yield f"{name}: something outside the file"
            elif path not in parts:
                yield f"{name}: no part {path}"
            reached.add(path)
        source = trees.get(folder + file.removesuffix(".rels"))
        used = {
            value
            for element in (source.iter() if source is not None else ())
            for key, value in element.attrib.items()
            if key.startswith(_R)
        }
        yield from (f"{name}: no relationship {one}" for one in used - known)
    yield from (f"{name}: reached from nowhere" for name in parts - reached)
    types = trees["[Content_Types].xml"]
    named = {one.get("PartName", "").lstrip("/") for one in types.iter(_TYPES + "Override")}
    endings = {one.get("Extension", "").lower() for one in types.iter(_TYPES + "Default")}
    yield from (f"{name}: a type for no part" for name in named - parts)
    yield from (
        f"{name}: no type"
        for name in parts - named - {"[Content_Types].xml"}
        if name.rpartition(".")[2].lower() not in endings
    )


def _check_styles(trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Check that every style referred to is defined."""
    styles = trees.get("word/styles.xml")
    there = {one.get(_W + "styleId") for one in styles.iter(_W + "style")} if styles is not None else set()
    for name, tree in trees.items():
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            for one in tree.iter(_W + kind):
                if one.get(_W + "val") not in there:
                    yield f"{name}: no style {one.get(_W + 'val')}"
