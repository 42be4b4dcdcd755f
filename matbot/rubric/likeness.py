"""How alike two texts are: by the words that they share, so that the same point in other words is found."""

import re

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6
"""How many letters of a word count: `improve` and `improvement` are one word."""

_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        all and are across been being between but can could did does each for from had has have how into
        its mat mats may more most not other our out own school schools should some such than that the
        their them these they this those through trust trusts was what when where whether which who will
        with within would you your
        """,
    )
)
"""Words that any two questions of a framework for trusts share."""


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0, no word in common, to 1, the same words: those shared, of all there are in either."""
    both = one | other
    return len(one & other) / len(both) if both else 0.0


def words_in(text: str) -> frozenset[str]:
    """The words of a text that tell it from others, as far as they count."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)
