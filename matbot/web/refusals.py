"""The pages shown instead of matbot: why it does not open, and what to do."""


class Refused(Exception):
    """matbot does not open; the page shows this title and these words."""

    def __init__(self, status: int, title: str, *words: str) -> None:
        super().__init__(title)
        self.status, self.title, self.words = status, title, words

    @property
    def is_temporary(self) -> bool:
        """Whether trying again can help."""
        return self.status in (429, 500, 503)

    @property
    def is_retried(self) -> bool:
        """Whether the page tries again automatically."""
        return self.status == 503


_ASK = "Ask the person who started matbot for it."
_KEPT = "Everything that was said to be saved is kept."


def no_link() -> Refused:
    """The request has no cookie of a link that was followed."""
    return Refused(
        401,
        "Open the link that you were given",
        "This page opens by its own link alone: the whole of it, with everything that comes after token=. "
        f"{_ASK}",
        "If you were here before: this browser has let go of it. Open the link once more. If that was just "
        "now: matbot knows you again by a cookie. Allow cookies for this address.",
    )


def wrong_link() -> Refused:
    """The secret in the link is wrong."""
    return Refused(
        401,
        "This link does not open matbot",
        f"It may have been cut short, or be an earlier one: each start makes new links. {_ASK}",
        _KEPT,
    )


def not_our_address(base: str) -> Refused:
    """The request names a host that is not one of matbot's."""
    return Refused(
        403,
        "matbot is not at this address",
        "Open the link exactly as you were given it.",
        f"If you started matbot: it answers at {base} alone. Name another address with --url, and let a "
        "reverse proxy hand on the Host that people typed.",
    )


def foreign_page() -> Refused:
    """The request was made by a page of another site."""
    return Refused(
        403,
        "Another page asked for this",
        "matbot opens by its own link, in a tab of its own, and not from within another page. Open the link "
        "that you were given.",
    )


def no_place(most: int) -> Refused:
    """The maximum number of pages is open."""
    at_once = "One page" if most == 1 else f"{most} pages"
    return Refused(
        503,
        "Every place is taken",
        f"{at_once} of matbot may be open at once, and no more. Close one that you do not need, or wait "
        "until somebody has closed theirs: this page looks again every few seconds, and opens by itself.",
        "If you started matbot: --sessions says how many may be open.",
    )


def too_many_guesses() -> Refused:
    """More attempts at the password are pending than people in a meeting make."""
    return Refused(
        429,
        "Many are saying the password at once",
        "Wait a minute, and try again.",
        "If you started matbot: somebody may be guessing. Stop it with Ctrl+C, and start it for new links.",
    )


def nothing_here() -> Refused:
    """There is no such page."""
    return Refused(404, "There is nothing at this address", "Open the link that you were given.")


def taken_already() -> Refused:
    """The download was used already; each works only once."""
    return Refused(
        404,
        "This download was taken already",
        "It works once. Go back to matbot and press the key again for another one.",
    )


def own_fault() -> Refused:
    """An unexpected error in matbot."""
    return Refused(500, "matbot could not show this page", f"That is a fault of its own. {_KEPT} Try again.")
