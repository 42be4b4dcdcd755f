"""What people call the two ends of a scale."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ScaleEnds:
    """Red and green where a scale has them, as the framework's does; else its weak and its strong end."""

    weak: str
    """Such as `red`: what follows `like the`."""
    strong: str
    leaning_weak: str
    """Such as `nearer Red`: what is said of questions that lean to it."""
    leaning_strong: str

    @property
    def weak_end(self) -> str:
        """The end itself, such as `red end`."""
        return f"{self.weak.removesuffix(' end')} end"

    @property
    def strong_end(self) -> str:
        """The end itself, such as `green end`."""
        return f"{self.strong.removesuffix(' end')} end"


RED_AND_GREEN = ScaleEnds("red", "green", "nearer Red", "nearer Green")

WEAK_AND_STRONG = ScaleEnds("weak end", "strong end", "nearer the weak end", "nearer the strong end")


def ends_of(weakest: str, strongest: str) -> ScaleEnds:
    """What people call the ends of a scale whose weakest and strongest levels have these names."""
    named = (weakest.casefold(), strongest.casefold()) == ("red", "green")
    return RED_AND_GREEN if named else WEAK_AND_STRONG
