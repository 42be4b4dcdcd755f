"""The main loop of line mode: reads a line, and runs it as a command or records it as an answer."""

from matbot.commands.conversation import CONVERSATION
from matbot.interview import Interview, Unclear
from matbot.line.mode import LineMode
from matbot.line.speech import format_goodbye, format_greeting, format_prompt
from matbot.line.talk import BackRequested, Stopped, Talk, is_command, plain
from matbot.line.words import find_words
from matbot.presenters import problems
from matbot.presenters.review_list import format_unsaved
from matbot.review.steps import ALL_ASKED, Ask
from matbot.store.errors import NotSaved
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace


def talk_about(talk: Talk, workspace: Workspace, file: ReviewFile) -> bool:
    """Run the conversation of a review until the user stops, then close its file.

    Returns:
        Whether everything that was entered is on disk.

    """
    mode = LineMode(file, talk.listen, talk.out, "", talk.spaced, workspace)
    try:
        return run_line_mode(mode)
    finally:
        talk.written = mode.talk.written or talk.written
        mode.file.close()  # /file may have switched to a copy


def run_line_mode(mode: LineMode) -> bool:
    """Run the conversation until the end of input or `/stop`.

    Returns:
        Whether everything that was entered is on disk.

    """
    mode.talk.say(*format_greeting(mode.interview, mode.file.notice))
    try:
        mode.say_turn()
        while True:
            text = mode.talk.line(format_prompt(mode.interview.turn))
            if not text and mode.interview.turn.ask is Ask.FINISHED:
                break
            _handle_line(mode, text)
    except Stopped:
        pass
    return _finish(mode)


def _handle_line(mode: LineMode, text: str) -> None:
    """Run a line as a command or record it as an answer; print the reason if neither is possible."""
    try:
        if is_command(text):
            _run_command(mode, *text[1:].split(maxsplit=1))
        else:
            _record_answer(mode, mode.talk.fit(plain(text)))
    except BackRequested:
        mode.come_back()
    except problems.list_told_errors() as problem:
        mode.interview = Interview.of(mode.file.projection)
        mode.talk.say(problems.format_problem(problem))


def _run_command(mode: LineMode, name: str = "", words: str = "") -> None:
    from matbot.line.interview.commands import COMMANDS  # imported on first use: answers need none of them

    command = COMMANDS.get(name.casefold())
    if command is None:
        raise Unclear("There is no such command; /help lists them. An answer with a slash begins with two.")
    command(mode, words)


def _record_answer(mode: LineMode, text: str) -> None:
    turn, draft = mode.interview.turn, mode.draft
    _refuse_bare_command(mode, text)
    if not text and draft:
        mode.go_on(mode.interview.answer(draft, private=_is_draft_private(mode)))
    elif not text and turn.present and turn.ask is not Ask.OPENING:
        mode.go_on(mode.interview.skip())
    elif text == "-" and turn.wants_words and (draft or turn.present):
        mode.go_on(mode.interview.answer(""))
    else:
        mode.go_on(mode.interview.answer(text))


def _refuse_bare_command(mode: LineMode, text: str) -> None:
    """Raise Unclear if all questions are answered, or if the line is a command typed without its slash.

    Where the turn takes free text, such a word is an answer.
    """
    turn = mode.interview.turn
    if turn.ask is Ask.FINISHED:
        such = next(iter(mode.interview.review.scope), "")
        raise Unclear(
            f"{ALL_ASKED} /to {such} changes answers there, /help says what else there is; Enter stops here."
        )
    if not turn.wants_words and (word := find_words(CONVERSATION).get(text.casefold())):
        raise Unclear(f"Put a slash before it: /{word}")


def _is_draft_private(mode: LineMode) -> bool:
    """Return whether the half-typed note was marked private in the app."""
    turn = mode.interview.turn
    marked = mode.file.drafts.get(f"private:{turn.step.place}")
    return turn.private if marked is None else marked == "yes"


def _finish(mode: LineMode) -> bool:
    """Save what is not saved yet and print the closing lines; return whether everything is on disk."""
    try:
        if mode.file.unsaved:
            mode.file.save()
    except NotSaved as problem:
        lost = format_unsaved(mode.file.unsaved, "not on disk, and will be lost.")
        mode.talk.say(f"{problem} {lost}")
        return False
    mode.talk.say(*format_goodbye(mode.interview, mode.file.path, mode.matbot))
    return True
