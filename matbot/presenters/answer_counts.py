"""Counts of the questions and elements of a review: answered, rated, parked and open."""

from dataclasses import dataclass

from matbot.interview import Interview


@dataclass(frozen=True)
class Tally:
    """The numbers of elements and questions in a review, by state."""

    elements: int
    rated: int
    asked: int
    """Questions that are asked: all except those of elements rated at a glance or left out this time."""
    answered: int
    not_sure: int
    parked: int
    """Questions and elements marked to come back to."""
    drafts: int
    """Answers read from a pack and not confirmed yet."""

    @property
    def elements_rated(self) -> str:
        """The share of elements that are rated: `2 of 14 elements rated`."""
        return f"{self.rated} of {_format_count(self.elements, 'element')} rated"

    @property
    def questions_answered(self) -> str:
        """The share of questions that are answered: `1 of 5 questions answered`."""
        if not self.asked:  # for example, if every element is rated at a glance
            return "no questions asked"
        return f"{self.answered} of {_format_count(self.asked, 'question')} answered"

    @property
    def rest(self) -> tuple[str, ...]:
        """The other counts: not answered, not sure, parked."""
        parked = f"{self.parked} parked"
        if not self.asked:
            return (parked,)
        return f"{self.asked - self.answered} not answered", f"{self.not_sure} not sure", parked


def count_answers(interview: Interview) -> Tally:
    """Count the answers and ratings of a review."""
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
