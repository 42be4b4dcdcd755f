"""The commands that add a saved version or a reality check to a review outside the conversation."""

import click

from matbot.cli.options import (
    mention_notice,
    parse_name,
    parse_words,
    refuse_read_only,
    usage_error,
    workspace_of,
)
from matbot.cli.streams import print_lines, remark


@click.command()
@click.argument("review")
@click.argument("called", metavar="NAME")
@click.pass_context
def name(context: click.Context, review: str, called: str) -> None:
    """Save a version of a review, and print how to ask for it: REVIEW@NAME.

    Nothing is copied. The review as it stands now can be compared with later, and shown or written with
    --as-of NAME.
    """
    from matbot.interview import Interview

    kept = parse_name("NAME", called)
    if not kept:
        raise usage_error("Give this version a name, such as: 'before the board met'")
    with workspace_of(context).open(review) as file:
        refuse_read_only(context, file, review)
        mention_notice(context, file)
        file.append(Interview.of(file.projection).save_version(kept))
        print_lines([f"{file.contents.id}@{kept}"])


@click.command()
@click.argument("review")
@click.argument("element")
@click.option("--with", "with_whom", required=True, metavar="WHOM", help="Whom the rating was tested with.")
@click.option("--when", default="", help="When that was, in your own words.")
@click.option(
    "--outcome",
    required=True,
    type=click.Choice(("agrees", "differs", "sharpens")),
    help="What it did to the rating.",
)
@click.option("--said", default="", metavar="WORDS", help="What was said.")
@click.pass_context
def reality(
    context: click.Context, review: str, element: str, with_whom: str, when: str, outcome: str, said: str
) -> None:
    """Keep a reality check: a rating tested with others, later. The rating stays as it is."""
    from matbot.interview import Interview

    whom = parse_words("--with", with_whom)
    if not whom:
        raise usage_error("Say whom it was tested with, such as: --with 'a focus group of parents'")
    with workspace_of(context).open(review) as file:
        refuse_read_only(context, file, review)
        mention_notice(context, file)
        code = element.strip().upper()
        _refuse_unknown(list(file.rubric.elements), code)
        interview = Interview.of(file.projection)
        words = (parse_words("--when", when), outcome, parse_words("--said", said))
        file.append(interview.check_rating(code, whom, *words))
        rating = interview.review.elements[code].rating or ""
        remark(f"Kept beside the rating of {code}, which stays {file.rubric.levels[rating].name}.")


def _refuse_unknown(known: list[str], code: str) -> None:
    if code not in known:
        from matbot.text import shortened

        named = shortened(code, 20) or "without a code"
        raise usage_error(f"There is no element {named}. They run from {known[0]} to {known[-1]}")
