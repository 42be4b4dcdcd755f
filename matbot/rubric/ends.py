"""The names of the two ends of a scale."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ScaleEnds:
    """The names of the ends of a scale: red and green if it has them, otherwise weak end and strong end."""

    weak: str
    """Such as `red`; used after `like the`."""
    strong: str
    leaning_weak: str
    """Such as `nearer Red`; used for answers nearer to that end."""
    leaning_strong: str

    @property
    def weak_end(self) -> str:
        """The name of the weak end as a noun, such as `red end`."""
        return f"{self.weak.removesuffix(' end')} end"

    @property
    def strong_end(self) -> str:
        """The name of the strong end as a noun, such as `green end`."""
        return f"{self.strong.removesuffix(' end')} end"


RED_AND_GREEN = ScaleEnds("red", "green", "nearer Red", "nearer Green")

WEAK_AND_STRONG = ScaleEnds("weak end", "strong end", "nearer the weak end", "nearer the strong end")


def ends_of(weakest: str, strongest: str) -> ScaleEnds:
    """Return the names of the ends of a scale, from the names of its weakest and strongest levels."""
    is_coloured = (weakest.casefold(), strongest.casefold()) == ("red", "green")
    return RED_AND_GREEN if is_coloured else WEAK_AND_STRONG
