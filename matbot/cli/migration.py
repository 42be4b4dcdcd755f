"""The command that moves a review to another framework version, and back."""

import click

from matbot.cli.options import format_command, mention_notice, refuse_read_only, usage_error, workspace_of
from matbot.cli.streams import print_lines, remark


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
    from matbot.cli.crosswalk_words import format_preview
    from matbot.rubric.library import find
    from matbot.services.migration import (
        MigrationPreview,
        find_crosswalk_to,
        find_return_crosswalk,
        keep_crosswalk,
    )

    if (framework is None) == (not back):
        raise usage_error("Say where to: --to ID, or --back")
    workspace = workspace_of(context)
    with workspace.open(review) as file:
        refuse_read_only(context, file, review)
        mention_notice(context, file)
        later = find(framework, workspace.rubrics) if framework else None
        crosswalk = find_crosswalk_to(file, later, workspace) if later else find_return_crosswalk(file)
        preview = MigrationPreview(file, crosswalk)
        print_lines(format_preview(preview))
        if not (yes or click.confirm("Move it?", default=False, err=True)):
            raise click.ClickException("It stays as it is.")
        version_name = preview.migrate()
        keep_crosswalk(crosswalk, workspace)
        id_ = preview.before.id
        print_lines([f"Moved. How it was: {format_command(context)} show {id_} --as-of '{version_name}'"])
        remark(f"Back again: {format_command(context)} carry {id_} --back")
