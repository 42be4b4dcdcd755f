"""Classify the columns of a table by the words of their headers."""

import re
from collections.abc import Sequence

from matbot.importers.frameworks.order import NO_LEVEL, is_level

ELEMENT, CODE, QUESTION, RATING, DESCRIPTOR, OTHER = (
    *("element", "code", "question", "rating", "descriptor"),
    "other",
)
"""The kinds of columns; `other` is no part of a framework. The scale identifies further level columns."""

QUESTION_WORDS = "Questions, Prompts or Lines of enquiry"
LEVEL_WORDS = "Red and Green, Weak and Strong, Emerging to Leading, or Level 1 to Level 4"
ELEMENT_WORDS = "Element, Area, Theme or Standard"
"""Examples of recognised words, for messages that explain how to write a table."""

_SURE_QUESTION = r"\bquestions?\b|\bcwestiynau?\b"
_LIKELY_QUESTION = r"\bconsider\b|\bprompts?\b|\bystyried\b"
_PERHAPS_QUESTION = (
    r"\benquir(?:y|ies)\b|\bstatements?\b|\bcriteri(?:a|on)\b|\bthings to (?:think|talk|ask)\b"
    r"|\bwhat to look for\b|\bindicators?\b|\bask(?:ed)?\b|\bexpectations?\b|\bdiscuss(?:ion)?\b|\breflect\b"
)
"""Patterns for headers of questions, the clearest first; a later one counts if no earlier one matches."""

_WORDS = (
    (DESCRIPTOR, r"^(?:what\s+)?(?:red|amber|green|weak|strong)\b"),
    (RATING, r"\brat(?:ing|e)s?\b|\brag\b|\bjudge?ments?\b|\bself[- ]assess(?:ed|ment)\b|^(?:our )?scores?$"),
    (
        OTHER,
        r"\b(?:comments?|notes?|evidence|actions?|owners?|next steps?|by when|by whom|deadlines?|due|dates?"
        r"|timescales?"
        r"|responsib\w+|lead(?:er)?|status|progress|resources?|costs?|links?|sources?|targets?|milestones|review(?:ed)?"
        r"|who|when|weight(?:ing)?|examples?|guidance|rationale|documents?|support|monitoring|success|priorit\w+"
        r"|strengths and|development|improvement|sylwadau|tystiolaeth|camau)\b"
        r"|^(?:description|definition|meaning|overview|explanation|summary|why|background|year|term|plan|page)\b"
        r"|^(?:19|20)[0-9]{2}\b",
    ),
    (
        CODE,
        r"^(?:ref|refs|reference|(?:ref\.?|reference|item) (?:no\.?|number)"
        r"|ref\.|no\.?|code|number|#|id|item|rhif)$",
    ),
    (
        ELEMENT,
        r"\belements?\b|\bareas?\b|\baspects?\b|\bdimensions?\b|\bstrands?\b|\bthemes?\b|\bstandards?\b"
        r"|\boutcomes?\b|\bcomponents?\b|\bdomains?\b|\bprinciples?\b|\btopics?\b|\bcategor(?:y|ies)\b|\belfen\w*\b",
    ),
)
"""Patterns for other headers, the most certain first."""

_YES = re.compile(r"yes|some|sometimes|partly|partially|mostly|in part|always|often", re.IGNORECASE)
"""The header next to `No` if that is an answer, and not a column of numbers."""
_MOST_UNKNOWN = 6

_LOOKS_LIKE = re.compile(
    r"^(?:what\s+)?(.*?)\s*:?\s*(?:\blooks?\s+like\b.*|\bdescriptors?\b|\bdescription\b|…|\.\.\.)?$",
    re.IGNORECASE,
)


_AROUND_NAMES = {
    *(
        "what",
        "how",
        "it",
        "this",
        "that",
        "does",
        "do",
        "would",
        "might",
        "may",
        "can",
        "could",
        "will",
        "a",
        "the",
    ),
    *("look", "looks", "looking", "like", "descriptor", "descriptors", "description", "in", "practice"),
}
"""Words that only say that a level is described."""


def classify_headers(headers: Sequence[str]) -> list[str]:
    """The kind of each column of a table, from its header; empty if unknown."""
    kinds = [classify_header(words) for words in headers]
    answers = any(map(_YES.fullmatch, headers))
    kinds = [
        DESCRIPTOR if answers and words.casefold() in ("yes", "no") else kind
        for words, kind in zip(headers, kinds, strict=True)
    ]
    for pattern in (_SURE_QUESTION, _LIKELY_QUESTION, _PERHAPS_QUESTION):
        candidates = [place for place, words in enumerate(headers) if _may_ask(kinds[place], words, pattern)]
        if candidates and QUESTION not in kinds:
            for place in candidates:
                kinds[place] = QUESTION
        elif candidates and pattern == _LIKELY_QUESTION:
            for place in candidates:
                kinds[place] = OTHER
    return _with_unknown_levels(_with_elements_first(kinds), headers)


def _with_unknown_levels(kinds: list[str], headers: Sequence[str]) -> list[str]:
    """If no level is known by name, take the unknown columns after the questions to be levels.

    The user is then asked which is the weakest.
    """
    if kinds.count(QUESTION) != 1 or DESCRIPTOR in kinds:
        return kinds
    question_at = kinds.index(QUESTION)
    patterns = f"{_SURE_QUESTION}|{_LIKELY_QUESTION}"
    unknown = [place for place in range(question_at + 1, len(kinds)) if not kinds[place] and headers[place]]
    if not 2 <= len(unknown) <= _MOST_UNKNOWN or not re.search(patterns, headers[question_at], re.IGNORECASE):
        return kinds
    return [DESCRIPTOR if place in unknown else kind for place, kind in enumerate(kinds)]


def _with_elements_first(kinds: list[str]) -> list[str]:
    """If elements precede their questions, do not take columns after the questions for elements."""
    question_at = kinds.index(QUESTION) if QUESTION in kinds else 0
    return kinds[:question_at] + [
        "" if kind == ELEMENT and ELEMENT in kinds[:question_at] else kind for kind in kinds[question_at:]
    ]


def _may_ask(kind: str, words: str, pattern: str) -> bool:
    free = pattern == _SURE_QUESTION or kind in ("", OTHER, ELEMENT)
    return kind != QUESTION and free and bool(re.search(pattern, words, re.IGNORECASE))


def classify_header(words: str) -> str:
    """The kind of a column from its header alone; empty if unknown."""
    if NO_LEVEL.fullmatch(words):
        return OTHER
    if words and is_level(level_name(words)):
        return DESCRIPTOR
    return next((kind for kind, pattern in _WORDS if re.search(pattern, words, re.IGNORECASE)), "")


def level_name(words: str) -> str:
    """The level that a header names: `Red` in `What red looks like`."""
    found = _LOOKS_LIKE.match(words)
    return (found[1] if found else words).strip(" .…:") or words.strip(" .…:")


def says_more(words: str, name: str) -> bool:
    """Whether a header says more than the name of a level, and that it is described."""
    left = {word.casefold() for word in re.findall(r"\w+", words)}
    return not left <= {*(word.casefold() for word in re.findall(r"\w+", name)), *_AROUND_NAMES}
