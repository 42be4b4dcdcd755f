"""The command that carries a review over to another edition of the framework, and back."""

import click

from matbot.cli.options import again, asked_wrongly, mention_notice, refuse_read_only, workspace_of
from matbot.cli.streams import put_lines, remark


@click.command("carry")
@click.argument("review")
@click.option("--to", "framework", metavar="ID", help="The framework version to move it to.")
@click.option("--back", is_flag=True, help="Move it back to the framework version it was in before.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.pass_context
def migrate(context: click.Context, review: str, framework: str | None, back: bool, yes: bool) -> None:
    """Move a review to another framework version, and show what becomes of it first.

    The version before is saved. Nothing is deleted: what has no place in the other framework version is kept
    under the earlier one, and is back once the review is. `matbot rubric compare` says which question is
    which.
    """
    from matbot.cli.crosswalk_words import preview_in_words
    from matbot.rubric.library import find
    from matbot.services.migration import MigrationPreview, crosswalk_for, keep_crosswalk, return_crosswalk

    if (framework is None) == (not back):
        raise asked_wrongly("Say where to: --to ID, or --back")
    workspace = workspace_of(context)
    with workspace.open(review) as file:
        refuse_read_only(context, file, review)
        mention_notice(context, file)
        later = find(framework, workspace.rubrics) if framework else None
        crosswalk = crosswalk_for(file, later, workspace) if later else return_crosswalk(file)
        preview = MigrationPreview(file, crosswalk)
        put_lines(preview_in_words(preview))
        if not (yes or click.confirm("Move it?", default=False, err=True)):
            raise click.ClickException("It stays as it is.")
        named = preview.make()
        keep_crosswalk(crosswalk, workspace)
        id_ = preview.before.id
        put_lines([f"Moved. How it was: {again(context)} show {id_} --as-of '{named}'"])
        remark(f"Back again: {again(context)} carry {id_} --back")
