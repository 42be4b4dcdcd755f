"""What stands between the app and the page that shows it: it leaves when the page, or the server, is gone."""

from textual.drivers.web_driver import WebDriver

from matbot.screens.app import MatbotApp


class PageDriver(WebDriver):
    """Reads what the page sends until that ends, however it ends, and then lets the app go.

    The server's end of the pipe is closed with the page, and by the system where the server was killed.
    """

    def run_input_thread(self) -> None:
        """Read to the end, then leave unless the app is leaving already."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            assert isinstance(self._app, MatbotApp), "no other app is served"
            self._app.stop_on_signal(self._loop)
