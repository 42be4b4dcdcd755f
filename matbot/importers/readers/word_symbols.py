"""Replace symbol font characters with Unicode, and remove prompts and hidden text, before reading."""

import re
from xml.etree.ElementTree import Element

from matbot.importers.readers.word_xml import is_on, name_of, value_of

_FIRST_PRIVATE = 0xF000
"""Where symbol fonts map their characters: Word and LibreOffice write these code points or plain ones."""

_TICKS = {0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xFB: "✗", 0x78: "☒", 0xA8: "☐", 0x6F: "☐"}
_WINGDINGS = {**_TICKS, 0xA7: "•", 0xD8: "•"}
_CROSSES = {0x4F: "✗", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0x56: "✗"}
_WINGDINGS_2 = {**_CROSSES, 0x50: "✓", 0x52: "☑", 0xA3: "☐", 0x2A: "☐"}
PRIVATE_SIGNS = {_FIRST_PRIVATE + code: sign for code, sign in {**_WINGDINGS_2, **_WINGDINGS}.items()}
"""Replacements if the font is not known, as when another program kept only the character."""


_PROMPTS = re.compile(
    r"(?:click (?:or tap )?(?:here )?to enter (?:text|a date|an item)|click here to enter text"
    r"|choose an? (?:item|building block)|enter any content that you want to repeat.*)\s*\.?",
    re.IGNORECASE,
)


_BEFORE_WORDS = re.compile(
    r"(?:click (?:or tap )?(?:here )?to enter (?:text|a date|an item)|choose an? (?:item|building block))"
    r"\s*\.\s*",
    re.IGNORECASE,
)
"""A prompt at the start of a line, with text typed after it."""


def without_prompts(text: str) -> str:
    """A text without Word's prompts: other programs keep them as ordinary text."""
    return "\n".join(
        ""
        if _PROMPTS.fullmatch(line.strip())
        else _BEFORE_WORDS.sub("", line, count=1)
        if _BEFORE_WORDS.match(line.lstrip())
        else line
        for line in text.split("\n")
    )


def with_plain_signs(root: Element, hidden: list[str] | None = None) -> Element:
    """Clean the XML of a document in place, and return it.

    Symbols become Unicode characters, prompts of empty content controls are removed, and hidden text is
    moved to `hidden`.
    """
    waiting = [(root, False)]
    while waiting:
        one, prompts = waiting.pop()
        name = name_of(one)
        if name == "sdt":
            prompts = prompts or _is_prompt(one)
            if prompts:
                _remove_prompt(one)
        elif name == "AlternateContent":
            _use_fallback(one)
        elif name == "r":
            _replace_symbols(one)
            _remove_hidden(one, [] if hidden is None or prompts else hidden)
        elif name == "sym":
            one.set("sign", _sign(value_of(one, "char"), value_of(one, "font")))
        waiting += [(child, prompts) for child in one]
    return root


def _use_fallback(drawn: Element) -> None:
    """Use the fallback of an alternate content block if it has no preferred choice."""
    if all(name_of(child) != "Choice" for child in drawn):
        for child in drawn:
            child.tag = child.tag.replace("Fallback", "Choice")


def _remove_hidden(run: Element, hidden: list[str]) -> None:
    """Remove the words of a hidden run, and append them to `hidden`."""
    marks = [mark for child in run if name_of(child) == "rPr" for mark in child]
    if any(name_of(mark) == "vanish" and is_on(mark) for mark in marks):
        for child in run:
            if name_of(child) == "t" and child.text:
                hidden.append(child.text)
                child.text = ""


def _is_prompt(box: Element) -> bool:
    """Whether a content control shows only its placeholder prompt."""
    marks = (mark for child in box if name_of(child) == "sdtPr" for mark in child)
    return any(name_of(mark) == "showingPlcHdr" and is_on(mark) for mark in marks)


def _remove_prompt(box: Element) -> None:
    """Remove the prompt from a content control, but keep what was typed after it.

    Word marks prompts with a style; without one, everything counts as the prompt, except what follows one of
    Word's own prompts.
    """
    runs = [one for one in box.iter() if name_of(one) == "r"]
    styled = [run for run in runs if _has_style(run)]
    texts = [one for run in styled or runs for one in run if name_of(one) == "t"]
    words = "".join(one.text or "" for one in texts)
    known = _BEFORE_WORDS.match(words)
    left = words[known.end() :] if known else ""
    for one in reversed(texts):
        size = len(one.text or "")
        one.text, left = (left[-size:], left[:-size]) if size else ("", left)


def _has_style(run: Element) -> bool:
    return any(name_of(mark) == "rStyle" for child in run if name_of(child) == "rPr" for mark in child)


def _replace_symbols(run: Element) -> None:
    """Replace the characters of a symbol font run with the signs they show."""
    fonts = [
        value
        for child in run
        if name_of(child) == "rPr"
        for mark in child
        if name_of(mark) == "rFonts"
        for value in mark.attrib.values()
    ]
    if not any(font.startswith("Wingdings") for font in fonts):
        return
    signs = _WINGDINGS_2 if any(font.startswith("Wingdings 2") for font in fonts) else _WINGDINGS
    for child in run:
        if name_of(child) == "t" and child.text:
            child.text = child.text.translate({**{_FIRST_PRIVATE + c: s for c, s in signs.items()}, **signs})


def _sign(code: str, font: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    letter = number - _FIRST_PRIVATE if number >= _FIRST_PRIVATE else number
    signs = _WINGDINGS_2 if font.startswith("Wingdings 2") else _WINGDINGS
    other = _WINGDINGS if signs is _WINGDINGS_2 else _WINGDINGS_2
    return signs.get(letter) or other.get(letter) or "\ufffd"
