"""The line at the top of every screen."""

from matbot.screens.widgets.split_line import SplitLine


class TopLine(SplitLine):
    """Whose review this is or which page, and on the right how far it is and whether it is saved."""
