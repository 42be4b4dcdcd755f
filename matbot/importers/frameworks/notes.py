"""What is noted while a framework is read: what was mended, is in doubt, or could not be read."""

from dataclasses import dataclass, field

from matbot.importers.findings import Correction, Doubt, Unread


@dataclass
class Notes:
    """What was mended, and what could not be read, as the file is gone through."""

    corrections: list[Correction] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    errata: list[str] = field(default_factory=list)
    """Slips in the numerals that the framework version mends."""

    def correct(self, place: str, what: str, why: str) -> None:
        """Note something that was put right."""
        self.corrections.append(Correction(place, what, why))

    def doubt(self, place: str, what: str) -> None:
        """Note a sign that something is missing or in the wrong place."""
        self.doubts.append(Doubt(place, what))

    def add_unread(
        self, place: str, words: str, why: str, of_table: bool = True, headed: bool = False
    ) -> None:
        """Note words that are left out."""
        if words:
            self.unread.append(Unread(place, words, why, of_table, headed))
