"""Leaves elements out of a transcript, and adds to its first page what was left out."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from matbot.report.blocks import Paragraph, Report, paragraph, strong
from matbot.review.account import Account
from matbot.review.names import A_NAME
from matbot.review.review import Review
from matbot.text import in_words


def limit_accounts(review: Review, codes: Collection[str]) -> Review:
    """Restrict the earlier review and the groups of a review to these elements."""
    earlier = review.earlier and _limit_account(review.earlier, codes)
    return replace(
        review, earlier=earlier, groups=tuple(_limit_account(group, codes) for group in review.groups)
    )


def _limit_account(account: Account, codes: Collection[str]) -> Account:
    return account.model_copy(
        update={
            "scope": tuple(code for code in account.scope if code in codes),
            "set_aside": tuple(code for code in account.set_aside if code in codes),
            "elements": {code: said for code, said in account.elements.items() if code in codes},
            "priorities": tuple(row for row in account.priorities if set(row.elements) & set(codes)),
            "not_now": tuple(left for left in account.not_now if left.element in codes),
            "earlier": account.earlier and _limit_account(account.earlier, codes),
            "groups": tuple(_limit_account(group, codes) for group in account.groups),
        }
    )


def mention_part(report: Report, codes: Sequence[str]) -> Report:
    """Add a first paragraph which says that the report covers only these elements."""
    return _insert_first(report, paragraph(strong("A part of the review:"), f"{in_words(codes)} alone."))


def mention_names_left_out(report: Report) -> Report:
    """Add a first paragraph which says that people's names are left out, if any are."""
    if A_NAME not in repr(report.blocks):
        return report
    return _insert_first(
        report, paragraph(strong("Names of people"), f"are left out: {A_NAME} stands in their place.")
    )


def _insert_first(report: Report, first: Paragraph) -> Report:
    return replace(report, blocks=(first, *report.blocks))
