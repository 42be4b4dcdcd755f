"""How many questions and elements of a review are answered, and how many are open."""

from dataclasses import dataclass

from matbot.interview import Interview


@dataclass(frozen=True)
class Tally:
    """How many elements and questions a review has, and how they stand."""

    elements: int
    rated: int
    asked: int
    """Questions that are asked: all but those of elements rated at a glance or left out this time."""
    answered: int
    not_sure: int
    parked: int
    """Questions and elements marked to come back to."""
    drafts: int
    """Answers that were read from a pack and are not confirmed yet."""

    @property
    def elements_rated(self) -> str:
        """How many elements are rated: `2 of 14 elements rated`."""
        return f"{self.rated} of {_format_count(self.elements, 'element')} rated"

    @property
    def questions_answered(self) -> str:
        """How many questions are answered: `1 of 5 questions answered`."""
        if not self.asked:  # as where every element is rated at a glance
            return "no questions asked"
        return f"{self.answered} of {_format_count(self.asked, 'question')} answered"

    @property
    def rest(self) -> tuple[str, ...]:
        """What else there is to count: not answered, not sure, parked."""
        parked = f"{self.parked} parked"
        if not self.asked:
            return (parked,)
        return f"{self.asked - self.answered} not answered", f"{self.not_sure} not sure", parked


def count_answers(interview: Interview) -> Tally:
    """The counts of a review."""
    review = interview.review
    records = {id_: one for code in review.scope for id_, one in review.elements[code].questions.items()}
    return Tally(
        elements=len(review.scope),
        rated=len(review.rated),
        asked=sum(map(review.is_asked, records)),
        answered=sum(record.leaning is not None for record in records.values()),
        not_sure=len(review.not_sure),
        parked=len(review.parked),
        drafts=len(review.drafted),
    )


def _format_count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
