"""Notes taken while a framework is read: corrections, doubts, and unreadable words."""

from dataclasses import dataclass, field

from matbot.importers.findings import Correction, Doubt, Unread


@dataclass
class Notes:
    """Collects corrections, doubts and unreadable words while a file is read."""

    corrections: list[Correction] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    errata: list[str] = field(default_factory=list)
    """Errors in the numerals that the framework version corrects."""

    def correct(self, place: str, what: str, why: str) -> None:
        """Record a correction."""
        self.corrections.append(Correction(place, what, why))

    def doubt(self, place: str, what: str) -> None:
        """Record a sign that something is missing or misplaced."""
        self.doubts.append(Doubt(place, what))

    def add_unread(
        self, place: str, words: str, why: str, of_table: bool = True, headed: bool = False
    ) -> None:
        """Record words that are left out."""
        if words:
            self.unread.append(Unread(place, words, why, of_table, headed))
