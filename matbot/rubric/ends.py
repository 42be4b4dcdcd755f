"""What the two ends of a scale are called in talk."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ScaleEnds:
    """Red and green where a scale has them, as the framework's does; else its weak and its strong end."""

    weak: str
    """Such as `red`: what follows `like the`."""
    strong: str
    leaning_weak: str
    """Such as `red`: what follows `these lean`."""
    leaning_strong: str

    @property
    def weak_end(self) -> str:
        """The end itself, such as `red end`."""
        return _end(self.weak)

    @property
    def strong_end(self) -> str:
        """The end itself, such as `green end`."""
        return _end(self.strong)


def _end(name: str) -> str:
    return name if name.endswith(" end") else f"{name} end"


RED_AND_GREEN = ScaleEnds("red", "green", "red", "green")

WEAK_AND_STRONG = ScaleEnds("weak end", "strong end", "to the weak end", "to the strong end")


def ends_of(weakest: str, strongest: str) -> ScaleEnds:
    """How people speak of the ends of a scale, by the names of its weakest and its strongest level."""
    named = (weakest.casefold(), strongest.casefold()) == ("red", "green")
    return RED_AND_GREEN if named else WEAK_AND_STRONG
