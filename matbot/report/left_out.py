"""What is left out of a transcript, elements and names of people, and how its first page says so."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from matbot.report.blocks import Paragraph, Report, paragraph, strong
from matbot.review.account import Account
from matbot.review.names import A_NAME
from matbot.review.review import Review
from matbot.text import in_words


def limit_accounts(review: Review, codes: Collection[str]) -> Review:
    """The review with its earlier review and its groups as far as they speak of these elements."""
    earlier = review.earlier and _part(review.earlier, codes)
    return replace(review, earlier=earlier, groups=tuple(_part(group, codes) for group in review.groups))


def _part(account: Account, codes: Collection[str]) -> Account:
    return account.model_copy(
        update={
            "scope": tuple(code for code in account.scope if code in codes),
            "set_aside": tuple(code for code in account.set_aside if code in codes),
            "elements": {code: said for code, said in account.elements.items() if code in codes},
            "priorities": tuple(row for row in account.priorities if set(row.elements) & set(codes)),
            "not_now": tuple(left for left in account.not_now if left.element in codes),
            "earlier": account.earlier and _part(account.earlier, codes),
            "groups": tuple(_part(group, codes) for group in account.groups),
        }
    )


def mention_part(report: Report, codes: Sequence[str]) -> Report:
    """The report, which says first that it is about these elements alone."""
    return _insert_first(report, paragraph(strong("A part of the review:"), f"{in_words(codes)} alone."))


def mention_names_left_out(report: Report) -> Report:
    """The report, which says first that names are left out, if any name was in it."""
    if A_NAME not in repr(report.blocks):
        return report
    return _insert_first(
        report, paragraph(strong("Names of people"), f"are left out: {A_NAME} stands in their place.")
    )


def _insert_first(report: Report, first: Paragraph) -> Report:
    return replace(report, blocks=(first, *report.blocks))
